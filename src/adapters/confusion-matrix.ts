import type { Adapter } from "../model/adapter.js";
import { confusionCells, isConfusionMatrix } from "./families/confusion-document.js";
import { longConfusionCells } from "./families/confusion-long.js";
import { confusionStatements } from "./families/confusion-matrix.js";

/** Counts of what was true against what was predicted. */
export const confusionMatrix: Adapter = {
  id: "confusion-matrix",
  title: "Confusion matrix",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.confusion_matrix.html",
  versions:
    "scikit-learn, as JSON with or without labels, or as a data frame in CSV; a row for each cell, as R's `table` and SQL give it; Azure ML's artifact from the schema, not seen",
  reads: "Each cell as a count, sliced by what was true (the rows) and what was predicted (the columns).",
  leaves: "Nothing; no rate is computed from the counts.",
  syntax: ["json", "yaml", "delimited"],
  gives: ["measurement"],
  recognises: (file) => isConfusionMatrix(file) || longConfusionCells(file) !== undefined,
  read: (file) => confusionStatements(longConfusionCells(file) ?? confusionCells(file)),
};
