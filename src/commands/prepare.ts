import { basename, dirname, posix, relative, resolve, sep } from "node:path";
import type { JudgeRequest } from "../judge/request.js";
import { defaultConfiguration, type Configuration } from "../model/configuration.js";
import { UsageError, type Problem } from "../model/problem.js";
import type { DigestedFile, JudgingFiles } from "../model/report-run.js";
import type { FileSystem } from "../model/world.js";
import { loadConfiguration } from "../policy/configuration.js";
import { policyFilesOf, type PolicyFiles } from "../policy/files.js";
import { parseWritten } from "../policy/document.js";
import { loadAnyPolicies } from "../policy/load.js";
import { loadWaivers } from "../policy/waivers.js";
import { disk } from "../world/disk.js";
import type { Place } from "./place.js";
import { sha256Digest } from "../model/sha256.js";

export type Prepared = Pick<JudgeRequest, "configuration" | "policies" | "waivers" | "judgedBy" | "notes">;

/** Every stage that a model may have. */
export const stagesOf = ({ stages }: Configuration): readonly string[] => [...new Set([...stages.order, "archived"])];

/** What applies where nothing names a policy: it looks and does not gate. */
const withoutPolicy = "referee:baseline";

const CONFIGURATION = "referee.yaml";

/** The configuration of a place; the default one where there is none. @throws UsageError with all that is wrong with it */
export function configurationFor(place: Place): Configuration {
  if (place.configuration === null) return defaultConfiguration;
  return readConfiguration(basename(place.configuration), policyFilesOf(disk(dirname(place.configuration))));
}

/** The configuration at the root of a tree; null where there is none. */
export function configurationOfTree(tree: FileSystem, path = CONFIGURATION): Configuration | null {
  const files = policyFilesOf(tree);
  return files.read(path).kind === "missing" ? null : readConfiguration(path, files);
}

function readConfiguration(path: string, files: PolicyFiles): Configuration {
  const { configuration, problems } = loadConfiguration(path, files);
  stopAt(problems);
  return configuration;
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UsageError(problems);
}

/**
 * Configuration, policies and waivers of a place.
 *
 * @param named policies of the command line, relative to `folder`; they replace those of the configuration
 * @throws UsageError with everything that is wrong with any of them
 */
export async function prepare(place: Place, named: readonly string[], folder: string, now: number): Promise<Prepared> {
  const configuration = configurationFor(place);
  const beside = place.configuration === null ? place.root : dirname(place.configuration);
  const files = policyFilesOf(disk(beside));
  const fromRoot = (path: string): string => relative(place.root, path).split(sep).join("/");
  const judgedIn = (prepared: Prepared, asNamed: readonly string[]): Prepared => {
    const file = prepared.judgedBy.configuration;
    const placed = place.configuration;
    const judged = file === null || placed === null ? file : lazily(fromRoot(placed), () => file.digest);
    return { ...prepared, judgedBy: { ...prepared.judgedBy, configuration: judged, named: asNamed } };
  };
  if (named.length === 0) {
    const own = configuration.policies;
    return judgedIn(await preparedFrom(configuration, own, files, files, now, place.configuration === null), []);
  }
  // Policies of the command line may lie anywhere: they are read from the folder that holds them and the root, so that
  // a path in the report says where each lies.
  const isPack = (reference: string): boolean => reference.startsWith("referee:");
  const common = named.filter((reference) => !isPack(reference)).map((path) => resolve(folder, path));
  const from = place.root;
  const outermost = common.reduce((top, path) => (path.startsWith(top + sep) ? top : commonFolder(top, path)), from);
  const references = named.map((reference) =>
    isPack(reference) ? reference : relative(outermost, resolve(folder, reference)).split(sep).join("/"),
  );
  const outer = policyFilesOf(disk(outermost));
  const prepared = await preparedFrom(configuration, references, outer, files, now, place.configuration === null);
  const asNamed = named.map((reference) => (isPack(reference) ? reference : fromRoot(resolve(folder, reference))));
  return judgedIn(prepared, asNamed);
}

/** A file whose digest is taken where somebody asks for it. */
const lazily = (path: string, digest: () => string): DigestedFile => ({
  path,
  get digest() {
    return digest();
  },
});

/** The digest of a file that judges; null where it cannot be read, which its own reader tells. */
function digested(path: string, files: PolicyFiles): DigestedFile | null {
  const read = files.read(path);
  if (read.kind !== "text") return null;
  return lazily(path, () => sha256Digest(read.text));
}

function commonFolder(one: string, other: string): string {
  let shared = one;
  while (!other.startsWith(shared.endsWith(sep) ? shared : shared + sep)) shared = dirname(shared);
  return shared;
}

/** A file that the configuration names and that is not there is complained of where it is named. */
function placed(problem: Problem, { path, policies, waivers }: Configuration, beside: PolicyFiles): Problem {
  if (path === null || problem.path === null || problem.line !== null) return problem;
  const wanted = posix.normalize(problem.path);
  const named = (key: "policies" | "waivers", all: readonly string[]): string | null => {
    const index = all.findIndex((one) => posix.normalize(one) === wanted);
    return index === -1 ? null : `/${key}/${index}`;
  };
  const pointer = named("policies", policies) ?? named("waivers", waivers);
  const read = beside.read(posix.basename(path));
  const document = read.kind === "text" ? parseWritten(read.text, path, "configuration").document : null;
  return pointer === null || document === null ? problem : { ...problem, path, ...document.place(pointer, "value") };
}

/** Policies and waivers by name; without any, the pack that looks and does not gate. @throws UsageError */
export async function preparedFrom(
  configuration: Configuration,
  references: readonly string[],
  files: PolicyFiles,
  waiverFiles: PolicyFiles,
  now: number,
  unconfigured: boolean,
): Promise<Prepared> {
  const chosen = references.length === 0 ? [withoutPolicy] : references;
  const policies = await loadAnyPolicies(chosen, files, { stages: stagesOf(configuration) });
  const waivers = loadWaivers(configuration.waivers, waiverFiles, now, configuration.longestWaiver);
  stopAt([...policies.problems, ...waivers.problems].map((problem) => placed(problem, configuration, waiverFiles)));
  const none = unconfigured ? "No referee.yaml" : "referee.yaml names no policy";
  const notes =
    references.length === 0 ? [`${none}: looked at by ${withoutPolicy}, which gates nothing but contradictions.`] : [];
  const judgedBy: JudgingFiles = {
    commit: null,
    configuration: configuration.path === null ? null : digested(posix.basename(configuration.path), waiverFiles),
    waivers: configuration.waivers.flatMap((path) => digested(path, waiverFiles) ?? []),
    named: [],
  };
  return { configuration, policies: policies.policies, waivers: waivers.waivers, judgedBy, notes };
}
