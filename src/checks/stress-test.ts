import { resultsAsked } from "../judging/measurement-parts.js";
import { judgeMeasurements, subjectOf } from "../judging/measurements.js";
import type { MetricBounds } from "../judging/measurements-asked.js";
import { isComputable } from "../judging/predictions/computable.js";
import { selectedWithRows } from "../judging/predictions/judged-rows.js";
import { noRows, readRows, type RowsReading } from "../judging/predictions/rows.js";
import {
  brokenFor,
  selectMeasurements,
  type Asked,
  type MeasurementGroup,
  type Selection,
} from "../judging/selection.js";
import { eachSlice } from "../judging/slices.js";
import { missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber, shownSlice } from "../judging/wording.js";
import { defineCheck, type CheckInput, type EvidencePart } from "../model/check.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";

const options = {
  "for-each": { kind: "slice-keys", description: "The slices to look at; an inner list crosses columns." },
  sets: {
    kind: "texts",
    description: "Data sets on which the model is put under stress: perturbed, rare, adversarial.",
  },
  clean: {
    kind: "text",
    description: "The data set without stress, where several data sets state the metric.",
  },
  "at-least": { kind: "quantity", description: "The lowest value of the worst slice or set." },
  "at-most": { kind: "quantity", description: "The highest value of the worst slice or set." },
  "may-lose": {
    kind: "quantity",
    description: "How much worse than overall, or than on the clean set, in the metric's own bad direction.",
  },
  "min-samples": { kind: "count", description: "Slices with fewer examples are pooled or listed, not judged." },
  run: { kind: "text", description: "The run whose results are judged: its id or a registry alias." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;
type Measurements = Extract<Selection, { kind: "measurements" }>;

export const stressTest = defineCheck({
  id: "stress-test",
  area: "development",
  title: "The model holds where it is hardest",
  why: "An average hides the slice, the noise or the rare case on which the model fails.",
  mend: "Train on more of the slice or with the perturbation, or keep the model from deciding there.",
  whenNot:
    "For a floor on each slice alone, `metric` with `for-each` is enough; for gaps between groups of people, ask `fairness`.",
  subject: {
    kind: "texts",
    description: "The metric, or several, by canonical id or by the name that the file writes.",
  },
  options,
  bounds: ["at-least", "at-most", "may-lose"],
  example: {
    rule: "robust: { stress-test: accuracy, sets: [test-noise, test-blur], may-lose: 5% }",
    met: "accuracy 0.93 on the clean set and 0.90 with noise",
    notMet: "accuracy 0.93 on the clean set and 0.71 with noise",
  },
  needs: ["measurement", "model", "run", "table"],
  parts: [eachSlice, { one: "result", several: "results", of: (input) => resultsOf(input) }],
  tablesFor: (names, asked) => (asked["for-each"] !== undefined && names.some(isComputable) ? ["predictions"] : []),
  columnsFor: (asked) => (asked["for-each"] ?? []).flat(),

  plain(names, asked) {
    const where = [
      asked["for-each"] &&
        `the worst ${listed(
          asked["for-each"].map((keys) => keys.join(" and ")),
          "or",
        )}`,
      asked.sets && `${listed(asked.sets)}`,
    ].filter((part) => typeof part === "string");
    const bounds = [
      asked["at-least"] && `at least ${shownNumber(asked["at-least"].value)}`,
      asked["at-most"] && `at most ${shownNumber(asked["at-most"].value)}`,
      asked["may-lose"] && `no more than ${shownNumber(asked["may-lose"].value)} worse than without stress`,
    ].filter((part) => typeof part === "string");
    return `on ${where.length === 0 ? "the worst slice" : listed(where)}, ${listed(names)} is ${listed(bounds)}`;
  },

  metricsOf: (names) => names,

  evaluate: (input) => input.subject.flatMap((name) => judgeMetric(input, name)),
});

const keyedBy = (input: Input, name: string): readonly (readonly string[])[] =>
  input.options["for-each"] ?? (input.options.sets === undefined ? slicesStated(input, name) : []);

/** The results on each slice, of which the worst stands. */
const resultsOf = (input: Input): readonly EvidencePart[] =>
  input.subject.flatMap((name) =>
    keyedBy(input, name).flatMap((keys) => {
      const { options: asked, evidence, model } = input;
      const wanted: Asked = {
        metric: name,
        split: null,
        run: asked.run ?? null,
        where: {},
        keys,
        dataset: asked.clean ?? null,
      };
      return resultsAsked(evidence, model, wanted, (slice) =>
        subjectOf(slice, { name, several: input.subject.length > 1 }),
      );
    }),
  );

function judgeMetric(input: Input, name: string): readonly Verdict[] {
  const { evidence, options: asked } = input;
  const broken = brokenFor(evidence, "measurement", name).find(({ claims }) => !claims);
  if (broken !== undefined) return [unreadableFile(broken, name)];
  const keyed = keyedBy(input, name);
  const sets = asked.sets ?? [];
  if (keyed.length === 0 && sets.length === 0)
    return [
      missing(`no evidence states ${name} for any slice`, "evaluate the model on slices, or on perturbed sets", name),
    ];
  return [
    ...keyed.flatMap((keys) => judgeStress(input, name, { keys, dataset: asked.clean ?? null }, name)),
    ...sets.flatMap((set) => judgeStress(input, name, { keys: null, dataset: set }, `${name} on ${set}`)),
  ];
}

/** The slice keys that evidence of a metric has, each combination once. */
function slicesStated({ evidence }: Input, name: string): readonly (readonly string[])[] {
  const keys = evidence
    .of("measurement")
    .filter(({ metric, raw_metric: raw, claimed }) => (metric === name || raw === name) && !claimed)
    .map(({ slice }) => Object.keys(slice).sort())
    .filter((own) => own.length > 0);
  return [...new Map(keys.map((own) => [JSON.stringify(own), own])).values()];
}

function judgeStress(
  input: Input,
  name: string,
  under: Pick<Asked, "keys" | "dataset">,
  label: string,
): readonly Verdict[] {
  const { evidence, model, options: asked } = input;
  const wanted = { metric: name, split: null, run: asked.run ?? null, where: {} };
  const subject = under.keys === null ? label : `${name} for each ${under.keys.join(" and ")}`;
  const judgedOn = selectedWithRows(
    selectMeasurements(evidence, model, { ...wanted, ...under }),
    null,
    under.keys === null ? noRows : rowsOf(input, name, under.keys),
  );
  const { selection: stressed } = judgedOn;
  if (stressed.kind === "verdict") return [{ subject, ...stressed.verdict }];
  const without =
    asked["may-lose"] === undefined
      ? null
      : selectedWithRows(
          selectMeasurements(evidence, model, { ...wanted, keys: null, dataset: asked.clean ?? null }),
          null,
          under.keys === null ? noRows : rowsOf(input, name, null),
        );
  const clean = without?.selection ?? null;
  if (clean?.kind === "verdict")
    return [{ subject, ...clean.verdict, message: `without stress: ${clean.verdict.message}` }];
  const sets = new Set(asked.sets ?? []);
  const free = clean?.groups.filter(({ facts: [fact] }) => fact.dataset === null || !sets.has(fact.dataset)) ?? [];
  if (clean !== null && free.length !== 1)
    return [
      missing(
        free.length === 0
          ? `no evidence states ${name} without stress`
          : `${free.length} results state ${name} without stress`,
        "say `clean: <data set>`",
        subject,
      ),
    ];
  const [overall] = free;
  const before = overall === undefined ? null : standingBeside(overall, stressed);
  const behind = overall === undefined ? undefined : without?.rows?.behind.get(overall.facts[0]);
  const ofBefore =
    behind === undefined ? [] : (before?.groups ?? []).map(({ facts: [fact] }) => [fact, behind] as const);
  return judgeMeasurements({
    name: label,
    several: under.keys === null || input.subject.length > 1,
    keys: under.keys,
    selection: stressed,
    before,
    baselineLabel: under.keys === null ? "clean set" : "overall",
    bounds: boundsOf(input),
    confidence: input.confidence,
    datasets: [],
    baselineDatasets: [],
    rows: judgedOn.rows === null ? null : { ...judgedOn.rows, behindBaseline: new Map(ofBefore) },
    brief: false,
  });
}

/** Rows say nothing of sets, of a clean set or of a run that the rule names. */
function rowsOf({ evidence, options: asked }: Input, name: string, keys: readonly string[] | null): RowsReading {
  const particular = asked.clean !== undefined || asked.run !== undefined || asked["for-each"] === undefined;
  if (particular || !isComputable(name)) return noRows;
  return readRows({ metric: name, keys, cluster: null, candidate: evidence, champion: null });
}

/**
 * The result without stress, put beside each slice that is compared with it. The two are judged as independent; since a slice is a
 * part of the whole, their difference varies less than that, and the judgement is the cautious one.
 */
function standingBeside(overall: MeasurementGroup, { groups }: Measurements): Measurements {
  const [fact] = overall.facts;
  const slices = new Map(groups.map(({ facts: [{ slice }] }) => [shownSlice(slice), slice]));
  return {
    kind: "measurements",
    claimed: false,
    groups: [...slices.values()].map((slice) => ({ ...overall, facts: [{ ...fact, slice }] })),
  };
}

const boundsOf = ({ options: asked }: Input): MetricBounds => ({
  atLeast: asked["at-least"] ?? null,
  atMost: asked["at-most"] ?? null,
  mayLose: asked["may-lose"] ?? null,
  changeAtLeast: null,
  changeAtMost: null,
  relativeChangeAtLeast: null,
  relativeChangeAtMost: null,
  minSamples: asked["min-samples"] ?? null,
  sameDataset: false,
});
