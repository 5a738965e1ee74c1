import type { Finding } from "../model/finding.js";
import type { Report } from "../model/report.js";
import { nearest } from "../policy/nearest.js";
import type { Expectation, ExpectedFinding, PolicyTest } from "./form.js";

/** What a case expected and did not get, in lines that stand under one another. */
export interface Difference {
  /** The rule; null for the decision. */
  readonly rule: string | null;
  readonly expected: string;
  readonly found: readonly string[];
  /** The nearest rule that there is, where the policy has none of this name. */
  readonly near: string | null;
}

/** Holds what a case found against what it expects; nothing where it holds. */
export function differences(test: PolicyTest, report: Report, rules: readonly string[]): readonly Difference[] {
  const ofRules = [...test.findings].flatMap(([rule, expectation]) => {
    const found = report.findings.filter((finding) => finding.rule === rule);
    const expected = unmet(expectation, found);
    if (expected === null) return [];
    const near = found.length === 0 && !rules.includes(rule) ? nearest(rule, rules) : null;
    return [{ rule, expected, found: found.map(findingWords), near }];
  });
  if (test.decision === null || test.decision === report.decision) return ofRules;
  const decision = { rule: null, expected: test.decision, found: [`${report.decision}: ${report.reason}`], near: null };
  return [...ofRules, decision];
}

/** What was expected, in words; null where the findings are so. */
function unmet(expectation: Expectation, found: readonly Finding[]): string | null {
  switch (expectation.kind) {
    case "none":
      return found.length === 0 ? null : "nothing";
    case "all":
      return found.length > 0 && found.every(({ outcome }) => outcome === expectation.outcome)
        ? null
        : expectation.outcome;
    case "some": {
      const lacking = expectation.findings.filter((wanted) => !found.some((finding) => matches(wanted, finding)));
      return lacking.length === 0 ? null : lacking.map(expectedWords).join("; ");
    }
  }
}

const matches = (wanted: ExpectedFinding, finding: Finding): boolean =>
  (wanted.subject === undefined || wanted.subject === finding.subject) &&
  wanted.outcome === finding.outcome &&
  (wanted.effect === undefined || wanted.effect === finding.effect) &&
  (wanted.waived === undefined || wanted.waived === (finding.waived !== null)) &&
  (wanted.message === undefined || finding.message.includes(wanted.message));

const expectedWords = ({ subject, outcome, effect, waived, message }: ExpectedFinding): string =>
  [
    outcome,
    ...(effect === undefined ? [] : [`leading to ${effect}`]),
    ...(subject === undefined ? [] : [`of ${subject}`]),
    ...(waived === undefined ? [] : [waived ? "waived" : "not waived"]),
    ...(message === undefined ? [] : [`saying “${message}”`]),
  ].join(" ");

const findingWords = ({ subject, outcome, effect, message, waived }: Finding): string =>
  `${outcome} leading to ${effect}${subject === null ? "" : ` of ${subject}`}${waived === null ? "" : " waived"}: ${message}`;
