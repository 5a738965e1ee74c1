import type { Adapter } from "../model/adapter.js";
import { isSearchResult, searchStatements } from "./families/cross-validation.js";

/** The `cv_results_` of a grid or random search. */
export const sklearnSearch: Adapter = {
  id: "sklearn-search",
  title: "scikit-learn search results",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GridSearchCV.html",
  versions: "scikit-learn 0.18 to 1.9, from the documentation, not seen",
  reads: "Of the candidate that came first by each score: the mean over the folds, and the score of each fold.",
  leaves: "The other candidates, their parameters and times.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isSearchResult(value),
  read: ({ value }) => searchStatements(value),
};
