import type { ChangedPath } from "../git/changes.js";
import { judge } from "../judge/judge.js";
import { mergeReports } from "../judge/merge.js";
import type { Report } from "../model/report.js";
import { differences, type Difference } from "../report/differences.js";
import { requestFrom } from "./same-request.js";
import type { SameTrees } from "./same-trees.js";

/**
 * Evaluates what a report evaluated, from the same inputs: a part as that part, and a report that was merged of parts with
 * clocks of their own part by part.
 *
 * @throws UsageError where it cannot be asked again: a policy is gone or broken
 */
export async function evaluateAgain(report: Report, trees: SameTrees, version: string): Promise<Report> {
  const request = await requestFrom(report, trees, version);
  const clocks = report.run.part_clocks;
  if (clocks.length === 0) return judge(request);
  const parts: { readonly path: string; readonly report: Report }[] = [];
  for (const [at, clock] of clocks.entries()) {
    const shard = { index: at + 1, of: clocks.length };
    const part = await judge({ ...request, now: Date.parse(clock), shard });
    parts.push({ path: `part ${shard.index} of ${shard.of}`, report: part });
  }
  return mergeReports(parts);
}

/**
 * In what a report differs from its evaluation now. What went wrong with that run itself, such as a forge that did not
 * answer, is no part of the evaluation; nor are files that came later and that nobody judges, such as the report.
 */
export function compareAgain(
  report: Report,
  evaluated: Report,
  change: readonly ChangedPath[] | null,
): readonly Difference[] {
  const ofRun = report.problems.filter(({ model }) => model === null);
  const there = new Set(evaluated.unjudged.map(({ path }) => path));
  const unjudged = report.unjudged.every(({ path }) => there.has(path)) ? report.unjudged : evaluated.unjudged;
  const again = {
    ...evaluated,
    shard: shardAgain(report, evaluated),
    problems: [...ofRun, ...evaluated.problems],
    unjudged,
  };
  return [
    ...changeDifferences(report, change),
    ...differences(report, again, { one: "the report", other: "this evaluation" }),
  ];
}

/** What a part says for the merge alone is not evaluated: its notes by kind, and what other policies would decide. */
const shardAgain = ({ shard: told }: Report, { shard }: Report): Report["shard"] =>
  told === null || shard === null ? shard : { ...shard, notes: told.notes, effect: told.effect };

/** What the change touches by git's account and not in the report, and what moved in the report alone. */
function changeDifferences({ run }: Report, change: readonly ChangedPath[] | null): readonly Difference[] {
  if (change === null || run.touched === null) return [];
  const touched = new Set(run.touched);
  const hidden = change
    .flatMap(({ path, from }) => [path, ...(from === null ? [] : [from])])
    .filter((path) => !touched.has(path));
  const before = new Map(change.flatMap(({ kind, path, from }) => (kind === "renamed" ? [[path, from] as const] : [])));
  const moved = Object.entries(run.renames).filter(([now, then]) => before.get(now) !== then);
  return [
    ...hidden.map((path) => `the change touches ${path} by git's account, and not in the report`),
    ...moved.map(([now, then]) => `${now} was ${then} before the change in the report, and not by git's account`),
  ].map((message) => ({ kind: "change", message }));
}
