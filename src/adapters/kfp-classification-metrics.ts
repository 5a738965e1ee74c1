import type { Adapter } from "../model/adapter.js";
import {
  classificationStatements,
  isClassificationMetrics,
  isSlicedClassification,
  slicedStatements,
} from "./families/kfp.js";

/** The metadata of a `ClassificationMetrics` or `SlicedClassificationMetrics` artifact on its own. */
export const kfpClassificationMetrics: Adapter = {
  id: "kfp-classification-metrics",
  title: "Kubeflow Pipelines classification metrics",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/user-guides/data-handling/artifacts/",
  versions: "kfp 2.x; slices from the source, not seen",
  reads: "The cells of the confusion matrix, of each slice: rows are what was true, columns what was predicted.",
  leaves: "The points of the ROC curve.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isClassificationMetrics(value) || isSlicedClassification(value),
  read: ({ value }) =>
    isSlicedClassification(value) ? slicedStatements(value, "") : classificationStatements(value, ""),
};
