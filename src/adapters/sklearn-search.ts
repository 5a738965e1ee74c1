import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { searchInDocument, searchInTable, searchStatements, type SearchResult } from "./families/search-results.js";

const searchIn = ({ syntax, value, table }: EvidenceFile): SearchResult | undefined =>
  syntax === "delimited" ? searchInTable(table) : searchInDocument(value);

/** The `cv_results_` of a grid or random search. */
export const sklearnSearch: Adapter = {
  id: "sklearn-search",
  title: "scikit-learn search results",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.model_selection.GridSearchCV.html",
  versions: "scikit-learn 0.18 to 1.9, as JSON and CSV, from the documentation, not seen",
  reads: "Of the candidate that came first by each score: the mean over the folds, and the score of each fold.",
  leaves: "The other candidates, their parameters and times.",
  syntax: ["json", "delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: (file) => searchIn(file) !== undefined,

  read(file) {
    const search = searchIn(file);
    return search === undefined ? [] : searchStatements(search);
  },
};
