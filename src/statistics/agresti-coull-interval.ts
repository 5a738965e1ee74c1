import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { tallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

/**
 * Agresti–Coull interval for a proportion: the textbook interval after adding z²/2 successes and as many failures. It
 * has the centre of `wilsonInterval` and always contains it.
 *
 * @param successes how many trials succeeded, 0 to `trials`
 * @param trials how many trials there were, a whole number
 * @param confidence two-sided, above 0 and below 1
 * @returns the limits, cut to 0 to 1; not estimable where there are no trials; invalid where an argument lies outside
 *   its range
 * @see A. Agresti & B. A. Coull (1998), The American Statistician 52, 119-126
 * @example agrestiCoullInterval(81, 263, 0.95) // { kind: "value", value: { lower: 0.2552, upper: 0.3663 } }
 */
export function agrestiCoullInterval(successes: number, trials: number, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    tallyFault("agresti-coull interval:", { successes, trials }),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  const z = normalCriticalValue(confidence);
  const adjustedTrials = trials + z * z;
  const centre = (successes + (z * z) / 2) / adjustedTrials;
  const reach = z * Math.sqrt((centre * (1 - centre)) / adjustedTrials);
  return value({ lower: Math.max(0, centre - reach), upper: Math.min(1, centre + reach) });
}
