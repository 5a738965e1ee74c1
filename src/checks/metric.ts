import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Evidence } from "../model/evidence.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, Quantity, ValuesOf } from "../model/option.js";
import { resultsAsked } from "../judging/measurement-parts.js";
import { judgeMeasurements, subjectOf } from "../judging/measurements.js";
import type { MetricBounds } from "../judging/measurements-asked.js";
import { selectedWithRows } from "../judging/predictions/judged-rows.js";
import { isComputable } from "../judging/predictions/computable.js";
import { noRows, readRows, type RowsReading } from "../judging/predictions/rows.js";
import { brokenFor, selectMeasurements, type Asked, type Selection } from "../judging/selection.js";
import { eachSlice } from "../judging/slices.js";
import { listed, shownNumber } from "../judging/wording.js";

/** What a measurement may be chosen by. */
const measurementFields = [
  ...(["dataset", "split", "protocol", "run", "threshold", "fold", "step", "unit", "about", "claimed"] as const),
  ...(["raw_metric", "metric", "n", "trials", "version", "format", "vouched", "higher_is_better", "value"] as const),
] satisfies readonly (keyof FactOf<"measurement">)[];

const options = {
  "at-least": { kind: "quantity", description: "The lowest value that meets the rule." },
  "at-most": { kind: "quantity", description: "The highest value that meets the rule." },
  against: { kind: "text", description: "What to compare with: base, champion, release, or a path." },
  "may-lose": {
    kind: "quantity",
    description: "How much worse than the baseline it may be, in the metric's own bad direction.",
  },
  "change-at-least": { kind: "quantity", description: "The smallest change, candidate less baseline." },
  "change-at-most": { kind: "quantity", description: "The largest change, candidate less baseline." },
  "relative-change-at-least": { kind: "quantity", description: "The smallest change as a share of the baseline." },
  "relative-change-at-most": { kind: "quantity", description: "The largest change as a share of the baseline." },
  "for-each": { kind: "slice-keys", description: "Judge each value of these columns; an inner list crosses columns." },
  "min-samples": {
    kind: "count",
    description:
      "Slices with fewer examples are pooled or listed, not judged; overall, fewer examples are inconclusive.",
  },
  dataset: { kind: "text", description: "Only results on the data set of this name." },
  split: {
    kind: "text",
    description: "Only results on this split; training results are judged only where it says train.",
  },
  run: { kind: "text", description: "The run whose results are judged: its id or a registry alias." },
  where: {
    kind: "fields",
    description: "Only facts with these fields, such as { protocol: macro }.",
    choices: measurementFields,
  },
  cluster: {
    kind: "text",
    description: "The column of a table of predictions whose rows are not independent, such as a customer's id.",
  },
  "same-dataset": {
    kind: "flag",
    description: "Whether baseline and candidate must name the same test set; true where both state a digest.",
  },
} as const satisfies OptionTable;

type Options = ValuesOf<typeof options>;

export const metric = defineCheck({
  id: "metric",
  area: "development",
  title: "A metric keeps its bounds",
  why: "A floor says what a model must reach; a comparison says that the new one is no worse than the one that serves.",
  mend: "Improve the model, or agree on another bound in a reviewed change to the policy.",
  whenNot: "For numbers that only a card claims, ask `card-claims` instead; for drift scores, `drift`.",
  subject: {
    kind: "texts",
    description: "The metric, or several, by canonical id or by the name that the file writes.",
  },
  options,
  bounds: [
    "at-least",
    "at-most",
    "may-lose",
    "change-at-least",
    "change-at-most",
    "relative-change-at-least",
    "relative-change-at-most",
  ],
  example: {
    rule: "recall-floor: { metric: recall, at-least: 80% }",
    met: "an evaluation with recall 0.84",
    notMet: "an evaluation with recall 0.61",
  },
  needs: ["measurement", "model", "run", "dataset", "table"],
  parts: [eachSlice, { one: "result", several: "results", of: (input) => resultsOf(input) }],

  plain(names, asked) {
    const parts = [
      asked["at-least"] && `at least ${words(asked["at-least"])}`,
      asked["at-most"] && `at most ${words(asked["at-most"])}`,
      asked["may-lose"] && `no more than ${apart(asked["may-lose"])} worse than the ${asked.against ?? "baseline"}`,
      asked["change-at-least"] &&
        `at least ${apart(asked["change-at-least"])} above the ${asked.against ?? "baseline"}`,
      asked["change-at-most"] && `at most ${apart(asked["change-at-most"])} above the ${asked.against ?? "baseline"}`,
      asked["relative-change-at-least"] &&
        `changed by at least ${words(asked["relative-change-at-least"])} of the ${asked.against ?? "baseline"}`,
      asked["relative-change-at-most"] &&
        `changed by at most ${words(asked["relative-change-at-most"])} of the ${asked.against ?? "baseline"}`,
    ].filter((part) => typeof part === "string");
    const each =
      asked["for-each"] === undefined
        ? ""
        : `, for each ${listed(asked["for-each"].map((keys) => keys.join(" and ")))}`;
    return `${listed(names)} ${names.length > 1 ? "are" : "is"} ${listed(parts)}${each}`;
  },

  metricsOf: (names) => names,
  tablesFor: (names) => (names.some(isComputable) ? ["predictions"] : []),
  columnsFor: (asked) => [...(asked["for-each"] ?? []).flat(), ...(asked.cluster === undefined ? [] : [asked.cluster])],

  evaluate: (input) =>
    input.subject.flatMap((name) =>
      keyed(input).flatMap((keys) => judgeOne(input, name, keys, input.subject.length > 1)),
    ),
});

