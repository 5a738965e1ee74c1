import type { Adapter } from "../model/adapter.js";
import { hasKeys, isRecord, member } from "../read/shape.js";

const METHODS = ["pre_training_bias", "post_training_bias", "shap", "pdp", "asymmetric_shapley_value", "report"];

/** What a Clarify job is to analyse: groups, labels and thresholds, none of them measured. */
export const sagemakerClarifyConfig: Adapter = {
  id: "sagemaker-clarify-config",
  title: "SageMaker Clarify analysis configuration (`analysis_config.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-processing-job-configure-analysis.html",
  versions: "2020 to 2024",
  reads: "Nothing beyond the format: its thresholds are settings, not metrics.",
  leaves: "The whole configuration.",
  syntax: ["json"],
  gives: [],

  recognises({ value }) {
    const methods = member(value, "methods");
    if (!isRecord(methods) || !METHODS.some((method) => hasKeys(methods, method))) return false;
    return hasKeys(value, "dataset_type") || hasKeys(value, "label") || hasKeys(value, "predictor");
  },

  read: () => [],
};
