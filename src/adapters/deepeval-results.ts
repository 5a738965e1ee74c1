import type { Adapter } from "../model/adapter.js";
import { deepevalStatements, isDeepeval } from "./families/deepeval.js";

/** A test run of deepeval, as it saves it and as its result is dumped. */
export const deepevalResults: Adapter = {
  id: "deepeval-results",
  title: "deepeval test run",
  definedAt: "https://deepeval.com/docs/evaluation-introduction",
  versions:
    "4.0, its own file and the dump of `EvaluationResult`; `metricsMetadata` of 0.20 and 0.21 from the source, not seen",
  reads:
    "A check for each metric of each test case, with score and threshold, an error being neither passed nor failed; the mean of each metric with the number of its scores; one check over all.",
  leaves: "Inputs, outputs, reasons beyond 240 characters, costs and traces.",
  syntax: ["json"],
  gives: ["check", "measurement"],
  recognises: ({ value }) => isDeepeval(value),
  read: ({ value }) => deepevalStatements(value),
};
