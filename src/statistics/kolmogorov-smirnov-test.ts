import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { kolmogorovUpperTail } from "./kolmogorov-distribution.js";
import type { RankTestMethod } from "./mann-whitney-test.js";
import { ascending } from "./sorted-values.js";
import { finiteListFault, firstFault } from "./validity.js";

export interface KolmogorovSmirnovTest {
  /** The widest gap between the two distribution functions, 0 to 1. */
  readonly statistic: number;
  readonly p: number;
  /** With ties the asymptotic p-value is too great. */
  readonly ties: boolean;
}

/** Products of the sizes beyond this make counting too slow. */
const MOST_PAIRS_COUNTED = 25_000_000;

/**
 * Two-sample Kolmogorov–Smirnov test, two-sided.
 *
 * @param first finite
 * @param second finite
 * @param method `exact` counts paths and allows no ties; `asymptotic` uses the limiting distribution
 * @returns not estimable where a sample is empty, or `exact` meets ties or more than 25,000,000 pairs; invalid where a
 *   value is not finite
 * @see Hodges (1958), Arkiv för Matematik 3, 469-486 (exact); Kolmogorov (1933), Smirnov (1939)
 */
export function kolmogorovSmirnovTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  method: RankTestMethod,
): Estimate<KolmogorovSmirnovTest> {
  const fault = firstFault(finiteListFault("first", first), finiteListFault("second", second));
  if (fault !== undefined) return invalid(fault);
  const { length: m } = first;
  const { length: n } = second;
  if (m === 0 || n === 0) return notEstimable("a sample is empty");
  const { gap, ties } = widestGap(ascending(first), ascending(second));
  const statistic = gap / (m * n);
  if (method === "asymptotic") {
    return value({ statistic, p: kolmogorovUpperTail(Math.sqrt((m / (m + n)) * n) * statistic), ties });
  }
  if (ties) return notEstimable("an exact p-value does not hold with ties");
  if (m * n > MOST_PAIRS_COUNTED) return notEstimable("too many pairs to count: use asymptotic");
  return value({ statistic, p: shareOfPathsReaching(gap, m, n), ties });
}

/** The widest gap times both sizes, a whole number, found in one pass; and whether any two values are equal. */
function widestGap(first: Float64Array, second: Float64Array): { readonly gap: number; readonly ties: boolean } {
  let left = 0;
  let right = 0;
  let gap = 0;
  let steps = 0;
  while (left < first.length || right < second.length) {
    const next = Math.min(first[left] ?? Infinity, second[right] ?? Infinity);
    while (left < first.length && (first[left] ?? NaN) === next) left++;
    while (right < second.length && (second[right] ?? NaN) === next) right++;
    gap = Math.max(gap, Math.abs(left * second.length - right * first.length));
    steps++;
  }
  return { gap, ties: steps < first.length + second.length };
}

/** Share of the orders of m and n values in which the gap comes to `gap` or more; sums of positive terms only. */
function shareOfPathsReaching(gap: number, m: number, n: number): number {
  const reached = new Float64Array(n + 1);
  for (let left = 0; left <= m; left++) {
    for (let right = 0; right <= n; right++) {
      const before = right === 0 ? 0 : (reached[right - 1] ?? NaN);
      const share = left + right === 0 ? 0 : left / (left + right);
      const far = Math.abs(left * n - right * m) >= gap;
      reached[right] = far ? 1 : share * (reached[right] ?? NaN) + (1 - share) * before;
    }
  }
  return at(reached, n);
}
