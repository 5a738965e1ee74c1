import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { describe, expect, test } from "vitest";
import { lookedAt, type LookAsked, type Looking } from "../../src/judging/looks.js";
import { normalQuantile } from "../../src/statistics/normal-distribution.js";

const experiment = (looks: number | null): LookAsked["experiment"] => ({
  kind: "experiment",
  model: null,
  version: null,
  format: null,
  at: null,
  vouched: "committed",
  source: { path: "experiment.json", pointer: null, line: null, column: null, digest: null },
  name: null,
  arms: [],
  started: null,
  ended: null,
  looks,
});

const looking = (method: Looking["method"]): Looking => ({
  method,
  expectedEffect: 0.1,
  plannedLooks: null,
  spending: "obrien-fleming",
});

/** The share of experiments without any difference in which some look shows one, either way. */
function wronglyDecided(method: Looking["method"], experiments: number, looks: number): number {
  const source = xoroshiro128plus(20261123);
  let decided = 0;
  for (let run = 0; run < experiments; run++) {
    let sum = 0;
    let wrong = false;
    for (let look = 1; look <= looks; look++) {
      // The gain after 100 look rows, of a difference with deviation 1 a row.
      sum += 10 * normalQuantile(Math.max(1e-12, uniformFloat64(source)));
      const asked: LookAsked = {
        gain: sum / (100 * look),
        standardError: 1 / Math.sqrt(100 * look),
        bound: 0,
        confidence: 0.975,
        looking: looking(method),
        experiment: experiment(1),
      };
      wrong ||= lookedAt(asked).outcome !== "inconclusive";
    }
    if (wrong) decided += 1;
  }
  return decided / experiments;
}

describe("looking at a running experiment twenty times", () => {
  test("the always-valid interval keeps its 5 %", () => {
    expect(wronglyDecided("always-valid", 600, 20)).toBeLessThan(0.05);
  });

  // Armitage, McPherson and Rowe (1969): twenty looks at 1.96 come to 0.248.
  test("a test for a fixed end does not", () => {
    expect(wronglyDecided("fixed-horizon", 600, 20)).toBeGreaterThan(0.2);
  });
});

describe("how many more exposures would settle it", () => {
  test("is enough: with so many the same gain is shown", () => {
    const asked: LookAsked = {
      gain: 0.01,
      standardError: 0.01,
      bound: 0,
      confidence: 0.95,
      looking: looking("always-valid"),
      experiment: experiment(null),
    };
    const { outcome, growth } = lookedAt(asked);
    expect(outcome).toBe("inconclusive");
    const grown = (by: number) => lookedAt({ ...asked, standardError: asked.standardError / Math.sqrt(by) }).outcome;
    expect(grown((growth ?? 1) * 1.001)).toBe("met");
    expect(grown((growth ?? 1) * 0.99)).toBe("inconclusive");
  });
});
