import type { Judged, Outcome, Verdict } from "../model/finding.js";
import type { Source } from "../model/source.js";
import { unpairedOf } from "./baseline-comparison.js";
import type { Quantified } from "./bound.js";
import type { Part } from "./change-bounds.js";
import type { Measurement, MeasurementsToJudge } from "./measurements-asked.js";
import { shownBeside, shownChange, shownChangeBeside, shownEstimate, shownNumber } from "./wording.js";

/** Outcomes, the one that decides first. */
export const worstFirst: readonly Outcome[] = [
  "not-met",
  "unreadable",
  "missing",
  "inconclusive",
  "met",
  "not-applicable",
];

/**
 * The verdict on one measurement, of the bound that came out worst, with the sentence that says it.
 *
 * @param baseline the value that it is compared with; null where there is none
 */
export function verdictOf(
  fact: Measurement,
  subject: string,
  quantified: Quantified,
  baseline: number | null,
  parts: readonly Part[],
  sources: readonly Source[],
  asked: MeasurementsToJudge,
): Verdict {
  const ordered = [...parts].sort(
    (a, b) => worstFirst.indexOf(a.judgement.outcome) - worstFirst.indexOf(b.judgement.outcome),
  );
  const decisive = ordered[0];
  if (decisive === undefined)
    return { subject, outcome: "not-applicable", message: "nothing to compare with", sources };
  const { judgement, change } = decisive;
  if (asked.brief && asked.confidence === null && judgement.outcome === "met")
    return { subject, outcome: "met", message: "", sources };
  // The bound that the value itself is held against, not its change.
  const boundOfValue = parts.find((part) => part.change === null)?.bound ?? null;
  const said = [
    `${fact.metric} ${boundOfValue === null ? shownNumber(quantified.value) : shownBeside(quantified.value, boundOfValue)}`,
    ...(judgement.interval === null || change !== null
      ? []
      : [`[${shownNumber(judgement.interval.lower)}, ${shownNumber(judgement.interval.upper)}]`]),
    ...(baseline === null
      ? []
      : [
          `${asked.baselineLabel} ${shownNumber(baseline)}, change ${change === null ? shownChange(quantified.value - baseline) : shownChangeBeside(quantified.value - baseline, decisive.bound)}${change === null || judgement.interval === null ? "" : ` [${shownChange(judgement.interval.lower)}, ${shownChange(judgement.interval.upper)}]`}`,
        ]),
  ].join(baseline === null ? " " : ", ");
  const method =
    judgement.method === null ? "" : `; ${judgement.method}, n ${quantified.trials ?? quantified.n ?? "unknown"}`;
  const bare =
    judgement.outcome === "inconclusive" &&
    judgement.rung === "point" &&
    asked.confidence !== null &&
    decisive.mend === undefined &&
    judgement.pValue === null;
  const message = [
    `${said}, ${parts.map(({ text }) => text()).join(", ")}${method}`,
    ...(asked.selection.claimed ? ["claimed by the card"] : []),
    ...(asked.rows?.aside.has(fact) === true ? [asked.rows.aside.get(fact) ?? ""] : []),
    ...(change !== null && unpairedOf(asked) !== null ? [`the rows do not pair: ${unpairedOf(asked) ?? ""}`] : []),
    ...(bare ? [whyBare(quantified)] : []),
    ...(judgement.samplesNeeded === null
      ? []
      : [`about ${shownEstimate(judgement.samplesNeeded)} more examples would settle it`]),
  ].join("; ");
  return {
    subject,
    outcome: judgement.outcome,
    message,
    ...(decisive.mend === undefined ? {} : { mend: decisive.mend }),
    sources,
    judged: judgedOf(fact, quantified, baseline, decisive, asked),
  };
}

function whyBare({ trials, value }: Quantified): string {
  if (trials === null)
    return "a bare value: neither a standard error nor its trials are stated, so its uncertainty is not known";
  if (trials === 0) return "a value of 0 trials, which show nothing";
  return Number.isSafeInteger(trials) && trials > 0
    ? `no whole number of ${trials} trials gives ${value}, so they are not its own, and its uncertainty is not known`
    : `its trials are stated as ${trials}, which is no count, so its uncertainty is not known`;
}

const judgedOf = (
  fact: Measurement,
  quantified: Quantified,
  baseline: number | null,
  { judgement, kind, bound, change }: Part,
  asked: MeasurementsToJudge,
): Judged => ({
  metric: fact.metric,
  value: quantified.value,
  unit: fact.unit === "percent" ? "proportion" : fact.unit,
  higher_is_better: fact.higher_is_better,
  bound_kind: kind,
  bound,
  baseline,
  change,
  interval: judgement.interval,
  n: quantified.trials ?? quantified.n,
  rung: judgement.rung,
  method: judgement.method,
  confidence: asked.confidence,
  samples_needed: judgement.samplesNeeded,
  p_value: judgement.pValue,
  p_adjusted: null,
});
