import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { at } from "./element.js";
import { normalUpperTail } from "./normal-distribution.js";
import { midranks, tieSizes } from "./sorted-values.js";
import { finiteListFault, firstFault } from "./validity.js";

/** `exact` counts arrangements and allows no ties; `asymptotic` allows them. */
export type RankTestMethod = "exact" | "asymptotic";

/** The asymptotic test is corrected for continuity, unless it is said otherwise. */
export type MannWhitneyMethod = RankTestMethod | "asymptotic-without-continuity";

export interface MannWhitneyTest {
  /** U of the first sample: pairs in which it is the greater, ties counting half. */
  readonly u: number;
  readonly p: number;
}

/** Products of the sizes beyond this make counting too slow, and the normal approximation all but exact. */
const MOST_PAIRS_COUNTED = 10_000;

/**
 * Mann–Whitney (Wilcoxon rank-sum) test: does one sample tend to be greater than the other?
 *
 * @param first finite
 * @param second finite
 * @param alternative about the first sample
 * @returns not estimable where a sample is empty, all values are equal, or `exact` meets ties or more than 10,000 pairs;
 *   invalid where a value is not finite
 * @see Mann & Whitney (1947), Annals of Mathematical Statistics 18, 50-60
 * @example mannWhitneyTest([19, 22, 16, 29, 24], [20, 11, 17, 12], "two-sided", "exact")
 *   // { kind: "value", value: { u: 17, p: 0.1111 } }
 */
export function mannWhitneyTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  alternative: Alternative,
  method: MannWhitneyMethod,
): Estimate<MannWhitneyTest> {
  const fault = firstFault(finiteListFault("first", first), finiteListFault("second", second));
  if (fault !== undefined) return invalid(fault);
  const sizes = { first: first.length, second: second.length };
  if (sizes.first === 0 || sizes.second === 0) return notEstimable("a sample is empty");
  const pooled = new Float64Array(first.length + second.length);
  pooled.set(Array.from(first));
  pooled.set(Array.from(second), first.length);
  const ties = tieSizes(pooled);
  if (ties.length === 1) return notEstimable("all values are equal");
  const u = statisticOf(pooled, sizes.first);
  if (method !== "exact")
    return value({ u, p: asymptoticP(u, sizes, ties, alternative, method === "asymptotic" ? 0.5 : 0) });
  if (ties.length < pooled.length) return notEstimable("an exact p-value does not hold with ties");
  if (sizes.first * sizes.second > MOST_PAIRS_COUNTED) return notEstimable("too many pairs to count: use asymptotic");
  return value({ u, p: exactP(u, sizes, alternative) });
}

interface Sizes {
  readonly first: number;
  readonly second: number;
}

/** The first sample's sum of ranks, less what it would be among itself. */
const statisticOf = (pooled: Float64Array, size: number): number =>
  midranks(pooled)
    .subarray(0, size)
    .reduce((sum, rank) => sum + rank, 0) -
  (size * (size + 1)) / 2;

function asymptoticP(u: number, sizes: Sizes, ties: readonly number[], alternative: Alternative, step: number): number {
  const pairs = sizes.first * sizes.second;
  const total = sizes.first + sizes.second;
  const lost = ties.reduce((sum, size) => sum + (size ** 3 - size), 0) / (total * (total - 1));
  const deviation = Math.sqrt((pairs / 12) * (total + 1 - lost));
  const distance = u - pairs / 2;
  switch (alternative) {
    case "greater":
      return normalUpperTail((distance - step) / deviation);
    case "less":
      return normalUpperTail((-distance - step) / deviation);
    case "two-sided":
      return Math.min(1, 2 * normalUpperTail((Math.abs(distance) - step) / deviation));
  }
}

function exactP(u: number, sizes: Sizes, alternative: Alternative): number {
  const pairs = sizes.first * sizes.second;
  const distribution = distributionOfU(sizes);
  const atLeast = (bound: number): number => distribution.subarray(bound).reduce((sum, p) => sum + p, 0);
  switch (alternative) {
    case "greater":
      return atLeast(u);
    case "less":
      return atLeast(pairs - u);
    case "two-sided":
      return Math.min(1, 2 * atLeast(Math.max(u, pairs - u)));
  }
}

/**
 * Probability of each U. The greatest value of all belongs to the first sample, and exceeds all of the second, or it
 * belongs to the second, and adds nothing.
 */
function distributionOfU({ first, second }: Sizes): Float64Array {
  const certain = Float64Array.of(1);
  let row: readonly Float64Array[] = Array.from({ length: second + 1 }, () => certain);
  for (let left = 1; left <= first; left++) {
    const next: Float64Array[] = [certain];
    for (let right = 1; right <= second; right++) {
      next.push(mixed(left / (left + right), at(row, right), right, at(next, right - 1)));
    }
    row = next;
  }
  return at(row, second);
}

/** `share` of the one distribution moved up by `by`, and the rest of the other. */
function mixed(share: number, moved: Float64Array, by: number, other: Float64Array): Float64Array {
  const mixture = new Float64Array(moved.length + by);
  for (let u = 0; u < moved.length; u++) mixture[u + by] = share * at(moved, u);
  for (let u = 0; u < other.length; u++) mixture[u] = at(mixture, u) + (1 - share) * at(other, u);
  return mixture;
}
