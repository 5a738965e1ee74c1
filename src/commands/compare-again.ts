import type { Report } from "../model/report.js";
import { differences, type Difference } from "../report/differences.js";

/**
 * In what a report differs from its evaluation now. What went wrong with that run itself, such as a forge that did not
 * answer, is no part of the evaluation; nor are files that came later and that nobody judges, such as the report.
 */
export function compareAgain(report: Report, evaluated: Report): readonly Difference[] {
  const ofRun = report.problems.filter(({ model }) => model === null);
  const there = new Set(evaluated.unjudged.map(({ path }) => path));
  const unjudged = report.unjudged.every(({ path }) => there.has(path)) ? report.unjudged : evaluated.unjudged;
  const again = { ...evaluated, problems: [...ofRun, ...evaluated.problems], unjudged };
  return differences(report, again, { one: "the report", other: "this evaluation" });
}
