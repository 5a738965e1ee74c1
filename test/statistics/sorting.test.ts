import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bucketOrder, bucketSorted } from "../../src/statistics/bucket-sort.js";
import { decimalSteps, sortedByCounting } from "../../src/statistics/decimal-steps.js";
import { placementOfEachRow, placementShares } from "../../src/statistics/placements.js";
import { seededRandom } from "../../src/statistics/random-source.js";

const random = seededRandom(3);
const drawn = (count: number, make: (share: number) => number): Float64Array =>
  Float64Array.from({ length: count }, () => make(random.share()));

const bell = (share: number): number => Math.log((share + 1e-9) / (1 - share + 1e-9));
const spreads: readonly [string, Float64Array][] = [
  ["even values", drawn(20_000, (share) => share)],
  ["a bell of values", drawn(20_000, bell)],
  ["decimals", drawn(20_000, (share) => Number(bell(share).toFixed(3)))],
  ["two decimals, many alike", drawn(20_000, (share) => Number(share.toFixed(2)))],
  ["whole numbers", drawn(5000, (share) => Math.floor(share * 24) - 12)],
  ["both zeros", drawn(1000, (share) => (share < 0.5 ? -0 : share < 0.7 ? 0 : Number(share.toFixed(1))))],
];

const compared = (values: Float64Array): readonly number[] =>
  [...values.keys()].sort((left, right) => (values[left] ?? NaN) - (values[right] ?? NaN) || left - right);

describe.each(spreads)("%s", (_, values) => {
  const expected = compared(values);

  test("are sorted by buckets as by comparing, equal ones as they stood", () => {
    const found = bucketOrder(values);
    expect([...(found?.order ?? [])]).toEqual(expected);
    expect([...(found?.sorted ?? [])]).toEqual(expected.map((row) => values[row]));
    expect([...(bucketSorted(values, null) ?? [])]).toEqual(expected.map((row) => values[row]));
  });

  test("are sorted by counting as by comparing, or not at all", () => {
    const found = sortedByCounting(values);
    if (found !== undefined)
      expect([...found].map((value) => value + 0)).toEqual(expected.map((row) => (values[row] ?? NaN) + 0));
  });
});

test("decimals are counted, and other numbers are not", () => {
  const counted = spreads.filter(([, values]) => decimalSteps(values) !== undefined).map(([name]) => name);
  expect(counted).toEqual(["decimals", "two decimals, many alike", "whole numbers", "both zeros"]);
});

test.each<[string, (share: number) => number]>([
  ["one value", () => 0.5],
  ["a few far from the many", (share) => (share < 0.001 ? 1e12 * share : share)],
  ["all magnitudes", (share) => (share - 0.5) * 10 ** (share * 600 - 300)],
  ["the ends of what a double holds", (share) => (share < 0.5 ? -1.7e308 : 1.7e308)],
])("%s are left to another way of sorting", (_, make) => {
  expect(bucketOrder(drawn(5000, make))).toBeUndefined();
});

test("a decimal's neighbour is no decimal", () => {
  const values = drawn(1000, (share) => Number(share.toFixed(3)));
  values[900] = 0.1 + 0.2;
  expect(decimalSteps(values)).toBeUndefined();
});

test("placements are the same by counting as by sorting", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 3 }), (seed, decimals) => {
      const own = seededRandom(seed);
      const labels = Float64Array.from({ length: 600 }, () => (own.share() < 0.3 ? 1 : 0));
      const scores = labels.map((label) => Number((0.2 * label + own.share()).toFixed(decimals)));
      // Twice as great and shifted by an odd binary fraction: the same ranks, and no decimals.
      const moved = scores.map((score) => 2 * score + 2 ** -20);
      const [counted, sorted] = [scores, moved].map((list) => {
        const placements = placementOfEachRow(labels, list);
        return placements && { area: placements.area, shares: placementShares(labels, placements) };
      });
      expect(decimalSteps(scores)).toBeDefined();
      expect(decimalSteps(moved)).toBeUndefined();
      expect(counted).toEqual(sorted);
    }),
    { numRuns: 50 },
  );
});
