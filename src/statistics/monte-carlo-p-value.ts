import { type Estimate, invalid, value } from "../model/estimate.js";
import { countFault, firstFault } from "./validity.js";

/**
 * P-value of a test by resampling, never 0: the observed arrangement is one of those possible.
 *
 * @param exceeding resamples with a statistic as extreme as the observed one, a whole number, 0 to `resamples`
 * @param resamples how many were drawn, a whole number
 * @returns above 0 and at most 1; invalid where an argument lies outside its range
 * @see Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, 39
 * @example monteCarloPValue(37, 9999) // { kind: "value", value: 0.0038 }
 */
export function monteCarloPValue(exceeding: number, resamples: number): Estimate<number> {
  const fault = firstFault(
    countFault("exceeding", exceeding),
    countFault("resamples", resamples),
    exceeding > resamples ? `exceeding is ${exceeding} of only ${resamples} resamples` : undefined,
  );
  return fault === undefined ? value((exceeding + 1) / (resamples + 1)) : invalid(fault);
}
