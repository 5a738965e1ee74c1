import { defineCheck, type CheckInput } from "../model/check.js";
import type { Estimate } from "../model/estimate.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { judgeBound, keeps } from "../judging/bound.js";
import { expectedErrorUncertainty, greatestErrorUncertainty } from "../judging/calibration-uncertainty.js";
import { wholeOf } from "../judging/predictions/computed.js";
import { leftOutRows, rowsInNone } from "../judging/predictions/left-out-rows.js";
import { someRows, type Predictions } from "../judging/predictions/read-predictions.js";
import { predictionsOf } from "../judging/predictions/side.js";
import { slicesBy } from "../judging/predictions/slices.js";
import { brokenFor, sameMetric } from "../judging/selection.js";
import { eachSlice } from "../judging/slices.js";
import { spreadUncertainty, type Uncertainty } from "../judging/uncertainty.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownBeside, shownEstimate, shownNumber, shownSlice } from "../judging/wording.js";
import { calibrationError, type Binning } from "../statistics/calibration-error.js";
import { calibrationSlope } from "../statistics/calibration-slope.js";

const measures = ["expected", "greatest", "slope", "in-the-large"] as const;
type Measure = (typeof measures)[number];

const options = {
  "at-most": { kind: "quantity", description: "The largest error (for the intercept: of either sign)." },
  "at-least": { kind: "quantity", description: "The lowest slope." },
  bins: { kind: "count", description: "How many bins forecasts are cut into; 10 by default." },
  binning: {
    kind: "text",
    description: "How they are cut; equal-width by default.",
    choices: ["equal-width", "equal-mass"],
  },
  "min-samples": { kind: "count", description: "Rows below which it is inconclusive; 100 by default." },
  "for-each": { kind: "slice-keys", description: "Judge each value of these columns; an inner list crosses columns." },
} as const satisfies OptionTable;

type Input = CheckInput<string, ValuesOf<typeof options>>;

export const calibration = defineCheck({
  id: "calibration",
  area: "development",
  title: "Probabilities mean what they say",
  why: "Who decides by a probability of 0.9 is wrong one time in ten only where the model is calibrated.",
  mend: "Calibrate the model on held-out data (isotonic or Platt scaling), and evaluate again.",
  whenNot: "Where only the ranking is used, a score need not be a probability: ask `metric` for roc_auc.",
  subject: {
    kind: "text",
    description: "Expected or greatest calibration error, the slope, or the intercept at large.",
    choices: [...measures],
  },
  options,
  bounds: ["at-most", "at-least"],
  example: {
    rule: "calibrated: { calibration: expected, at-most: 0.05, bins: 10 }",
    met: "predictions whose expected calibration error over ten bins is 0.02",
    notMet: "predictions whose expected calibration error over ten bins is 0.12",
  },
  needs: ["measurement", "table"],
  parts: [eachSlice],
  tablesFor: () => ["predictions"],
  columnsFor: (asked) => (asked["for-each"] ?? []).flat(),

  plain(measure, asked) {
    const bounds = [
      asked["at-most"] && `at most ${shownNumber(asked["at-most"].value)}`,
      asked["at-least"] && `at least ${shownNumber(asked["at-least"].value)}`,
    ].filter((part) => typeof part === "string");
    return `the ${named(measure)} ${measure === "slope" || measure === "in-the-large" ? "" : `over ${asked.bins ?? 10} bins `}is ${listed(bounds)}`;
  },

  evaluate(input) {
    const { evidence, subject } = input;
    const side = predictionsOf(evidence);
    if (side.kind === "none") return stated(input);
    if (side.kind === "unusable") return [{ subject, outcome: "unreadable", message: side.why, sources: side.sources }];
    const { predictions } = side;
    const keyed: readonly (readonly string[] | null)[] = input.options["for-each"] ?? [null];
    return keyed.flatMap((keys) => {
      const parts = keys === null ? wholeOf(predictions) : slicesBy(keys, predictions.table, predictions.places);
      if (typeof parts === "string") return [missing(parts, "add the column to the table", subject)];
      const count = predictions.places.length;
      if (parts.length === 0)
        return [missing(`no row has a value of ${listed(keys ?? [])}`, "fill the column of the table", subject)];
      return [
        ...parts.map(({ slice, rows }) =>
          judge(keys === null ? null : shownSlice(slice), someRows(predictions, rows), input),
        ),
        ...leftOutRows(keys ?? [], rowsInNone(parts, count), count, listed(keys ?? []), predictions.table.source),
      ];
    });
  },
});

const named = (measure: string): string =>
  measure === "expected" || measure === "greatest"
    ? `${measure} calibration error`
    : measure === "slope"
      ? "calibration slope"
      : "calibration in the large";

