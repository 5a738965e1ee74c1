import type { Adapter } from "../model/adapter.js";
import { isResults, resultStatements } from "./families/nannyml.js";
import { frameOf } from "./families/nannyml-frame.js";

/** Results of any NannyML calculator or estimator, saved from `to_df()`. */
export const nannymlResults: Adapter = {
  id: "nannyml-results",
  title: "NannyML results",
  definedAt: "https://nannyml.readthedocs.io/en/stable/tutorials/working_with_results.html",
  versions: "0.13.1",
  reads:
    "Drift of each column and of the whole in each chunk of the analysis period, with threshold and alert; performance, computed or estimated, with sampling error and range; thresholds on data quality and statistics as checks.",
  leaves: "Verdicts on chunks of the reference period, and Parquet files.",
  syntax: ["delimited", "json", "json-lines"],
  gives: ["drift", "measurement", "check"],

  recognises: (file) => {
    const frame = frameOf(file);
    return frame !== undefined && isResults(frame);
  },

  read: (file) => {
    const frame = frameOf(file);
    return frame === undefined ? [] : resultStatements(frame);
  },
};
