import { outcomes, type Outcome } from "../model/finding.js";
import type { Policy } from "../model/policy.js";
import type { Report } from "../model/report.js";
import type { PolicyTest } from "./form.js";

/** How often each outcome of a rule was expected, and so shown. */
export interface RuleCoverage {
  readonly rule: string;
  readonly counts: Readonly<Record<Outcome, number>>;
}

/** Outcomes by rule: only what a case asks of a rule counts, not what it happens to find beside. */
export function coverageOf(
  policy: Policy,
  runs: readonly { readonly test: PolicyTest; readonly report: Report }[],
): readonly RuleCoverage[] {
  return policy.rules.map(({ id }) => {
    const asked = runs.filter(({ test }) => test.findings.has(id));
    const found = asked.flatMap(({ report }) => report.findings.filter((finding) => finding.rule === id));
    const counts = Object.fromEntries(
      outcomes.map((outcome) => [outcome, found.filter((finding) => finding.outcome === outcome).length]),
    ) as Record<Outcome, number>;
    return { rule: id, counts };
  });
}

/** What the tests leave unshown of a rule: that it can be met, and that it can stop. */
export function unshown({ counts }: RuleCoverage): readonly string[] {
  const stops = counts["not-met"] + counts.missing + counts.unreadable + counts.inconclusive;
  return [...(counts.met === 0 ? ["met"] : []), ...(stops === 0 ? ["anything but met"] : [])];
}
