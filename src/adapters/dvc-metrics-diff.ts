import type { Adapter } from "../model/adapter.js";
import { isMetricsDiff, metricsDiffStatements } from "./families/dvc-diff.js";

/** How metrics changed between two revisions, as `dvc metrics diff --json` prints it. */
export const dvcMetricsDiff: Adapter = {
  id: "dvc-metrics-diff",
  title: "DVC change of metrics (`dvc metrics diff --json`)",
  definedAt: "https://dvc.org/doc/command-reference/metrics/diff",
  versions: "DVC 3.67.1",
  reads: "The new value of each metric, with the slice that its dotted name holds.",
  leaves: "The old value and the difference: the baseline's own file states the one, and a rule takes the other.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isMetricsDiff(value),
  read: ({ value }) => metricsDiffStatements(value, ""),
};
