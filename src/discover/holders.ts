import type { FileSystem } from "../model/world.js";

/** Folders that are called by what lies in them, and not by the model that it speaks of. */
const holders = new Set([
  "artefacts",
  "artifacts",
  "card",
  "cards",
  "doc",
  "docs",
  "documentation",
  "model",
  "model-card",
  "model-cards",
  "model_card",
  "model_cards",
  "models",
  "output",
  "outputs",
  "report",
  "reports",
  "result",
  "results",
  "saved_model",
  "saved_models",
  "src",
  "trained_model",
  "trained_models",
]);

/** True for `docs`, `models` and their like: a card in one of them is of the folder that holds it. */
export const isHolder = (name: string): boolean => holders.has(name.toLowerCase());

/**
 * The folder that a card in this one speaks of: itself, or the first above it that is called by more than its contents.
 *
 * @param configured folders that the configuration calls models
 */
export function describedFolder(folder: string, configured: ReadonlySet<string>): string {
  let at = folder;
  while (at !== "" && !configured.has(at)) {
    const slash = at.lastIndexOf("/");
    if (!isHolder(at.slice(slash + 1))) return at;
    at = at.slice(0, Math.max(0, slash));
  }
  return at;
}

const templateFolder = /(?:^|\/)templates?\//i;
const templateName = /(?:^|[_.-])template(?:[_.-][^/]*)?\.[a-z]+$/i;
const testData = /(?:^|\/)tests?\/(?:[^/]+\/)*(?:fixtures?|data|resources?|testdata)\//i;

const othersCode = /(?:^|\/)(?:third[-_]?party|vendor(?:ed)?)\//i;

/** True for files that wait to be filled in, for what tests are fed with, and for what others wrote. */
export const speaksOfNoModel = (path: string): boolean =>
  templateFolder.test(path) ||
  templateName.test(path.slice(path.lastIndexOf("/") + 1)) ||
  testData.test(path) ||
  othersCode.test(path);

/** A folder and all that hold something of it: where a card of its lies. */
export function withHolders(tree: FileSystem, folder: string): readonly string[] {
  const inside = tree
    .list(folder, (name, kind) => kind === "folder" && isHolder(name))
    .filter(({ name, kind }) => kind === "folder" && isHolder(name))
    .flatMap(({ name }) => withHolders(tree, folder === "" ? name : `${folder}/${name}`));
  return [folder, ...inside];
}
