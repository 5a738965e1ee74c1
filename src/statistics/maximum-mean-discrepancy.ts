import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { finiteListFault, firstFault, positiveFault } from "./validity.js";

/** Every pair of values is looked at: beyond this, draw a sample first. */
const MOST_VALUES = 20_000;

/**
 * Squared maximum mean discrepancy with a Gaussian kernel, the unbiased estimate: 0 on average where both samples come
 * from one distribution, and then as often below 0 as above.
 *
 * @param first finite
 * @param second finite
 * @param gamma of the kernel exp(−gamma (x − y)²), above 0
 * @returns not estimable where a sample has fewer than two values or more than 20,000; invalid where an argument lies
 *   outside its range
 * @see Gretton et al. (2012), Journal of Machine Learning Research 13, 723-773, equation 3
 */
export function maximumMeanDiscrepancy(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  gamma: number,
): Estimate<number> {
  const fault = firstFault(
    finiteListFault("first", first),
    finiteListFault("second", second),
    positiveFault("gamma", gamma),
  );
  if (fault !== undefined) return invalid(fault);
  const { length: m } = first;
  const { length: n } = second;
  if (m < 2 || n < 2) return notEstimable("a sample has fewer than two values");
  if (Math.max(m, n) > MOST_VALUES) return notEstimable(`more than ${MOST_VALUES} values: draw a sample first`);
  const kernel = (distance: number): number => Math.exp(-gamma * distance * distance);
  const within = (values: ArrayLike<number>, size: number): number =>
    (kernelSum(values, values, kernel) - size) / (size * (size - 1));
  return value(within(first, m) + within(second, n) - (2 * kernelSum(first, second, kernel)) / (m * n));
}

function kernelSum(first: ArrayLike<number>, second: ArrayLike<number>, kernel: (distance: number) => number): number {
  let sum = 0;
  for (let left = 0; left < first.length; left++) {
    for (let right = 0; right < second.length; right++) sum += kernel(at(first, left) - at(second, right));
  }
  return sum;
}
