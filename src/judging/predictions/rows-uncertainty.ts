import { pairedAreas } from "../../statistics/delong-paired-test.js";
import { areaVariance } from "../../statistics/placements.js";
import { sampleVariance } from "../../statistics/sample-moments.js";
import { pairedShareUncertainty, spreadUncertainty, type Uncertainty } from "../uncertainty.js";
import { cellsOf, countsIn, jointCounts, measure, type Measured } from "./measured.js";
import type { Pair } from "./pair.js";
import { placementsBefore } from "./placed-rows.js";
import type { Predictions } from "./read-predictions.js";
import {
  clusterSums,
  MOST_ROWS_RESAMPLED,
  resampleClusters,
  resampleCounts,
  resampleRows,
  resamplesSaid,
} from "./resampling.js";
import type { RowMetric, ShareOfRows } from "./row-metric.js";
import { byInfluence, byReplicates, allWithin, spread } from "./spread.js";
import { scaleOf, unvaried } from "./unvaried.js";

/** Rows that are not independent: the cluster of each, from 0. */
export interface Clusters {
  readonly column: string;
  readonly of: Uint32Array;
  readonly count: number;
}

/** How far a metric of some rows may be off; null where nothing says. Shares of rows state their trials instead. */
export function ownUncertainty(
  metric: RowMetric,
  predictions: Predictions,
  measured: Measured,
  clusters: Clusters | null,
): Uncertainty | null {
  const varied = ownSpread(metric, predictions, measured, clusters);
  const { value } = measured;
  if (varied !== null || !variesNowhere(metric, value, measured)) return varied;
  const independent = clusters?.count ?? predictions.labels.length;
  const method = "no resample of the rows differs";
  return unvaried(metric, predictions, { value, size: value, independent, rung: "standard-error", method });
}

/** True where rows that count more or less change nothing. Slopes of counts are found by steps, and round. */
const variesNowhere = (metric: RowMetric, size: number, measured: Measured): boolean =>
  allWithin(measured.influences(), 1e-9 * scaleOf(metric, size));

/** Null where nothing says, and where no resample of the rows has another value. */
function ownSpread(
  metric: RowMetric,
  predictions: Predictions,
  measured: Measured,
  clusters: Clusters | null,
): Uncertainty | null {
  const { labels, guesses, scores, classes } = predictions;
  if (clusters !== null)
    return clustered(measured.value, measured.weighted, measured.influences(), clusters, "standard-error");
  switch (metric.kind) {
    case "counts": {
      if (typeof guesses === "string") return null;
      const counts = countsIn(cellsOf(labels, guesses, classes.length), classes.length ** 2);
      const replicates = resampleCounts(counts, measured.value, (resampled) =>
        metric.statistic({ counts: resampled, classes: classes.length }),
      );
      const method = `bootstrap of the counts, BCa, ${resamplesSaid}`;
      return byReplicates(measured.value, replicates, labels.length, "standard-error", method);
    }
    case "area":
    case "gini": {
      if (typeof scores === "string") return null;
      const found = placementsBefore(labels, scores);
      const variance = found === undefined ? null : areaVariance(labels, found);
      return spread(
        measured.value,
        variance,
        labels.length,
        "standard-error",
        "DeLong",
        metric.kind === "gini" ? 2 : 1,
      );
    }
    case "average-precision":
      return byRows(measured, [labels, typeof scores === "string" ? [] : scores], "standard-error");
    case "mean":
      return byInfluence(measured.value, measured.influences(), "standard-error", "mean over rows");
    case "root-mean-square":
    case "r-squared":
      return byInfluence(measured.value, measured.influences(), "standard-error", "delta method");
  }
}

/** How far the difference of a metric, candidate less champion, may be off, on the same rows; null where nothing says. */
export function pairedUncertainty(
  metric: RowMetric,
  { candidate, champion }: Pair,
  clusters: Clusters | null,
): Uncertainty | null {
  const now = measure(metric, candidate);
  const before = measure(metric, champion);
  if (now.kind === "unusable" || before.kind === "unusable") return null;
  const { length: rows } = candidate.labels;
  const difference = now.measured.value - before.measured.value;
  const constant = (method: string): Uncertainty | null =>
    unvaried(metric, candidate, {
      value: difference,
      size: now.measured.value,
      independent: clusters?.count ?? rows,
      rung: "paired",
      method,
    });
  if (answerAlike(metric, candidate, champion)) return constant("paired: both answer alike on every row");
  const weighted = (weights: ArrayLike<number>): number | null => {
    const one = now.measured.weighted(weights);
    const other = before.measured.weighted(weights);
    return one === null || other === null ? null : one - other;
  };
  const influences = (): Float64Array => {
    const others = before.measured.influences();
    return now.measured.influences().map((influence, row) => influence - (others[row] ?? NaN));
  };
  const changed = { value: difference, weighted, influences };
  const varied = changeSpread(metric, { candidate, champion }, changed, clusters);
  return varied === null && variesNowhere(metric, now.measured.value, changed)
    ? constant("paired: no resample of the rows differs")
    : varied;
}

/** Null where nothing says, and where no resample of the rows has another difference. */
function changeSpread(
  metric: RowMetric,
  { candidate, champion }: Pick<Pair, "candidate" | "champion">,
  changed: Measured,
  clusters: Clusters | null,
): Uncertainty | null {
  const { value: difference, weighted, influences } = changed;
  if (clusters !== null) return clustered(difference, weighted, influences(), clusters, "paired");
  switch (metric.kind) {
    case "counts":
      return pairedCounts(metric.statistic, metric.share, candidate, champion, difference);
    case "area":
    case "gini":
      return pairedArea(candidate, champion, difference, metric.kind === "gini" ? 2 : 1);
    case "average-precision":
      return byRows(
        changed,
        [candidate.labels, ...[candidate.scores, champion.scores].filter((scores) => typeof scores !== "string")],
        "paired",
      );
    case "mean":
      return byInfluence(difference, influences(), "paired", "paired differences of rows");
    case "root-mean-square":
    case "r-squared":
      return byInfluence(difference, influences(), "paired", "paired, delta method");
  }
}

