import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { meanOf } from "./sample-moments.js";
import { ascending } from "./sorted-values.js";
import { finiteListFault, firstFault } from "./validity.js";

export interface Wasserstein {
  /** In the unit of the values. */
  readonly distance: number;
  /** Over the reference's standard deviation (over n), what Evidently calls normed; null where that is 0. */
  readonly normed: number | null;
}

/**
 * Wasserstein distance of first order: how far values must be moved, on average, to turn one sample into the other.
 *
 * @param reference finite
 * @param current finite
 * @returns not estimable where a sample is empty; invalid where a value is not finite
 * @see Vallender (1974): the area between the two distribution functions; O(n log n)
 * @example wassersteinDistance([0, 1, 3], [5, 6, 8]) // distance 5
 */
export function wassersteinDistance(reference: ArrayLike<number>, current: ArrayLike<number>): Estimate<Wasserstein> {
  const fault = firstFault(finiteListFault("reference", reference), finiteListFault("current", current));
  if (fault !== undefined) return invalid(fault);
  if (reference.length === 0 || current.length === 0) return notEstimable("a sample is empty");
  const distance = areaBetween(ascending(reference), ascending(current));
  const deviation = populationDeviation(reference);
  return value({ distance, normed: deviation === 0 ? null : distance / deviation });
}

function areaBetween(first: Float64Array, second: Float64Array): number {
  let left = 0;
  let right = 0;
  let area = 0;
  let position = Math.min(first[0] ?? NaN, second[0] ?? NaN);
  while (left < first.length || right < second.length) {
    const next = Math.min(first[left] ?? Infinity, second[right] ?? Infinity);
    area += Math.abs(left / first.length - right / second.length) * (next - position);
    position = next;
    while (left < first.length && (first[left] ?? NaN) === next) left++;
    while (right < second.length && (second[right] ?? NaN) === next) right++;
  }
  return area;
}

function populationDeviation(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  const squares = new Float64Array(values.length);
  for (let index = 0; index < values.length; index++) squares[index] = ((values[index] ?? NaN) - mean) ** 2;
  return Math.sqrt(meanOf(squares));
}
