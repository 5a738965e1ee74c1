import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import type { BinnedSamples } from "./quantile-bins.js";
import { ascending, countBelow } from "./sorted-values.js";
import { finiteListFault, firstFault } from "./validity.js";

/**
 * How many bins of equal width Sturges's rule gives, as NumPy applies it: the range over log₂(n) + 1, rounded up.
 *
 * @param rows how many values, 1 or more
 * @see Sturges (1926), JASA 21, 65-66
 * @example sturgesBins(15_000) // 15
 */
export const sturgesBins = (rows: number): number => Math.ceil(Math.log2(rows) + 1);

/**
 * Counts of two samples in bins of equal width over the range of both together; a value on a border belongs to the bin
 * above it, the greatest to the last bin, as NumPy's histogram counts.
 *
 * @param reference finite
 * @param current finite
 * @param bins 1 or more
 * @returns not estimable where a sample is empty or both hold one value only; invalid where a value is not finite
 */
export function widthBins(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
): Estimate<BinnedSamples> {
  const fault = firstFault(
    finiteListFault("reference", reference),
    finiteListFault("current", current),
    Number.isInteger(bins) && bins >= 1 ? undefined : `bins must be a whole number from 1 up, got ${bins}`,
  );
  if (fault !== undefined) return invalid(fault);
  if (reference.length === 0 || current.length === 0) return notEstimable("a sample is empty");
  const before = ascending(reference);
  const after = ascending(current);
  const least = Math.min(at(before, 0), at(after, 0));
  const most = Math.max(at(before, before.length - 1), at(after, after.length - 1));
  if (least === most) return notEstimable("both samples have one value only");
  const step = (most - least) / bins;
  const borders = Array.from({ length: bins - 1 }, (_, border) => (border + 1) * step + least);
  const counts = (sorted: Float64Array): readonly number[] => {
    const below = [0, ...borders.map((border) => countBelow(sorted, border)), sorted.length];
    return below.slice(1).map((count, bin) => count - at(below, bin));
  };
  return value({ borders, reference: counts(before), current: counts(after) });
}
