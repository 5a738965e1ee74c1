import { type BoundJudgement, type Quantified } from "../judging/bound.js";
import { rungTold } from "../judging/rung-told.js";
import { judgeChange } from "../judging/change.js";
import { comparable } from "../judging/comparable.js";
import { kpiOfArms } from "../judging/kpi-arms.js";
import { brokenFor, selectMeasurements } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { shownChange, shownNumber } from "../judging/wording.js";
import { defineCheck, type CheckInput } from "../model/check.js";
import type { Evidence } from "../model/evidence.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  offline: { kind: "text", description: "The metric of the test set that stands for the KPI.", required: true },
  against: { kind: "text", description: "What both are compared with: base, champion, release, or a path." },
  "change-at-least": {
    kind: "quantity",
    description: "The smallest change of the KPI, in its good direction; 0 by default.",
  },
  "lower-is-better": {
    kind: "flag",
    description: "True for a KPI such as churn or cost; what the evidence says by default.",
  },
  control: {
    kind: "text",
    description: "The arm that the old model serves; control, champion, baseline … by default.",
  },
  treatment: { kind: "text", description: "The arm that this model serves; the other one by default." },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const businessKpi = defineCheck({
  id: "business-kpi",
  area: "development",
  title: "What is gained offline is gained in business",
  why: "A better score on a test set that moves no KPI costs a release and gains nothing; one that moves it the wrong way shows that the score measures something else.",
  mend: "Find out why score and KPI part, and choose an offline metric that follows the KPI.",
  whenNot: "Before the model has served anybody: then there is no KPI to compare with.",
  subject: { kind: "text", description: "The KPI, by the name that the evidence writes, such as conversion_rate." },
  options,
  example: {
    rule: "worth-it: { business-kpi: conversion_rate, offline: roc_auc, against: champion }",
    met: "roc_auc rises by 0.02 and the conversion rate by 0.4 %",
    notMet: "roc_auc rises by 0.02 and the conversion rate falls by 0.3 %",
  },
  needs: ["measurement", "model", "run", "experiment"],

  plain: (kpi, asked) =>
    `${kpi} changes by at least ${shownNumber(asked["change-at-least"]?.value ?? 0)} for the better against the ${asked.against ?? "champion"}, as ${asked.offline ?? ""} does`,

  evaluate(input) {
    const { subject: kpi, options: asked } = input;
    const offline = asked.offline ?? "";
    const baseline = input.baseline(asked.against ?? "champion");
    if (baseline.kind === "absent") return [missing(baseline.why, baseline.mend, kpi)];
    if (baseline.kind !== "evidence")
      return [{ subject: kpi, outcome: "not-applicable", message: baseline.why, sources: [] }];
    const business = businessChange(baseline.evidence, baseline.label, input);
    if (business.kind === "verdict") return [business.verdict];
    const score = changeOf(offline, baseline.evidence, baseline.label, input);
    if (score.kind === "verdict") return [score.verdict];
    return [judgeKpi(business, score, input)];
  },
});

/** The KPI of both models; where none is stated for this model itself, that of the arms of its experiment. */
function businessChange(before: Evidence, label: string, input: Input): Changed {
  const { subject: kpi, options: asked, evidence } = input;
  const own = valueOf(kpi, evidence, "", input);
  if (own.kind === "value" || own.verdict.outcome !== "missing") return changeOf(kpi, before, label, input);
  const arms = kpiOfArms(kpi, evidence, { control: asked.control ?? null, treatment: asked.treatment ?? null });
  if (arms === null || arms.kind === "verdict") return arms ?? own;
  return directed(kpi, arms.fact, arms.treatment, arms.control, input);
}

interface Change {
  readonly kind: "change";
  readonly fact: FactOf<"measurement">;
  readonly now: Quantified;
  readonly before: Quantified;
  /** 1 where a rise is good, -1 where a fall is. */
  readonly direction: 1 | -1;
}

type Changed = Change | { readonly kind: "verdict"; readonly verdict: Verdict };

