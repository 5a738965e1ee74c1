import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { tallyFault } from "./tally.js";
import { countFault, type Fault, finiteFault, firstFault, nonNegativeFault, shareFault } from "./validity.js";
import { twoSidedConfidence } from "./wilson-interval.js";

export interface SamplesToSettle {
  /** The samples that would settle it, those there are included. */
  readonly total: number;
  /** How many more than there are; 0 where it is settled already. */
  readonly more: number;
}

/**
 * How many trials would settle whether a proportion lies above or below a bound, if the rate stays as observed: the
 * smallest number at which the one-sided Wilson bound no longer reaches across.
 *
 * @param successes 0 to `trials`
 * @param trials a whole number
 * @param bound the rate to decide about, 0 to 1
 * @param confidence one-sided, above 0.5 and below 1
 * @returns not estimable where there are no trials, or where the observed rate is the bound itself (no number of
 *   trials at that rate decides); invalid where an argument lies outside its range
 * @see the score test solved for n: n = z² b(1 − b) / (x/n − b)²
 * @example trialsToSettle(92, 100, 0.9, 0.95) // { kind: "value", value: { total: 609, more: 509 } }
 */
export function trialsToSettle(
  successes: number,
  trials: number,
  bound: number,
  confidence: number,
): Estimate<SamplesToSettle> {
  const fault = firstFault(
    tallyFault("trials to settle:", { successes, trials }),
    shareFault("bound", bound),
    oneSidedFault(confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  const distance = successes / trials - bound;
  if (distance === 0) return notEstimable("the observed rate is the bound itself");
  const z = normalCriticalValue(twoSidedConfidence(confidence));
  return value(counted((z * z * bound * (1 - bound)) / (distance * distance), trials));
}

/**
 * How many samples would settle whether a mean lies above or below a bound, if mean and spread stay as observed: the
 * smallest number at which the one-sided normal bound no longer reaches across.
 *
 * @param mean the observed mean
 * @param standardError of that mean, 0 or above
 * @param samples how many samples the mean is of, 1 or more
 * @param bound in the unit of the mean
 * @param confidence one-sided, above 0.5 and below 1
 * @returns not estimable where there are no samples, or where the mean is the bound itself; invalid where an argument
 *   lies outside its range
 * @see m = n (z se / (mean − bound))², since a standard error shrinks with the square root of the samples
 * @example samplesToSettleMean(0.52, 0.02, 400, 0.5, 0.95) // { kind: "value", value: { total: 1083, more: 683 } }
 */
export function samplesToSettleMean(
  mean: number,
  standardError: number,
  samples: number,
  bound: number,
  confidence: number,
): Estimate<SamplesToSettle> {
  const fault = firstFault(
    finiteFault("mean", mean),
    nonNegativeFault("standard error", standardError),
    countFault("samples", samples),
    finiteFault("bound", bound),
    oneSidedFault(confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (samples === 0) return notEstimable("no samples");
  if (mean === bound) return notEstimable("the observed mean is the bound itself");
  const ratio = (normalCriticalValue(twoSidedConfidence(confidence)) * standardError) / (mean - bound);
  return value(counted(samples * ratio * ratio, samples));
}

/** What is wrong with a one-sided confidence. */
export const oneSidedFault = (confidence: number): Fault =>
  confidence > 0.5 && confidence < 1
    ? undefined
    : `one-sided confidence must lie above 0.5 and below 1, got ${confidence}`;

function counted(wanted: number, present: number): SamplesToSettle {
  const total = Math.max(1, Math.ceil(wanted));
  return { total, more: Math.max(0, total - present) };
}
