import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { averagedMetrics, binaryMetrics, classAverages, classMetrics } from "../../statistics/confusion-metrics.js";

/** Means over the rows of a loss of the probability. */
export const probabilityMetrics = ["brier_score", "log_loss"] as const;

/** Means over the rows of a loss of the value. */
export const residualMetrics = ["mae", "mse", "mape"] as const;

const others = ["roc_auc", "gini", "average_precision", "rmse", "r2"] as const;

const plain: ReadonlySet<string> = new Set([
  ...binaryMetrics,
  ...classMetrics,
  ...probabilityMetrics,
  ...residualMetrics,
  ...others,
]);
const averaged: ReadonlySet<string> = new Set(averagedMetrics);
const averages: ReadonlySet<string> = new Set(classAverages);

/** True for a metric that some rows give. Told apart from the formulas, so that who only asks does not load them. */
export function isComputable(name: string): boolean {
  const { metric, protocol } = interpretMetric(name);
  return protocol === null ? plain.has(metric) : averages.has(protocol) && averaged.has(metric);
}
