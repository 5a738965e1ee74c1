import type { averagedMetrics, binaryMetrics, classAverages, classMetrics } from "./confusion-metrics.js";

/**
 * Rows by truth (row of the matrix) and prediction (column), `classes` × `classes`, one after the other. Counts need not
 * be whole: resamples and weights make them.
 */
export interface ConfusionMatrix {
  readonly counts: ArrayLike<number>;
  readonly classes: number;
}

/** A statistic of a confusion matrix; null where it does not exist. */
export type ConfusionStatistic = (matrix: ConfusionMatrix) => number | null;

const cell = ({ counts, classes }: ConfusionMatrix, truth: number, prediction: number): number =>
  counts[truth * classes + prediction] ?? 0;

const over = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

interface Margins {
  readonly right: number;
  readonly truths: readonly number[];
  readonly predictions: readonly number[];
  readonly total: number;
}

function marginsOf(matrix: ConfusionMatrix): Margins {
  const places = Array.from({ length: matrix.classes }, (_, place) => place);
  const truths = places.map((truth) => places.reduce((sum, guess) => sum + cell(matrix, truth, guess), 0));
  const predictions = places.map((guess) => places.reduce((sum, truth) => sum + cell(matrix, truth, guess), 0));
  return {
    right: places.reduce((sum, place) => sum + cell(matrix, place, place), 0),
    truths,
    predictions,
    total: truths.reduce((sum, count) => sum + count, 0),
  };
}

