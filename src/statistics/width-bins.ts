import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type BinnedSamples, binningFault, countsBetween } from "./binned-samples.js";
import { at } from "./element.js";
import { ascending } from "./sorted-values.js";

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
 * @param bins 1 to 1,000,000
 * @returns not estimable where a sample is empty or both hold one value only; invalid where a value is not finite
 */
export function widthBins(
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
): Estimate<BinnedSamples> {
  const fault = binningFault(reference, current, bins, 1);
  if (fault !== undefined) return invalid(fault);
  if (reference.length === 0 || current.length === 0) return notEstimable("a sample is empty");
  const before = ascending(reference);
  const after = ascending(current);
  const least = Math.min(at(before, 0), at(after, 0));
  const most = Math.max(at(before, before.length - 1), at(after, after.length - 1));
  if (least === most) return notEstimable("both samples have one value only");
  const step = (most - least) / bins;
  if (!Number.isFinite(step)) return notEstimable("the values lie too far apart for doubles");
  const borders = Array.from({ length: bins - 1 }, (_, border) => (border + 1) * step + least);
  return value({ borders, reference: countsBetween(before, borders), current: countsBetween(after, borders) });
}
