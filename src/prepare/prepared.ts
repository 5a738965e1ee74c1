import { posix } from "node:path";
import type { JudgeRequest } from "../judge/request.js";
import type { Configuration } from "../model/configuration.js";
import { UsageError, type Problem } from "../model/problem.js";
import type { DigestedFile, JudgingFiles } from "../model/report-run.js";
import { sha256Digest } from "../model/sha256.js";
import type { FileSystem } from "../model/world.js";
import { loadConfiguration } from "../policy/configuration.js";
import { parseWritten } from "../policy/document.js";
import { policyFilesOf, type PolicyFiles } from "../policy/files.js";
import { loadAnyPolicies } from "../policy/load.js";
import { loadWaivers } from "../policy/waivers.js";

export type Prepared = Pick<JudgeRequest, "configuration" | "policies" | "waivers" | "judgedBy" | "notes">;

/** Every stage that a model may have. */
export const stagesOf = ({ stages }: Configuration): readonly string[] => [...new Set([...stages.order, "archived"])];

/** What applies where nothing names a policy: it looks and does not gate. */
const withoutPolicy = "referee:baseline";

const CONFIGURATION = "referee.yaml";

/** The configuration at the root of a tree; null where there is none. */
export function configurationOfTree(tree: FileSystem, path = CONFIGURATION): Configuration | null {
  const files = policyFilesOf(tree);
  return files.read(path).kind === "missing" ? null : readConfiguration(path, files);
}

/** The configuration in a file. @throws UsageError with all that is wrong with it */
export function readConfiguration(path: string, files: PolicyFiles): Configuration {
  const { configuration, problems } = loadConfiguration(path, files);
  stopAt(problems);
  return configuration;
}

function stopAt(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new UsageError(problems);
}

/** A file whose digest is taken where somebody asks for it. */
export const lazily = (path: string, digest: () => string): DigestedFile => ({
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
