import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { wholeTallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

/**
 * Wilson score interval with continuity correction: never below its nominal coverage by much, and wider than
 * `wilsonInterval`. Use it where a report names it; gates use the plain one.
 *
 * @param successes how many trials succeeded, a whole number, 0 to `trials`
 * @param trials how many trials there were, a whole number
 * @param confidence two-sided, above 0 and below 1
 * @returns the limits, 0 to 1; not estimable where there are no trials; invalid where an argument lies outside its
 *   range
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 857-872, method 4
 * @example wilsonContinuityInterval(81, 263, 0.95) // { kind: "value", value: { lower: 0.2535, upper: 0.3682 } }
 */
export function wilsonContinuityInterval(successes: number, trials: number, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    wholeTallyFault("wilson interval:", { successes, trials }),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  const z = normalCriticalValue(confidence);
  return value({
    lower: lowerLimit(successes, trials, z),
    upper: 1 - lowerLimit(trials - successes, trials, z),
  });
}

function lowerLimit(successes: number, trials: number, z: number): number {
  if (successes === 0) return 0;
  const square = z * z;
  const rate = successes / trials;
  const radicand = square - 2 - 1 / trials + 4 * rate * (trials - successes + 1);
  return Math.max(0, (2 * successes + square - 1 - z * Math.sqrt(radicand)) / (2 * (trials + square)));
}
