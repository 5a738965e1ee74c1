import { relative, resolve, sep } from "node:path";
import { problemAt, UsageError } from "../model/problem.js";
import type { Configuration } from "../model/configuration.js";
import type { OutsideFolder } from "../model/report-run.js";
import type { FileSystem } from "../model/world.js";
import { survey } from "../survey.js";
import { disk, kindOnDisk } from "../world/disk.js";
import { filesOf, joined, shadowed, without, type Mounted } from "../world/joined.js";

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
 * A tree together with evidence from elsewhere. What was brought into the tree itself, as a job does with a bucket, is
 * read as that alone, and not once more where it happens to lie.
 *
 * @param from `root` is the folder that the tree's root is, or would be were it checked out; `folder` the one from which
 *   the folders are named; both absolute
 * @throws UsageError where a folder or a model is not there, or a file would stand twice
 */
export async function withOutsideEvidence(
  tree: FileSystem,
  folders: readonly OutsideFolder[],
  from: { readonly root: string; readonly folder: string },
  rootName: string,
  configuration: Configuration,
): Promise<WithOutsideEvidence> {
  if (folders.length === 0) return { tree, paths: [] };
  const mounted: Mounted[] = [];
  const within: string[] = [];
  for (const { model, folder } of folders) {
    const absolute = resolve(from.folder, folder);
    if (kindOnDisk(absolute) !== "folder")
      throw new UsageError([
        problemAt("usage", `there is no folder of evidence at ${folder}`, "name a folder, or MODEL=folder"),
      ]);
    const at = model === null ? "" : await folderOf(model, tree, rootName, configuration);
    mounted.push({ tree: disk(absolute), at });
    const place = relative(from.root, absolute).split(sep).join("/");
    const isOutside = place === "" || place === ".." || place.startsWith("../");
    if (!isOutside && at !== place && !at.startsWith(`${place}/`)) within.push(place);
  }
  const others = without(tree, within);
  const twice = shadowed(others, mounted);
  if (twice.length > 0)
    throw new UsageError(
      twice.slice(0, 10).map((path) =>
        problemAt("usage", `${path} is in the repository and in the evidence from elsewhere`, "remove one of the two", {
          path,
        }),
      ),
    );
  return { tree: joined(others, mounted), paths: mounted.flatMap(filesOf) };
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
