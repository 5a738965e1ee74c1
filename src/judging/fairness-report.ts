import type { CheckInput } from "../model/check.js";
import type { FactOf } from "../model/fact.js";
import type { Verdict } from "../model/finding.js";
import { keeps } from "./bound.js";
import { judgedNumbers } from "./verdict.js";
import { shownBeside, shownNumber } from "./wording.js";

type Bounds = { readonly [key: string]: unknown };

const ratioMetrics: Readonly<Record<string, readonly string[]>> = {
  "demographic-parity": ["demographic_parity_ratio", "disparate_impact_ratio"],
  "impact-ratio": ["disparate_impact_ratio", "demographic_parity_ratio"],
  "equal-opportunity": ["equal_opportunity_ratio"],
  "equalized-odds": ["equalized_odds_ratio"],
};

const differenceMetrics: Readonly<Record<string, readonly string[]>> = {
  "demographic-parity": ["demographic_parity_difference", "statistical_parity_difference"],
  "impact-ratio": ["demographic_parity_difference", "statistical_parity_difference"],
  "equal-opportunity": ["equal_opportunity_difference"],
  "equalized-odds": ["equalized_odds_difference"],
};

/**
 * What fairness reports state over all groups together, where they say or their path says by which column. A number
 * without the people behind it shows a gap and cannot show that there is none: with a confidence it is inconclusive.
 */
export function reportedFairness(
  notion: string,
  keys: readonly string[],
  { evidence, options, confidence }: Pick<CheckInput<unknown, Bounds>, "evidence" | "options" | "confidence">,
): readonly Verdict[] {
  const facts = evidence.of("measurement").filter((fact) => isOf(fact, keys));
  const ratio = options["ratio-at-least"];
  const difference = options["difference-at-most"];
  return [
    ...(typeof ratio === "number" ? ratios(facts, ratioMetrics[notion] ?? [], ratio) : []),
    ...(typeof difference === "number" ? differences(facts, differenceMetrics[notion] ?? [], difference) : []),
  ].map(({ fact, value, kept, bound, kind }): Verdict => {
    const subject = keys.join(" and ");
    const sources = [fact.source];
    if (value === null)
      return {
        subject,
        outcome: "unreadable",
        message: `${fact.raw_metric} is ${fact.non_finite ?? "no number"}`,
        sources,
      };
    const message = `${fact.metric} ${shownBeside(value, bound)}, ${kind.endsWith("least") ? "at least" : "at most"} ${shownNumber(bound)}; as the report states it`;
    const bare = confidence !== null && kept;
    return {
      subject,
      outcome: bare ? "inconclusive" : kept ? "met" : "not-met",
      message: bare ? `${message}, without the people behind it` : message,
      sources,
      judged: judgedNumbers({
        metric: fact.metric,
        value,
        unit: "proportion",
        higher_is_better: kind.endsWith("least"),
        bound_kind: kind,
        bound,
        rung: "point",
      }),
    };
  });
}

/** The column stands in the slice, the metric's own name or the path; what is said of the data set is not of the model. */
function isOf(fact: FactOf<"measurement">, keys: readonly string[]): boolean {
  if (fact.claimed || fact.about !== null || fact.raw_metric.startsWith("dataset.")) return false;
  const words = [
    ...Object.keys(fact.slice),
    ...Object.values(fact.slice),
    ...fact.source.path.split(/[/.]/),
    ...fact.raw_metric.split(/[./:]/),
  ];
  return keys.every((key) => words.includes(key));
}

interface Held {
  readonly fact: FactOf<"measurement">;
  readonly value: number | null;
  readonly kept: boolean;
  readonly bound: number;
  readonly kind: string;
}

/** Of a ratio above 1 the inverse counts: which group is divided by which is the tool's choice. */
const ratios = (facts: readonly FactOf<"measurement">[], names: readonly string[], bound: number): readonly Held[] =>
  facts
    .filter(({ metric }) => names.includes(metric))
    .map((fact) => {
      const value = fact.value === null ? null : fact.value > 1 ? 1 / fact.value : fact.value;
      return { fact, value, kept: value !== null && keeps(value, "at-least", bound), bound, kind: "ratio-at-least" };
    });

const differences = (
  facts: readonly FactOf<"measurement">[],
  names: readonly string[],
  bound: number,
): readonly Held[] =>
  facts
    .filter(({ metric }) => names.includes(metric))
    .map((fact) => {
      const value = fact.value === null ? null : Math.abs(fact.value);
      return { fact, value, kept: value !== null && keeps(value, "at-most", bound), bound, kind: "difference-at-most" };
    });
