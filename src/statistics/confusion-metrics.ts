/** Metrics of two classes that come from a confusion matrix, by canonical id. */
export const binaryMetrics = [
  "accuracy",
  "error_rate",
  "recall",
  "fnr",
  "specificity",
  "fpr",
  "precision",
  "fdr",
  "npv",
  "false_omission_rate",
  "selection_rate",
  "prevalence",
  "f1",
  "f2",
  "f0.5",
  "iou",
  "g_mean",
  "informedness",
] as const;

/** Metrics of any number of classes that come from a confusion matrix. */
export const classMetrics = ["accuracy", "error_rate", "balanced_accuracy", "cohen_kappa", "mcc"] as const;

/** Metrics that are averaged over classes. */
export const averagedMetrics = ["recall", "precision", "f1"] as const;

/** How a metric is averaged over classes. */
export const classAverages = ["macro", "weighted", "micro"] as const;
