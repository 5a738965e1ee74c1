import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { type Tally, tallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

export interface RatioInterval {
  readonly ratio: number;
  /** Null, as is `upper`, where the ratio is 0: its logarithm has no limits. Use `riskRatioScoreInterval`. */
  readonly lower: number | null;
  readonly upper: number | null;
}

/**
 * Ratio of two independent proportions with Katz's interval, normal in the logarithm.
 *
 * @param first successes and trials of the first arm
 * @param second of the second, by which is divided
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where an arm has no trials or the second no successes; invalid where an argument lies outside
 *   its range
 * @see Katz et al. (1978), Biometrics 34, 469-474
 * @example riskRatioInterval({ successes: 48, trials: 80 }, { successes: 12, trials: 30 }, 0.95)
 *   // { kind: "value", value: { ratio: 1.5, lower: 0.934, upper: 2.408 } }
 */
export function riskRatioInterval(first: Tally, second: Tally, confidence: number): Estimate<RatioInterval> {
  const fault = firstFault(
    tallyFault("first", first),
    tallyFault("second", second),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  if (second.successes === 0) return notEstimable("the second arm has no successes");
  const ratio = first.successes / first.trials / (second.successes / second.trials);
  if (!Number.isFinite(ratio)) return notEstimable("the second arm's rate is too small for a double");
  if (ratio === 0) return value({ ratio, lower: null, upper: null });
  const reach = normalCriticalValue(confidence) * Math.sqrt(logVariance(first) + logVariance(second));
  return value({ ratio, lower: ratio * Math.exp(-reach), upper: ratio * Math.exp(reach) });
}

/** Of the logarithm of a rate. */
const logVariance = ({ successes, trials }: Tally): number => (trials - successes) / (successes * trials);
