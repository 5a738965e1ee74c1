import { ascendingOrder } from "./ascending-order.js";
import { at } from "./element.js";
import { tieSizes } from "./sorted-values.js";

/**
 * Kendall's τ-b: how much likelier two pairs are to agree in order than to disagree, corrected for ties.
 *
 * @param first finite
 * @param second of the same length
 * @returns −1 to 1; null where there are fewer than two values or one side is constant
 * @see Kendall (1945), Biometrika 33, 239-251; O(n log n) after Knight (1966), JASA 61, 436-439
 * @example kendallCorrelation([1, 2, 2, 3], [1, 3, 2, 2]) // 0.4
 */
export function kendallCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const length = first.length;
  const order = ascendingOrder(first, ascendingOrder(second));
  const pairs = (length * (length - 1)) / 2;
  const tiedFirst = tiedPairs(tieSizes(first));
  const tiedSecond = tiedPairs(tieSizes(second));
  const tiedBoth = tiedPairs(
    runLengths(order, (left, right) => at(first, left) === at(first, right) && at(second, left) === at(second, right)),
  );
  const untied = Math.sqrt(pairs - tiedFirst) * Math.sqrt(pairs - tiedSecond);
  if (!(untied > 0)) return null;
  const discordant = inversions(Float64Array.from(order, (index) => at(second, index)));
  return (pairs - tiedFirst - tiedSecond + tiedBoth - 2 * discordant) / untied;
}

const tiedPairs = (sizes: readonly number[]): number => sizes.reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

function runLengths(order: Uint32Array, alike: (left: number, right: number) => boolean): readonly number[] {
  const lengths: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && alike(at(order, start), at(order, end))) end++;
    lengths.push(end - start);
    start = end;
  }
  return lengths;
}

/** Pairs in descending order, counted by merge sort; sorts the values on the way. */
function inversions(values: Float64Array): number {
  let count = 0;
  let from: Float64Array = values;
  let to: Float64Array = new Float64Array(values.length);
  for (let width = 1; width < values.length; width *= 2) {
    for (let start = 0; start < values.length; start += 2 * width) {
      count += merge(
        from,
        to,
        start,
        Math.min(start + width, values.length),
        Math.min(start + 2 * width, values.length),
      );
    }
    [from, to] = [to, from];
  }
  return count;
}

/** Merges two sorted neighbours and gives how many of the right ones passed left ones. */
function merge(from: Float64Array, to: Float64Array, start: number, middle: number, end: number): number {
  let passed = 0;
  let left = start;
  let right = middle;
  for (let place = start; place < end; place++) {
    if (left < middle && (right >= end || (from[left] ?? NaN) <= (from[right] ?? NaN))) {
      to[place] = from[left++] ?? NaN;
    } else {
      to[place] = from[right++] ?? NaN;
      passed += middle - left;
    }
  }
  return passed;
}
