import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { at } from "./element.js";
import { meanOf } from "./sample-moments.js";
import { finiteListFault, firstFault } from "./validity.js";

export interface PermutationTest {
  /** Difference of the means, first less second; or the mean of paired differences. */
  readonly statistic: number;
  readonly p: number;
  /** How many arrangements were looked at. */
  readonly permutations: number;
}

/** More arrangements than this are sampled, not counted. */
export const MOST_ARRANGEMENTS = 3_000_000;
/** Statistics this close, relative to the size of the values, differ by rounding only. */
const TIE = 1e-9;

/**
 * Exact permutation test of the difference of two means: every way to deal the values to groups of these sizes.
 *
 * @param first finite
 * @param second finite
 * @param alternative about the first mean less the second; `two-sided` counts differences as great in size
 * @returns not estimable where a group is empty or there are more than three million arrangements (then use
 *   `sampledPermutationTest`); invalid where a value is not finite
 * @see Pitman (1937), Supplement to J. R. Statist. Soc. 4, 119-130
 * @example permutationTest([5, 6, 7], [1, 2, 3, 4], "greater")
 *   // { kind: "value", value: { statistic: 3.5, p: 0.02857, permutations: 35 } }
 */
export function permutationTest(
  first: readonly number[],
  second: readonly number[],
  alternative: Alternative,
): Estimate<PermutationTest> {
  const fault = firstFault(finiteListFault("first", first), finiteListFault("second", second));
  if (fault !== undefined) return invalid(fault);
  if (first.length === 0 || second.length === 0) return notEstimable("a group is empty");
  if (combinations(first.length + second.length, first.length) > MOST_ARRANGEMENTS) {
    return notEstimable(`more than ${MOST_ARRANGEMENTS} arrangements: sample them`);
  }
  const pooled = centred([...first, ...second]);
  const extreme = isAsExtreme(meanOf(pooled.subarray(0, first.length)), pooled, alternative);
  let permutations = 0;
  let exceeding = 0;
  eachSum(pooled, first.length, (sum) => {
    permutations++;
    if (extreme(sum / first.length)) exceeding++;
  });
  return value({ statistic: meanOf(first) - meanOf(second), p: exceeding / permutations, permutations });
}

/** The values less their mean: the first group's mean alone then orders the arrangements as the difference does. */
export function centred(values: readonly number[]): Float64Array {
  const mean = meanOf(values);
  return Float64Array.from(values, (element) => element - mean);
}

/** Whether a statistic of some values is as extreme as the observed one. */
export function isAsExtreme(
  observed: number,
  values: ArrayLike<number>,
  alternative: Alternative,
): (statistic: number) => boolean {
  let greatest = 0;
  for (let index = 0; index < values.length; index++) greatest = Math.max(greatest, Math.abs(at(values, index)));
  const slack = TIE * greatest;
  switch (alternative) {
    case "greater":
      return (statistic) => statistic >= observed - slack;
    case "less":
      return (statistic) => statistic <= observed + slack;
    case "two-sided":
      return (statistic) => Math.abs(statistic) >= Math.abs(observed) - slack;
  }
}

function combinations(from: number, chosen: number): number {
  let count = 1;
  for (let step = 1; step <= Math.min(chosen, from - chosen); step++) {
    count *= (from - step + 1) / step;
    if (count > 2 * MOST_ARRANGEMENTS) return count;
  }
  return Math.round(count);
}

/** Visits the sum of each choice of `size` values. */
function eachSum(values: ArrayLike<number>, size: number, visit: (sum: number) => void, from = 0, sum = 0): void {
  if (size === 0) {
    visit(sum);
    return;
  }
  for (let index = from; index <= values.length - size; index++) {
    eachSum(values, size - 1, visit, index + 1, sum + at(values, index));
  }
}
