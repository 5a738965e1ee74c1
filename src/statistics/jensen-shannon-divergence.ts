import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { binCountsFault, paired, sharesOf } from "./bin-counts.js";
import { divergence } from "./kullback-leibler-divergence.js";
import { firstFault } from "./validity.js";

export interface JensenShannon {
  readonly divergence: number;
  /** Its square root: what SciPy and Evidently report under the same name. */
  readonly distance: number;
}

/**
 * Jensen–Shannon divergence and distance of two distributions over bins.
 *
 * @param first counts or shares, 0 or above
 * @param second of the same bins
 * @param base of the logarithm, above 1; with 2 both lie in 0 to 1
 * @returns not estimable where a sample is empty; invalid where lengths, counts or base are wrong
 * @see Lin (1991), IEEE Transactions on Information Theory 37, 145-151
 * @example jensenShannonDivergence([0.1, 0.4, 0.5], [0.2, 0.3, 0.5], 2)
 *   // { kind: "value", value: { divergence: 0.0174, distance: 0.132 } }
 */
export function jensenShannonDivergence(
  first: readonly number[],
  second: readonly number[],
  base: number,
): Estimate<JensenShannon> {
  const fault = firstFault(
    binCountsFault("first", first, "second", second),
    base > 1 && base < Infinity ? undefined : `base must be a finite number above 1, got ${base}`,
  );
  if (fault !== undefined) return invalid(fault);
  const p = sharesOf(first);
  const q = sharesOf(second);
  if (p === undefined || q === undefined) return notEstimable("a sample is empty");
  const middle = paired(p, q).map(([left, right]) => (left + right) / 2);
  const nats = (divergence(p, middle) + divergence(q, middle)) / 2;
  return value({ divergence: nats / Math.log(base), distance: Math.sqrt(nats / Math.log(base)) });
}
