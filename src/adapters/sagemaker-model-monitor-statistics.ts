import type { Adapter } from "../model/adapter.js";
import { below, hasKeys, list, member, number, text } from "../read/shape.js";

/** Statistics of a monitored data set, which hold no verdict. */
export const sagemakerModelMonitorStatistics: Adapter = {
  id: "sagemaker-model-monitor-statistics",
  title: "SageMaker Model Monitor statistics (`statistics.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-statistics.html",
  versions: "version 0",
  reads: "The data set's number of rows and its columns.",
  leaves: "Distributions of the columns: a statistic of a column is neither a metric nor drift.",
  syntax: ["json"],
  gives: ["dataset"],

  recognises: ({ value }) =>
    hasKeys(member(value, "dataset"), "item_count") &&
    (list(member(value, "features")) ?? []).some((feature) => hasKeys(feature, "name", "inferred_type")),

  read: ({ value }) => [
    {
      kind: "dataset",
      rows: number(below(value, "dataset", "item_count")) ?? null,
      columns: (list(member(value, "features")) ?? [])
        .map((feature) => text(member(feature, "name")))
        .filter((name) => name !== undefined),
      where: { pointer: "/dataset/item_count" },
    },
  ],
};
