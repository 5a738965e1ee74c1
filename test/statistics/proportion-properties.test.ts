import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agrestiCoullInterval } from "../../src/statistics/agresti-coull-interval.js";
import { clopperPearsonInterval } from "../../src/statistics/clopper-pearson-interval.js";
import { fisherExactTest } from "../../src/statistics/fisher-exact-test.js";
import { newcombeDifferenceInterval } from "../../src/statistics/newcombe-difference-interval.js";
import { newcombePairedDifferenceInterval } from "../../src/statistics/newcombe-paired-difference-interval.js";
import { proportionScoreTest } from "../../src/statistics/proportion-score-test.js";
import { riskRatioScoreInterval } from "../../src/statistics/risk-ratio-score-interval.js";
import { trialsToSettle } from "../../src/statistics/samples-to-settle.js";
import type { Tally } from "../../src/statistics/tally.js";
import { twoProportionZTest } from "../../src/statistics/two-proportion-z-test.js";
import { twoSidedConfidence, wilsonInterval } from "../../src/statistics/wilson-interval.js";
import { valueOf, valueOrNull } from "./estimates.js";

const trials = fc.integer({ min: 1, max: 5000 });
const tally: fc.Arbitrary<Tally> = trials.chain((count) =>
  fc.record({ successes: fc.integer({ min: 0, max: count }), trials: fc.constant(count) }),
);
const confidence = fc.double({ min: 0.5, max: 0.9999, noNaN: true });
const share = fc.double({ min: 0.001, max: 0.999, noNaN: true });
const ROUNDING = 1e-12;

describe("intervals of a proportion", () => {
  test("each covers the observed rate and stays within 0 to 1", () => {
    fc.assert(
      fc.property(tally, confidence, ({ successes, trials: count }, level) => {
        for (const interval of [wilsonInterval, agrestiCoullInterval, clopperPearsonInterval]) {
          const { lower, upper } = valueOf(interval(successes, count, level));
          expect(lower).toBeGreaterThanOrEqual(0);
          expect(upper).toBeLessThanOrEqual(1);
          expect(lower).toBeLessThanOrEqual(successes / count + ROUNDING);
          expect(upper).toBeGreaterThanOrEqual(successes / count - ROUNDING);
        }
      }),
    );
  });

  test("Agresti–Coull's contains Wilson's", () => {
    fc.assert(
      fc.property(tally, confidence, ({ successes, trials: count }, level) => {
        const wilson = valueOf(wilsonInterval(successes, count, level));
        const agresti = valueOf(agrestiCoullInterval(successes, count, level));
        expect(agresti.lower).toBeLessThanOrEqual(wilson.lower + ROUNDING);
        expect(agresti.upper).toBeGreaterThanOrEqual(wilson.upper - ROUNDING);
      }),
    );
  });

  test("successes and failures mirror each other", () => {
    fc.assert(
      fc.property(tally, confidence, ({ successes, trials: count }, level) => {
        for (const interval of [wilsonInterval, agrestiCoullInterval, clopperPearsonInterval]) {
          const { lower, upper } = valueOf(interval(successes, count, level));
          const mirrored = valueOf(interval(count - successes, count, level));
          expect(mirrored.lower).toBeCloseTo(1 - upper, 11);
          expect(mirrored.upper).toBeCloseTo(1 - lower, 11);
        }
      }),
    );
  });

  test("Wilson's is the score test turned inside out: at its ends p is the level", () => {
    fc.assert(
      fc.property(tally, confidence, ({ successes, trials: count }, oneSided) => {
        const level = 1 - oneSided;
        fc.pre(successes > 0 && successes < count && oneSided > 0.51);
        const { lower, upper } = valueOf(wilsonInterval(successes, count, twoSidedConfidence(oneSided)));
        expect(valueOf(proportionScoreTest(successes, count, upper, "less")).p / level).toBeCloseTo(1, 6);
        expect(valueOf(proportionScoreTest(successes, count, lower, "greater")).p / level).toBeCloseTo(1, 6);
      }),
    );
  });

  test("the trials that would settle a bound do, and a tenth fewer would not", () => {
    const decides = (rate: number, count: number, bound: number, oneSided: number): boolean => {
      const { lower, upper } = valueOf(wilsonInterval(rate * count, count, twoSidedConfidence(oneSided)));
      return lower > bound - ROUNDING || upper < bound + ROUNDING;
    };
    fc.assert(
      fc.property(tally, share, ({ successes, trials: count }, bound) => {
        const rate = successes / count;
        fc.pre(Math.abs(rate - bound) > 1e-4);
        const { total, more } = valueOf(trialsToSettle(successes, count, bound, 0.95));
        expect(more).toBe(Math.max(0, total - count));
        expect(decides(rate, total, bound, 0.95)).toBe(true);
        if (total > 20) expect(decides(rate, Math.floor(total * 0.9), bound, 0.95)).toBe(false);
      }),
    );
  });
});

