import { linearRegression } from "simple-statistics";
import { keeps, type BoundJudgement } from "../judging/bound.js";
import { judgeChange } from "../judging/change.js";
import { judgeAge } from "../judging/age.js";
import { seriesOf, type SeriesPoint } from "../judging/series.js";
import { rungTold } from "../judging/rung-told.js";
import { judgedNumbers } from "../judging/verdict.js";
import { listed, shownChange, shownNumber, shownSpan } from "../judging/wording.js";
import { samplesToReachLevel } from "../statistics/samples-to-reach-level.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  "may-lose": {
    kind: "quantity",
    description:
      "How much worse than the best value of the window the newest may be, in the metric's own bad direction.",
  },
  "a-month-at-most": {
    kind: "quantity",
    description: "The steepest loss a month, by the line of least squares through the window.",
  },
  window: { kind: "duration", description: "How far back the best value counts; 365d by default." },
  "min-values": { kind: "count", description: "Fewer values than this are inconclusive; 3 by default." },
  "max-age": { kind: "duration", description: "The oldest newest value that counts." },
  dataset: { kind: "text", description: "Only values on the data set of this name." },
  protocol: { kind: "text", description: "Only values computed so, such as estimated." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;

const DAY = 86_400_000;
const MONTH = 365.25 * (DAY / 12);
/** What counts as one year, so that a value of the same day last year is in. */
const YEAR = 366 * DAY;

export const performanceDecay = defineCheck({
  id: "performance-decay",
  area: "monitoring",
  title: "The model has not lost what it could",
  why: "Losing a little at each release is never seen against the release before; against the best of a year it is.",
  mend: "Find out since when it loses, and train on what has changed since.",
  whenNot: "For one comparison with the champion, ask `metric` with `may-lose`.",
  subject: { kind: "texts", description: "The metric, or several, with a date for each value." },
  options,
  bounds: ["may-lose", "a-month-at-most"],
  example: {
    rule: "no-decay: { performance-decay: recall, may-lose: 0.02 }",
    met: "twelve months between 0.81 and 0.83, the last 0.82",
    notMet: "0.83 in January and 0.78 now, a point lost at each release",
  },
  needs: ["measurement"],

  plain(names, asked) {
    const parts = [
      asked["may-lose"] &&
        `has lost no more than ${shownNumber(asked["may-lose"].value)} against its best of the last ${shownSpan(asked.window ?? YEAR)}`,
      asked["a-month-at-most"] && `loses no more than ${shownNumber(asked["a-month-at-most"].value)} a month`,
    ].filter((part) => typeof part === "string");
    return `${listed(names)} ${listed(parts)}`;
  },

  metricsOf: (names) => names,
  parts: [{ one: "value", several: "values", of: (input) => input.subject.flatMap((name) => valuesOf(input, name)) }],

  evaluate: (input) => input.subject.flatMap((name) => judgeSeries(input, name)),
});

/** The values of the window, by their time: the best of them must not be left out. */
function valuesOf(input: Input, name: string): readonly EvidencePart[] {
  const series = seriesOf(input.evidence, wantedOf(input, name));
  if (series.kind === "verdict") return [];
  const since = input.now - (input.options.window ?? YEAR);
  return series.points.flatMap(({ at, fact: { at: written, source } }) =>
    at === null || at < since ? [] : [{ name: `${name} of ${written ?? ""}`, source, subject: name }],
  );
}

const wantedOf = ({ options: asked }: Input, metric: string) => ({
  metric,
  dataset: asked.dataset ?? null,
  protocol: asked.protocol ?? null,
  bySteps: false,
});

function judgeSeries(input: Input, name: string): readonly Verdict[] {
  const { options: asked, evidence, now, history } = input;
  const series = seriesOf(evidence, wantedOf(input, name));
  if (series.kind === "verdict") return [series.verdict];
  const newest = series.points.at(-1);
  if (newest === undefined) return [];
  const since = (newest.at ?? now) - (asked.window ?? YEAR);
  const points = series.points.filter(({ at }) => at !== null && at >= since);
  const sources = [newest.fact.source];
  const aged =
    asked["max-age"] === undefined
      ? []
      : [{ ...judgeAge([newest.fact], asked["max-age"], now, `the newest ${name}`, history), subject: `${name}, age` }];
  const least = Math.max(2, asked["min-values"] ?? 3);
  const higher = newest.fact.higher_is_better;
  const thin = (message: string, mend: string): Verdict => ({
    subject: name,
    outcome: "inconclusive",
    message,
    mend,
    sources,
  });
  if (points.length < least)
    return [
      thin(
        `${points.length} dated values of ${name} in the window; at least ${least} are asked`,
        "wait, or look further back",
      ),
      ...aged,
    ];
  if (higher === null)
    return [thin(`whether a higher ${name} is better is not known`, "map the file with `higher_is_better`"), ...aged];
  return [...againstBest(points, newest, name, higher, input), ...slope(points, newest, name, higher, input), ...aged];
}

/**
 * The newest value against every earlier one of the window. That it lost against the best is shown only after the number of
 * earlier values is paid for (Bonferroni): the best of many is best by luck as well.
 */
function againstBest(
  points: readonly SeriesPoint[],
  newest: SeriesPoint,
  name: string,
  higher: boolean,
  { options: asked, confidence }: Input,
): readonly Verdict[] {
  const margin = asked["may-lose"]?.value;
  if (margin === undefined) return [];
  const earlier = points.filter((point) => point !== newest);
  const judged = earlier.map((point) => ({
    point,
    judgement: judgeChange(
      newest.quantified,
      point.quantified,
      higher ? "at-least" : "at-most",
      higher ? -margin : margin,
      confidence,
    ),
  }));
  const best = [...judged].sort((a, b) => (higher ? -1 : 1) * (a.point.quantified.value - b.point.quantified.value))[0];
  if (best === undefined) return [];
  const change = newest.quantified.value - best.point.quantified.value;
  const p = confidence === null ? null : smallest(judged.map(({ judgement }) => judgement.pValue));
  const paid = p === null ? null : Math.min(1, p * judged.length);
  const when = best.point.fact.at?.slice(0, 10) ?? "";
  const n = newest.quantified.trials ?? newest.quantified.n;
  const outcome = outcomeOver(
    judged.map(({ judgement }) => judgement),
    paid,
    confidence,
  );
  const unpaid = best.judgement.outcome === "not-met" && outcome === "inconclusive";
  const reached =
    unpaid && paid !== null && n !== null && confidence !== null ? samplesToReachLevel(paid, n, 1 - confidence) : null;
  const samplesNeeded = reached?.kind === "value" ? reached.value.more : best.judgement.samplesNeeded;
  const spent = unpaid ? `; not shown once ${judged.length} earlier values are paid for` : "";
  return [
    {
      subject: name,
      outcome,
      message: `${name} ${shownNumber(newest.quantified.value)}, ${shownChange(change)} against the best of ${points.length} values, ${shownNumber(best.point.quantified.value)} of ${when}; may lose ${shownNumber(margin)}${spent}${rungTold({ ...best.judgement, samplesNeeded }, n)}`,
      sources: [newest.fact.source, best.point.fact.source],
      judged: judgedNumbers({
        metric: newest.fact.metric,
        value: newest.quantified.value,
        higher_is_better: higher,
        bound_kind: "may-lose",
        bound: margin,
        baseline: best.point.quantified.value,
        change,
        n,
        rung: best.judgement.rung,
        method: best.judgement.method,
        interval: best.judgement.interval,
        confidence,
        samples_needed: samplesNeeded,
        p_value: paid,
      }),
    },
  ];
}

const smallest = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value) => value !== null);
  return known.length === values.length && known.length > 0 ? Math.min(...known) : null;
};

