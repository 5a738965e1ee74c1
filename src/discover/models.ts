import type { FileSystem } from "../model/world.js";
import { describedFolder, speaksOfNoModel } from "./holders.js";
import type { OpenedFile } from "../read/opened-file.js";
import type { Reader } from "../read/reader.js";
import type { Recogniser } from "../recognise.js";

/** A folder that is a model, before configuration names it. */
export interface ModelFolder {
  /** Relative to the root; empty for the root itself. */
  readonly path: string;
}

const cardName =
  /^(?:readme|.*(?:card|modellkarte|(?:ficha|tarjeta|cart[aã]o|fiche)[-_ ](?:\w{1,8}[-_ ])?mod[eèé]l).*)\.(?:md|markdown|mdx|json|ya?ml|xml)$/i;

/** True where a file of this name can make its folder a model; its content decides. */
export const isMarkerName = (name: string): boolean =>
  name === "MLmodel" || name.endsWith(".facts.jsonl") || cardName.test(name);

/**
 * True where the file at this path can make a folder a model: what a tracking tool stored beneath a run is that run's, and
 * a template, or what somebody else's code brought along, is nobody's here.
 */
export const mayMarkModel = (path: string): boolean =>
  isMarkerName(path.slice(path.lastIndexOf("/") + 1)) && !isRunOutput(path) && !speaksOfNoModel(path);

/** How files are looked at where models are sought. */
export interface Seeking {
  readonly reader: Reader;
  readonly recognise: Recogniser;
  /** Folders that the configuration calls models, whatever they are called themselves. */
  readonly configured: ReadonlySet<string>;
  /** Loads what files may be written in. */
  prepare(files: Iterable<OpenedFile>): Promise<void>;
}

/** Cards of so many models stay open between finding and judging them; of more, no more are held than are looked at together. */
const MODELS_KEPT_OPEN = 2_000;
const FILES_AT_ONCE = 256;

/**
 * Folders that hold a model card, an `MLmodel` or own facts; a card or an `MLmodel` in `docs/` or `model/` speaks of the
 * folder above. The root's README is no model where other folders are.
 *
 * @param files of which each may mark a model, in path order
 */
export async function findModels(files: readonly string[], seeking: Seeking): Promise<readonly ModelFolder[]> {
  const { reader } = seeking;
  const found = new Map<string, "card" | "other">();
  for (let from = 0; from < files.length; from += FILES_AT_ONCE) {
    const together = files.slice(from, from + FILES_AT_ONCE);
    await seeking.prepare(together.flatMap((path) => reader.open(path) ?? []));
    markFolders(together, seeking, found);
    if (files.length > MODELS_KEPT_OPEN) reader.forget();
  }
  if (found.size > 1 && found.get("") === "card") found.delete("");
  return [...found.keys()].sort().map((path) => ({ path }));
}

/** By what a folder is a model: a card may be told to be none, where it is the root's. */
function markFolders(
  files: readonly string[],
  { reader, recognise, configured }: Seeking,
  found: Map<string, "card" | "other">,
): void {
  for (const path of files) {
    const slash = path.lastIndexOf("/");
    const name = path.slice(slash + 1);
    const own = slash === -1 ? "" : path.slice(0, slash);
    const folder = name.endsWith(".facts.jsonl") ? own : describedFolder(own, configured);
    if (found.get(folder) === "other") continue;
    const file = reader.open(path);
    if (file === null) continue;
    const marks =
      recognise(file)?.marksModel === true || (file.broken && /^readme\./i.test(name) && file.text.startsWith("---"));
    if (marks) found.set(folder, /^readme\./i.test(name) ? "card" : "other");
  }
}

const isRunOutput = (path: string): boolean =>
  /(?:^|\/)(?:mlruns|wandb|mlartifacts)\//.test(path) || /\/artifacts\/.*MLmodel$/.test(path);

/** The nearest model folder above a file; null where there is none. */
export function modelFolderOf(path: string, folders: ReadonlySet<string>): string | null {
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const folder = path.slice(0, at);
    if (folders.has(folder)) return folder;
  }
  return folders.has("") ? "" : null;
}

/**
 * Names of model folders: the given one, else the last segment; of two alike, the path; of the root, the repository's
 * folder. No folder takes a name that is given to another: whatever is said of a name is said of one model.
 *
 * @param given names by folder, as the configuration states them
 */
export function nameModels(
  folders: readonly string[],
  rootName: string,
  given: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const last = (folder: string): string => (folder === "" ? rootName : folder.slice(folder.lastIndexOf("/") + 1));
  const taken = [
    ...folders.map(last),
    ...[...given].filter(([folder, name]) => name !== last(folder)).map(([, name]) => name),
  ];
  const counts = new Map<string, number>();
  for (const name of taken) counts.set(name, (counts.get(name) ?? 0) + 1);
  const givenNames = new Set(given.values());
  const ownName = (folder: string): string => {
    if (folder === "") return givenNames.has(rootName) ? "." : rootName;
    if ((counts.get(last(folder)) ?? 0) <= 1) return last(folder);
    return givenNames.has(folder) ? `./${folder}` : folder;
  };
  return new Map(folders.map((folder) => [folder, given.get(folder) ?? ownName(folder)]));
}

/** The name of a tree's root folder. */
export const rootNameOf = ({ label }: FileSystem): string =>
  label
    .replace(/(?<![\\/])[\\/]+$/, "")
    .split(/[\\/]/)
    .at(-1) ?? "model";
