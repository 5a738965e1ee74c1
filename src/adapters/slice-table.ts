import type { Adapter } from "../model/adapter.js";
import { frameOf } from "./families/frame.js";
import { isSliceFrame } from "./families/frame-kinds.js";
import { frameStatements } from "./families/results-frame.js";

/** Metrics by part of the data, a row each, as data frames are saved. */
export const sliceTable: Adapter = {
  id: "slice-table",
  title: "Table of metrics by slice",
  definedAt: "https://pandas.pydata.org/docs/reference/api/pandas.DataFrame.to_json.html",
  versions:
    "CSV, and the records, split, table and columns forms of pandas 0.20 to 3.0; Fairlearn's `by_group` as CSV or records",
  reads:
    "A measurement for each known metric of each row; the columns that name the part of the data are its slice, a count is its `n`, and positives or negatives beside it are the trials of recall and of the false positive rate.",
  leaves: "Columns of numbers whose names are no known metric.",
  syntax: ["json", "delimited"],
  gives: ["measurement"],

  recognises: (file) => {
    const frame = frameOf(file);
    return frame !== undefined && isSliceFrame(frame);
  },

  read: (file) => {
    const frame = frameOf(file);
    return frame === undefined ? [] : frameStatements(frame, () => true);
  },
};