const keyed = ({ options: asked }: Input): readonly (readonly string[] | null)[] => asked["for-each"] ?? [null];

const resultsOf = (input: Input): readonly EvidencePart[] =>
  input.subject.flatMap((name) =>
    keyed(input).flatMap((keys) =>
      resultsAsked(input.evidence, input.model, wantedOf(input, name, keys), (slice) =>
        subjectOf(slice, { name, several: input.subject.length > 1 }),
      ),
    ),
  );

const wantedOf = ({ options: asked }: Input, metric: string, keys: readonly string[] | null): Asked => ({
  metric,
  dataset: asked.dataset ?? null,
  split: asked.split ?? null,
  run: asked.run ?? null,
  where: asked.where ?? {},
  keys,
});

const words = ({ value, unit }: Quantity): string =>
  unit === "percent"
    ? `${shownNumber(value * 100)} %`
    : unit === "time"
      ? `${shownNumber(value)} ms`
      : shownNumber(value);

/** A difference of two values: per cent of what would be read as a share of the baseline. */
const apart = (bound: Quantity): string =>
  bound.unit === "percent"
    ? `${shownNumber(bound.value * 100)} ${bound.value === 0.01 ? "point" : "points"}`
    : words(bound);

type Input = CheckInput<readonly string[], Options>;

/**
 * A broken file that may hold the metric makes the rule unreadable; what other files show to fail stays not met, since
 * no reading of the broken one could mend it.
 */
function judgeOne(input: Input, name: string, keys: readonly string[] | null, several: boolean): readonly Verdict[] {
  const broken = brokenFor(input.evidence, "measurement", name).find(({ claims }) => !claims);
  const verdicts = judgeStated(input, name, keys, several);
  if (broken === undefined) return verdicts;
  const subject = keys === null ? name : `${name} for each ${keys.join(" and ")}`;
  const unreadable: Verdict = {
    subject,
    outcome: "unreadable",
    message: `${broken.source.path}: ${broken.message}`,
    mend: broken.mend,
    sources: [broken.source],
  };
  // Of a key that stands twice, either value may be meant: what the same file shows to fail is not shown.
  const stands = ({ outcome, sources }: Verdict): boolean =>
    outcome === "not-met" &&
    !(broken.problem === "duplicate-key" && sources.some(({ path }) => path === broken.source.path));
  return [...verdicts.filter(stands), unreadable];
}

