import type { Git } from "../model/world.js";
import { isShallow } from "./commit.js";

export type ChangeKind = "added" | "removed" | "modified" | "renamed" | "copied";

export interface ChangedPath {
  readonly kind: ChangeKind;
  /** Relative to the folder that was asked about. */
  readonly path: string;
  /** The path before, for `renamed` and `copied`. */
  readonly from: string | null;
}

const decoder = new TextDecoder();

const kinds: Readonly<Record<string, ChangeKind>> = {
  A: "added",
  D: "removed",
  M: "modified",
  T: "modified",
  R: "renamed",
  C: "copied",
};

/** Renames are looked for among as many files as this; beyond it only files moved unchanged are told. */
const mostRenamesTried = 5000;

/**
 * Paths that differ between two commits, in path order; null where git fails.
 *
 * @param to a commit, or null for the working tree, with the files beneath git's own folder that it does not know yet
 * @param below folder relative to the top of the repository, without a slash at its end; empty is everything
 */
export function changedPaths(git: Git, from: string, to: string | null, below = ""): readonly ChangedPath[] | null {
  const relative = below === "" ? ["--no-relative"] : [`--relative=${below}/`];
  const fixed = ["diff", "--name-status", "-z", "-M", `-l${mostRenamesTried}`, "--no-ext-diff", "--no-textconv"];
  const output = git.run([...fixed, ...relative, from, ...(to === null ? [] : [to]), "--"]);
  if (output === null) return null;
  const changed = readNameStatus(decoder.decode(output));
  return [...changed, ...(to === null ? untracked(git, below) : [])].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The form of `git diff --name-status -z`: status, path, and for renames and copies the new path after the old. */
function readNameStatus(text: string): readonly ChangedPath[] {
  const parts = text.split("\0");
  const changed: ChangedPath[] = [];
  for (let index = 0; index + 1 < parts.length;) {
    const kind = kinds[parts[index]?.slice(0, 1) ?? ""] ?? "modified";
    const first = parts[index + 1] ?? "";
    const moved = kind === "renamed" || kind === "copied";
    changed.push(moved ? { kind, path: parts[index + 2] ?? "", from: first } : { kind, path: first, from: null });
    index += moved ? 3 : 2;
  }
  return changed;
}

function untracked(git: Git, below: string): readonly ChangedPath[] {
  const output = git.run(["ls-files", "-z", "--others", "--exclude-standard", "--full-name"]);
  const prefix = below === "" ? "" : `${below}/`;
  return decoder
    .decode(output ?? new Uint8Array())
    .split("\0")
    .filter((path) => path !== "" && path.startsWith(prefix))
    .map((path) => ({ kind: "added", path: path.slice(prefix.length), from: null }));
}

/**
 * When each path last changed in the history of a commit, in milliseconds since 1970. A path is left out where the
 * history does not tell: it is not in the commit, or its last change lies beyond the edge of a shallow clone.
 *
 * @param paths relative to the top of the repository
 */
export function lastChanges(git: Git, commit: string, paths: readonly string[]): ReadonlyMap<string, number> {
  // eslint-disable-next-line no-control-regex -- control characters are what it is about
  const wanted = new Set(paths.filter((path) => path !== "" && !/[\n\0\x01]/.test(path)));
  const found = new Map<string, number>();
  if (wanted.size === 0) return found;
  const shallow = isShallow(git);
  const input = `${commit}\n--\n${[...wanted].join("\n")}\n`;
  const format = "--format=%x01%ct %P";
  const output = git.run(["log", format, "--name-only", "-z", "-c", "--no-renames", "--no-ext-diff", "--stdin"], input);
  const beyond = new Set<string>();
  let at: number | null = null;
  for (const part of decoder.decode(output ?? new Uint8Array()).split("\0")) {
    // eslint-disable-next-line no-control-regex -- control characters are what it is about
    const header = /^\x01(\d+) ([0-9a-f ]*)$/.exec(part);
    if (header !== null) {
      // A commit without parents is the first one, or the edge of a shallow clone, which seems to add every file.
      at = shallow && header[2] === "" ? null : Number(header[1]) * 1000;
      continue;
    }
    const path = part.replace(/^\n/, "");
    if (!wanted.has(path) || found.has(path) || beyond.has(path)) continue;
    if (at === null) beyond.add(path);
    else found.set(path, at);
  }
  return found;
}
