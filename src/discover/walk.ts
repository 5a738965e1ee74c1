import ignore, { type Ignore } from "ignore";
import type { FileSystem } from "../model/world.js";
import { whySealed } from "../model/sealed.js";
import { isModelFile, mayHoldEvidence } from "../read/syntax.js";
import { isReached, namesPassed, type Reach } from "./reach.js";

export interface Walked {
  /** Files that may hold evidence, in path order. */
  readonly files: readonly string[];
  /** Files whose names say that they hold results, in a form that is never opened, in path order. */
  readonly sealed: readonly string[];
  /** Links to folders, which are not followed. */
  readonly links: readonly string[];
}

const pruned = new Set([
  ".git",
  "node_modules",
  ".venv",
  "venv",
  // Packages that somebody installed and committed, under whatever name the environment has.
  "site-packages",
  "dist-packages",
  "__pycache__",
  ".tox",
  ".mypy_cache",
  ".ipynb_checkpoints",
  // Schemas for editors, which `init` writes.
  ".model-referee",
]);
const MAXIMUM_DEPTH = 60;

/**
 * Files below the given folders of a tree that may hold evidence: without what git ignores, without source code,
 * weights and archives.
 *
 * @param ignored further patterns in the language of .gitignore, relative to the root
 * @param modelFiles true gives files of weights and packed models as well
 * @param reach the part of the tree that matters; null where all of it does
 */
export function walk(
  tree: FileSystem,
  folders: readonly string[],
  ignored: readonly string[],
  modelFiles: boolean,
  reach: Reach | null = null,
): Walked {
  const isAsked = (path: string): boolean => mayHoldEvidence(path) || (modelFiles && isModelFile(path));
  const files: string[] = [];
  const sealed: string[] = [];
  const links: string[] = [];
  const isSeen = (folder: string): boolean => reach === null || isReached(reach, folder);
  const passing = reach === null ? () => null : namesPassed(reach);
  const own = ignored.length === 0 ? null : ignore().add([...ignored]);

  const visit = (folder: string, rules: readonly IgnoreAt[], depth: number): void => {
    if (depth > MAXIMUM_DEPTH || !isSeen(folder)) return;
    const names = passing(folder);
    const entries = tree.list(
      folder,
      names === null ? undefined : (name, kind) => kind !== "folder" || names.has(name),
    );
    const here = entries.some(({ name }) => name === ".gitignore") ? [...rules, ignoreFileAt(tree, folder)] : rules;
    for (const { name, kind } of entries) {
      const path = folder === "" ? name : `${folder}/${name}`;
      if (kind === "folder" && !isSeen(path)) continue;
      const isClosed = kind === "file" && !isAsked(path);
      if (isClosed ? whySealed(path) === null : kind !== "file" && pruned.has(name)) continue;
      const asked = kind === "folder" ? `${path}/` : path;
      if (own?.ignores(asked) === true || isIgnored(here, asked)) continue;
      if (kind === "folder") visit(path, here, depth + 1);
      else if (kind === "file") (isClosed ? sealed : files).push(path);
      else if (kind === "link") visitLink(path);
    }
  };
  const visitLink = (path: string): void => {
    if (tree.head(path, 1) === null) links.push(path);
    else if (isAsked(path)) files.push(path);
  };

  for (const folder of folders)
    visit(
      folder,
      ancestorsOf(folder).map((above) => ignoreFileAt(tree, above)),
      0,
    );
  return { files: files.sort(), sealed: sealed.sort(), links: links.sort() };
}

interface IgnoreAt {
  /** Empty, or ending in `/`. */
  readonly prefix: string;
  readonly rules: Ignore | null;
}

function ignoreFileAt(tree: FileSystem, folder: string): IgnoreAt {
  const path = folder === "" ? ".gitignore" : `${folder}/.gitignore`;
  const contents = tree.read(path, 1_048_576);
  const text = contents.kind === "bytes" ? Buffer.from(contents.bytes).toString("utf8") : "";
  return { prefix: folder === "" ? "" : `${folder}/`, rules: text === "" ? null : ignore().add(text) };
}

/** The innermost file that has a word decides. */
function isIgnored(rules: readonly IgnoreAt[], path: string): boolean {
  for (let index = rules.length - 1; index >= 0; index--) {
    const at = rules[index];
    if (at === undefined || at.rules === null) continue;
    const verdict = at.rules.test(path.slice(at.prefix.length));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** The folders above a folder, outermost first. */
function ancestorsOf(folder: string): readonly string[] {
  if (folder === "") return [];
  const segments = folder.split("/");
  return ["", ...segments.slice(0, -1).map((_, index) => segments.slice(0, index + 1).join("/"))];
}
