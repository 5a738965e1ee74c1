import type { Adapter } from "../model/adapter.js";
import { importanceMethod } from "./families/feature-importance.js";
import { isLocalExplanations, localStatements } from "./families/local-explanations.js";

/** Several examples, each with what its features did for it. */
export const localExplanations: Adapter = {
  id: "local-explanations",
  title: "Explanations of single examples (LIME, SHAP, own shapes)",
  definedAt:
    "https://shap.readthedocs.io/en/latest/example_notebooks/overviews/An%20introduction%20to%20explainable%20AI%20with%20Shapley%20values.html",
  versions: "dumps of lime 0.2.0.1 and shap 0.51.0, as people write them",
  reads: "The contribution of each feature to each example, by the example's id.",
  leaves: "Predictions, intercepts, and how well the explanation fits.",
  syntax: ["json"],
  gives: ["attribution"],
  recognises: ({ value }) => isLocalExplanations(value),
  read: ({ value, name }) => localStatements(value, importanceMethod(name)),
};
