import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { monteCarloPValue } from "./monte-carlo-p-value.js";
import { isAsExtreme, MOST_ARRANGEMENTS, type PermutationTest } from "./permutation-test.js";
import type { RandomSource } from "./random-source.js";
import { meanOf } from "./sample-moments.js";
import { countFault, finiteListFault, firstFault } from "./validity.js";

/**
 * Exact permutation test of paired differences: every way to swap the two within pairs.
 *
 * @param differences first less second of each pair, finite; at most 21 of them
 * @param alternative about their mean
 * @returns not estimable where there are none, or so many that there are more than three million arrangements (then use
 *   `sampledPairedPermutationTest`); invalid where a difference is not finite
 * @see Fisher (1935), The Design of Experiments, section 21
 * @example pairedPermutationTest([0.1, 0.2, 0.3], "greater")
 *   // { kind: "value", value: { statistic: 0.2, p: 0.125, permutations: 8 } }
 */
export function pairedPermutationTest(
  differences: readonly number[],
  alternative: Alternative,
): Estimate<PermutationTest> {
  const fault = finiteListFault("differences", differences);
  if (fault !== undefined) return invalid(fault);
  if (differences.length === 0) return notEstimable("no pairs");
  const permutations = 2 ** differences.length;
  if (permutations > MOST_ARRANGEMENTS) return notEstimable(`more than ${MOST_ARRANGEMENTS} arrangements: sample them`);
  const extreme = isAsExtreme(meanOf(differences), differences, alternative);
  let exceeding = 0;
  for (let signs = 0; signs < permutations; signs++) {
    const sum = differences.reduce((total, distance, pair) => total + ((signs >> pair) & 1 ? -distance : distance), 0);
    if (extreme(sum / differences.length)) exceeding++;
  }
  return value({ statistic: meanOf(differences), p: exceeding / permutations, permutations });
}

/**
 * The same with swaps drawn at random, for any number of pairs.
 *
 * @param resamples how many arrangements to draw, 1 or more
 * @param random the seed's stream
 * @returns p by `monteCarloPValue`, never 0; not estimable where there are no pairs; invalid where an argument lies
 *   outside its range
 * @see Phipson & Smyth (2010), Statistical Applications in Genetics and Molecular Biology 9, article 39
 */
export function sampledPairedPermutationTest(
  differences: readonly number[],
  alternative: Alternative,
  resamples: number,
  random: RandomSource,
): Estimate<PermutationTest> {
  const fault = firstFault(
    finiteListFault("differences", differences),
    resamples === 0 ? "resamples must be 1 or more, got 0" : countFault("resamples", resamples),
  );
  if (fault !== undefined) return invalid(fault);
  if (differences.length === 0) return notEstimable("no pairs");
  const extreme = isAsExtreme(meanOf(differences), differences, alternative);
  let exceeding = 0;
  for (let resample = 0; resample < resamples; resample++) {
    const sum = differences.reduce((total, distance) => total + (random.below(2) === 1 ? -distance : distance), 0);
    if (extreme(sum / differences.length)) exceeding++;
  }
  const p = monteCarloPValue(exceeding, resamples);
  return p.kind === "value" ? value({ statistic: meanOf(differences), p: p.value, permutations: resamples }) : p;
}
