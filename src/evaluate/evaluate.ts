import { effectOf, levelFor } from "../decide.js";
import type { Check, CheckInput } from "../model/check.js";
import type { Evidence, ModelIdentity } from "../model/evidence.js";
import type { Vouched } from "../model/fact.js";
import type { Finding, Judged, Verdict } from "../model/finding.js";
import type { Applies, Policy, Rule } from "../model/policy.js";
import { vouchedWhenComputed } from "../model/table.js";
import { adjusted } from "./family.js";
import { withSoftened } from "./softened-parts.js";
import { becameWorse, type WaiverBook } from "./waivers.js";
import { sha256 } from "../model/sha256.js";

/** What one model is judged with. */
export interface Judgement extends Omit<CheckInput, "subject" | "options" | "confidence"> {
  readonly event: string | null;
  readonly waivers: WaiverBook;
  /** Fingerprints that the base has already, with the value they had; null where nothing is compared. */
  readonly onBase: ReadonlyMap<string, Finding> | null;
  /** True where the change leaves every file of the model as it was. */
  readonly untouched?: boolean;
  /** True where no report is kept: what passes is then not known again, and has no fingerprint. */
  readonly unkept?: boolean;
}

/** True where a policy or rule applies to a model in this run. */
export function appliesTo(
  { risk, stages, events, models }: Applies,
  model: ModelIdentity,
  event: string | null,
): boolean {
  if (risk !== undefined && !(model.risk !== null && risk.includes(model.risk))) return false;
  if (stages !== undefined && ![model.stage, ...(model.alsoIn ?? [])].some((one) => stages.includes(one))) return false;
  if (events !== undefined && event !== null && !events.includes(event)) return false;
  return models === undefined || models.some((pattern) => matchesName(pattern, model.name));
}

/** `*` stands for any run of characters; matched without backtracking. */
export function matchesName(pattern: string, name: string): boolean {
  const parts = pattern.split("*");
  const [first = "", ...rest] = parts;
  if (rest.length === 0) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  const last = rest.pop() ?? "";
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return name.length - last.length >= at && name.endsWith(last);
}

/** Every rule of a policy over one model's facts. No I/O, no clock but the one given. */
export function evaluatePolicy(policy: Policy, judgement: Judgement): readonly Finding[] {
  const rules = policy.rules.filter((rule) => appliesTo(rule.applies, judgement.model, judgement.event));
  const ruled = rules.flatMap((rule) => {
    const verdicts = judgeRule(rule, policy, judgement);
    return besideBase(rule, policy, verdicts, judgement).map((verdict) => ({ rule, verdict }));
  });
  return adjusted(ruled, policy).map(({ rule, verdict }) => toFinding(policy, rule, verdict, judgement));
}

function judgeRule(rule: Rule, policy: Policy, judgement: Judgement): readonly Verdict[] {
  const { from, until } = rule.effective;
  if ((from !== null && judgement.now < from) || (until !== null && judgement.now > until)) {
    return [
      { subject: null, outcome: "not-applicable", message: "the rule is not in effect at this time", sources: [] },
    ];
  }
  const asked = rule.evidence ?? policy.evidence;
  const uncounted = new Set<object>();
  const verdicts = rule.check.evaluate(inputOf(rule, policy, judgement, judgement.evidence, uncounted));
  if (verdicts.length > 0)
    return asked === null || uncounted.size === 0 ? verdicts : verdicts.map((verdict) => sayUncounted(verdict, asked));
  return [{ subject: null, outcome: "missing", message: "the rule matched nothing", sources: [] }];
}

/** What a rule looks at of one side. @param uncounted collects the facts of it that are vouched for by less than is asked */
function inputOf(
  rule: Rule,
  policy: Policy,
  judgement: Judgement,
  evidence: Evidence,
  uncounted: Set<object>,
): CheckInput {
  const asked = rule.evidence ?? policy.evidence;
  return {
    subject: rule.subject,
    options: rule.options,
    model: judgement.model,
    evidence: asked === null ? evidence : vouchedAtLeast(evidence, asked, uncounted),
    baseline: judgement.baseline,
    approvals: judgement.approvals,
    author: judgement.author,
    review: judgement.review,
    history: judgement.history,
    stages: judgement.stages,
    confidence: rule.confidence === undefined ? policy.confidence : rule.confidence,
    now: judgement.now,
    brief: judgement.brief,
  };
}

/** The verdicts, with what the change leaves out of what the base was judged on, or holds against less; as they are where no base is judged. */
function besideBase(
  rule: Rule,
  policy: Policy,
  verdicts: readonly Verdict[],
  judgement: Judgement,
): readonly Verdict[] {
  const { onBase } = judgement;
  const { parts } = rule.check;
  if (onBase === null || parts === undefined) return verdicts;
  const before = [...onBase.values()].filter((finding) => finding.policy === policy.id && finding.rule === rule.id);
  const of = (evidence: Evidence): CheckInput => inputOf(rule, policy, judgement, evidence, new Set());
  return withSoftened(parts, verdicts, before, {
    change: of(judgement.evidence),
    base() {
      const base = judgement.baseline("base");
      return base.kind === "evidence" ? of(base.evidence) : null;
    },
  });
}

