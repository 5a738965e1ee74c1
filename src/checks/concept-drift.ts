import { detectChange, type Detector } from "../judging/detector.js";
import { judgeAge } from "../judging/age.js";
import { errorStream } from "../judging/error-stream.js";
import { conceptAlarms, detectorOf, detectorsStated } from "../judging/concept-alarms.js";
import { seriesOf } from "../judging/series.js";
import { brokenFor } from "../judging/selection.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber, shownSpan } from "../judging/wording.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  of: {
    kind: "text",
    description:
      "The metric whose series is tested: an error or loss, or a score, which is turned over. Absent, the predictions are tested one by one, each right or wrong.",
  },
  "order-by": {
    kind: "text",
    description: "The column of the predictions that says in which order they came; absent, they came as they stand.",
  },
  agreeing: {
    kind: "count",
    description:
      "How many detectors must alarm for drift of the concept; 2 by default, since a lone alarm is weak evidence.",
  },
  tolerated: {
    kind: "quantity",
    description: "Page–Hinkley: the rise of the error that is tolerated; 0.005 by default.",
  },
  threshold: {
    kind: "quantity",
    description: "Page–Hinkley: the sum of rises that alarms; 50 times `tolerated` by default.",
  },
  "warm-up": { kind: "count", description: "Values before which no detector alarms; 30 by default." },
  delta: { kind: "proportion", description: "ADWIN: the chance of a false cut; 0.002 by default." },
  dataset: { kind: "text", description: "Only the series on the data set of this name." },
  "max-age": { kind: "duration", description: "The oldest report or value that counts." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;
const detectors = ["page-hinkley", "ddm", "adwin"] as const satisfies readonly Detector[];

export const conceptDrift = defineCheck({
  id: "concept-drift",
  area: "monitoring",
  title: "What the inputs mean has not changed",
  why: "The same inputs may come to mean something else: fraud changes its ways while every column keeps its shape.",
  mend: "Look at what the model gets wrong since the change, and train on labels from after it.",
  whenNot:
    "Without labels nobody sees the concept drift; ask `drift` and `prediction-drift`, and say in the plan what they cannot show.",
  subject: {
    kind: "texts",
    description:
      "page-hinkley, ddm or adwin over the series of `of` or over predictions; reports for the verdicts that tools state.",
    choices: [...detectors, "reports"],
  },
  options,
  example: {
    rule: "same-concept: { concept-drift: [page-hinkley, adwin], of: error_rate }",
    met: "an error rate that moves about 4 % for a year",
    notMet: "an error rate that rises from 4 % to 9 % in June, seen by both detectors",
  },
  needs: ["drift", "measurement", "table"],
  tablesFor: (methods, asked) =>
    asked.of === undefined && detectors.some((method) => methods.includes(method)) ? ["predictions"] : [],
  columnsFor: (asked) => (asked["order-by"] === undefined ? [] : [asked["order-by"]]),

  plain: (methods, asked) =>
    `no drift of the concept is seen ${methods.includes("reports") ? "in the reports of the tools" : `in ${asked.of ?? "the predictions"}`} by ${asked.agreeing ?? 2} detectors together${asked["max-age"] === undefined ? "" : `, in evidence not older than ${shownSpan(asked["max-age"])}`}`,

  metricsOf: () => null,
  parts: [
    { one: "value", several: "values", of: (input) => (input.subject.some(isDetector) ? valuesOf(input) : []) },
    {
      one: "detector",
      several: "detectors",
      of: ({ subject, evidence }) => (subject.includes("reports") ? detectorsStated(evidence) : []),
    },
  ],

  evaluate(input) {
    const asked = detectors.filter((method) => input.subject.includes(method));
    const series = asked.length === 0 ? [] : bySeries(asked, input);
    const reports = input.subject.includes("reports") ? byReports(input) : [];
    return [...series, ...reports];
  },
});

function bySeries(methods: readonly Detector[], input: Input): readonly Verdict[] {
  const { options: asked, evidence, now, history } = input;
  const metric = asked.of;
  if (metric === undefined) return byPredictions(methods, input);
  const series = seriesOf(evidence, { metric, ...seriesAsked(asked) });
  if (series.kind === "verdict") return [series.verdict];
  const { points } = series;
  const [first] = points;
  const higher = first?.fact.higher_is_better ?? null;
  const errors = points.map(({ quantified }) => (higher === true ? 1 - quantified.value : quantified.value));
  const sources = points.slice(-1).map(({ fact }) => fact.source);
  const { verdict, earliest } = watched(methods, errors, `values of ${metric}`, asked);
  const alarmed = earliest === null ? undefined : points[earliest - 1];
  const aged =
    asked["max-age"] === undefined
      ? []
      : [
          judgeAge(
            points.map(({ fact }) => fact),
            asked["max-age"],
            now,
            "the series",
            history,
          ),
        ];
  return [{ ...verdict, subject: metric, sources: alarmed === undefined ? sources : [alarmed.fact.source] }, ...aged];
}

const seriesAsked = (asked: Input["options"]) => ({ dataset: asked.dataset ?? null, protocol: null, bySteps: true });

const isDetector = (method: string): boolean => detectors.some((known) => known === method);

/** A series goes on, and may forget how it began: the number of its values counts, and not which they are. */
function valuesOf({ options: asked, evidence }: Input): readonly EvidencePart[] {
  const { of: metric } = asked;
  const series = metric === undefined ? null : seriesOf(evidence, { metric, ...seriesAsked(asked) });
  return series?.kind !== "series"
    ? []
    : series.points.map(({ fact }) => ({ name: metric ?? "", source: fact.source, subject: metric ?? null }));
}

/** Over single predictions, right or wrong, in the order in which they came. */
function byPredictions(methods: readonly Detector[], input: Input): readonly Verdict[] {
  const { options: asked, evidence, now, history } = input;
  const stream = errorStream(evidence, asked["order-by"] ?? null);
  if (stream.kind === "unusable") {
    const { why, sources, broken } = stream;
    const mend = "say `of: <metric>`, such as an error rate over time, or commit predictions with their labels";
    return [{ subject: null, outcome: broken ? "unreadable" : "missing", message: why, mend, sources }];
  }
  const { verdict } = watched(methods, stream.errors, "predictions", asked);
  const tables = evidence.of("table").filter(({ source }) => source.path === stream.source.path);
  const aged =
    asked["max-age"] === undefined ? [] : [judgeAge(tables, asked["max-age"], now, "the predictions", history)];
  return [{ ...verdict, subject: null, sources: [stream.source] }, ...aged];
}

interface Watched {
  readonly verdict: Pick<Verdict, "outcome" | "message" | "mend">;
  /** Which value alarmed first, from 1; null where none did. */
  readonly earliest: number | null;
}

/** What the detectors say of a stream of errors. @param of what the errors are, in words */
function watched(
  methods: readonly Detector[],
  errors: readonly number[],
  of: string,
  asked: Input["options"],
): Watched {
  const warmUp = asked["warm-up"] ?? 30;
  const unsure = (message: string, mend: string): Watched => ({
    verdict: { outcome: "inconclusive", message, mend },
    earliest: null,
  });
  if (errors.length < 2 * warmUp)
    return unsure(
      `${errors.length} ${of}; a detector that warms up over ${warmUp} needs twice as many`,
      "collect more values, or say a shorter `warm-up`",
    );
  const tolerated = asked.tolerated?.value ?? 0.005;
  const limits = {
    tolerated,
    threshold: asked.threshold?.value ?? 50 * tolerated,
    warmUp,
    delta: asked.delta ?? 0.002,
  };
  const answers = methods.map((method) => ({ method, answer: detectChange(method, errors, limits) }));
  const failed = answers.flatMap(({ method, answer }) =>
    answer.kind === "value" ? [] : [`${method}: ${answer.reason}`],
  );
  if (failed.length > 0) return unsure(failed.join("; "), "choose another detector");
  const alarms = answers.flatMap(({ method, answer }) =>
    answer.kind === "value" && answer.value !== null ? [{ method, place: answer.value }] : [],
  );
  const told = alarms.map(({ method, place }) => `${method} at value ${place} of ${errors.length}`);
  return {
    verdict: byAgreement(alarms.length, asked.agreeing ?? 2, methods.length, told, `${errors.length} ${of}`),
    earliest: alarms.length === 0 ? null : Math.min(...alarms.map(({ place }) => place)),
  };
}

/** One verdict a stream, over the detectors that watched it. */
function byReports({ options: asked, evidence, now, history }: Input): readonly Verdict[] {
  const broken = brokenFor(evidence, "drift")[0];
  if (broken !== undefined) return [unreadableFile(broken)];
  const facts = conceptAlarms(evidence);
  if (facts.length === 0)
    return [
      missing("no report speaks of drift of the concept", "commit the detector's summary, or name a series with `of`"),
    ];
  const aged =
    asked["max-age"] === undefined ? [] : [judgeAge(facts, asked["max-age"], now, "the drift report", history)];
  const streams = new Map<string, FactOf<"drift">[]>();
  for (const fact of facts) {
    const known = streams.get(detectorOf(fact));
    if (known === undefined) streams.set(detectorOf(fact), [fact]);
    else known.push(fact);
  }
  const alarmed = [...streams].filter(([, own]) => own.some(({ drifted }) => drifted === true));
  const performance = evidence.of("drift").filter(({ scope, drifted }) => scope === "performance" && drifted === true);
  // A loss of performance that a tool measured is what a detector's alarm stands for: it agrees.
  const agreeing = alarmed.length + (alarmed.length > 0 && performance.length > 0 ? 1 : 0);
  const told = [
    ...alarmed.map(([detector]) => detector),
    ...(performance.length > 0 ? ["a measured loss of performance"] : []),
  ].sort();
  const shown =
    alarmed.length === 0 ? facts.slice(0, 1) : alarmed.flatMap(([, own]) => own.filter(({ drifted }) => drifted));
  return [
    {
      ...byAgreement(agreeing, asked.agreeing ?? 2, streams.size, told, `${streams.size} detectors`),
      subject: null,
      sources: shown.slice(0, 20).map(({ source }) => source),
    },
    ...aged,
  ];
}

function byAgreement(
  alarms: number,
  needed: number,
  asked: number,
  told: readonly string[],
  over: string,
): Pick<Verdict, "outcome" | "message" | "mend"> {
  if (alarms === 0) return { outcome: "met", message: `no alarm over ${over}` };
  if (alarms >= needed)
    return { outcome: "not-met", message: `${listed(told)} ${alarms === 1 ? "sees" : "see"} a change, over ${over}` };
  return {
    outcome: "inconclusive",
    message: `${listed(told)} alone ${alarms === 1 ? "sees" : "see"} a change, over ${over}: ${shownNumber(alarms)} of ${asked}, and ${needed} must agree`,
    mend: "look at the errors since the alarm, or ask a second detector",
  };
}
