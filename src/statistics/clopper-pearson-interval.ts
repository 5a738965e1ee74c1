import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { betaQuantile } from "./beta-distribution.js";
import { wholeTallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

/**
 * Clopper–Pearson ("exact") interval for a proportion: it covers the true rate at least as often as promised, and is
 * wider than needed for that. Use it where a contract asks for guaranteed coverage.
 *
 * @param successes how many trials succeeded, a whole number, 0 to `trials`
 * @param trials how many trials there were, a whole number
 * @param confidence two-sided, above 0 and below 1
 * @returns the limits, 0 to 1; not estimable where there are no trials; invalid where an argument lies outside its
 *   range
 * @see C. J. Clopper & E. S. Pearson (1934), Biometrika 26, 404-413, by quantiles of the beta distribution
 * @example clopperPearsonInterval(81, 263, 0.95) // { kind: "value", value: { lower: 0.2527, upper: 0.3676 } }
 */
export function clopperPearsonInterval(successes: number, trials: number, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    wholeTallyFault("clopper-pearson interval:", { successes, trials }),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  const tail = (1 - confidence) / 2;
  const failures = trials - successes;
  return value({
    lower: successes === 0 ? 0 : betaQuantile(tail, "lower", successes, failures + 1).x,
    upper: failures === 0 ? 1 : betaQuantile(tail, "upper", successes + 1, failures).x,
  });
}
