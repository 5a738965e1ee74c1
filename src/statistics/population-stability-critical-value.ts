import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { chiSquaredUpperQuantile } from "./chi-squared-distribution.js";
import { normalQuantile } from "./normal-distribution.js";
import { countFault, firstFault, openShareFault } from "./validity.js";

export interface StabilityCriticalValue {
  /** By the chi-squared distribution. */
  readonly chiSquared: number;
  /** By its normal approximation. */
  readonly normal: number;
  /** What the index is on average where nothing has moved. */
  readonly mean: number;
}

/**
 * The population stability index that samples of these sizes exceed by luck alone with probability `alpha`.
 *
 * @param expectedSize rows of the reference, a whole number
 * @param actualSize rows of the current sample, a whole number
 * @param bins 2 or more
 * @param alpha above 0 and below 1
 * @returns not estimable where a sample is empty; invalid where an argument lies outside its range
 * @see Yurdakul (2018), Statistical Properties of Population Stability Index, Western Michigan University: the index
 *   over (1/N + 1/M) is nearly chi-squared with bins − 1 degrees of freedom
 * @example populationStabilityCriticalValue(200, 200, 10, 0.05)
 *   // { kind: "value", value: { chiSquared: 0.169, normal: 0.160, mean: 0.09 } }
 */
export function populationStabilityCriticalValue(
  expectedSize: number,
  actualSize: number,
  bins: number,
  alpha: number,
): Estimate<StabilityCriticalValue> {
  const fault = firstFault(
    countFault("expected size", expectedSize),
    countFault("actual size", actualSize),
    Number.isInteger(bins) && bins >= 2 ? undefined : `bins must be a whole number from 2 up, got ${bins}`,
    openShareFault("alpha", alpha),
  );
  if (fault !== undefined) return invalid(fault);
  if (expectedSize === 0 || actualSize === 0) return notEstimable("a sample is empty");
  const scale = 1 / expectedSize + 1 / actualSize;
  const degrees = bins - 1;
  return value({
    chiSquared: scale * chiSquaredUpperQuantile(alpha, degrees),
    normal: scale * (degrees - normalQuantile(alpha) * Math.sqrt(2 * degrees)),
    mean: scale * degrees,
  });
}
