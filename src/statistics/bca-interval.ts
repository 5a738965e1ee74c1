import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue, normalLowerTail, normalQuantile } from "./normal-distribution.js";
import { meanOf } from "./sample-moments.js";
import { sampleQuantile } from "./sample-quantile.js";
import { ascending, countAtMost, countBelow } from "./sorted-values.js";
import { finiteFault, finiteListFault, firstFault, openShareFault } from "./validity.js";

export interface BcaInterval extends Interval {
  /** Bias correction, as a normal quantile. */
  readonly bias: number;
  readonly acceleration: number;
}

/**
 * Bias-corrected and accelerated bootstrap interval: the percentile interval, moved by the bias of the replicates and
 * by how the spread changes with the estimate.
 *
 * @param estimate the statistic of the whole sample
 * @param replicates of the statistic, finite
 * @param jackknife the statistic with each row left out in turn, finite
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where there are no replicates or no jackknife values, or where all replicates lie on one side
 *   of the estimate; invalid where an argument lies outside its range
 * @see Efron (1987), JASA 82, 171-185
 */
export function bcaInterval(
  estimate: number,
  replicates: ArrayLike<number>,
  jackknife: ArrayLike<number>,
  confidence: number,
): Estimate<BcaInterval> {
  const fault = firstFault(
    finiteFault("estimate", estimate),
    finiteListFault("replicates", replicates),
    finiteListFault("jackknife", jackknife),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (replicates.length === 0) return notEstimable("no replicates");
  if (jackknife.length === 0) return notEstimable("no jackknife values");
  const sorted = ascending(replicates);
  const shareBelow = (countBelow(sorted, estimate) + countAtMost(sorted, estimate)) / (2 * sorted.length);
  if (shareBelow === 0 || shareBelow === 1) return notEstimable("all replicates lie on one side of the estimate");
  const bias = normalQuantile(shareBelow);
  const acceleration = accelerationOf(jackknife);
  const z = normalCriticalValue(confidence);
  if (Math.min(1 - acceleration * (bias - z), 1 - acceleration * (bias + z)) <= 0) {
    return notEstimable("the acceleration is too great for this confidence");
  }
  const limit = (quantile: number): number =>
    sampleQuantile(sorted, normalLowerTail(bias + (bias + quantile) / (1 - acceleration * (bias + quantile))));
  return value({ bias, acceleration, lower: limit(-z), upper: limit(z) });
}

/** A sixth of the jackknife's skewness; 0 where it is constant. */
function accelerationOf(jackknife: ArrayLike<number>): number {
  const mean = meanOf(jackknife);
  const distances = Array.from(jackknife, (statistic) => mean - statistic);
  const squares = distances.reduce((sum, distance) => sum + distance ** 2, 0);
  const cubes = distances.reduce((sum, distance) => sum + distance ** 3, 0);
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
