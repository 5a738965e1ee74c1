import type { Adapter } from "../model/adapter.js";
import { isDiff, isMetricsDiff, paramsDiffStatements } from "./families/dvc-diff.js";

/** How parameters changed between two revisions, as `dvc params diff --json` prints it. */
export const dvcParamsDiff: Adapter = {
  id: "dvc-params-diff",
  title: "DVC change of parameters (`dvc params diff --json`)",
  definedAt: "https://dvc.org/doc/command-reference/params/diff",
  versions: "DVC 3.67.1",
  reads: "The new values of the parameters that changed, a run for each file.",
  leaves: "The old values, and parameters that did not change.",
  syntax: ["json"],
  gives: ["run"],
  recognises: ({ value }) => isDiff(value) && !isMetricsDiff(value),
  read: ({ value }) => paramsDiffStatements(value, ""),
};
