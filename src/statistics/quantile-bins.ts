import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type BinnedSamples, binningFault, countsBetween } from "./binned-samples.js";
import { at } from "./element.js";
import { sampleQuantile } from "./sample-quantile.js";
import { ascending } from "./sorted-values.js";

/**
 * Counts of two samples in bins that hold equal shares of the reference: what the stability index compares. The outer
 * bins are open, so that values beyond the reference's range count. Where the reference repeats a value, borders that
 * coincide become one, and there are fewer bins.
 *
 * @param reference finite
 * @param current finite
 * @param bins wanted, 2 to 1,000,000; 10 is usual
 * @returns not estimable where a sample is empty or the reference has one value only; invalid where a value is not
 *   finite
 * @see Siddiqi (2006), Credit Risk Scorecards: deciles of the development sample
 */
export function quantileBins(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
): Estimate<BinnedSamples> {
  const fault = binningFault(reference, current, bins, 2);
  if (fault !== undefined) return invalid(fault);
  if (reference.length === 0 || current.length === 0) return notEstimable("a sample is empty");
  const sorted = ascending(reference);
  if (at(sorted, 0) === at(sorted, sorted.length - 1)) return notEstimable("the reference has one value only");
  const quantiles = Array.from({ length: bins - 1 }, (_, border) => sampleQuantile(sorted, (border + 1) / bins));
  const borders = [...new Set(quantiles)].filter((border) => border > at(sorted, 0));
  return value({
    borders,
    reference: countsBetween(sorted, borders),
    current: countsBetween(ascending(current), borders),
  });
}
