import { withHolders } from "./discover/holders.js";
import { findModels, isMarkerName, mayMarkModel } from "./discover/models.js";
import { folderOf, foldersAbove, reachOf, type Reach } from "./discover/reach.js";
import { globs } from "./discover/glob.js";
import { createFormats } from "./formats.js";
import type { Configuration } from "./model/configuration.js";
import type { FileSystem } from "./model/world.js";
import { defaultLimits } from "./read/limits.js";
import { createReader } from "./read/reader.js";
import { parsersFor } from "./survey.js";
import { withoutTrailingSlashes } from "./model/trailing-slashes.js";

export interface ReachRequest {
  /** Paths that the change touches, old names included. */
  readonly touched: ReadonlySet<string>;
  readonly head: FileSystem;
  readonly base: FileSystem;
  /** What says where models and evidence lie, on both sides. */
  readonly configuration: Configuration;
  /** Models and paths that rules compare with. */
  readonly against: readonly string[];
}

/** More models than these are found sooner by looking through everything. */
const MOST_FOLDERS = 200;

/**
 * What a change can speak of: the models that it touches, what they are compared with, and folders of the same names, on
 * which the models' own names depend. Null where only the whole tree tells.
 */
export async function reachOfChange(request: ReachRequest): Promise<Reach | null> {
  const { touched, head, base, configuration } = request;
  // What git ignores is not there: of which models a change to that speaks, only the whole tree tells.
  if ([...touched].some((path) => /(?:^|\/)\.gitignore$/.test(path))) return null;
  const above = new Set([...touched].flatMap(foldersAbove));
  if (above.size > MOST_FOLDERS || configuration.models.some(({ path }) => path === "")) return null;
  const configured = configuration.models.map(({ path }) => path).filter((path) => above.has(path));
  const placed = new Set(configuration.models.map(({ path }) => path));
  const marked = [await markedBelow(head, above, placed), await markedBelow(base, above, placed)];
  // Whether the root is a model depends on whether any other folder is.
  if (marked.some((folders) => folders.includes(""))) return null;
  const whole = await withReferences(new Set([...configured, ...marked.flat()]), above, request);
  if (whole === null || whole.size > MOST_FOLDERS) return null;
  const alike = called([...whole].map(lastSegment), above, base);
  if (alike === null) return null;
  // A model that loses its name to another is told with its files; of very many none can.
  return alike.length > MOST_FOLDERS
    ? reachOf(whole, [...alike, ...above])
    : reachOf(new Set([...whole, ...alike]), [...above]);
}

/** Those of the folders, and the root, that are models by their own files, or by a card that is kept below them. */
async function markedBelow(
  tree: FileSystem,
  folders: ReadonlySet<string>,
  configured: ReadonlySet<string>,
): Promise<readonly string[]> {
  const looked = new Set(["", ...folders].flatMap((folder) => withHolders(tree, folder)));
  const files = [...looked].flatMap((folder) =>
    tree
      .list(folder, (name, kind) => kind !== "folder" && isMarkerName(name))
      .filter(({ kind }) => kind === "file" || kind === "link")
      .map(({ name }) => (folder === "" ? name : `${folder}/${name}`))
      .filter(mayMarkModel),
  );
  tree.expect?.(files.sort());
  const reader = createReader(tree, await parsersFor(files), defaultLimits);
  const found = await findModels(files, { reader, configured, ...createFormats() });
  return found.map(({ path }) => path);
}

/** Adds what these models are compared with, and where evidence of theirs lies elsewhere; null where that may be anywhere. */
async function withReferences(
  models: ReadonlySet<string>,
  above: ReadonlySet<string>,
  { touched, configuration, against, base }: ReachRequest,
): Promise<ReadonlySet<string> | null> {
  const matchers = await globs(configuration.evidence.map(({ files }) => files));
  const elsewhere = configuration.evidence.flatMap(({ files, model }, at) =>
    model === null
      ? []
      : [{ model, folder: fixedFolder(files), isTouched: [...touched].some((path) => matchers[at]?.(path) === true) }],
  );
  let whole = models;
  for (;;) {
    const names = new Set([...whole].flatMap((folder) => namesOf(folder, configuration)));
    const taken = elsewhere.filter(
      ({ model, folder, isTouched }) => isTouched || names.has(model) || overlaps(folder, whole),
    );
    if (taken.some(({ folder }) => folder === "")) return null;
    const champions = configuration.models
      .filter(({ path }) => whole.has(path))
      .flatMap(({ champion }) => champion ?? []);
    const named = [...against, ...champions, ...taken.map(({ model }) => model)].map((name) =>
      withoutTrailingSlashes(name),
    );
    const alike = called(named.map(lastSegment), above, base);
    if (alike === null) return null;
    const placed = configuration.models.filter(({ name, path }) => named.includes(name) || named.includes(path));
    const more = [
      ...named.flatMap((path) => [path, folderOf(path)]),
      ...placed.map(({ path }) => path),
      ...alike,
      ...taken.map(({ folder }) => folder),
    ].filter((folder) => folder !== "" && folder !== ".");
    const next = new Set([...whole, ...more]);
    if (next.size === whole.size || next.size > MOST_FOLDERS) return next;
    whole = next;
  }
}

/** True where files below a folder may lie in one of these folders as well. */
const overlaps = (folder: string, others: ReadonlySet<string>): boolean =>
  [...others].some((other) => folder === "" || `${other}/`.startsWith(`${folder}/`) || folder.startsWith(`${other}/`));

/** Every name that a folder's model may have. */
const namesOf = (folder: string, { models }: Configuration): readonly string[] => [
  folder,
  lastSegment(folder),
  ...models.filter(({ path }) => path === folder).map(({ name }) => name),
];

/** Folders of these names on the base, and among those that the change touches; null where the base cannot tell. */
function called(names: readonly string[], above: ReadonlySet<string>, base: FileSystem): readonly string[] | null {
  if (names.length === 0) return [];
  const wanted = new Set(names);
  const there = base.foldersCalled?.([...wanted]);
  return there === undefined ? null : [...there, ...[...above].filter((folder) => wanted.has(lastSegment(folder)))];
}

const lastSegment = (folder: string): string => folder.slice(folder.lastIndexOf("/") + 1);

/** The folder that all files of a pattern lie below, as far as the pattern names it outright. */
function fixedFolder(pattern: string): string {
  const fixed = /^[^*?[\]{}()!+@\\]*/.exec(pattern)?.[0] ?? "";
  return folderOf(fixed);
}
