import { ascendingOrder } from "./ascending-order.js";
import { bucketSorted } from "./bucket-sort.js";
import { sortedByCounting } from "./decimal-steps.js";
import { radixSorted } from "./radix-sorted.js";

/**
 * The values in ascending order; the array itself where it is one already, so that who needs several statistics of a
 * sample sorts it once and passes it on. Not to be written to.
 *
 * @param values finite
 */
export function ascending(values: ArrayLike<number>): Float64Array {
  if (values instanceof Float64Array && isAscending(values)) return values;
  return sortedByCounting(values) ?? bucketSorted(values, null) ?? radixSorted(values);
}

function isAscending(values: Float64Array): boolean {
  for (let index = 1; index < values.length; index++) {
    if ((values[index - 1] ?? NaN) > (values[index] ?? NaN)) return false;
  }
  return true;
}

/** How many of the ascending values are less than `bound`. */
export function countBelow(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) >= bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many of the ascending values are at most `bound`. */
export function countAtMost(sorted: Float64Array, bound: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? NaN) > bound) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Visits the runs of equal values in ascending order.
 *
 * @param visit is told the places from `start` to before `end` of the order, which hold equal values
 */
export function eachRun(
  values: ArrayLike<number>,
  order: Uint32Array,
  visit: (start: number, end: number) => void,
): void {
  for (let start = 0; start < order.length;) {
    const element = values[order[start] ?? 0];
    let end = start + 1;
    while (end < order.length && values[order[end] ?? 0] === element) end++;
    visit(start, end);
    start = end;
  }
}

/** Rank of each value from 1, ties sharing the mean of theirs. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const order = ascendingOrder(values);
  const ranks = new Float64Array(values.length);
  eachRun(values, order, (start, end) => {
    for (let place = start; place < end; place++) ranks[order[place] ?? 0] = (start + end + 1) / 2;
  });
  return ranks;
}

/** Lengths of the runs of equal values. */
export function tieSizes(values: ArrayLike<number>): readonly number[] {
  const sizes: number[] = [];
  eachRun(values, ascendingOrder(values), (start, end) => sizes.push(end - start));
  return sizes;
}