function changeOf(name: string, before: Evidence, label: string, input: Input): Changed {
  const now = valueOf(name, input.evidence, "", input);
  if (now.kind === "verdict") return now;
  const then = valueOf(name, before, `the ${label}: `, { ...input, model: { ...input.model, run: null } });
  if (then.kind === "verdict") return then;
  return directed(name, now.fact, now.quantified, then.quantified, input);
}

function directed(
  name: string,
  fact: FactOf<"measurement">,
  now: Quantified,
  before: Quantified,
  input: Input,
): Changed {
  const lower = name === input.subject ? input.options["lower-is-better"] : undefined;
  const higher = lower === undefined ? fact.higher_is_better : !lower;
  if (higher === null)
    return stop({
      subject: input.subject,
      outcome: "inconclusive",
      message: `whether a higher ${name} is better is not known`,
      mend:
        name === input.subject
          ? "say in the rule `lower-is-better: false`, or true for costs and the like"
          : "map the file with `higher_is_better`",
      sources: [fact.source],
    });
  return { kind: "change", fact, now, before, direction: higher ? 1 : -1 };
}

type Valued =
  | { readonly kind: "value"; readonly fact: FactOf<"measurement">; readonly quantified: Quantified }
  | { readonly kind: "verdict"; readonly verdict: Verdict };

function valueOf(name: string, evidence: Evidence, whose: string, { model, subject }: Input): Valued {
  const broken = brokenFor(evidence, "measurement", name).find(({ claims }) => !claims);
  if (broken !== undefined) return stop(unreadableFile(broken, subject));
  const asked = { metric: name, dataset: null, split: null, run: null, where: {}, keys: null };
  const selection = selectMeasurements(evidence, model, asked);
  if (selection.kind === "verdict")
    return stop({ subject, ...selection.verdict, message: `${whose}${selection.verdict.message}` });
  const [group] = selection.groups;
  if (group === undefined || group.conflict || selection.groups.length > 1)
    return stop({
      subject,
      outcome: "unreadable",
      message: `${whose}several values of ${name} stand side by side`,
      mend: "leave the one that counts",
      sources: selection.groups.map(({ facts: [fact] }) => fact.source).slice(0, 6),
    });
  const [fact] = group.facts;
  const read = comparable(fact, null);
  if (read.kind === "unreadable")
    return stop({
      subject,
      outcome: "unreadable",
      message: `${whose}${read.why}`,
      mend: read.mend,
      sources: [fact.source],
    });
  return { kind: "value", fact, quantified: read.quantified };
}

const stop = (verdict: Verdict) => ({ kind: "verdict" as const, verdict });

function judgeKpi(business: Change, score: Change, { subject: kpi, options: asked, confidence }: Input): Verdict {
  const bound = asked["change-at-least"]?.value ?? 0;
  const judgement: BoundJudgement = judgeChange(
    business.now,
    business.before,
    business.direction === 1 ? "at-least" : "at-most",
    business.direction * bound,
    confidence,
  );
  const change = business.now.value - business.before.value;
  const offline = score.now.value - score.before.value;
  const parted = score.direction * offline > 0 && business.direction * change < 0;
  return {
    subject: kpi,
    outcome: judgement.outcome,
    message: [
      `${kpi} ${shownNumber(business.now.value)}, ${shownChange(change)} against ${shownNumber(business.before.value)}`,
      `${score.fact.metric} ${shownChange(offline)}`,
      ...(parted ? ["the gain offline is a loss in business"] : []),
      ...(judgement.outcome === "inconclusive" && judgement.pValue === null
        ? ["a bare value: its uncertainty is not known"]
        : []),
    ]
      .join("; ")
      .concat(rungTold(judgement, business.now.trials ?? business.now.n)),
    sources: [business.fact.source, score.fact.source],
    judged: judgedNumbers({
      metric: kpi,
      value: business.now.value,
      higher_is_better: business.direction === 1,
      bound_kind: "change-at-least",
      bound,
      baseline: business.before.value,
      change,
      interval: judgement.interval,
      n: business.now.trials ?? business.now.n,
      rung: judgement.rung,
      method: judgement.method,
      confidence,
      samples_needed: judgement.samplesNeeded,
      p_value: judgement.pValue,
    }),
  };
}
