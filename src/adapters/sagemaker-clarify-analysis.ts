import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, isRecord, member, members } from "../read/shape.js";
import { facetStatements, isFacets, shapStatements } from "./families/clarify.js";

const PHASES = ["pre_training_bias_metrics", "post_training_bias_metrics"];
const LIBRARY_PHASES = ["pre_training", "post_training"];

function isAnalysis(value: Value | undefined): boolean {
  if (!isRecord(value)) return false;
  if (PHASES.some((phase) => isFacets(member(member(value, phase), "facets")))) return true;
  const explanations = member(value, "explanations");
  if (hasKeys(explanations, "kernel_shap") || hasKeys(explanations, "pdp")) return true;
  const phases = members(value).filter(([key]) => LIBRARY_PHASES.includes(key));
  return phases.length > 0 && phases.every(([, facets]) => isFacets(facets));
}

/** What SageMaker Clarify, or the library smclarify beneath it, found: bias by group, and importances of features. */
export const sagemakerClarifyAnalysis: Adapter = {
  id: "sagemaker-clarify-analysis",
  title: "SageMaker Clarify analysis (`analysis.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-analysis-results.html",
  versions: "analysis 1.0; reports of smclarify 0.5",
  reads:
    "Bias metrics by facet and group, global SHAP values by label, and metrics that could not be computed: their value is absent, not zero.",
  leaves: "Partial dependence, expected values, and importances of words.",
  syntax: ["json"],
  gives: ["measurement", "attribution"],
  recognises: ({ value }) => isAnalysis(value),

  read: ({ value }) => [
    ...PHASES.flatMap((phase) => facetStatements(member(member(value, phase), "facets"), `/${phase}/facets`)),
    ...LIBRARY_PHASES.flatMap((phase) => facetStatements(member(value, phase), `/${phase}`)),
    ...shapStatements(member(value, "explanations"), "/explanations"),
  ],
};
