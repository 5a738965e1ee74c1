import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { type Alternative, symmetricPValue } from "./alternative.js";
import { normalCriticalValue, normalUpperTail } from "./normal-distribution.js";
import type { ZTest } from "./two-proportion-z-test.js";
import { finiteFault, firstFault, nonNegativeFault, openShareFault } from "./validity.js";

/**
 * Normal interval about an estimate with a standard error: for a number that a tool reports with one.
 *
 * @param estimate finite
 * @param standardError of the estimate, 0 or above
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where the standard error is 0, which claims certainty; invalid where an argument lies outside
 *   its range
 * @see Wald (1943)
 * @example normalInterval(0.52, 0.02, 0.95) // { kind: "value", value: { lower: 0.4808, upper: 0.5592 } }
 */
export function normalInterval(estimate: number, standardError: number, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    finiteFault("estimate", estimate),
    nonNegativeFault("standard error", standardError),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (standardError === 0) return notEstimable("a standard error of 0");
  const reach = normalCriticalValue(confidence) * standardError;
  return value({ lower: estimate - reach, upper: estimate + reach });
}

/**
 * z test of an estimate with a standard error against a bound: the p-value that goes with `normalInterval`.
 *
 * @param bound the value under the null hypothesis, in the unit of the estimate
 * @param alternative `less` to show that the true value is below the bound, `greater` that it is above
 * @see z = (estimate − bound) / standard error, held against the standard normal distribution
 * @example normalBoundTest(0.52, 0.02, 0.5, "greater") // { kind: "value", value: { z: 1, p: 0.159 } }
 */
export function normalBoundTest(
  estimate: number,
  standardError: number,
  bound: number,
  alternative: Alternative,
): Estimate<ZTest> {
  const fault = firstFault(
    finiteFault("estimate", estimate),
    nonNegativeFault("standard error", standardError),
    finiteFault("bound", bound),
  );
  if (fault !== undefined) return invalid(fault);
  if (standardError === 0) return notEstimable("a standard error of 0");
  const z = (estimate - bound) / standardError;
  return value({ z, p: symmetricPValue(z, alternative, normalUpperTail) });
}
