import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { type Tally, tallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";
import { wilsonLimits } from "./wilson-interval.js";

export interface DifferenceInterval extends Interval {
  /** First rate less second. */
  readonly difference: number;
}

/**
 * Newcombe's hybrid score interval for the difference of two independent proportions: candidate against champion, on
 * different rows. For the same rows use `newcombePairedDifferenceInterval`.
 *
 * @param first successes and trials of the first arm
 * @param second successes and trials of the second arm
 * @param confidence two-sided, above 0 and below 1; "no worse by d at one-sided c" holds where the lower limit at
 *   2c − 1 lies above −d
 * @returns first rate less second with limits in −1 to 1; not estimable where an arm has no trials; invalid where an
 *   argument lies outside its range
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 873-890, method 10
 * @example newcombeDifferenceInterval({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, 0.95)
 *   // { kind: "value", value: { difference: 0.2, lower: 0.0524, upper: 0.3339 } }
 */
export function newcombeDifferenceInterval(
  first: Tally,
  second: Tally,
  confidence: number,
): Estimate<DifferenceInterval> {
  const fault = firstFault(
    tallyFault("first", first),
    tallyFault("second", second),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  return value(newcombeLimits(first, second, normalCriticalValue(confidence)));
}

/** The difference and its limits, for arguments that were checked. */
export function newcombeLimits(first: Tally, second: Tally, z: number): DifferenceInterval {
  const firstRate = first.successes / first.trials;
  const secondRate = second.successes / second.trials;
  const firstLimits = wilsonLimits(first.successes, first.trials, z);
  const secondLimits = wilsonLimits(second.successes, second.trials, z);
  const difference = firstRate - secondRate;
  return {
    difference,
    lower: difference - Math.hypot(firstRate - firstLimits.lower, secondLimits.upper - secondRate),
    upper: difference + Math.hypot(firstLimits.upper - firstRate, secondRate - secondLimits.lower),
  };
}