/** True where what the metric looks at is the same for both on every row. */
function answerAlike(metric: RowMetric, candidate: Predictions, champion: Predictions): boolean {
  const uses = (predictions: Predictions): Float64Array | string =>
    metric.kind === "area" ||
    metric.kind === "gini" ||
    metric.kind === "average-precision" ||
    (metric.kind === "mean" && metric.from === "scores")
      ? predictions.scores
      : predictions.guesses;
  const one = uses(candidate);
  const other = uses(champion);
  return typeof one !== "string" && typeof other !== "string" && one.every((answer, row) => answer === other[row]);
}

function pairedArea(
  candidate: Predictions,
  champion: Predictions,
  difference: number,
  scale: number,
): Uncertainty | null {
  if (typeof candidate.scores === "string" || typeof champion.scores === "string") return null;
  const now = placementsBefore(candidate.labels, candidate.scores);
  const before = placementsBefore(champion.labels, champion.scores);
  if (now === undefined || before === undefined) return null;
  const { variance } = pairedAreas(candidate.labels, now, before);
  return spread(difference, variance, candidate.labels.length, "paired", "DeLong, paired", scale);
}

function pairedCounts(
  statistic: Extract<RowMetric, { kind: "counts" }>["statistic"],
  share: ShareOfRows | null,
  candidate: Predictions,
  champion: Predictions,
  difference: number,
): Uncertainty | null {
  const { labels, guesses, classes } = candidate;
  const { guesses: others } = champion;
  if (typeof guesses === "string" || typeof others === "string") return null;
  if (share !== null && (share.among === "rows" || share.among === "positives" || share.among === "negatives"))
    return pairedShareUncertainty(tallyOf(share, labels, guesses, others));
  const width = classes.length;
  const joint = jointCounts(labels, guesses, others, width);
  const now = new Float64Array(width ** 2);
  const before = new Float64Array(width ** 2);
  const replicates = resampleCounts(joint, difference, (counts) => {
    now.fill(0);
    before.fill(0);
    for (let cell = 0; cell < counts.length; cell++) {
      const count = counts[cell] ?? 0;
      if (count === 0) continue;
      const pair = Math.floor(cell / width);
      const truth = Math.floor(pair / width);
      const other = truth * width + (cell % width);
      now[pair] = (now[pair] ?? 0) + count;
      before[other] = (before[other] ?? 0) + count;
    }
    const one = statistic({ counts: now, classes: width });
    const two = statistic({ counts: before, classes: width });
    return one === null || two === null ? null : one - two;
  });
  const method = `paired bootstrap of the joint counts, BCa, ${resamplesSaid}`;
  return byReplicates(difference, replicates, labels.length, "paired", method);
}

function tallyOf({ among, success }: ShareOfRows, labels: Float64Array, guesses: Float64Array, others: Float64Array) {
  const wanted = among === "positives" ? 1 : among === "negatives" ? 0 : null;
  const counts = new Float64Array(4);
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row] ?? NaN;
    if (wanted !== null && label !== wanted) continue;
    const cell = (success(label, guesses[row] ?? NaN) ? 2 : 0) + (success(label, others[row] ?? NaN) ? 1 : 0);
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  const [neither = 0, onlySecond = 0, onlyFirst = 0, both = 0] = counts;
  return { both, onlyFirst, onlySecond, neither };
}

function byRows(
  { value, weighted, influences }: Measured,
  keys: readonly ArrayLike<number>[],
  rung: "paired" | "standard-error",
): Uncertainty | null {
  const moved = influences();
  const paired = rung === "paired" ? "paired " : "";
  if (moved.length > MOST_ROWS_RESAMPLED) return byInfluence(value, moved, rung, `${paired}influences of the rows`);
  const replicates = resampleRows(value, weighted, moved, keys);
  const method = `${paired}bootstrap of the rows, BCa, ${resamplesSaid}`;
  return byReplicates(value, replicates, moved.length, rung, method);
}

/** Draws that resampling rows by clusters may take; beyond, the influences of the clusters are used. */
const MOST_DRAWS = 400_000_000;
/** A bootstrap of fewer clusters is too short. */
const FEWEST_CLUSTERS = 10;

function clustered(
  value: number,
  weighted: (weights: ArrayLike<number>) => number | null,
  influences: Float64Array,
  { column, of, count }: Clusters,
  rung: "paired" | "standard-error",
): Uncertainty | null {
  if (count < FEWEST_CLUSTERS) return null;
  const { length: rows } = influences;
  const said = `${count} clusters by ${column}`;
  if (rows * 2000 > MOST_DRAWS) {
    const sums = clusterSums(influences, of, count);
    const variance = (sampleVariance(sums) * count) / rows ** 2;
    if (!(variance > 0)) return null;
    const standardError = Math.sqrt(variance);
    const method = `influences of ${said}`;
    return spreadUncertainty({ value, standardError, n: rows, rung, method, degrees: count - 1 });
  }
  const replicates = resampleClusters(value, weighted, influences, of, count);
  const method = `${rung === "paired" ? "paired " : ""}bootstrap of ${said}, BCa, ${resamplesSaid}`;
  return byReplicates(value, replicates, rows, rung, method);
}
