import fc from "fast-check";
import { expect, test } from "vitest";
import { radixSorted } from "../../src/statistics/radix-sorted.js";

const numbers = fc.oneof(
  fc.double({ noNaN: true }),
  fc.integer({ min: -20, max: 20 }),
  fc.constantFrom(0, -0, Infinity, -Infinity, 5e-324, -5e-324, 1e308),
);

test("any values are sorted as comparing sorts them, few or many", () => {
  fc.assert(
    fc.property(fc.array(numbers, { minLength: 0, maxLength: 40 }), fc.constantFrom(1, 100), (drawn, times) => {
      const values = Float64Array.from(Array.from({ length: times }, () => drawn).flat());
      expect([...radixSorted(values)]).toEqual([...values.slice().sort()]);
    }),
    { numRuns: 200 },
  );
});
