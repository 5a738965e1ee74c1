import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { tallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

/**
 * Wilson score interval for a proportion: the range of true rates that `successes` out of `trials` does not
 * contradict. Use it before comparing an accuracy with a floor.
 *
 * @param successes how many trials succeeded, 0 to `trials`; need not be whole where it comes from a rounded rate
 * @param trials how many trials there were, a whole number
 * @param confidence two-sided, above 0 and below 1. A one-sided bound at c is that of the interval at 2c − 1:
 *   `wilsonInterval(x, n, twoSidedConfidence(c))`
 * @returns the limits, 0 to 1 (exactly 0 at no success, exactly 1 at nothing else); not estimable where there are no
 *   trials; invalid where an argument lies outside its range
 * @see E. B. Wilson (1927), "Probable inference", JASA 22, 209-212; R. G. Newcombe (1998), Statistics in Medicine 17,
 *   857-872, method 3
 * @example wilsonInterval(9, 10, 0.95) // { kind: "value", value: { lower: 0.5958, upper: 0.9821 } }
 */
export function wilsonInterval(successes: number, trials: number, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    tallyFault("wilson interval:", { successes, trials }),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  return value(wilsonLimits(successes, trials, normalCriticalValue(confidence)));
}

/** The limits themselves, for arguments that were checked: `trials` above 0, `z` above 0. */
export function wilsonLimits(successes: number, trials: number, z: number): Interval {
  const rate = successes / trials;
  const shrink = 1 + (z * z) / trials;
  const centre = (rate + (z * z) / (2 * trials)) / shrink;
  const reach = (z / shrink) * Math.sqrt((rate * (1 - rate)) / trials + (z * z) / (4 * trials * trials));
  return {
    lower: successes === 0 ? 0 : Math.max(0, centre - reach),
    upper: successes === trials ? 1 : Math.min(1, centre + reach),
  };
}

/**
 * The confidence of the two-sided interval whose ends are the one-sided bounds at `oneSided`.
 *
 * @param oneSided above 0.5 and below 1
 * @example twoSidedConfidence(0.95) // 0.9
 */
export const twoSidedConfidence = (oneSided: number): number => 2 * oneSided - 1;
