import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalQuantile } from "./normal-distribution.js";
import { oneSidedFault } from "./samples-to-settle.js";
import { finiteFault, firstFault, nonNegativeFault, openShareFault, positiveFault, shareFault } from "./validity.js";

/** How surely a bound is to be shown, and with what chance, if the true value is as observed. */
export interface BoundPlan {
  /** One-sided, above 0.5 and below 1. */
  readonly confidence: number;
  /** Chance of showing it, above 0 and below 1. */
  readonly power: number;
}

/**
 * How many trials show on which side of a bound a proportion lies, by the score test.
 *
 * @param rate the true rate, 0 to 1
 * @param bound the rate to decide about, 0 to 1
 * @returns a whole number; not estimable where the rate is the bound itself; invalid where an argument lies outside its
 *   range
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, section 2.4:
 *   n = ((z_α √(b(1 − b)) + z_β √(p(1 − p))) / (p − b))²
 * @example trialsForBound(0.85, 0.8, { confidence: 0.95, power: 0.8 }) // { kind: "value", value: 368 }
 */
export function trialsForBound(rate: number, bound: number, plan: BoundPlan): Estimate<number> {
  const fault = firstFault(shareFault("rate", rate), shareFault("bound", bound), planFault(plan));
  if (fault !== undefined) return invalid(fault);
  if (rate === bound) return notEstimable("the rate is the bound itself");
  const [error, missed] = deviatesOf(plan);
  const reach = error * Math.sqrt(bound * (1 - bound)) + missed * Math.sqrt(rate * (1 - rate));
  return value(Math.max(1, Math.ceil((reach / (rate - bound)) ** 2)));
}

/**
 * How many samples show on which side of a bound a mean lies, whose standard error is known at some number of samples.
 *
 * @param mean the true mean, in the unit of the bound
 * @param standardError of the mean of `samples` samples, 0 or above
 * @param samples above 0
 * @returns a whole number; not estimable where the mean is the bound itself; invalid where an argument lies outside its
 *   range
 * @see n ((z_α + z_β) se / (mean − bound))², since a standard error shrinks with the square root of the samples
 * @example samplesForBound(0.52, 0.02, 400, 0.5, { confidence: 0.95, power: 0.8 }) // { kind: "value", value: 2474 }
 */
export function samplesForBound(
  mean: number,
  standardError: number,
  samples: number,
  bound: number,
  plan: BoundPlan,
): Estimate<number> {
  const fault = firstFault(
    finiteFault("mean", mean),
    nonNegativeFault("standard error", standardError),
    positiveFault("samples", samples),
    finiteFault("bound", bound),
    planFault(plan),
  );
  if (fault !== undefined) return invalid(fault);
  if (mean === bound) return notEstimable("the mean is the bound itself");
  const [error, missed] = deviatesOf(plan);
  return value(Math.max(1, Math.ceil(samples * (((error + missed) * standardError) / (mean - bound)) ** 2)));
}

const planFault = ({ confidence, power }: BoundPlan) =>
  firstFault(oneSidedFault(confidence), openShareFault("power", power));

const deviatesOf = ({ confidence, power }: BoundPlan): readonly [number, number] => [
  -normalQuantile(1 - confidence),
  -normalQuantile(1 - power),
];
