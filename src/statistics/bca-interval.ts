import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue, normalLowerTail, normalQuantile } from "./normal-distribution.js";
import { meanOf, unitOf } from "./sample-moments.js";
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
  const bias = biasOf(estimate, sorted);
  if (bias === null) return notEstimable("all replicates lie on one side of the estimate");
  const acceleration = accelerationOf(jackknife);
  const limits = correctedLimits({ sorted, bias, acceleration }, normalCriticalValue(confidence));
  if (limits === null) return notEstimable("the acceleration is too great for this confidence");
  return value({ bias, acceleration, ...limits });
}

/** Replicates in ascending order, with how their quantiles are to be moved. */
export interface CorrectedReplicates {
  readonly sorted: Float64Array;
  readonly bias: number;
  readonly acceleration: number;
}

/** The normal quantile of the share of replicates below the estimate; null where all lie on one side of it. */
export function biasOf(estimate: number, sorted: Float64Array): number | null {
  const shareBelow = (countBelow(sorted, estimate) + countAtMost(sorted, estimate)) / (2 * sorted.length);
  return shareBelow === 0 || shareBelow === 1 ? null : normalQuantile(shareBelow);
}

/**
 * The limits at `z` normal deviates; null where the acceleration is too great for it.
 *
 * @see Efron (1987), JASA 82, 171-185
 */
export function correctedLimits({ sorted, bias, acceleration }: CorrectedReplicates, z: number): Interval | null {
  if (Math.min(1 - acceleration * (bias - z), 1 - acceleration * (bias + z)) <= 0) return null;
  const limit = (quantile: number): number =>
    sampleQuantile(sorted, normalLowerTail(bias + (bias + quantile) / (1 - acceleration * (bias + quantile))));
  return { lower: limit(-z), upper: limit(z) };
}

/**
 * The one-sided p-value of "the true value is at most `bound`": the level at which the lower limit is the bound. Never
 * beyond what so many replicates can show.
 *
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, section 15.4: intervals turned into levels
 */
export function correctedLowerTail({ sorted, bias, acceleration }: CorrectedReplicates, bound: number): number {
  const below = (countBelow(sorted, bound) + countAtMost(sorted, bound)) / 2;
  const share = (below + 0.5) / (sorted.length + 1);
  const moved = normalQuantile(share) - bias;
  const tail = normalLowerTail(moved / (1 + acceleration * moved) - bias);
  const least = 1 / (sorted.length + 1);
  return 1 + acceleration * moved <= 0 ? (moved < 0 ? least : 1 - least) : Math.min(1 - least, Math.max(least, tail));
}

function weightedMean(values: ArrayLike<number>, weights: ArrayLike<number>): number {
  let weight = 0;
  let sum = 0;
  for (let index = 0; index < values.length; index++) {
    weight += weights[index] ?? 0;
    sum += (weights[index] ?? 0) * (values[index] ?? NaN);
  }
  return sum / weight;
}

function isConstant(values: ArrayLike<number>): boolean {
  for (let index = 1; index < values.length; index++) if (values[index] !== values[0]) return false;
  return true;
}

/**
 * A sixth of the jackknife's skewness; 0 where it is constant.
 *
 * @param counts how often each value stands in the jackknife; once where absent
 */
export function accelerationOf(jackknife: ArrayLike<number>, counts?: ArrayLike<number>): number {
  // By equality: the mean of equal values may be another double, and its distances would pass for a spread.
  if (isConstant(jackknife)) return 0;
  const timesOf = (index: number): number => counts?.[index] ?? 1;
  // Skewness has no unit of its own.
  const scale = unitOf(jackknife);
  const scaled = Float64Array.from(jackknife, (element) => element / scale);
  const mean = counts === undefined ? meanOf(scaled) : weightedMean(scaled, counts);
  const distances = scaled.map((element) => mean - element);
  const unit = unitOf(distances);
  let squares = 0;
  let cubes = 0;
  for (let index = 0; index < jackknife.length; index++) {
    const distance = (distances[index] ?? NaN) / unit;
    squares += timesOf(index) * distance ** 2;
    cubes += timesOf(index) * distance ** 3;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
