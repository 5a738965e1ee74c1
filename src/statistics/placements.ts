import { ascending, countAtMost, countBelow } from "./sorted-values.js";

/**
 * Placement of each value among others: the share of the others that it exceeds, an equal one counting half. Their mean
 * is the area under the ROC curve, their variance DeLong's.
 *
 * @param values finite
 * @param others finite, at least one
 * @returns a share for each value, in order; O((n + m) log m)
 */
export function placements(values: Float64Array, others: Float64Array): Float64Array {
  const sorted = ascending(others);
  return values.map((score) => (countBelow(sorted, score) + countAtMost(sorted, score)) / (2 * sorted.length));
}
