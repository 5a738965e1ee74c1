import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ascendingOrder } from "../../src/statistics/ascending-order.js";
import { seededRandom } from "../../src/statistics/random-source.js";
import { ascending, countAtMost, countBelow, midranks, tieSizes } from "../../src/statistics/sorted-values.js";

/** The order by comparing, equal values in the order of the array. */
const compared = (values: readonly number[]): readonly number[] =>
  [...values.keys()].sort((left, right) => (values[left] ?? NaN) - (values[right] ?? NaN) || left - right);

const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
const steps = fc.integer({ min: -3, max: 3 }).map((step) => step / 2);

describe("the radix order is the order by comparing", () => {
  test("for any doubles, ties and both zeros included", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(finite, steps, fc.constantFrom(0, -0)), { maxLength: 80 }), (values) => {
        expect([...ascendingOrder(values)]).toEqual(compared(values));
      }),
    );
  });

  test.each([
    ["many values that agree in their first 32 bits", (share: number) => 1 + share * 2 ** -40],
    ["many small and great values", (share: number) => (share - 0.5) * 10 ** (share * 600 - 300)],
    ["many equal values", (share: number) => Math.floor(share * 5)],
  ])("for %s", (_, make) => {
    const random = seededRandom(1);
    const values = Array.from({ length: 5000 }, () => make(random.share()));
    expect([...ascendingOrder(values)]).toEqual(compared(values));
  });

  test("sorting by the lesser key first, then by the greater, sorts by both", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(steps, steps), { maxLength: 60 }), (pairs) => {
        const greater = pairs.map(([key]) => key);
        const lesser = pairs.map(([, key]) => key);
        const before = ascendingOrder(lesser);
        const untouched = [...before];
        const order = [...ascendingOrder(greater, before)].map((index) => pairs[index]);
        expect(order).toEqual([...pairs].sort((left, right) => left[0] - right[0] || left[1] - right[1]));
        expect([...before]).toEqual(untouched);
      }),
    );
  });
});

describe("of values in order", () => {
  test("a sorted array is used as it is, another is copied", () => {
    const sorted = Float64Array.of(1, 2, 2, 3);
    const unsorted = Float64Array.of(2, 1);
    expect(ascending(sorted)).toBe(sorted);
    expect([...ascending(unsorted)]).toEqual([1, 2]);
    expect([...unsorted]).toEqual([2, 1]);
  });

  test("counts below and at most a bound", () => {
    const sorted = Float64Array.of(1, 2, 2, 3);
    expect([0, 1, 2, 2.5, 3, 4].map((bound) => countBelow(sorted, bound))).toEqual([0, 0, 1, 3, 3, 4]);
    expect([0, 1, 2, 2.5, 3, 4].map((bound) => countAtMost(sorted, bound))).toEqual([0, 1, 3, 3, 4, 4]);
  });

  // scipy.stats.rankdata([10, 20, 20, 5, 20]), SciPy 1.17.1
  test("ties share the mean of their ranks", () => expect([...midranks([10, 20, 20, 5, 20])]).toEqual([2, 4, 4, 1, 4]));

  test("runs of equal values", () => expect(tieSizes([10, 20, 20, 5, 20])).toEqual([1, 1, 3]));
});
