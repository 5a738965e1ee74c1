import { type Estimate, invalid, notEstimable } from "../model/estimate.js";
import { totalOf } from "./bin-counts.js";
import { type Replicates, replicatesOf } from "./bootstrap-replicates.js";
import { drawMultinomial } from "./random-binomial.js";
import type { RandomSource } from "./random-source.js";
import { countFault, elementFault, firstFault } from "./validity.js";

/**
 * Bootstrap replicates of a statistic of counts: accuracy, precision, recall, F1, their differences between two models
 * on the same rows. The table of counts is all that such a statistic sees of the rows, so it is resampled itself: the
 * cost does not grow with the rows.
 *
 * @param counts whole numbers, one for each kind of row; for two models cross truth with both predictions
 * @param resamples how many to draw; at least 2000 for the ends of a 95 % interval
 * @param random the seed's stream
 * @param statistic of a resampled table, cells in the same order; null where it does not exist
 * @returns not estimable where there are no rows or the statistic exists for no resample; invalid where a count is
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap
 */
export function countBootstrap(
  counts: readonly number[],
  resamples: number,
  random: RandomSource,
  statistic: (counts: Float64Array) => number | null,
): Estimate<Replicates> {
  const fault = firstFault(
    elementFault(counts, (count, cell) => countFault(`counts[${cell}]`, count)),
    countFault("resamples", resamples),
  );
  if (fault !== undefined) return invalid(fault);
  const total = totalOf(counts);
  if (total === 0) return notEstimable("no rows");
  return replicatesOf(resamples, () => statistic(drawMultinomial(counts, total, random)));
}
