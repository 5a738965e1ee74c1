import { shownEstimate } from "../judging/wording.js";
import type { Check } from "../model/check.js";
import { type Estimate, notEstimable, value } from "../model/estimate.js";
import type { Judged, Verdict } from "../model/finding.js";
import type { Policy, Rule } from "../model/policy.js";
import { adjustPValues } from "../statistics/p-adjust.js";
import { samplesToReachLevel } from "../statistics/samples-to-reach-level.js";

/** What a rule said, before its family is judged together. */
export interface Ruled {
  readonly rule: Rule;
  readonly verdict: Verdict;
}

/**
 * What is shown broken among many bounds must be shown over the whole family: all bounds of one policy for one model;
 * a rule with its own confidence is a family of its own. What fails only unadjusted is inconclusive.
 */
export function adjusted(ruled: readonly Ruled[], policy: Policy): readonly Ruled[] {
  const families = new Map<string, number[]>();
  ruled.forEach(({ rule, verdict }, index) => {
    const p = verdict.judged?.p_value;
    if (p === null || p === undefined) return;
    const family = rule.confidence === undefined ? "" : rule.id;
    const known = families.get(family);
    if (known === undefined) families.set(family, [index]);
    else known.push(index);
  });
  const result = [...ruled];
  for (const members of families.values()) {
    const pValues = members.map((index) => ruled[index]?.verdict.judged?.p_value ?? 1);
    const answer = adjustPValues(pValues, policy.adjust);
    if (answer.kind !== "value") continue;
    members.forEach((index, position) => {
      const one = ruled[index];
      const p = answer.value[position];
      if (one !== undefined && p !== undefined)
        result[index] = { rule: one.rule, verdict: afterAdjusting(one, p, members.length, policy) };
    });
  }
  return result;
}

function afterAdjusting({ rule, verdict }: Ruled, p: number, family: number, policy: Policy): Verdict {
  const { judged } = verdict;
  if (judged === undefined) return verdict;
  const shown = { ...verdict, judged: { ...judged, p_adjusted: p } };
  if (verdict.outcome !== "not-met" || judged.confidence === null || p < 1 - judged.confidence) return shown;
  const needed = neededInFamily(judged, rule.check, (1 - judged.confidence) / family);
  const message = [
    verdict.message,
    `not shown once ${family} bounds are judged together (${policy.adjust})`,
    needed.kind === "value"
      ? `about ${shownEstimate(needed.value)} more examples would show it among them all`
      : `how many more examples would show it among them all cannot be told: ${needed.reason}`,
  ].join("; ");
  const samples = needed.kind === "value" ? needed.value : null;
  return { ...shown, outcome: "inconclusive", message, judged: { ...shown.judged, samples_needed: samples } };
}

/** Looked at again and again, an experiment's p-value is not of a normal deviate. */
const sequential = new Set(["ab-test", "canary"]);

/**
 * More examples that would show a bound broken, if what was observed stays as it is: at the level over the family's
 * size every adjustment that a policy can ask for shows it, whatever the others say.
 */
function neededInFamily({ p_value: p, n, rung }: Judged, check: Check, level: number): Estimate<number> {
  if (sequential.has(check.id)) return notEstimable("the experiment is looked at as it goes");
  if (p === null || rung === null || rung === "point") return notEstimable("its uncertainty is not known");
  if (n === null) return notEstimable("nothing states how many there are");
  const found = samplesToReachLevel(p, n, level);
  return found.kind === "value" ? value(Math.max(1, found.value.more)) : found;
}
