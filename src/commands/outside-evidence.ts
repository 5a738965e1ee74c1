import { resolve } from "node:path";
import { problemAt, UsageError } from "../model/problem.js";
import type { Configuration } from "../model/configuration.js";
import type { OutsideFolder } from "../model/report-run.js";
import type { FileSystem } from "../model/world.js";
import { survey } from "../survey.js";
import { disk, kindOnDisk } from "../world/disk.js";
import { filesOf, joined, shadowed, type Mounted } from "../world/joined.js";

export interface WithOutsideEvidence {
  readonly tree: FileSystem;
  /** The files from elsewhere, as paths of the tree. */
  readonly paths: readonly string[];
}

/** Reads `DIR`, which stands at the root, or `MODEL=DIR`, which stands in the folder of that model. */
export function outsideFolder(written: string): OutsideFolder {
  const [, model, folder] = /^(?:([^=/\\]+)=)?(.+)$/s.exec(written) ?? [];
  return { model: model ?? null, folder: folder ?? written };
}

/**
 * A tree together with evidence from elsewhere.
 *
 * @param from the folder from which the folders are named
 * @throws UsageError where a folder or a model is not there, or a file would stand twice
 */
export async function withOutsideEvidence(
  tree: FileSystem,
  folders: readonly OutsideFolder[],
  from: string,
  rootName: string,
  configuration: Configuration,
): Promise<WithOutsideEvidence> {
  if (folders.length === 0) return { tree, paths: [] };
  const mounted: Mounted[] = [];
  for (const { model, folder } of folders) {
    const absolute = resolve(from, folder);
    if (kindOnDisk(absolute) !== "folder")
      throw new UsageError([
        problemAt("usage", `there is no folder of evidence at ${folder}`, "name a folder, or MODEL=folder"),
      ]);
    const at = model === null ? "" : await folderOf(model, tree, rootName, configuration);
    mounted.push({ tree: disk(absolute), at });
  }
  const twice = shadowed(tree, mounted);
  if (twice.length > 0)
    throw new UsageError(
      twice.slice(0, 10).map((path) =>
        problemAt("usage", `${path} is in the repository and in the evidence from elsewhere`, "remove one of the two", {
          path,
        }),
      ),
    );
  return { tree: joined(tree, mounted), paths: mounted.flatMap(filesOf) };
}

async function folderOf(
  model: string,
  tree: FileSystem,
  rootName: string,
  configuration: Configuration,
): Promise<string> {
  const { models } = await survey({
    tree,
    rootName,
    configuration,
    scope: [""],
    markdownBody: false,
    modelFiles: false,
    formats: "all",
  });
  const found = models.find(({ identity }) => identity.name === model);
  if (found !== undefined) return found.identity.path;
  const names = models.map(({ identity }) => identity.name).slice(0, 8);
  throw new UsageError([
    problemAt(
      "usage",
      `no model is called ${model}`,
      names.length === 0 ? "there are none" : `say one of ${names.join(", ")}`,
    ),
  ]);
}
