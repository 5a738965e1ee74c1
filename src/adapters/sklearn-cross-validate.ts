import type { Adapter } from "../model/adapter.js";
import { crossValidationStatements, isCrossValidation } from "./families/cross-validation.js";
import { crossValidationTable, isCrossValidationTable } from "./families/cross-validation-table.js";

/** Scores by fold, as `cross_validate` gives them. */
export const sklearnCrossValidate: Adapter = {
  id: "sklearn-cross-validate",
  title: "scikit-learn cross-validation",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.cross_validate.html",
  versions: "scikit-learn 0.19 to 1.9",
  reads: "Each score of each fold, counted from 1, of the test and of the training part.",
  leaves: "The times of fitting and scoring.",
  syntax: ["json", "delimited"],
  gives: ["measurement"],
  recognises: (file) =>
    file.syntax === "delimited" ? isCrossValidationTable(file.table) : isCrossValidation(file.value),
  read: (file) => (file.table === undefined ? crossValidationStatements(file.value) : crossValidationTable(file.table)),
};