function judgeStated(input: Input, name: string, keys: readonly string[] | null, several: boolean): readonly Verdict[] {
  const { options: asked, evidence, model } = input;
  const wanted = wantedOf(input, name, keys);
  const subject = keys === null ? name : `${name} for each ${keys.join(" and ")}`;
  const stated = selectMeasurements(evidence, model, wanted);
  const compared = comparesWith(asked);
  const baseline = compared === null ? null : input.baseline(compared);
  if (baseline?.kind === "absent")
    return [{ subject, outcome: "missing", message: baseline.why, mend: baseline.mend, sources: [] }];
  if (baseline?.kind === "new" || baseline?.kind === "itself") {
    if (!hasOwnBounds(asked)) return [{ subject, outcome: "not-applicable", message: baseline.why, sources: [] }];
  }
  const statedBefore = baseline?.kind === "evidence" ? beforeOf(baseline.evidence, input, wanted) : null;
  const beforeEvidence = baseline?.kind === "evidence" ? baseline.evidence : null;
  const { selection, before, rows } = selectedWithRows(stated, statedBefore, rowsOf(input, wanted, beforeEvidence));
  if (selection.kind === "verdict") return [{ subject, ...selection.verdict }];
  if (before?.kind === "verdict") {
    const { outcome, message, sources } = before.verdict;
    return [
      {
        subject,
        outcome,
        message: `the baseline: ${message}`,
        mend: "commit the baseline's results beside the candidate's",
        sources: [...selection.groups.map(({ facts }) => facts[0].source), ...sources],
      },
    ];
  }
  const bounds: MetricBounds = {
    atLeast: asked["at-least"] ?? null,
    atMost: asked["at-most"] ?? null,
    mayLose: before === null ? null : (asked["may-lose"] ?? null),
    changeAtLeast: before === null ? null : (asked["change-at-least"] ?? null),
    changeAtMost: before === null ? null : (asked["change-at-most"] ?? null),
    relativeChangeAtLeast: before === null ? null : (asked["relative-change-at-least"] ?? null),
    relativeChangeAtMost: before === null ? null : (asked["relative-change-at-most"] ?? null),
    minSamples: keys === null ? null : (asked["min-samples"] ?? null),
    sameDataset: asked["same-dataset"] ?? null,
  };
  const verdicts = judgeMeasurements({
    name,
    several,
    keys,
    selection,
    before,
    baselineLabel: baseline?.kind === "evidence" ? baseline.label : "baseline",
    bounds,
    confidence: input.confidence,
    datasets: evidence.of("dataset"),
    baselineDatasets: baseline?.kind === "evidence" ? baseline.evidence.of("dataset") : [],
    rows,
    // A least number of examples is asked of what is met as well.
    brief: input.brief === true && (keys !== null || asked["min-samples"] === undefined),
  });
  return keys === null ? verdicts.map((verdict) => thin(verdict, asked["min-samples"] ?? 0)) : verdicts;
}

/** What was measured on fewer examples than are asked for shows nothing, either way. */
function thin(verdict: Verdict, least: number): Verdict {
  const n = verdict.judged?.n ?? null;
  const told = verdict.outcome === "met" || verdict.outcome === "not-met";
  if (n === null || n >= least || !told) return verdict;
  return {
    ...verdict,
    outcome: "inconclusive",
    message: `${verdict.message}; ${n} examples, fewer than the ${least} that are asked for`,
    mend: "evaluate on more examples",
  };
}

/** Rows say nothing of a data set, a run or fields that the rule names: a table states none of them. */
function rowsOf({ evidence, options: asked }: Input, wanted: Asked, before: Evidence | null): RowsReading {
  const { metric: name, dataset, run, split, where, keys } = wanted;
  const particular = dataset !== null || run !== null || Object.keys(where).length > 0;
  if (particular || (split !== null && split !== "test") || !isComputable(name)) return noRows;
  return readRows({ metric: name, keys, cluster: asked.cluster ?? null, candidate: evidence, champion: before });
}

function beforeOf(evidence: Evidence, { model }: Input, wanted: Asked): Selection {
  const broken = brokenFor(evidence, "measurement", wanted.metric).find(({ claims }) => !claims);
  if (broken !== undefined) {
    const message = `${broken.source.path}: ${broken.message}`;
    return { kind: "verdict", verdict: { outcome: "unreadable", message, sources: [broken.source] }, unstated: false };
  }
  return selectMeasurements(evidence, { ...model, run: null }, { ...wanted, run: null });
}

const hasOwnBounds = (asked: Options): boolean => asked["at-least"] !== undefined || asked["at-most"] !== undefined;

function comparesWith(asked: Options): string | null {
  if (asked.against !== undefined) return asked.against;
  const changes = [
    "may-lose",
    "change-at-least",
    "change-at-most",
    "relative-change-at-least",
    "relative-change-at-most",
  ] as const;
  return changes.some((name) => asked[name] !== undefined) ? "champion" : null;
}
