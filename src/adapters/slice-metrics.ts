import type { Adapter } from "../model/adapter.js";
import { isSliceMetrics, sliceMetricStatements } from "./families/slice-metrics.js";

/** Metrics of each part of the data, nested by column and value. */
export const sliceMetrics: Adapter = {
  id: "slice-metrics",
  title: "Metrics by slice",
  definedAt: "https://json-schema.org/",
  versions: "JSON and YAML as scripts dump them: column, value, then metrics with their count",
  reads:
    "A measurement for each number of each part, with the part as its slice and its count as `n`; positives beside it are the trials of recall.",
  leaves: "Nothing but the counts themselves.",
  syntax: ["json", "yaml"],
  gives: ["measurement"],
  recognises: ({ value }) => isSliceMetrics(value),
  read: ({ value }) => sliceMetricStatements(value),
};
