import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import type { RandomSource } from "./random-source.js";
import { countFault, firstFault } from "./validity.js";

/** A statistic of some rows, named by index with repetition; null where it does not exist for them. */
export type RowStatistic = (rows: Uint32Array) => number | null;

export interface Replicates {
  readonly values: Float64Array;
  /** Resamples for which the statistic does not exist, and which `values` lacks. */
  readonly without: number;
}

/**
 * Bootstrap replicates of a statistic, by drawing rows with replacement. To compare two models let the statistic
 * compute both on the rows it is given: resampling them apart would throw the pairing away.
 *
 * @param rows how many rows there are, a whole number below 2³²
 * @param resamples how many to draw, 1 or more; at least 2000 for the ends of a 95 % interval
 * @param random the seed's stream
 * @returns not estimable where there are no rows or the statistic exists for no resample
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap
 */
export function bootstrapReplicates(
  rows: number,
  resamples: number,
  random: RandomSource,
  statistic: RowStatistic,
): Estimate<Replicates> {
  const fault = firstFault(countFault("rows", rows), countFault("resamples", resamples));
  if (fault !== undefined) return invalid(fault);
  if (rows === 0) return notEstimable("no rows");
  const drawn = new Uint32Array(rows);
  return replicatesOf(resamples, () => statistic(drawn.map(() => random.below(rows))));
}

/**
 * The same where rows of one cluster (a patient, a session, a document) are not independent: whole clusters are drawn.
 *
 * @param clusters the cluster's name for each row
 * @returns not estimable with fewer than two clusters too
 * @see Davison & Hinkley (1997), Bootstrap Methods and their Application, section 3.8
 */
export function clusterBootstrapReplicates(
  clusters: readonly string[],
  resamples: number,
  random: RandomSource,
  statistic: RowStatistic,
): Estimate<Replicates> {
  const fault = countFault("resamples", resamples);
  if (fault !== undefined) return invalid(fault);
  const rowsOf = rowsByCluster(clusters);
  if (rowsOf.length < 2) return notEstimable("fewer than two clusters");
  return replicatesOf(resamples, () =>
    statistic(Uint32Array.from(rowsOf.flatMap(() => at(rowsOf, random.below(rowsOf.length))))),
  );
}

function rowsByCluster(clusters: readonly string[]): readonly (readonly number[])[] {
  const rowsOf = new Map<string, number[]>();
  clusters.forEach((cluster, row) => {
    const rows = rowsOf.get(cluster);
    if (rows === undefined) rowsOf.set(cluster, [row]);
    else rows.push(row);
  });
  return [...rowsOf.values()];
}

/** Draws so many times; leaves out, and counts, where there is no number. */
export function replicatesOf(resamples: number, draw: () => number | null): Estimate<Replicates> {
  const values: number[] = [];
  for (let resample = 0; resample < resamples; resample++) {
    const statistic = draw();
    if (statistic !== null && Number.isFinite(statistic)) values.push(statistic);
  }
  if (values.length === 0) return notEstimable("the statistic exists for no resample");
  return value({ values: Float64Array.from(values), without: resamples - values.length });
}
