import { describe, expect, test } from "vitest";
import { newcombeDifferenceInterval } from "../../src/statistics/newcombe-difference-interval.js";
import { newcombePairedDifferenceInterval } from "../../src/statistics/newcombe-paired-difference-interval.js";
import { rowsToSettleDifference, trialsToSettleDifference } from "../../src/statistics/samples-to-settle-difference.js";
import { samplesToReachLevel } from "../../src/statistics/samples-to-reach-level.js";
import { samplesToSettleMean, trialsToSettle } from "../../src/statistics/samples-to-settle.js";
import { valueOf } from "./estimates.js";
import { expectNotEstimable } from "./expectations.js";

describe("how many more samples would settle a bound", () => {
  test.each([
    // z² b (1 − b) / (x/n − b)², z = scipy.stats.norm.ppf(0.95): 608.747
    [92, 100, 0.9, { total: 609, more: 509 }],
    [99, 100, 0.5, { total: 3, more: 0 }],
    [1, 100, 0, { total: 1, more: 0 }],
  ])("%i/%i against %d", (successes, trials, bound, expected) =>
    expect(valueOf(trialsToSettle(successes, trials, bound, 0.95))).toEqual(expected),
  );

  test("of a mean: 400 (z 0.02 / 0.02)² = 1082.2", () =>
    expect(valueOf(samplesToSettleMean(0.52, 0.02, 400, 0.5, 0.95))).toEqual({ total: 1083, more: 683 }));

  test.each([
    // n (norm.isf(level) / norm.isf(p))², Python 3 statistics.NormalDist: 568.09, 190.98 and 14.17
    [0.03, 400, 0.0125, { total: 569, more: 169 }],
    [0.2, 50, 0.05, { total: 191, more: 141 }],
    [0.001, 50, 0.05, { total: 15, more: 0 }],
    [0, 50, 0.05, { total: 1, more: 0 }],
  ])("a p-value of %d of %i samples at level %d", (p, samples, level, expected) =>
    expect(valueOf(samplesToReachLevel(p, samples, level))).toEqual(expected),
  );

  test("of a difference: so many leave the bound outside, one fewer of each does not", () => {
    const first = { successes: 90, trials: 100 };
    const second = { successes: 176, trials: 200 };
    const settled = valueOf(trialsToSettleDifference(first, second, -0.02, 0.95));
    const lowerAt = (firstTrials: number, secondTrials: number): number =>
      valueOf(
        newcombeDifferenceInterval(
          { successes: 0.9 * firstTrials, trials: firstTrials },
          { successes: 0.88 * secondTrials, trials: secondTrials },
          0.9,
        ),
      ).lower;
    expect(settled.second.total).toBe(settled.first.total * 2);
    expect(lowerAt(settled.first.total, settled.second.total)).toBeGreaterThan(-0.02);
    expect(lowerAt(settled.first.total - 1, settled.second.total - 2)).toBeLessThan(-0.02);
  });

  test("of a paired difference: fewer rows than of independent arms", () => {
    const tally = { both: 80, onlyFirst: 6, onlySecond: 4, neither: 10 };
    const { total, more } = valueOf(rowsToSettleDifference(tally, -0.01, 0.95));
    expect(more).toBe(total - 100);
    const by = total / 100;
    const counts = { both: 80 * by, onlyFirst: 6 * by, onlySecond: 4 * by, neither: 10 * by };
    const whole = Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, Math.ceil(count)]));
    const { lower } = valueOf(
      newcombePairedDifferenceInterval(
        {
          both: whole["both"] ?? NaN,
          onlyFirst: whole["onlyFirst"] ?? NaN,
          onlySecond: Math.floor(counts.onlySecond),
          neither: whole["neither"] ?? NaN,
        },
        0.9,
      ),
    );
    expect(lower).toBeGreaterThan(-0.01);
    const apart = valueOf(
      trialsToSettleDifference({ successes: 86, trials: 100 }, { successes: 84, trials: 100 }, -0.01, 0.95),
    );
    expect(total).toBeLessThan(apart.first.total);
  });

  test("a difference that is the bound itself is never settled", () =>
    expectNotEstimable(trialsToSettleDifference({ successes: 5, trials: 10 }, { successes: 5, trials: 10 }, 0, 0.95)));
});
