import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { binCountsFault, paired, sharesOf } from "./bin-counts.js";

/**
 * Kullback–Leibler divergence of one distribution over bins from another, in nats. Not symmetric.
 *
 * @param first counts or shares, 0 or above
 * @param second of the same bins
 * @returns 0 or above, Infinity where the second is empty in a bin that the first is not; not estimable where a sample
 *   is empty; invalid where lengths or counts are wrong
 * @see Kullback & Leibler (1951): Σ p ln(p/q)
 * @example kullbackLeiblerDivergence([0.1, 0.4, 0.5], [0.2, 0.3, 0.5]) // { kind: "value", value: 0.0458 }
 */
export function kullbackLeiblerDivergence(first: readonly number[], second: readonly number[]): Estimate<number> {
  const fault = binCountsFault("first", first, "second", second);
  if (fault !== undefined) return invalid(fault);
  const p = sharesOf(first);
  const q = sharesOf(second);
  return p === undefined || q === undefined ? notEstimable("a sample is empty") : value(divergence(p, q));
}

/** Of shares that add up to 1. */
export const divergence = (first: readonly number[], second: readonly number[]): number =>
  Math.max(
    0,
    paired(first, second).reduce((sum, [p, q]) => sum + (p === 0 ? 0 : p * Math.log(p / q)), 0),
  );
