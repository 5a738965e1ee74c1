import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { sampleQuantile } from "./sample-quantile.js";
import { ascending, countBelow } from "./sorted-values.js";
import { finiteListFault, firstFault } from "./validity.js";

export interface BinnedSamples {
  /** Ascending inner borders; a value on a border belongs to the bin above it. */
  readonly borders: readonly number[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/**
 * Counts of two samples in bins that hold equal shares of the reference: what the stability index compares. The outer
 * bins are open, so that values beyond the reference's range count. Where the reference repeats a value, borders that
 * coincide become one, and there are fewer bins.
 *
 * @param reference finite
 * @param current finite
 * @param bins wanted, 2 or more; 10 is usual
 * @returns not estimable where a sample is empty or the reference has one value only; invalid where a value is not
 *   finite
 */
export function quantileBins(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
): Estimate<BinnedSamples> {
  const fault = firstFault(
    finiteListFault("reference", reference),
    finiteListFault("current", current),
    Number.isInteger(bins) && bins >= 2 ? undefined : `bins must be a whole number from 2 up, got ${bins}`,
  );
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

function countsBetween(sorted: Float64Array, borders: readonly number[]): readonly number[] {
  const below = [0, ...borders.map((border) => countBelow(sorted, border)), sorted.length];
  return below.slice(1).map((count, bin) => count - at(below, bin));
}