/** Two classes, 1 the positive one. */
interface Binary {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

const binary =
  (statistic: (counts: Binary) => number | null): ConfusionStatistic =>
  (matrix) =>
    statistic({
      tn: cell(matrix, 0, 0),
      fp: cell(matrix, 0, 1),
      fn: cell(matrix, 1, 0),
      tp: cell(matrix, 1, 1),
    });

const product = (left: number | null, right: number | null, join: (a: number, b: number) => number): number | null =>
  left === null || right === null ? null : join(left, right);

const fBeta = (beta: number): ConfusionStatistic =>
  binary(({ tp, fp, fn }) => over((1 + beta ** 2) * tp, (1 + beta ** 2) * tp + beta ** 2 * fn + fp));

/**
 * Statistics of two classes, by the metric's canonical id: 0 to 1, informedness -1 to 1; null where the denominator is 0.
 *
 * @see Fawcett (2006), Pattern Recognition Letters 27, 861-874; van Rijsbergen (1979), Information Retrieval, chapter 7
 *   (F); Youden (1950), Cancer 3, 32-35 (informedness); Kubat, Holte & Matwin (1998), Machine Learning 30, 195-215 (G-mean)
 */
export const binaryStatistics: Readonly<Record<string, ConfusionStatistic>> = {
  accuracy: binary(({ tp, fp, fn, tn }) => over(tp + tn, tp + fp + fn + tn)),
  error_rate: binary(({ tp, fp, fn, tn }) => over(fp + fn, tp + fp + fn + tn)),
  recall: binary(({ tp, fn }) => over(tp, tp + fn)),
  fnr: binary(({ tp, fn }) => over(fn, tp + fn)),
  specificity: binary(({ tn, fp }) => over(tn, tn + fp)),
  fpr: binary(({ tn, fp }) => over(fp, tn + fp)),
  precision: binary(({ tp, fp }) => over(tp, tp + fp)),
  fdr: binary(({ tp, fp }) => over(fp, tp + fp)),
  npv: binary(({ tn, fn }) => over(tn, tn + fn)),
  false_omission_rate: binary(({ tn, fn }) => over(fn, tn + fn)),
  selection_rate: binary(({ tp, fp, fn, tn }) => over(tp + fp, tp + fp + fn + tn)),
  prevalence: binary(({ tp, fp, fn, tn }) => over(tp + fn, tp + fp + fn + tn)),
  f1: fBeta(1),
  f2: fBeta(2),
  "f0.5": fBeta(0.5),
  iou: binary(({ tp, fp, fn }) => over(tp, tp + fp + fn)),
  g_mean: binary(({ tp, fp, fn, tn }) =>
    product(over(tp, tp + fn), over(tn, tn + fp), (recall, specificity) => Math.sqrt(recall * specificity)),
  ),
  informedness: binary(({ tp, fp, fn, tn }) =>
    product(over(tp, tp + fn), over(tn, tn + fp), (recall, specificity) => recall + specificity - 1),
  ),
} satisfies Readonly<Record<(typeof binaryMetrics)[number], ConfusionStatistic>>;

/** Mean recall over the classes that there are. */
const balancedAccuracy: ConfusionStatistic = (matrix) => {
  const { truths } = marginsOf(matrix);
  const recalls = truths.flatMap((count, place) => (count > 0 ? [cell(matrix, place, place) / count] : []));
  return over(
    recalls.reduce((sum, recall) => sum + recall, 0),
    recalls.length,
  );
};

/** Cohen (1960), Educational and Psychological Measurement 20, 37-46. */
const kappa: ConfusionStatistic = (matrix) => {
  const { right, truths, predictions, total } = marginsOf(matrix);
  const byLuck = truths.reduce((sum, count, place) => sum + count * (predictions[place] ?? 0), 0);
  return total * total === byLuck ? null : over(right * total - byLuck, total * total - byLuck);
};

/** Gorodkin (2004), Computational Biology and Chemistry 28, 367-374; Matthews' with two classes. */
const correlation: ConfusionStatistic = (matrix) => {
  const { right, truths, predictions, total } = marginsOf(matrix);
  const sumOf = (products: readonly number[]): number => products.reduce((sum, one) => sum + one, 0);
  const byLuck = sumOf(truths.map((count, place) => count * (predictions[place] ?? 0)));
  const spread = Math.sqrt(total ** 2 - sumOf(truths.map((count) => count ** 2)));
  const guessed = Math.sqrt(total ** 2 - sumOf(predictions.map((count) => count ** 2)));
  return spread > 0 && guessed > 0 ? (right * total - byLuck) / spread / guessed : null;
};

/** Statistics of any number of classes. */
export const classStatistics: Readonly<Record<string, ConfusionStatistic>> = {
  accuracy: (matrix) => {
    const { right, total } = marginsOf(matrix);
    return over(right, total);
  },
  error_rate: (matrix) => {
    const { right, total } = marginsOf(matrix);
    return over(total - right, total);
  },
  balanced_accuracy: balancedAccuracy,
  cohen_kappa: kappa,
  mcc: correlation,
} satisfies Readonly<Record<(typeof classMetrics)[number], ConfusionStatistic>>;

export type ClassAverage = (typeof classAverages)[number];

type PerClass = (right: number, truths: number, predictions: number) => number;

const perClass: Readonly<Record<string, PerClass>> = {
  recall: (right, truths) => over(right, truths) ?? 0,
  precision: (right, _truths, predictions) => over(right, predictions) ?? 0,
  f1: (right, truths, predictions) => over(2 * right, truths + predictions) ?? 0,
} satisfies Readonly<Record<(typeof averagedMetrics)[number], PerClass>>;

/**
 * Recall, precision or F1 averaged over classes. A class for which it does not exist counts as 0, as scikit-learn counts
 * it; classes that neither truth nor prediction holds do not count.
 *
 * @returns undefined for a metric that is not averaged so
 */
export function averagedStatistic(metric: string, average: ClassAverage): ConfusionStatistic | undefined {
  const statistic = Object.hasOwn(perClass, metric) ? perClass[metric] : undefined;
  if (statistic === undefined) return undefined;
  return (matrix) => {
    const { right, truths, predictions, total } = marginsOf(matrix);
    if (average === "micro") return over(right, total);
    let sum = 0;
    let weights = 0;
    truths.forEach((count, place) => {
      const guessed = predictions[place] ?? 0;
      if (count + guessed === 0) return;
      const weight = average === "macro" ? 1 : count;
      sum += weight * statistic(cell(matrix, place, place), count, guessed);
      weights += weight;
    });
    return over(sum, weights);
  };
}
