import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { sampleQuantile } from "./sample-quantile.js";
import { ascending } from "./sorted-values.js";
import { finiteListFault, firstFault, openShareFault } from "./validity.js";

/**
 * Percentile interval from bootstrap replicates.
 *
 * @param replicates of the statistic, finite; at least 2000 for the ends of a 95 % interval
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where there are no replicates; invalid where an argument lies outside its range
 * @see Efron & Tibshirani (1993), An Introduction to the Bootstrap, chapter 13
 * @example percentileInterval([1, 2, 3, 4, 5], 0.9) // { kind: "value", value: { lower: 1.2, upper: 4.8 } }
 */
export function percentileInterval(replicates: ArrayLike<number>, confidence: number): Estimate<Interval> {
  const fault = firstFault(finiteListFault("replicates", replicates), openShareFault("confidence", confidence));
  if (fault !== undefined) return invalid(fault);
  if (replicates.length === 0) return notEstimable("no replicates");
  const sorted = ascending(replicates);
  const tail = (1 - confidence) / 2;
  return value({ lower: sampleQuantile(sorted, tail), upper: sampleQuantile(sorted, 1 - tail) });
}
