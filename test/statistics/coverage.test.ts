import { describe, expect, test } from "vitest";
import { clopperPearsonInterval } from "../../src/statistics/clopper-pearson-interval.js";
import { newcombeDifferenceInterval } from "../../src/statistics/newcombe-difference-interval.js";
import { adjustPValues } from "../../src/statistics/p-adjust.js";
import { seededRandom } from "../../src/statistics/random-source.js";
import { wilsonInterval } from "../../src/statistics/wilson-interval.js";
import { valueOf } from "./estimates.js";

const RUNS = 4000;

/** Successes of `trials` at a rate. */
function draw(random: ReturnType<typeof seededRandom>, trials: number, rate: number): number {
  let successes = 0;
  for (let trial = 0; trial < trials; trial++) if (random.share() < rate) successes++;
  return successes;
}

function shareOfRuns(seed: number, holds: (random: ReturnType<typeof seededRandom>) => boolean): number {
  const random = seededRandom(seed);
  let count = 0;
  for (let run = 0; run < RUNS; run++) if (holds(random)) count++;
  return count / RUNS;
}

describe("intervals at 95 % cover the true value about as often as promised", () => {
  test.each([0.1, 0.3, 0.5, 0.75, 0.9])("Wilson's at 30 trials and a rate of %d", (rate) => {
    const covered = shareOfRuns(20, (random) => {
      const { lower, upper } = valueOf(wilsonInterval(draw(random, 30, rate), 30, 0.95));
      return lower <= rate && rate <= upper;
    });
    expect(covered).toBeGreaterThan(0.92);
    expect(covered).toBeLessThan(0.98);
  });

  test.each([0.1, 0.5, 0.9])("Clopper–Pearson's at least so often, at a rate of %d", (rate) => {
    const covered = shareOfRuns(21, (random) => {
      const { lower, upper } = valueOf(clopperPearsonInterval(draw(random, 30, rate), 30, 0.95));
      return lower <= rate && rate <= upper;
    });
    expect(covered).toBeGreaterThan(0.945);
  });

  test("Newcombe's at 40 and 60 trials", () => {
    const covered = shareOfRuns(22, (random) => {
      const first = { successes: draw(random, 40, 0.8), trials: 40 };
      const second = { successes: draw(random, 60, 0.7), trials: 60 };
      const { lower, upper } = valueOf(newcombeDifferenceInterval(first, second, 0.95));
      return lower <= 0.1 && 0.1 <= upper;
    });
    expect(covered).toBeGreaterThan(0.92);
    expect(covered).toBeLessThan(0.98);
  });
});

test("Holm's adjustment blocks a sound family of 20 by luck in at most about 5 % of runs, no adjustment in most", () => {
  const alarms = (adjustment: "holm" | "none"): number =>
    shareOfRuns(23, (random) => {
      const family = Array.from({ length: 20 }, () => random.share());
      return valueOf(adjustPValues(family, adjustment)).some((p) => p < 0.05);
    });
  expect(alarms("holm")).toBeLessThan(0.06);
  expect(alarms("none")).toBeGreaterThan(0.6);
});
