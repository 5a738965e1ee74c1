import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { at } from "./element.js";
import { monteCarloPValue } from "./monte-carlo-p-value.js";
import { centred, isAsExtreme, type PermutationTest } from "./permutation-test.js";
import type { RandomSource } from "./random-source.js";
import { meanOf } from "./sample-moments.js";
import { countFault, finiteListFault, firstFault } from "./validity.js";

/**
 * Permutation test of the difference of two means by arrangements drawn at random, for samples of any size.
 *
 * @param first finite
 * @param second finite
 * @param alternative about the first mean less the second
 * @param resamples how many arrangements to draw, 1 or more
 * @param random the seed's stream
 * @returns p by `monteCarloPValue`, never 0; not estimable where a group is empty; invalid where an argument lies
 *   outside its range
 * @see Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39
 */
export function sampledPermutationTest(
  first: readonly number[],
  second: readonly number[],
  alternative: Alternative,
  resamples: number,
  random: RandomSource,
): Estimate<PermutationTest> {
  const fault = firstFault(
    finiteListFault("first", first),
    finiteListFault("second", second),
    resamples === 0 ? "resamples must be 1 or more, got 0" : countFault("resamples", resamples),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.length === 0 || second.length === 0) return notEstimable("a group is empty");
  const pooled = centred([...first, ...second]);
  const extreme = isAsExtreme(meanOf(pooled.subarray(0, first.length)), pooled, alternative);
  let exceeding = 0;
  for (let resample = 0; resample < resamples; resample++) {
    if (extreme(sumOfDrawn(pooled, first.length, random) / first.length)) exceeding++;
  }
  const p = monteCarloPValue(exceeding, resamples);
  if (p.kind !== "value") return p;
  return value({ statistic: meanOf(first) - meanOf(second), p: p.value, permutations: resamples });
}

/** The sum of `size` values drawn without replacement, by the first steps of a Fisher–Yates shuffle. */
function sumOfDrawn(values: Float64Array, size: number, random: RandomSource): number {
  let sum = 0;
  for (let place = 0; place < size; place++) {
    const drawn = place + random.below(values.length - place);
    const element = at(values, drawn);
    values[drawn] = at(values, place);
    values[place] = element;
    sum += element;
  }
  return sum;
}
