import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, list, member, number, numeric, scalarText, text } from "../read/shape.js";

const types = new Set(["accuracy_table", "residuals", "predictions"]);

const typeOf = (value: Value | undefined): string => text(member(value, "schema_type")) ?? "";

/** The counts of a class at a threshold, in the order of the table. */
const counts = ["true_positives", "false_positives", "true_negatives", "false_negatives"] as const;

/** Where a classifier decides unless told otherwise. */
const usual = 0.5;

/** Of each class the counts at the usual threshold, and the rates that they give. */
function accuracyTable(value: Value | undefined): Statement[] {
  const data = member(value, "data");
  const at = (list(member(data, "probability_thresholds")) ?? []).findIndex((threshold) => threshold === usual);
  if (at < 0) return [];
  const labels = list(member(data, "class_labels")) ?? [];
  return (list(member(data, "probability_tables")) ?? []).flatMap((table, index) => {
    const row = list(list(table)?.[at]);
    const place = pointer("/data/probability_tables", index, at);
    const [tp, fp, tn, fn] = counts.map((_, cell) => numeric(row?.[cell]));
    if (row === undefined || tp === undefined || fp === undefined || tn === undefined || fn === undefined) return [];
    const shared = {
      kind: "measurement",
      slice: { class: scalarText(labels[index]) ?? String(index) },
      threshold: usual,
      n: tp + fp + tn + fn,
    } as const;
    const rate = (raw_metric: string, of: number, trials: number): Statement[] =>
      trials === 0 ? [] : [{ ...shared, raw_metric, value: of / trials, trials, where: { pointer: place } }];
    return [
      ...counts.map((raw_metric, cell): Statement => ({
        ...shared,
        raw_metric,
        value: row[cell],
        where: { pointer: pointer(place, cell) },
      })),
      ...rate("recall", tp, tp + fn),
      ...rate("precision", tp, tp + fp),
      ...rate("false_positive_rate", fp, fp + tn),
    ];
  });
}

/** The mean and the spread of the residuals. */
function residuals(value: Value | undefined): Statement[] {
  const n = number(below(value, "data", "res_count")) ?? null;
  return ["mean", "stddev"].flatMap((key): Statement[] =>
    hasKeys(member(value, "data"), key)
      ? [
          {
            kind: "measurement",
            raw_metric: `residuals.${key}`,
            metric: `residual_${key}`,
            value: below(value, "data", key),
            n,
            where: { pointer: pointer("/data", key) },
          },
        ]
      : [],
  );
}

/** Charts that a run of Azure ML logs; its confusion matrices are read with those of others. */
export const azuremlMetrics: Adapter = {
  id: "azureml-metrics",
  title: "Azure ML chart artifacts (`accuracy_table`, `residuals`, `predictions`)",
  definedAt: "https://learn.microsoft.com/en-us/azure/machine-learning/how-to-understand-automated-ml",
  versions: "schema versions v1 and 1.0.x, from the documentation, not seen",
  reads:
    "Of an accuracy table the counts of each class at the threshold 0.5, with recall, precision and false positive rate; the mean and the spread of residuals.",
  leaves: "Other thresholds, bins of residuals and of predictions.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => types.has(typeOf(value)) && hasKeys(value, "schema_version", "data"),

  read({ value }) {
    switch (typeOf(value)) {
      case "accuracy_table":
        return accuracyTable(value);
      case "residuals":
        return residuals(value);
      default:
        return [];
    }
  },
};
