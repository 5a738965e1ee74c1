import { aManifest, digestOf, type Folder, type Manifest } from "../bundle/manifest.js";
import { answeredHistory } from "../bundle/recording.js";
import { filesOfTar, type ArchivedFile } from "../bundle/tar.js";
import type { Value } from "../model/adapter.js";
import { problemAt, UsageError } from "../model/problem.js";
import type { Report } from "../model/report.js";
import type { FileSystem } from "../model/world.js";
import type { Difference } from "../report/differences.js";
import { readReport } from "../report/read-report.js";
import { Misshapen } from "../report/reading/value-readers.js";
import { memory } from "../world/memory.js";
import { compareAgain, evaluateAgain } from "./evaluate-again.js";

export interface VerifiedBundle {
  readonly report: Report;
  readonly differences: readonly Difference[];
  /** `sha256:<hex>` of its manifest, which names every other file by digest. */
  readonly manifest: string;
  /** Files that are kept by digest alone: where there are any, nothing is evaluated again. */
  readonly left: number;
}

/**
 * Verifies an audit bundle by itself: every file has the digest that the manifest names, there is none besides, and an
 * evaluation of them gives the report.
 *
 * @throws UsageError where it is no bundle of ours, or is cut short
 */
export async function verifyBundle(bytes: Uint8Array, path: string, version: string): Promise<VerifiedBundle> {
  const refuse = (message: string): UsageError =>
    new UsageError([problemAt("usage", message, "name an archive that model-referee bundle wrote, whole", { path })]);
  const archive = filesOfTar(bytes);
  if (archive.kind === "broken") throw refuse(archive.why);
  const byPath = new Map(archive.files.map((file) => [file.path, file.bytes]));
  const manifest = manifestIn(byPath, refuse);
  const read = readReport(byPath.get("report.json") ?? new Uint8Array(), path);
  if (read.kind === "problem") throw new UsageError([read.problem]);
  const { report } = read;
  const digest = digestOf(byPath.get("manifest.json") ?? new Uint8Array());
  const edited = editedFiles(manifest, archive.files);
  const left = manifest.files.filter(({ included }) => !included).length;
  if (edited.length > 0 || left > 0) return { report, differences: edited, left, manifest: digest };
  const folder = (name: Folder): FileSystem => memory(filesIn(archive.files, name), name);
  const has = (name: Folder): boolean => archive.files.some(({ path: file }) => file.startsWith(`${name}/`));
  const trees = {
    evidence: folder("evidence"),
    judging: folder("judging"),
    within: manifest.within,
    base: has("base") ? folder("base") : null,
    release: has("release") ? folder("release") : null,
    history: answeredHistory(manifest.history),
    judgingHistory: manifest.judging_history === null ? null : answeredHistory(manifest.judging_history),
    change: null,
  };
  const evaluated = await evaluateAgain(report, trees, version);
  // Files that nobody judges are not packed.
  return {
    report,
    differences: compareAgain(report, { ...evaluated, unjudged: report.unjudged }, null),
    left,
    manifest: digest,
  };
}

function manifestIn(byPath: ReadonlyMap<string, Uint8Array>, refuse: (message: string) => UsageError): Manifest {
  const bytes = byPath.get("manifest.json");
  if (bytes === undefined) throw refuse("the archive has no manifest.json");
  try {
    const value: Value = JSON.parse(Buffer.from(bytes).toString("utf8"));
    return aManifest(value, "");
  } catch (error) {
    if (error instanceof Misshapen) throw refuse(`the archive's manifest is not as it should be: ${error.message}`);
    if (error instanceof SyntaxError) throw refuse("the archive's manifest is no JSON");
    throw error;
  }
}

function editedFiles({ files }: Manifest, archived: readonly ArchivedFile[]): readonly Difference[] {
  const digests = new Map(archived.map(({ path, bytes }) => [path, digestOf(bytes)]));
  const named = new Map(files.filter(({ included }) => included).map((file) => [file.path, file]));
  const gone = [...named.values()].flatMap(({ path, digest }): readonly Difference[] => {
    const there = digests.get(path);
    if (there === digest) return [];
    const what = there === undefined ? "is not in the archive" : "is not the file that the manifest names";
    return [{ kind: kindOf(path), message: `${path} ${what}` }];
  });
  const added = [...digests.keys()].filter((path) => path !== "manifest.json" && !named.has(path));
  return [
    ...gone,
    ...added.map((path): Difference => ({
      kind: kindOf(path),
      message: `${path} is in the archive, and the manifest does not name it`,
    })),
  ];
}

function kindOf(path: string): Difference["kind"] {
  if (path.startsWith("judging/")) return "policy";
  return path.includes("/") ? "evidence" : "detail";
}

const filesIn = (files: readonly ArchivedFile[], folder: Folder): Readonly<Record<string, Uint8Array>> =>
  Object.fromEntries(
    files
      .filter(({ path }) => path.startsWith(`${folder}/`))
      .map(({ path, bytes }) => [path.slice(folder.length + 1), bytes]),
  );
