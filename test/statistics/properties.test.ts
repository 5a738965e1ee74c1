import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areaUnderRocCurve } from "../../src/statistics/area-under-roc-curve.js";
import { delongPairedTest } from "../../src/statistics/delong-paired-test.js";
import { jensenShannonDivergence } from "../../src/statistics/jensen-shannon-divergence.js";
import { kendallCorrelation } from "../../src/statistics/kendall-correlation.js";
import { normalLowerTail, normalQuantile } from "../../src/statistics/normal-distribution.js";
import { adjustPValues } from "../../src/statistics/p-adjust.js";
import { populationStabilityIndex } from "../../src/statistics/population-stability-index.js";
import { wassersteinDistance } from "../../src/statistics/wasserstein-distance.js";
import { valueOf } from "./estimates.js";

const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
/** Scores on a grid, so that ties occur and sums are exact. */
const score = fc.integer({ min: -40, max: 40 }).map((step) => step / 8);
const labelled = fc
  .array(fc.record({ label: fc.constantFrom(0, 1), first: score, second: score }), { minLength: 6, maxLength: 60 })
  .map((rows) => [{ label: 0, first: 0, second: 1 }, { label: 1, first: 1, second: 0 }, ...rows]);
const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 });
const counts = fc.array(
  fc.record({ left: fc.integer({ min: 1, max: 500 }), right: fc.integer({ min: 1, max: 500 }) }),
  { minLength: 2, maxLength: 12 },
);
const adjustment = fc.constantFrom("holm", "hochberg", "benjamini-hochberg", "benjamini-yekutieli", "none");
const ROUNDING = 1e-12;

describe("p-values adjusted for a family", () => {
  test("they keep the order, never fall below their own and never exceed 1", () => {
    fc.assert(
      fc.property(pValues, adjustment, (family, method) => {
        const adjusted = valueOf(adjustPValues(family, method));
        const order = [...family.keys()].sort((left, right) => (family[left] ?? 0) - (family[right] ?? 0));
        const sorted = order.map((index) => adjusted[index] ?? NaN);
        expect(sorted).toEqual([...sorted].sort((left, right) => left - right));
        adjusted.forEach((p, index) => {
          expect(p).toBeGreaterThanOrEqual((family[index] ?? NaN) - ROUNDING);
          expect(p).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  test("raising one p-value lowers none of the adjusted", () => {
    fc.assert(
      fc.property(pValues, adjustment, fc.nat(), share, (family, method, place, by) => {
        fc.pre(family.length > 0);
        const raised = family.map((p, index) => (index === place % family.length ? p + (1 - p) * by : p));
        const before = valueOf(adjustPValues(family, method));
        const after = valueOf(adjustPValues(raised, method));
        after.forEach((p, index) => expect(p).toBeGreaterThanOrEqual((before[index] ?? NaN) - ROUNDING));
      }),
    );
  });

  test("Hochberg's are at most Holm's, Benjamini–Hochberg's at most Hochberg's", () => {
    fc.assert(
      fc.property(pValues, (family) => {
        const holm = valueOf(adjustPValues(family, "holm"));
        const hochberg = valueOf(adjustPValues(family, "hochberg"));
        const discovery = valueOf(adjustPValues(family, "benjamini-hochberg"));
        hochberg.forEach((p, index) => {
          expect(p).toBeLessThanOrEqual((holm[index] ?? NaN) + ROUNDING);
          expect(discovery[index]).toBeLessThanOrEqual(p + ROUNDING);
        });
      }),
    );
  });
});

describe("ranking", () => {
  test("adding a constant to all scores keeps the area, turning them over mirrors it", () => {
    fc.assert(
      fc.property(labelled, score, (rows, constant) => {
        const labels = rows.map(({ label }) => label);
        const area = (change: (given: number) => number): number =>
          valueOf(
            areaUnderRocCurve(
              labels,
              rows.map(({ first }) => change(first)),
            ),
          );
        expect(area((given) => given + constant)).toBe(area((given) => given));
        expect(area((given) => -given)).toBeCloseTo(1 - area((given) => given), 12);
      }),
    );
  });

  test("swapping the models negates DeLong's z and keeps p", () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const labels = rows.map(({ label }) => label);
        const first = rows.map((row) => row.first);
        const second = rows.map((row) => row.second);
        const there = valueOf(delongPairedTest(labels, first, second));
        const back = valueOf(delongPairedTest(labels, second, first));
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.z ?? 0).toBeCloseTo(-(there.z ?? 0), 9);
        expect(back.p ?? 0).toBeCloseTo(there.p ?? 0, 9);
      }),
    );
  });

  test("Kendall's τ-b agrees with counting every pair", () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        let agreeing = 0;
        let untiedFirst = 0;
        let untiedSecond = 0;
        rows.forEach((left, index) =>
          rows.slice(index + 1).forEach((right) => {
            const order = Math.sign(left.first - right.first);
            const other = Math.sign(left.second - right.second);
            agreeing += order * other;
            untiedFirst += Math.abs(order);
            untiedSecond += Math.abs(other);
          }),
        );
        const first = rows.map((row) => row.first);
        const second = rows.map((row) => row.second);
        expect(kendallCorrelation(first, second)).toBeCloseTo(agreeing / Math.sqrt(untiedFirst * untiedSecond), 10);
      }),
    );
  });
});

describe("drift", () => {
  test("the stability index and the Jensen–Shannon distance are symmetric and not negative", () => {
    fc.assert(
      fc.property(counts, (bins) => {
        const left = bins.map((bin) => bin.left);
        const right = bins.map((bin) => bin.right);
        const there = valueOf(populationStabilityIndex(left, right, { policy: "infinite" }));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(valueOf(populationStabilityIndex(right, left, { policy: "infinite" }))).toBeCloseTo(there, 12);
        const { distance } = valueOf(jensenShannonDivergence(left, right, 2));
        expect(valueOf(jensenShannonDivergence(right, left, 2)).distance).toBeCloseTo(distance, 12);
        expect(distance).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("moving a sample by a constant moves it by that Wasserstein distance", () => {
    fc.assert(
      fc.property(fc.array(score, { minLength: 1, maxLength: 50 }), score, (values, constant) => {
        const moved = values.map((value) => value + constant);
        expect(valueOf(wassersteinDistance(values, moved)).distance).toBeCloseTo(Math.abs(constant), 10);
      }),
    );
  });
});

test("the normal quantile inverts the lower tail, to every digit that a probability keeps", () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
      expect(normalLowerTail(normalQuantile(p)) / p).toBeCloseTo(1, 11);
    }),
  );
});
