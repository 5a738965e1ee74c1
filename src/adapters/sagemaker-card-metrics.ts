import type { Adapter } from "../model/adapter.js";
import { hasKeys, member } from "../read/shape.js";
import { isMetricGroups, metricGroupStatements } from "./families/sagemaker-metric-groups.js";

/** Metric groups as they go into a SageMaker model card, in a file of their own: an evaluation's report. */
export const sagemakerCardMetrics: Adapter = {
  id: "sagemaker-card-metrics",
  title: "SageMaker model card metric groups",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-cards-create.html",
  versions: "as SDK 2.x translates model quality, bias and explanations",
  reads: "Metrics by the facet in their group's name, and global SHAP values as attributions.",
  leaves: "Deviations, importances of words, graphs, charts and matrices.",
  syntax: ["json"],
  gives: ["measurement", "attribution"],
  recognises: ({ value }) => isMetricGroups(member(value, "metric_groups")) && !hasKeys(value, "model_overview"),
  read: ({ value }) => metricGroupStatements(member(value, "metric_groups"), "/metric_groups"),
};
