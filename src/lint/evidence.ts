import { matchesName } from "../evaluate/evaluate.js";
import type { Finding } from "../model/finding.js";
import type { Applies, Policy, Rule } from "../model/policy.js";
import type { Report } from "../model/report.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numberWords, percentWords } from "../policy/amounts.js";
import type { Advice, LintId } from "./advice.js";
import { trialsNeeded } from "./reach.js";

/**
 * What the rules of a policy say beside the evidence that there is.
 *
 * @param before what the same rules found some months ago; null where the history does not tell
 */
export function lintEvidence(policy: Policy, report: Report, before: Report | null): readonly Advice[] {
  const ofNobody = asksNobody(policy.applies, report);
  return policy.rules.flatMap((rule) => {
    const found = foundBy(report, policy, rule);
    const earlier = before === null ? [] : foundBy(before, policy, rule);
    const advice = (id: LintId, message: string, mend: string): Advice => ({
      id,
      policy: policy.id,
      rule: rule.id,
      message,
      mend,
      origin: rule.origin,
    });
    return [
      ...(asksNobody(rule.applies, report) ?? ofNobody ?? []).map((message) =>
        advice("matches-nothing", message, "name models and classes as referee.yaml does"),
      ),
      ...matchesNothing(found).map((message) =>
        advice("matches-nothing", message, "name what there is, or bring the evidence"),
      ),
      ...outOfReach(found).map((message) =>
        advice("never-met", message, "lower the bound, or evaluate on more examples"),
      ),
      ...staleFloor(found, earlier).map((message) =>
        advice("stale-floor", message, "move the bound to what the model is expected to keep"),
      ),
    ];
  });
}

const foundBy = ({ findings }: Report, policy: Policy, rule: Rule): readonly Finding[] =>
  findings.filter((finding) => finding.policy === policy.id && finding.rule === rule.id);

const matchesNothing = (found: readonly Finding[]): readonly string[] =>
  found.length > 0 && found.every(({ outcome }) => outcome === "missing")
    ? [`no model here has what it asks for: ${found[0]?.message ?? ""}`]
    : [];

/** Names and classes that no model here has: a rule that is asked of nobody never fails. Null where some model has them. */
function asksNobody({ models, risk }: Applies, { models: judged }: Report): readonly string[] | null {
  const nobody = [
    ...(models !== undefined && !judged.some(({ name }) => models.some((pattern) => matchesName(pattern, name)))
      ? [`no model here is called ${models.join(" or ")}`]
      : []),
    ...(risk !== undefined && !judged.some((model) => model.risk !== null && risk.includes(model.risk))
      ? [`no model here is of risk class ${risk.join(" or ")}`]
      : []),
  ];
  return nobody.length === 0 ? null : nobody;
}

/** Bounds that this many examples cannot show, were every single one right. */
function outOfReach(found: readonly Finding[]): readonly string[] {
  const messages = found.flatMap(({ judged, model, subject }) => {
    if (judged === null || judged.bound_kind !== "at-least" || judged.rung !== "trials") return [];
    const { bound, confidence, n } = judged;
    if (bound === null || confidence === null || n === null) return [];
    const needed = trialsNeeded(bound, confidence);
    if (needed === null || n >= needed) return [];
    const about = `${model}${subject === null ? "" : ` ${subject}`}`;
    return [
      `${about} has n ${n}: not even a perfect score shows ${numberWords(bound)} with ${percentWords(confidence)} confidence; it takes ${needed}`,
    ];
  });
  return messages.slice(0, 3);
}

/** A bound that every model clears by more than half the way to the best there is, now and months ago. */
function staleFloor(found: readonly Finding[], earlier: readonly Finding[]): readonly string[] {
  const all = [...found, ...earlier];
  if (found.length === 0 || earlier.length === 0 || !all.every((finding) => isFarFrom(finding))) return [];
  const [first] = found;
  const values = all.flatMap(({ judged }) => (judged?.value === null || judged === null ? [] : [judged.value]));
  const kind = first?.judged?.bound_kind ?? "";
  const worst = kind === "at-least" ? Math.min(...values) : Math.max(...values);
  return [
    `${kind} ${numberWords(first?.judged?.bound ?? Number.NaN)} is far from what has long been reached: ${numberWords(worst)} or better`,
  ];
}

function isFarFrom({ outcome, judged }: Finding): boolean {
  if (outcome !== "met" || judged === null || judged.value === null || judged.bound === null) return false;
  const { value, bound, metric } = judged;
  const upper = metric === null ? null : interpretMetric(metric).range.upper;
  if (judged.bound_kind === "at-least")
    return upper === null || upper === Infinity
      ? bound > 0 && value > 2 * bound
      : value - bound > (upper - bound) / 2 && value - bound >= 0.05;
  return judged.bound_kind === "at-most" && bound > 0 && value >= 0 && value < bound / 2;
}
