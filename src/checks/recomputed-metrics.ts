import { defineCheck, type CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import type { OptionTable, ValuesOf } from "../model/option.js";
import { agreesWithRows } from "../judging/predictions/agreement.js";
import { computeMetric, wholeOf, type Computed } from "../judging/predictions/computed.js";
import type { Predictions } from "../judging/predictions/read-predictions.js";
import { isComputable } from "../judging/predictions/computable.js";
import { predictionsOf } from "../judging/predictions/side.js";
import { slicesBy } from "../judging/predictions/slices.js";
import { atThreshold } from "../judging/predictions/thresholded.js";
import { brokenFor, sameMetric } from "../judging/selection.js";
import { judgedNumbers, missing, unreadableFile } from "../judging/verdict.js";
import { listed, shownNumber, shownSlice } from "../judging/wording.js";

const options = {
  tolerance: {
    kind: "quantity",
    description: "The difference that is none; by default what rounding of the number or of the scores explains.",
  },
  dataset: { kind: "text", description: "Only results on the data set of this name." },
} as const satisfies OptionTable;

type Input = CheckInput<readonly string[], ValuesOf<typeof options>>;
type Measurement = FactOf<"measurement">;

export const recomputedMetrics = defineCheck({
  id: "recomputed-metrics",
  area: "development",
  title: "Reported metrics are what the predictions give",
  why: "A number that nobody can compute again may come from another model, another test set, or a mistake.",
  mend: "Evaluate again, and commit the predictions and the metrics of one run.",
  whenNot: "For numbers in the card, ask `card-claims`; it holds them against what the evaluation states.",
  subject: { kind: "texts", description: "The metrics to compute again, or all." },
  options,
  example: {
    rule: "computed-again: { recomputed-metrics: all }",
    met: "an evaluation with recall 0.33 beside predictions that give 0.3311",
    notMet: "an evaluation with recall 0.41 beside predictions that give 0.3311",
  },
  needs: ["measurement", "table"],
  tablesFor: () => ["predictions"],
  parts: [{ one: "number", several: "numbers" }],

  plain(names, asked) {
    const within = asked.tolerance === undefined ? "" : ` within ${shownNumber(asked.tolerance.value)}`;
    return `${names.includes("all") ? "every reported metric" : listed(names)} is what the predictions give${within}`;
  },

  evaluate(input) {
    const { evidence, subject: names } = input;
    const broken = brokenFor(evidence, "measurement").find(({ claims }) => !claims);
    if (broken !== undefined) return [unreadableFile(broken)];
    const side = predictionsOf(evidence);
    if (side.kind === "none")
      return [
        missing(
          "there is no table of predictions",
          "commit predictions.csv with an id, what is true and what was predicted",
        ),
      ];
    if (side.kind === "unusable")
      return [{ subject: null, outcome: "unreadable", message: side.why, sources: side.sources }];
    const stated = evidence.of("measurement").filter((fact) => isAsked(fact, input));
    const verdicts = withoutOthers(
      stated.map((fact) => compare(fact, side.predictions, input)),
      names,
    );
    const unstated = names.filter((name) => name !== "all" && !stated.some((fact) => sameMetric(fact, name)));
    const gone = unstated.map((name) =>
      missing(`no evidence states ${name}`, `write ${name} into the evaluation`, name),
    );
    if (verdicts.length + gone.length > 0) return [...verdicts, ...gone];
    return [missing("no evidence states a metric that predictions give", "write metrics into an evaluation file")];
  },
});

function isAsked(fact: Measurement, { subject: names, options: asked }: Input): boolean {
  if (fact.claimed || fact.about !== null || fact.fold !== null || fact.split === "train") return false;
  if (asked.dataset !== undefined && fact.dataset !== asked.dataset) return false;
  if (!isComputable(nameOf(fact))) return false;
  return names.includes("all") || names.some((name) => sameMetric(fact, name));
}

const nameOf = ({ metric, protocol }: Measurement): string => (protocol === null ? metric : `${metric}_${protocol}`);

/** What all asks for is what can be asked of these rows: numbers of other data are counted, and are no finding each. */
function withoutOthers(verdicts: readonly Verdict[], names: readonly string[]): readonly Verdict[] {
  const others = verdicts.filter(({ outcome }) => outcome === "inconclusive");
  if (!names.includes("all") || others.length === 0 || others.length === verdicts.length) return verdicts;
  const first = others[0]?.message ?? "";
  const aside: Verdict = {
    subject: "other data",
    outcome: "not-applicable",
    message: `${others.length} reported numbers are not of these predictions: ${first}`,
    sources: others.flatMap(({ sources }) => sources.slice(0, 1)).slice(0, 4),
  };
  return [...verdicts.filter((verdict) => !others.includes(verdict)), aside];
}

function compare(fact: Measurement, predictions: Predictions, { options: asked }: Input): Verdict {
  const slice = shownSlice(fact.slice);
  const subject = slice === "" ? nameOf(fact) : `${nameOf(fact)}, ${slice}`;
  const sources = [fact.source, predictions.table.source];
  const say = (outcome: Verdict["outcome"], message: string): Verdict => ({ subject, outcome, message, sources });
  if (fact.value === null) return say("unreadable", `${fact.raw_metric} is ${fact.non_finite ?? "no number"}`);
  const computed = computedFor(fact, predictions);
  if (computed.kind === "unusable") return say("inconclusive", `${subject} cannot be computed again: ${computed.why}`);
  const [one] = computed.facts;
  const [without] = computed.without;
  if (one === undefined)
    return say("inconclusive", `${subject} cannot be computed again: ${without?.why ?? "there are no such rows"}`);
  if (fact.n !== null && fact.n !== one.fact.n)
    return say(
      "inconclusive",
      `${subject} is stated for ${fact.n} examples, and the predictions are of ${one.fact.n ?? 0}`,
    );
  const tolerance = asked.tolerance?.value ?? null;
  const again = atStatedThreshold(fact, predictions);
  const alike = [one, ...again].find((candidate) => agreesWithRows(fact, candidate.fact, tolerance));
  const value = (alike ?? one).fact.value ?? NaN;
  const shown = (number: number): string => (Math.abs(number) < 1 ? number.toFixed(6) : shownNumber(number));
  return {
    ...say(
      alike === undefined ? "not-met" : "met",
      `${subject} is stated as ${fact.unit === "percent" ? `${shownNumber(fact.value)} %` : shownNumber(fact.value)}, and the predictions give ${shown(value)}`,
    ),
    judged: judgedNumbers({
      metric: fact.metric,
      value: fact.unit === "percent" ? fact.value / 100 : fact.value,
      unit: fact.unit === "percent" ? "proportion" : fact.unit,
      higher_is_better: fact.higher_is_better,
      bound_kind: "equal",
      bound: value,
      n: one.fact.n,
    }),
  };
}

function computedFor(fact: Measurement, predictions: Predictions): Computed {
  const keys = Object.keys(fact.slice);
  const parts = keys.length === 0 ? wholeOf(predictions) : slicesBy(keys, predictions.table, predictions.places);
  if (typeof parts === "string") return { kind: "unusable", why: parts };
  const name = shownSlice(fact.slice);
  return computeMetric(
    nameOf(fact),
    predictions,
    parts.filter(({ slice }) => shownSlice(slice) === name),
    null,
  );
}

/** By the threshold that the file states, where the table's own predictions were made by another. */
function atStatedThreshold(fact: Measurement, predictions: Predictions) {
  const moved = fact.threshold === null ? undefined : atThreshold(predictions, fact.threshold);
  const computed = moved === undefined ? null : computedFor(fact, moved);
  return computed?.kind === "facts" ? computed.facts : [];
}
