import { at } from "./element.js";

/** The values in ascending order, as a new array. */
export const ascending = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

/** How many of the ascending values are less than `bound`. */
export function countBelow(sorted: Float64Array, bound: number): number {
  return firstWhere(sorted, (element) => element >= bound);
}

/** How many of the ascending values are at most `bound`. */
export function countAtMost(sorted: Float64Array, bound: number): number {
  return firstWhere(sorted, (element) => element > bound);
}

function firstWhere(sorted: Float64Array, holds: (element: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(at(sorted, middle))) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Rank of each value from 1, ties sharing the mean of theirs. */
export function midranks(values: ArrayLike<number>): Float64Array {
  const sorted = ascending(values);
  return Float64Array.from(values, (element) => (countBelow(sorted, element) + countAtMost(sorted, element) + 1) / 2);
}

/** Lengths of the runs of equal values. */
export function tieSizes(sorted: Float64Array): readonly number[] {
  const sizes: number[] = [];
  for (let start = 0; start < sorted.length;) {
    const end = countAtMost(sorted, at(sorted, start));
    sizes.push(end - start);
    start = end;
  }
  return sizes;
}
