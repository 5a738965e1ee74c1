import type { Adapter } from "../model/adapter.js";
import {
  crossValidationStatements,
  isCrossValidation,
  isNamedFolds,
  namedFoldStatements,
} from "./families/cross-validation.js";
import { crossValidationTable, isCrossValidationTable } from "./families/cross-validation-table.js";

/** Scores by fold, as `cross_validate` gives them, or `cross_val_score` beside the score's name. */
export const sklearnCrossValidate: Adapter = {
  id: "sklearn-cross-validate",
  title: "scikit-learn cross-validation",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_validate.html",
  versions: "scikit-learn 0.19 to 1.9",
  reads: "Each score of each fold, counted from 1, of the test and of the training part.",
  leaves: "The times of fitting and scoring, and mean and spread beside the folds.",
  syntax: ["json", "delimited"],
  gives: ["measurement"],
  recognises: (file) =>
    file.syntax === "delimited"
      ? isCrossValidationTable(file.table)
      : isCrossValidation(file.value) || isNamedFolds(file.value),
  read: ({ table, value }) => {
    if (table !== undefined) return crossValidationTable(table);
    return isNamedFolds(value) ? namedFoldStatements(value) : crossValidationStatements(value);
  },
};