/** Without rows, the error that a file states, whose bins nobody knows. */
function stated({ evidence, subject, options: asked }: Input): readonly Verdict[] {
  const broken = brokenFor(evidence, "measurement").find(({ claims }) => !claims);
  if (broken !== undefined) return [unreadableFile(broken, subject)];
  const name = subject === "expected" ? "expected_calibration_error" : "maximum_calibration_error";
  const facts = evidence
    .of("measurement")
    .filter((fact) => sameMetric(fact, name) && fact.about === null && !fact.claimed && shownSlice(fact.slice) === "");
  const [fact] = subject === "slope" || subject === "in-the-large" || asked["for-each"] !== undefined ? [] : facts;
  const most = asked["at-most"]?.value;
  if (fact === undefined)
    return [
      missing(
        "there is no table of predictions with scores",
        "commit predictions.csv with what is true and its probability",
        subject,
      ),
    ];
  const sources = [fact.source];
  if (fact.value === null)
    return [
      { subject, outcome: "unreadable", message: `${fact.raw_metric} is ${fact.non_finite ?? "no number"}`, sources },
    ];
  const fails = most !== undefined && !keeps(fact.value, "at-most", most);
  return [
    {
      subject,
      outcome: fails ? "not-met" : "inconclusive",
      message: `${named(subject)} ${most === undefined ? shownNumber(fact.value) : `${shownBeside(fact.value, most)}, at most ${shownNumber(most)}`}; stated without its bins and rows`,
      mend: "commit the predictions: the error hangs on the bins",
      sources,
      judged: judgedNumbers({
        metric: fact.metric,
        value: fact.value,
        bound_kind: "at-most",
        bound: most ?? null,
        higher_is_better: false,
        rung: "point",
      }),
    },
  ];
}

function judge(
  slice: string | null,
  predictions: Predictions,
  { subject, options: asked, confidence }: Input,
): Verdict {
  const sources = [predictions.table.source];
  const say = (outcome: Verdict["outcome"], message: string): Verdict => ({
    subject: slice,
    outcome,
    message,
    sources,
  });
  const { labels, scores, task } = predictions;
  if (task !== "binary") return say("missing", "calibration is of labels of 0 and 1, and these are others");
  if (typeof scores === "string") return say("missing", scores);
  const bins = asked.bins ?? 10;
  const binning: Binning = asked.binning === "equal-mass" ? "equal-mass" : "equal-width";
  const minimum = asked["min-samples"] ?? 100;
  const measured = measureOf(subject, labels, scores, bins, binning);
  if (measured.kind === "invalid") return say("unreadable", measured.reason);
  if (measured.kind === "not-estimable")
    return say("inconclusive", `${named(subject)} is not estimable: ${measured.reason}`);
  const { value, uncertainty } = measured.value;
  const bounds = boundsOf(asked);
  const judged = bounds.map(({ direction, bound }) => ({
    direction,
    bound,
    judgement: judgeBound(
      { value, standardError: null, trials: null, n: labels.length, uncertainty },
      direction,
      bound,
      confidence,
    ),
  }));
  const [decisive] = judged.sort((a, b) => severity[a.judgement.outcome] - severity[b.judgement.outcome]);
  if (decisive === undefined) return say("not-applicable", "the rule has no bound");
  const { judgement, direction, bound } = decisive;
  const { interval, method, samplesNeeded } = judgement;
  const limits = interval === null ? "" : ` [${shownNumber(interval.lower)}, ${shownNumber(interval.upper)}]`;
  const few = labels.length < minimum;
  const message = [
    `${named(subject)} ${shownBeside(value, bound)}${limits}, ${listed(bounds.map((one) => `${one.direction.replace("-", " ")} ${shownNumber(one.bound)}`))}`,
    `${method ?? ""}, n ${labels.length}${few ? `, fewer than ${minimum}` : ""}`,
    ...(samplesNeeded === null || few ? [] : [`about ${shownEstimate(samplesNeeded)} more examples would settle it`]),
  ].join("; ");
  return {
    ...say(few ? "inconclusive" : judgement.outcome, message),
    judged: judgedNumbers({
      metric: `calibration ${subject}`,
      value,
      higher_is_better: subject === "slope" ? null : false,
      bound_kind: direction,
      bound,
      interval,
      n: labels.length,
      rung: judgement.rung,
      method,
      confidence,
      samples_needed: samplesNeeded,
      p_value: few ? null : judgement.pValue,
    }),
  };
}

const severity = { "not-met": 0, inconclusive: 1, met: 2 } as const;

const boundsOf = (asked: Input["options"]) =>
  (["at-most", "at-least"] as const).flatMap((direction) => {
    const bound = asked[direction];
    return bound === undefined ? [] : [{ direction, bound: bound.value }];
  });

/** A measure, of the intercept its size, and how far it may be off. */
interface Measured {
  readonly value: number;
  readonly uncertainty: Uncertainty;
}

function measureOf(
  subject: string,
  labels: Float64Array,
  scores: Float64Array,
  bins: number,
  binning: Binning,
): Estimate<Measured> {
  const measure: Measure = measures.find((one) => one === subject) ?? "expected";
  const { length: n } = labels;
  switch (measure) {
    case "expected":
    case "greatest": {
      const found = calibrationError(labels, scores, bins, binning);
      if (found.kind !== "value") return found;
      const uncertaintyOf = measure === "expected" ? expectedErrorUncertainty : greatestErrorUncertainty;
      const uncertainty = uncertaintyOf(found.value, n, `${bins} ${binning} bins`);
      return { kind: "value", value: { value: found.value[measure], uncertainty } };
    }
    case "slope":
    case "in-the-large": {
      const found = calibrationSlope(labels, scores);
      if (found.kind !== "value") return found;
      const { slope, slopeError, inTheLarge, inTheLargeError } = found.value;
      const [value, standardError] =
        measure === "slope" ? [slope, slopeError] : [Math.abs(inTheLarge), inTheLargeError];
      const method = "logistic recalibration, Wald";
      const uncertainty = spreadUncertainty({ value, standardError, n, rung: "standard-error", method, degrees: null });
      return { kind: "value", value: { value, uncertainty } };
    }
  }
}
