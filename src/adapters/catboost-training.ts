import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { catboostMetric } from "./families/catboost-metric.js";
import { below, hasKeys, list, member, number, text } from "../read/shape.js";

interface Logged {
  readonly set: string;
  readonly split: string;
  readonly metrics: readonly Value[];
}

const sets = (value: Value | undefined, key: string): readonly string[] =>
  (list(below(value, "meta", key)) ?? []).flatMap((name) => text(name) ?? []);

/** The sets that were evaluated, with the metrics in the order of their values. `test` is what early stopping looks at. */
const loggedIn = (value: Value | undefined): readonly Logged[] => [
  ...sets(value, "learn_sets").map((set) => ({
    set,
    split: "train",
    metrics: list(below(value, "meta", "learn_metrics")) ?? [],
  })),
  ...sets(value, "test_sets").map((set) => ({
    set,
    split: "eval",
    metrics: list(below(value, "meta", "test_metrics")) ?? [],
  })),
];

const betterOf = (metric: Value): { readonly higher_is_better?: boolean } => {
  const best = text(member(metric, "best_value"));
  return best === "Max" || best === "Min" ? { higher_is_better: best === "Max" } : {};
};

/** The last iteration in which a set was evaluated: `metric_period` leaves some out. */
function lastOf(value: Value | undefined, { set, split, metrics }: Logged): Statement[] {
  const iterations = list(member(value, "iterations")) ?? [];
  const at = iterations.findLastIndex((iteration) => list(member(iteration, set)) !== undefined);
  const iteration = iterations[at];
  return metrics.flatMap((metric, index): Statement[] => {
    const name = text(member(metric, "name"));
    const held = list(member(iteration, set))?.[index];
    if (name === undefined || held === undefined) return [];
    return [
      {
        kind: "measurement",
        raw_metric: name,
        ...catboostMetric(name),
        value: held,
        dataset: set,
        split,
        ...betterOf(metric),
        step: number(member(iteration, "iteration")) ?? at,
        where: { pointer: pointer("/iterations", at, set, index) },
      },
    ];
  });
}

/** What CatBoost logs of a training, beside tables of the same numbers. */
export const catboostTraining: Adapter = {
  id: "catboost-training",
  title: "CatBoost training log (`catboost_training.json`)",
  definedAt: "https://catboost.ai/docs/en/concepts/output-data_training-log",
  versions: "1.x, from files of public repositories, not seen in the corpus",
  reads: "Of each metric and set the value at the last iteration, with the direction that CatBoost states.",
  leaves: "Earlier iterations, times, and which iteration was kept.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(member(value, "meta"), "learn_sets", "learn_metrics") && list(member(value, "iterations")) !== undefined,

  read({ value }) {
    const statements = loggedIn(value).flatMap((logged) => lastOf(value, logged));
    if (statements.length > 0) return statements;
    return [
      {
        kind: "problem",
        problem: "empty",
        message: "the log holds no iteration",
        mend: "train again, or delete the log",
        where: { pointer: "/iterations" },
      },
    ];
  },
};
