import type { ConfusionStatistic } from "../../statistics/confusion-statistics.js";
import { meanOf } from "../../statistics/sample-moments.js";
import {
  areaInfluences,
  averagePrecisionInfluences,
  rankRows,
  weightedArea,
  weightedAveragePrecision,
  type RankedRows,
} from "../../statistics/ranked-rows.js";
import { placementsBefore } from "./placed-rows.js";
import type { Predictions } from "./read-predictions.js";
import type { RowMetric } from "./row-metric.js";

/** A metric on rows: its value, and what becomes of it where rows count more or less. */
export interface Measured {
  readonly value: number;
  /** Null where the weights leave nothing to measure. */
  weighted(weights: ArrayLike<number>): number | null;
  /** Rows times the change that a little more weight on each row makes; their mean is 0. */
  influences(): Float64Array;
}

/** The metric on these rows, or why there is none. */
export type Measurement =
  { readonly kind: "measured"; readonly measured: Measured } | { readonly kind: "unusable"; readonly why: string };

const unusable = (why: string): Measurement => ({ kind: "unusable", why });

/** Measures these rows. */
export function measure(metric: RowMetric, predictions: Predictions): Measurement {
  const { labels, guesses, scores, classes } = predictions;
  if (labels.length === 0) return unusable("there are no rows");
  switch (metric.kind) {
    case "counts":
      if (typeof guesses === "string") return unusable(guesses);
      return ofValue(counted(metric.statistic, labels, guesses, classes.length));
    case "mean": {
      const from = metric.from === "scores" ? scores : guesses;
      if (typeof from === "string") return unusable(from);
      return ofValue(averaged(labels.map((label, row) => metric.loss(label, from[row] ?? NaN))));
    }
    case "area":
    case "gini":
    case "average-precision":
      if (typeof scores === "string") return unusable(scores);
      return ofValue(
        metric.kind === "average-precision"
          ? precisionOver(rankRows(labels, scores))
          : areaUnder(metric.kind === "gini" ? 2 : 1, labels, scores),
      );
    case "root-mean-square":
    case "r-squared":
      if (typeof guesses === "string") return unusable(guesses);
      return ofValue(metric.kind === "r-squared" ? explained(labels, guesses) : rootMeanSquare(labels, guesses));
  }
}

const ofValue = (measured: Measured | null): Measurement =>
  measured === null ? unusable("the rows lack a class that it needs, or do not vary") : { kind: "measured", measured };

/** The cell of the confusion matrix that each row falls into. */
export function cellsOf(labels: Float64Array, guesses: Float64Array, classes: number): Uint32Array {
  const cells = new Uint32Array(labels.length);
  for (let row = 0; row < labels.length; row++) cells[row] = (labels[row] ?? 0) * classes + (guesses[row] ?? 0);
  return cells;
}

