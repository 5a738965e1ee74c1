import { describe, expect, test } from "vitest";
import { samplesForBound, trialsForBound } from "../../src/statistics/sample-size-for-bound.js";
import { seededRandom } from "../../src/statistics/random-source.js";
import { drawBinomial } from "../../src/statistics/random-binomial.js";
import { proportionScoreTest } from "../../src/statistics/proportion-score-test.js";
import { valueOf } from "./estimates.js";
import { expectInvalid, expectNotEstimable } from "./expectations.js";

const plan = { confidence: 0.95, power: 0.8 };

describe("samples for a bound", () => {
  // By hand: ((1.644854 · 0.4 + 0.841621 · 0.357071) / 0.05)² = 367.5.
  test("of a proportion", () => expect(valueOf(trialsForBound(0.85, 0.8, plan))).toBe(368));

  // By hand: 400 · (2.486475 · 0.02 / 0.02)² = 2473.02.
  test("of a mean", () => expect(valueOf(samplesForBound(0.52, 0.02, 400, 0.5, plan))).toBe(2474));

  test("are fewer where less is asked, and more where the bound is nearer", () => {
    const trials = (rate: number, bound: number, power: number) =>
      valueOf(trialsForBound(rate, bound, { ...plan, power }));
    expect(trials(0.85, 0.8, 0.5)).toBeLessThan(trials(0.85, 0.8, 0.8));
    expect(trials(0.82, 0.8, 0.8)).toBeGreaterThan(trials(0.85, 0.8, 0.8));
  });

  test("show the bound as often as is planned", () => {
    const trials = valueOf(trialsForBound(0.85, 0.8, plan));
    const random = seededRandom(3);
    let shown = 0;
    for (let run = 0; run < 4000; run++) {
      const test = proportionScoreTest(drawBinomial(trials, 0.85, random), trials, 0.8, "greater");
      if (valueOf(test).p <= 0.05) shown++;
    }
    expect(shown / 4000).toBeGreaterThan(0.78);
    expect(shown / 4000).toBeLessThan(0.83);
  });

  test("do not exist at the bound itself, and arguments out of range are refused", () => {
    expectNotEstimable(trialsForBound(0.8, 0.8, plan));
    expectNotEstimable(samplesForBound(0.5, 0.1, 10, 0.5, plan));
    expectInvalid(trialsForBound(1.2, 0.8, plan));
    expectInvalid(trialsForBound(0.9, 0.8, { ...plan, confidence: 0.5 }));
    expectInvalid(samplesForBound(0.5, 0.1, 0, 0.4, plan));
    expectInvalid(samplesForBound(0.5, 0.1, 10, 0.4, { ...plan, power: 1 }));
  });
});
