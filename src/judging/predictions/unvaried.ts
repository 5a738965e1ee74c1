import type { Interval } from "../../model/estimate.js";
import { unvariedUncertainty, type Uncertainty } from "../uncertainty.js";
import type { Predictions } from "./read-predictions.js";
import type { RowMetric, ShareOfRows } from "./row-metric.js";

/** A value, or a change of it, that no resample of the rows changes. */
export interface Unvaried {
  readonly value: number;
  /** Of the metric itself, by which a change of an unbounded one is measured. */
  readonly size: number;
  /** How many rows, or clusters of rows, tell something new. */
  readonly independent: number;
  readonly rung: Uncertainty["rung"];
  readonly method: string;
}

/** What rows say of such a value: as much as their number does. Null where not even that tells. */
export function unvaried(metric: RowMetric, predictions: Predictions, given: Unvaried): Uncertainty | null {
  const { value, size, independent, rung, method } = given;
  const scale = scaleOf(metric, size);
  // An error that has no bound, and was never seen: nothing says how great it would be.
  if (scale === 0) return null;
  const rows = Math.max(1, Math.min(independent, rowsBehind(metric, predictions)));
  return unvariedUncertainty({
    value,
    rows,
    scale,
    range: rung === "paired" ? { lower: -scale, upper: scale } : rangeOf(metric, value),
    n: predictions.labels.length,
    rung,
    method,
  });
}

/** How many rows a metric rests on: for one that weighs classes, those of the smallest. */
function rowsBehind(metric: RowMetric, { labels, guesses, classes }: Predictions): number {
  switch (metric.kind) {
    case "counts":
      return metric.share === null
        ? smallestClass(labels, classes.length)
        : rowsAmong(metric.share, labels, typeof guesses === "string" ? labels : guesses);
    case "area":
    case "gini":
    case "average-precision":
      return smallestClass(labels, 2);
    case "mean":
    case "root-mean-square":
    case "r-squared":
      return labels.length;
  }
}

function rowsAmong({ among }: ShareOfRows, labels: Float64Array, guesses: Float64Array): number {
  switch (among) {
    case "rows":
      return labels.length;
    case "positives":
    case "negatives":
      return countOf(labels, among === "positives" ? 1 : 0);
    case "predicted-positives":
    case "predicted-negatives":
      return countOf(guesses, among === "predicted-positives" ? 1 : 0);
  }
}

const countOf = (values: Float64Array, wanted: number): number =>
  values.reduce((count, value) => count + (value === wanted ? 1 : 0), 0);

function smallestClass(labels: Float64Array, classes: number): number {
  const counts = new Float64Array(classes);
  for (const label of labels) counts[label] = (counts[label] ?? 0) + 1;
  return counts.reduce((least, count) => (count > 0 ? Math.min(least, count) : least), labels.length);
}

/** Where values of the metric lie. Of what is counted, only correlations and agreement beyond chance go below 0. */
function rangeOf(metric: RowMetric, value: number): Interval {
  switch (metric.kind) {
    case "counts":
      return { lower: value < 0 ? -1 : 0, upper: 1 };
    case "area":
    case "average-precision":
      return { lower: 0, upper: 1 };
    case "gini":
      return { lower: -1, upper: 1 };
    case "mean":
    case "root-mean-square":
      return { lower: 0, upper: Infinity };
    case "r-squared":
      return { lower: -Infinity, upper: 1 };
  }
}

/** The change that answering every row otherwise can make; of an unbounded metric, about its own size. */
export function scaleOf(metric: RowMetric, size: number): number {
  switch (metric.kind) {
    case "gini":
      return 2;
    case "mean":
      return metric.from === "scores" ? Math.max(1, Math.abs(size)) : Math.abs(size);
    case "root-mean-square":
      return Math.abs(size);
    case "counts":
    case "area":
    case "average-precision":
    case "r-squared":
      return 1;
  }
}
