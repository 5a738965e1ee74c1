import { posix } from "node:path";
import type { JudgeRequest } from "../judge/request.js";
import { defaultConfiguration } from "../model/configuration.js";
import type { Report } from "../model/report.js";
import type { FileSystem } from "../model/world.js";
import { loadConfiguration } from "../policy/configuration.js";
import { policyFilesOf } from "../policy/files.js";
import { configurationOfTree, preparedFrom, type Prepared } from "../prepare/prepared.js";
import { stagesGivenBy, widened } from "../prepare/widened.js";

/** Where a report's evaluation finds what judges, and what it is widened by. */
export interface JudgingTrees {
  readonly evidence: FileSystem;
  /** Where configuration, policies and waivers lie. */
  readonly judging: FileSystem;
  /** The judged root in that tree: policies may have been named outside of it. Empty where they are the same. */
  readonly within: string;
}

/**
 * What judged a report: configuration, policies and waivers by the names under which they were asked for, and on a change
 * what the change may add to them.
 *
 * @throws UsageError where one of them is gone or broken
 */
export async function judgingConfiguration(
  report: Report,
  trees: JudgingTrees,
): Promise<Prepared & Pick<JudgeRequest, "entering">> {
  const prepared = await preparedIn(report, trees, Date.parse(report.now));
  const { judged_by: by } = report.run;
  if (by.commit === null) return prepared;
  // As the run did: what the change itself writes is read from the evidence, and only what it may add is taken.
  const path = by.configuration?.path ?? "referee.yaml";
  const files = policyFilesOf(trees.evidence);
  const read = files.read(path).kind === "missing" ? null : loadConfiguration(path, files);
  const proposed = read === null || read.problems.length > 0 ? null : read.configuration;
  const { configuration } = await widened({
    configuration: prepared.configuration,
    proposed,
    baseTree: trees.judging,
    tree: trees.evidence,
    policies: prepared.policies,
  });
  return { ...prepared, configuration, entering: stagesGivenBy(proposed) };
}

/** Configuration, policies and waivers, by the names under which they were asked for. */
async function preparedIn({ run }: Report, { judging: tree, within }: JudgingTrees, now: number): Promise<Prepared> {
  const { configuration: file, named } = run.judged_by;
  const placed = (path: string): string => (path.startsWith("referee:") ? path : posix.join(within, path));
  const path = file === null ? null : placed(file.path);
  const configuration = (path === null ? null : configurationOfTree(tree, path)) ?? defaultConfiguration;
  const folder = path === null ? within : posix.dirname(path);
  const beside = policyFilesOf(tree, folder.replace(/^\.$/, ""));
  const [references, files] =
    named.length > 0 ? [named.map(placed), policyFilesOf(tree)] : [configuration.policies, beside];
  const prepared = await preparedFrom(configuration, references, files, beside, now, file === null);
  const judgedFile = prepared.judgedBy.configuration;
  return {
    ...prepared,
    judgedBy: {
      ...prepared.judgedBy,
      configuration: judgedFile === null || file === null ? judgedFile : { ...judgedFile, path: file.path },
      named,
    },
  };
}