/** The joint table of truth and two models' answers: all that a resample of rows can change of what counts them. */
export function jointCounts(
  labels: Float64Array,
  guesses: Float64Array,
  others: Float64Array,
  classes: number,
): Float64Array {
  const counts = new Float64Array(classes ** 3);
  for (let row = 0; row < labels.length; row++) {
    const cell = ((labels[row] ?? 0) * classes + (guesses[row] ?? 0)) * classes + (others[row] ?? 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

/** How many rows fall into each of the cells. */
export function countsIn(cells: Uint32Array, size: number, weights?: ArrayLike<number>): Float64Array {
  const counts = new Float64Array(size);
  if (weights === undefined)
    for (let row = 0; row < cells.length; row++) counts[cells[row] ?? 0] = (counts[cells[row] ?? 0] ?? 0) + 1;
  else
    for (let row = 0; row < cells.length; row++) {
      const cell = cells[row] ?? 0;
      counts[cell] = (counts[cell] ?? 0) + (weights[row] ?? 0);
    }
  return counts;
}

function counted(
  statistic: ConfusionStatistic,
  labels: Float64Array,
  guesses: Float64Array,
  classes: number,
): Measured | null {
  const cells = cellsOf(labels, guesses, classes);
  const size = classes * classes;
  const counts = countsIn(cells, size);
  const of = (weighed: Float64Array): number | null => statistic({ counts: weighed, classes });
  const value = of(counts);
  if (value === null) return null;
  return {
    value,
    weighted: (weights) => of(countsIn(cells, size, weights)),
    influences: () => {
      const slopes = slopesOf(counts, of, value);
      const mean = slopes.reduce((sum, slope, cell) => sum + slope * (counts[cell] ?? 0), 0) / labels.length;
      return Float64Array.from(cells, (cell) => labels.length * ((slopes[cell] ?? 0) - mean));
    },
  };
}

/** The change of a statistic with each cell's count, by a small step. */
function slopesOf(counts: Float64Array, of: (counts: Float64Array) => number | null, value: number): Float64Array {
  const step = 1e-6 * counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count, cell) => {
    const more = counts.slice();
    more[cell] = count + step;
    return ((of(more) ?? value) - value) / step;
  });
}

function averaged(losses: Float64Array): Measured {
  const value = meanOf(losses);
  return {
    value,
    weighted: (weights) => {
      let sum = 0;
      let total = 0;
      for (let row = 0; row < losses.length; row++) {
        sum += (weights[row] ?? 0) * (losses[row] ?? NaN);
        total += weights[row] ?? 0;
      }
      return total > 0 ? sum / total : null;
    },
    influences: () => losses.map((loss) => loss - value),
  };
}

function precisionOver(rows: RankedRows): Measured | null {
  const value = weightedAveragePrecision(rows, new Float64Array(rows.labels.length).fill(1));
  if (value === null) return null;
  return {
    value,
    weighted: (weights) => weightedAveragePrecision(rows, weights),
    influences: () => averagePrecisionInfluences(rows, value),
  };
}

/** @param scale 1; or 2 for Gini, which is twice the area less one */
function areaUnder(scale: 1 | 2, labels: Float64Array, scores: Float64Array): Measured | null {
  const placed = placementsBefore(labels, scores);
  if (placed === undefined) return null;
  const scaled = (value: number | null): number | null => (value === null ? null : scale * value + 1 - scale);
  let rows: RankedRows | undefined;
  return {
    value: scaled(placed.area) ?? NaN,
    weighted: (weights) => scaled(weightedArea((rows ??= rankRows(labels, scores)), weights)),
    influences: () => areaInfluences(labels, placed).map((influence) => scale * influence),
  };
}

function rootMeanSquare(labels: Float64Array, guesses: Float64Array): Measured | null {
  const squares = averaged(labels.map((label, row) => (label - (guesses[row] ?? NaN)) ** 2));
  const value = Math.sqrt(squares.value);
  return {
    value,
    weighted: (weights) => {
      const square = squares.weighted(weights);
      return square === null ? null : Math.sqrt(square);
    },
    // By the delta method; where every prediction is right nothing varies.
    influences: () => squares.influences().map((influence) => (value === 0 ? 0 : influence / (2 * value))),
  };
}

/** 1 − Σ(y − ŷ)² / Σ(y − ȳ)². */
function explained(labels: Float64Array, guesses: Float64Array): Measured | null {
  const squares = labels.map((label, row) => (label - (guesses[row] ?? NaN)) ** 2);
  const of = (weights: ArrayLike<number>): number | null => {
    let total = 0;
    let sum = 0;
    let unexplained = 0;
    for (let row = 0; row < labels.length; row++) {
      total += weights[row] ?? 0;
      sum += (weights[row] ?? 0) * (labels[row] ?? NaN);
      unexplained += (weights[row] ?? 0) * (squares[row] ?? NaN);
    }
    const mean = sum / total;
    let spread = 0;
    for (let row = 0; row < labels.length; row++) spread += (weights[row] ?? 0) * ((labels[row] ?? NaN) - mean) ** 2;
    return spread > 0 ? 1 - unexplained / spread : null;
  };
  const value = of(new Float64Array(labels.length).fill(1));
  if (value === null) return null;
  const mean = meanOf(labels);
  const variance = meanOf(labels.map((label) => (label - mean) ** 2));
  return {
    value,
    weighted: of,
    influences: () =>
      labels.map((label, row) => -((squares[row] ?? NaN) - (1 - value) * (label - mean) ** 2) / variance),
  };
}
