import type { Adapter } from "../model/adapter.js";
import { deepchecksStatements, isDeepchecks } from "./families/deepchecks.js";

/** What `to_json()` of a Deepchecks suite or check gives. */
export const deepchecksResult: Adapter = {
  id: "deepchecks-result",
  title: "Deepchecks suite or check result",
  definedAt: "https://docs.deepchecks.com/stable/general/usage/export_save_results.html",
  versions: "0.5.0 by its source, 0.6.4, 0.8.3, 0.11.1, 0.14.1, 0.19.1",
  reads:
    "Each condition as a check with the limits in its words, checks that could not run, drift of features, label, prediction and of the whole, performance by data set and class, AUC, inference time and the sizes of the data sets.",
  leaves:
    "Displays, confusion matrices, weak segments, calibration, comparisons with a simple model and lists of outliers.",
  syntax: ["json"],
  gives: ["check", "drift", "measurement", "dataset"],

  recognises: ({ value }) => isDeepchecks(value),

  read: ({ value }) => deepchecksStatements(value),
};
