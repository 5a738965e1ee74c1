import { classAverages } from "../../statistics/confusion-metrics.js";
import {
  averagedStatistic,
  binaryStatistics,
  classStatistics,
  type ClassAverage,
  type ConfusionStatistic,
} from "../../statistics/confusion-statistics.js";
import type { probabilityMetrics, residualMetrics } from "./computable.js";
import type { Predictions } from "./read-predictions.js";

/** Rows that a share is taken among: by label alone, so that two models share them, or by prediction too. */
export interface ShareOfRows {
  readonly among: "rows" | "positives" | "negatives" | "predicted-positives" | "predicted-negatives";
  success(label: number, guess: number): boolean;
}

/** How a metric comes from rows. */
export type RowMetric =
  | { readonly kind: "counts"; readonly statistic: ConfusionStatistic; readonly share: ShareOfRows | null }
  /** A mean over the rows. */
  | { readonly kind: "mean"; readonly from: "scores" | "guesses"; loss(label: number, guess: number): number }
  | { readonly kind: "area" | "gini" | "average-precision" | "root-mean-square" | "r-squared" };

/** A metric that these rows give, or why they do not. */
export type MetricReading =
  { readonly kind: "metric"; readonly metric: RowMetric } | { readonly kind: "unusable"; readonly why: string };

const right = (label: number, guess: number): boolean => label === guess;
const wrong = (label: number, guess: number): boolean => label !== guess;

const shares: Readonly<Record<string, ShareOfRows>> = {
  accuracy: { among: "rows", success: right },
  error_rate: { among: "rows", success: wrong },
  recall: { among: "positives", success: right },
  fnr: { among: "positives", success: wrong },
  specificity: { among: "negatives", success: right },
  fpr: { among: "negatives", success: wrong },
  precision: { among: "predicted-positives", success: right },
  fdr: { among: "predicted-positives", success: wrong },
  npv: { among: "predicted-negatives", success: right },
  false_omission_rate: { among: "predicted-negatives", success: wrong },
  selection_rate: { among: "rows", success: (_, guess) => guess === 1 },
  prevalence: { among: "rows", success: (label) => label === 1 },
};

/** A probability of 0 or 1 costs as much as scikit-learn says: the nearest double counts in its place. */
const clipped = (probability: number): number => Math.min(1 - Number.EPSILON, Math.max(Number.EPSILON, probability));

type LossOfRow = (label: number, guess: number) => number;

const probabilistic: Readonly<Record<string, LossOfRow>> = {
  brier_score: (label, probability) => (probability - label) ** 2,
  log_loss: (label, probability) => -Math.log(label === 1 ? clipped(probability) : 1 - clipped(probability)),
} satisfies Readonly<Record<(typeof probabilityMetrics)[number], LossOfRow>>;

const residual: Readonly<Record<string, LossOfRow>> = {
  mae: (label, guess) => Math.abs(label - guess),
  mse: (label, guess) => (label - guess) ** 2,
  mape: (label, guess) => Math.abs(label - guess) / Math.max(Number.EPSILON, Math.abs(label)),
} satisfies Readonly<Record<(typeof residualMetrics)[number], LossOfRow>>;

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const averageOf = (protocol: string): ClassAverage | undefined => classAverages.find((average) => average === protocol);

/** The metric of a name as these rows give it. */
export function rowMetric(name: string, protocol: string | null, { task, scores }: Predictions): MetricReading {
  const found = (metric: RowMetric): MetricReading => ({ kind: "metric", metric });
  const unusable = (why: string): MetricReading => ({ kind: "unusable", why });
  if (protocol !== null) {
    const average = averageOf(protocol);
    const statistic = average === undefined || task === "regression" ? undefined : averagedStatistic(name, average);
    return statistic === undefined
      ? unusable(`${name} (${protocol}) is not computed from predictions`)
      : found({ kind: "counts", statistic, share: null });
  }
  const counted = own(classStatistics, name) ?? (task === "binary" ? own(binaryStatistics, name) : undefined);
  if (counted !== undefined && task !== "regression")
    return found({ kind: "counts", statistic: counted, share: own(shares, name) ?? null });
  if (counted !== undefined || Object.hasOwn(binaryStatistics, name))
    return unusable(`${name} is of two classes, and the labels are not 0 and 1`);
  const loss = own(probabilistic, name);
  if (loss !== undefined) {
    if (task !== "binary") return unusable(`${name} is computed for labels of 0 and 1`);
    if (typeof scores !== "string" && scores.some((score) => score < 0 || score > 1))
      return unusable(`${name} is of probabilities, and some scores lie outside 0 to 1`);
    return found({ kind: "mean", from: "scores", loss });
  }
  const error = own(residual, name);
  if (error !== undefined)
    return task === "regression"
      ? found({ kind: "mean", from: "guesses", loss: error })
      : unusable(`${name} is of values, and the labels are classes`);
  switch (name) {
    case "roc_auc":
    case "gini":
    case "average_precision":
      if (task !== "binary") return unusable(`${name} ranks two classes, and the labels are not 0 and 1`);
      return found({ kind: name === "roc_auc" ? "area" : name === "gini" ? "gini" : "average-precision" });
    case "rmse":
    case "r2":
      if (task !== "regression") return unusable(`${name} is of values, and the labels are classes`);
      return found({ kind: name === "rmse" ? "root-mean-square" : "r-squared" });
    default:
      return unusable(`${name} is not computed from predictions`);
  }
}