describe("comparisons of two arms", () => {
  test("swapping the arms negates the difference and swaps its limits", () => {
    fc.assert(
      fc.property(tally, tally, confidence, (first, second, level) => {
        const there = valueOf(newcombeDifferenceInterval(first, second, level));
        const back = valueOf(newcombeDifferenceInterval(second, first, level));
        expect(back.difference).toBeCloseTo(-there.difference, 12);
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
        expect(there.lower).toBeLessThanOrEqual(there.difference);
        expect(there.upper).toBeGreaterThanOrEqual(there.difference);
      }),
    );
  });

  test("swapping the models of a pair negates the paired difference", () => {
    const count = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(count, count, count, count, (both, onlyFirst, onlySecond, neither) => {
        fc.pre(both + onlyFirst + onlySecond + neither > 0);
        const there = valueOf(newcombePairedDifferenceInterval({ both, onlyFirst, onlySecond, neither }, 0.95));
        const back = valueOf(
          newcombePairedDifferenceInterval({ both, onlyFirst: onlySecond, onlySecond: onlyFirst, neither }, 0.95),
        );
        expect(back.lower).toBeCloseTo(-there.upper, 12);
        expect(back.upper).toBeCloseTo(-there.lower, 12);
        expect(there.lower).toBeGreaterThanOrEqual(-1);
        expect(there.upper).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("swapping the arms of a z test negates z and keeps the two-sided p", () => {
    fc.assert(
      fc.property(tally, tally, (first, second) => {
        const there = valueOrNull(twoProportionZTest(first, second, "two-sided", "pooled"));
        const back = valueOrNull(twoProportionZTest(second, first, "two-sided", "pooled"));
        expect(back?.z ?? 0).toBeCloseTo(-(there?.z ?? 0), 12);
        expect(back?.p).toBe(there?.p);
      }),
    );
  });

  test("Fisher's one-sided p-values overlap in the observed table alone, so they add up to 1 or more", () => {
    fc.assert(
      fc.property(tally, tally, (first, second) => {
        const greater = valueOf(fisherExactTest(first, second, "greater"));
        const less = valueOf(fisherExactTest(first, second, "less"));
        expect(greater + less).toBeGreaterThanOrEqual(1 - ROUNDING);
        expect(valueOf(fisherExactTest(second, first, "less"))).toBeCloseTo(greater, 11);
      }),
    );
  });

  test("the score interval of a ratio contains it, and turns over when the arms are swapped", () => {
    fc.assert(
      fc.property(tally, tally, (first, second) => {
        fc.pre(second.successes > 0);
        const ratio = first.successes / first.trials / (second.successes / second.trials);
        const there = valueOf(riskRatioScoreInterval(first, second, 0.95));
        const back = valueOf(riskRatioScoreInterval(second, first, 0.95));
        expect(there.lower).toBeLessThanOrEqual(ratio * (1 + ROUNDING));
        expect(there.upper).toBeGreaterThanOrEqual(ratio * (1 - ROUNDING));
        expect(back.lower * there.upper).toBeCloseTo(1, 6);
      }),
    );
  });
});
