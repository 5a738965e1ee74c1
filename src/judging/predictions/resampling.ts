import { ascendingOrder } from "../../statistics/ascending-order.js";
import { accelerationOf, biasOf, type CorrectedReplicates } from "../../statistics/bca-interval.js";
import { drawMultinomial } from "../../statistics/random-binomial.js";
import { seededRandom, type RandomSource } from "../../statistics/random-source.js";

/** Resamples of every bootstrap, and the seed of its stream: said wherever a bootstrap is. */
export const RESAMPLES = 2000;
const SEED = 1;

export const resamplesSaid = `${RESAMPLES} resamples, seed ${SEED}`;

/** Rows beyond which resampling them one by one takes too long, and their influences are used instead. */
export const MOST_ROWS_RESAMPLED = 20_000;

/** A statistic of a table of counts under resampling of its rows; null where it exists for too few resamples. */
export function resampleCounts(
  counts: Float64Array,
  value: number,
  statistic: (counts: Float64Array) => number | null,
): CorrectedReplicates | null {
  const random = seededRandom(SEED);
  const cells = Array.from(counts);
  const total = cells.reduce((sum, count) => sum + count, 0);
  const used = [...cells.keys()].filter((cell) => (cells[cell] ?? 0) > 0);
  const usedCounts = used.map((cell) => cells[cell] ?? 0);
  const spread = new Float64Array(counts.length);
  const replicates = draws(() => {
    const drawn = drawMultinomial(usedCounts, total, random);
    used.forEach((cell, place) => (spread[cell] = drawn[place] ?? 0));
    return statistic(spread);
  });
  const jackknife = used.map((cell) => {
    const without = counts.slice();
    without[cell] = (without[cell] ?? 0) - 1;
    return statistic(without) ?? value;
  });
  return corrected(value, replicates, accelerationOf(jackknife, usedCounts));
}

/**
 * A statistic of weighted rows under resampling of them.
 *
 * @param keys by which rows are put in order first, so that the order in which they stand in the file changes nothing
 */
export function resampleRows(
  value: number,
  weighted: (weights: ArrayLike<number>) => number | null,
  influences: Float64Array,
  keys: readonly ArrayLike<number>[],
): CorrectedReplicates | null {
  const rows = influences.length;
  const order = keys.reduceRight<Uint32Array<ArrayBuffer> | undefined>(
    (within, key) => ascendingOrder(key, within),
    undefined,
  );
  const random = seededRandom(SEED);
  const weights = new Float64Array(rows);
  const replicates = draws(() => {
    weights.fill(0);
    for (let draw = 0; draw < rows; draw++) {
      const drawn = random.below(rows);
      const row = order?.[drawn] ?? drawn;
      weights[row] = (weights[row] ?? 0) + 1;
    }
    return weighted(weights);
  });
  return corrected(value, replicates, accelerationOf(influences.map((influence) => -influence)));
}

/**
 * The same where rows of one cluster are not independent: whole clusters are drawn.
 *
 * @param clusters for each row the place of its cluster, from 0, in an order that the rows' does not change
 */
export function resampleClusters(
  value: number,
  weighted: (weights: ArrayLike<number>) => number | null,
  influences: Float64Array,
  clusters: Uint32Array,
  count: number,
): CorrectedReplicates | null {
  const random = seededRandom(SEED);
  const times = new Float64Array(count);
  const weights = new Float64Array(clusters.length);
  const replicates = draws(() => {
    drawClusters(times, random);
    for (let row = 0; row < clusters.length; row++) weights[row] = times[clusters[row] ?? 0] ?? 0;
    return weighted(weights);
  });
  return corrected(value, replicates, accelerationOf(clusterSums(influences, clusters, count).map((sum) => -sum)));
}

function drawClusters(times: Float64Array, random: RandomSource): void {
  times.fill(0);
  for (let draw = 0; draw < times.length; draw++) {
    const cluster = random.below(times.length);
    times[cluster] = (times[cluster] ?? 0) + 1;
  }
}

/** The influences of each cluster's rows together. */
export function clusterSums(influences: Float64Array, clusters: Uint32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  for (let row = 0; row < clusters.length; row++) {
    const cluster = clusters[row] ?? 0;
    sums[cluster] = (sums[cluster] ?? 0) + (influences[row] ?? 0);
  }
  return sums;
}

function draws(draw: () => number | null): readonly number[] {
  const replicates: number[] = [];
  for (let resample = 0; resample < RESAMPLES; resample++) {
    const statistic = draw();
    if (statistic !== null && Number.isFinite(statistic)) replicates.push(statistic);
  }
  return replicates;
}

/** Null where the statistic exists for less than nine resamples of ten: what is left would be a choice of resamples. */
function corrected(value: number, replicates: readonly number[], acceleration: number): CorrectedReplicates | null {
  if (replicates.length < 0.9 * RESAMPLES) return null;
  const sorted = Float64Array.from(replicates).sort();
  const bias = biasOf(value, sorted);
  return bias === null ? null : { sorted, bias, acceleration };
}