function outcomeOver(
  judgements: readonly BoundJudgement[],
  paid: number | null,
  confidence: number | null,
): Verdict["outcome"] {
  if (judgements.every(({ outcome }) => outcome === "met")) return "met";
  if (confidence === null) return "not-met";
  return paid !== null && paid < 1 - confidence ? "not-met" : "inconclusive";
}

function slope(
  points: readonly SeriesPoint[],
  newest: SeriesPoint,
  name: string,
  higher: boolean,
  { options: asked }: Input,
): readonly Verdict[] {
  const bound = asked["a-month-at-most"]?.value;
  if (bound === undefined) return [];
  const origin = points[0]?.at ?? 0;
  const line = linearRegression(points.map(({ at, quantified }) => [((at ?? 0) - origin) / MONTH, quantified.value]));
  const loss = higher ? -line.m : line.m;
  return [
    {
      subject: `${name}, trend`,
      outcome: keeps(loss, "at-most", bound) ? "met" : "not-met",
      message: `${name} changes by ${shownChange(line.m)} a month over ${points.length} values, may lose ${shownNumber(bound)}`,
      sources: [newest.fact.source],
      judged: judgedNumbers({
        metric: name,
        value: loss,
        bound_kind: "at-most",
        bound,
        n: points.length,
        rung: "point",
      }),
    },
  ];
}