const trust: Readonly<Record<Vouched, number>> = { committed: 0, base: 1, recomputed: 2, attested: 3 };

/** What is missing may be there, vouched for by less than is asked: then writing it once more mends nothing. */
const sayUncounted = (verdict: Verdict, least: Vouched): Verdict =>
  verdict.outcome !== "missing"
    ? verdict
    : {
        ...verdict,
        message: `${verdict.message}; the policy asks for evidence that is \`${least}\`, and what is vouched for less does not count`,
        mend: `have the evidence vouched for as \`${least}\`, or ask for less in a reviewed change to the policy`,
      };

/** Facts that are vouched for less do not count; those that a check would have seen are collected. */
const vouchedAtLeast = (evidence: Evidence, least: Vouched, uncounted: Set<object>): Evidence => ({
  ...evidence,
  of: (kind) =>
    evidence.of(kind).filter((fact) => {
      const counts = trust[fact.vouched] >= trust[least];
      if (!counts) uncounted.add(fact);
      return counts;
    }),
  tables: (role) =>
    evidence
      .tables(role)
      .filter(
        (reading) => reading.kind === "unreadable" || trust[vouchedWhenComputed(reading.table.vouched)] >= trust[least],
      ),
});

/** Stable over wording and places: of model, policy, rule and subject. */
export const fingerprintOf = (model: string, policy: string, rule: string, subject: string | null): string =>
  sha256(JSON.stringify([model, policy, rule, subject])).slice(0, 32);

/** Checks that a base's own failing never softens. */
const neverSoftened = new Set(["approval", "separation-of-duties"]);

function toFinding(policy: Policy, rule: Rule, verdict: Verdict, judgement: Judgement): Finding {
  const { model, waivers, onBase, now, untouched = false } = judgement;
  const passing = verdict.outcome === "met" || verdict.outcome === "not-applicable";
  const unseen = judgement.unkept === true && passing && onBase === null;
  const fingerprint = unseen ? "" : fingerprintOf(model.name, policy.id, rule.id, verdict.subject);
  const before = onBase?.get(fingerprint);
  const waivable = {
    policy: policy.id,
    rule: rule.id,
    model: model.name,
    fingerprint,
    verdict,
    worse: becameWorse(before, (finding) => isWorse(verdict, finding)),
  };
  const waiver = passing ? null : waivers.find(waivable, now);
  const softens =
    (rule.onlyNew ?? policy.onlyNew) &&
    !neverSoftened.has(rule.check.id) &&
    (rule.evidence ?? policy.evidence) === null;
  const known = softens && before !== undefined && !isWorse(verdict, before);
  const effect = effectOf(verdict.outcome, {
    then: { ...policy.then, ...rule.then },
    forEach: rule.options["for-each"] !== undefined,
    waived: waiver !== null,
    onBase: known,
    timeAlone: untouched && (verdict.byTime === true || waivers.hasExpired(waivable, now)),
    gates: policy.gates,
  });
  return {
    model: model.name,
    policy: policy.id,
    rule: rule.id,
    check: rule.check.id,
    subject: verdict.subject,
    outcome: verdict.outcome,
    level: levelFor(effect),
    effect,
    message: rule.message === null ? verdict.message : `${rule.message} (${verdict.message})`,
    mend: verdict.mend ?? mendOf(rule.check, verdict),
    sources: verdict.sources,
    waived: waiver,
    on_base: known,
    judged: verdict.judged === undefined ? null : reportedNumbers(verdict.judged),
    // Which file is vouched for how is known to the one who read them.
    vouched: null,
    retrain: verdict.retrain ?? null,
    fingerprint,
    references: rule.references,
  };
}

/** Statistics give an interval with more than its limits; the report has the limits alone. */
const reportedNumbers = (judged: Judged): Judged => ({
  ...judged,
  interval: judged.interval === null ? null : { lower: judged.interval.lower, upper: judged.interval.upper },
});

const mendOf = (check: Check, { outcome }: Verdict): string => {
  switch (outcome) {
    case "met":
    case "not-applicable":
      return "";
    case "inconclusive":
      return "Evaluate on more examples, or state a standard error or the trials beside the value.";
    case "not-met":
    case "missing":
    case "unreadable":
      return check.mend;
  }
};

/** A finding of the base counts only as long as it has not become worse: same outcome, no lower value. */
function isWorse(verdict: Verdict, before: Finding): boolean {
  if (before.outcome === "met" || before.outcome === "not-applicable") return true;
  if (before.outcome !== verdict.outcome) return true;
  const value = verdict.judged?.value ?? null;
  const then = before.judged?.value ?? null;
  if (value === null || then === null) return (value === null) !== (then === null);
  const direction = verdict.judged?.bound_kind === "at-most" ? -1 : verdict.judged?.higher_is_better === false ? -1 : 1;
  return direction * (value - then) < -1e-12 * Math.max(Math.abs(value), Math.abs(then));
}
