import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { binCountsFault, paired, sharesOf } from "./bin-counts.js";

/**
 * Hellinger distance of two distributions over bins.
 *
 * @param first counts or shares, 0 or above
 * @param second of the same bins
 * @returns 0 to 1; not estimable where a sample is empty; invalid where lengths or counts are wrong
 * @see Hellinger (1909): the Euclidean distance of the square roots, over √2
 * @example hellingerDistance([0.1, 0.4, 0.5], [0.2, 0.3, 0.5]) // { kind: "value", value: 0.1103 }
 */
export function hellingerDistance(first: readonly number[], second: readonly number[]): Estimate<number> {
  const fault = binCountsFault("first", first, "second", second);
  if (fault !== undefined) return invalid(fault);
  const p = sharesOf(first);
  const q = sharesOf(second);
  if (p === undefined || q === undefined) return notEstimable("a sample is empty");
  const squares = paired(p, q).reduce((sum, [left, right]) => sum + (Math.sqrt(left) - Math.sqrt(right)) ** 2, 0);
  return value(Math.min(1, Math.sqrt(squares / 2)));
}
