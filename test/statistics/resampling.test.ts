import { describe, expect, test } from "vitest";
import { binomialProbability } from "../../src/statistics/binomial-distribution.js";
import { bootstrapReplicates, clusterBootstrapReplicates } from "../../src/statistics/bootstrap-replicates.js";
import { chiSquaredUpperTail } from "../../src/statistics/chi-squared-distribution.js";
import { countBootstrap } from "../../src/statistics/count-bootstrap.js";
import { pairedPermutationTest, sampledPairedPermutationTest } from "../../src/statistics/paired-permutation-test.js";
import { percentileInterval } from "../../src/statistics/percentile-interval.js";
import { permutationTest } from "../../src/statistics/permutation-test.js";
import { drawBinomial } from "../../src/statistics/random-binomial.js";
import { seededRandom } from "../../src/statistics/random-source.js";
import { meanOf, sampleVariance } from "../../src/statistics/sample-moments.js";
import { sampledPermutationTest } from "../../src/statistics/sampled-permutation-test.js";
import { valueOf } from "./estimates.js";

const scores = [0.61, 0.72, 0.55, 0.93, 0.48, 0.77, 0.69, 0.81, 0.58, 0.74, 0.66, 0.88];
const meanOfRows = (rows: Uint32Array): number => meanOf(Array.from(rows, (row) => scores[row] ?? NaN));

describe("the seed decides everything", () => {
  const replicates = (seed: number) =>
    valueOf(bootstrapReplicates(scores.length, 50, seededRandom(seed), meanOfRows)).values;
  test("the same seed gives the same replicates", () => expect(replicates(7)).toEqual(replicates(7)));
  test("another seed gives others", () => expect(replicates(7)).not.toEqual(replicates(8)));
});

describe("bootstrap of rows", () => {
  test("the spread of a mean comes near its standard error", () => {
    const { values, without } = valueOf(bootstrapReplicates(scores.length, 4000, seededRandom(1), meanOfRows));
    const standardError = Math.sqrt((sampleVariance(scores) * (scores.length - 1)) / scores.length / scores.length);
    expect(without).toBe(0);
    expect(Math.sqrt(sampleVariance(values)) / standardError).toBeCloseTo(1, 1);
    expect(meanOf(values)).toBeCloseTo(meanOf(scores), 2);
  });

  test("resamples without the statistic are counted, not replaced", () => {
    const { values, without } = valueOf(
      bootstrapReplicates(3, 1000, seededRandom(2), (rows) => (rows.includes(0) ? rows.length : null)),
    );
    expect(values.length + without).toBe(1000);
    // 1000 times (2/3)^3
    expect(without).toBeGreaterThan(240);
    expect(without).toBeLessThan(350);
  });

  test("clusters are drawn whole", () => {
    const clusters = ["a", "b", "a", "c", "b", "a"];
    const whole = (rows: Uint32Array): number => {
      const times = (row: number): number => rows.filter((drawn) => drawn === row).length;
      return times(0) === times(2) && times(2) === times(5) && times(1) === times(4) ? 1 : 0;
    };
    const { values } = valueOf(clusterBootstrapReplicates(clusters, 300, seededRandom(3), whole));
    expect(new Set(values)).toEqual(new Set([1]));
  });
});

describe("bootstrap of counts", () => {
  test("the interval of a paired difference comes near the closed form", () => {
    // both right, only first, only second, neither; closed form: sd = sqrt(b + c - (b - c)^2 / n) / n
    const counts = [800, 60, 40, 100];
    const difference = (drawn: Float64Array): number => ((drawn[1] ?? NaN) - (drawn[2] ?? NaN)) / 1000;
    const { values } = valueOf(countBootstrap(counts, 8000, seededRandom(4), difference));
    const { lower, upper } = valueOf(percentileInterval(values, 0.95));
    const deviation = Math.sqrt(100 - 20 ** 2 / 1000) / 1000;
    expect(lower).toBeCloseTo(0.02 - 1.96 * deviation, 2.5);
    expect(upper).toBeCloseTo(0.02 + 1.96 * deviation, 2.5);
  });

  test("every resample holds as many rows, and cells that were empty stay so", () => {
    const counts = [5, 0, 1_000_000_000, 3];
    const sums = valueOf(
      countBootstrap(counts, 200, seededRandom(5), (drawn) => (drawn[1] === 0 ? drawn.reduce((a, b) => a + b) : null)),
    );
    expect(sums.without).toBe(0);
    expect(new Set(sums.values)).toEqual(new Set([1_000_000_008]));
  });
});

describe("binomial draws follow the binomial distribution", () => {
  test.each([
    { trials: 20, rate: 0.1, draws: 40_000 },
    { trials: 40, rate: 0.5, draws: 40_000 },
    { trials: 100, rate: 0.3, draws: 40_000 },
    { trials: 1000, rate: 0.02, draws: 40_000 },
    { trials: 60, rate: 0.8, draws: 40_000 },
    { trials: 1000, rate: 0.3, draws: 2_000_000 },
  ])("$trials trials at $rate", ({ trials, rate, draws }) => {
    const random = seededRandom(6);
    const seen = new Map<number, number>();
    for (let draw = 0; draw < draws; draw++) {
      const successes = drawBinomial(trials, rate, random);
      seen.set(successes, (seen.get(successes) ?? 0) + 1);
    }
    let statistic = 0;
    let cells = 0;
    for (let successes = 0; successes <= trials; successes++) {
      const expected = draws * binomialProbability(successes, trials, rate);
      if (expected < 5) continue;
      statistic += ((seen.get(successes) ?? 0) - expected) ** 2 / expected;
      cells++;
    }
    const p = chiSquaredUpperTail(statistic, cells - 1);
    expect(p).toBeGreaterThan(1e-3);
    expect(p).toBeLessThan(1 - 1e-6);
  });

  test("mean and variance hold for many trials", () => {
    const random = seededRandom(9);
    const draws = Float64Array.from({ length: 5000 }, () => drawBinomial(1_000_000_000, 0.37, random));
    expect(meanOf(draws) / 0.37e9).toBeCloseTo(1, 5);
    expect(sampleVariance(draws) / (1e9 * 0.37 * 0.63)).toBeCloseTo(1, 1);
  });

  test.each([
    [10, 0, 0],
    [10, 1, 10],
    [0, 0.5, 0],
  ])("%i trials at %d give %i", (trials, rate, successes) => {
    expect(drawBinomial(trials, rate, seededRandom(1))).toBe(successes);
  });
});

describe("sampled permutation tests come near the exact ones", () => {
  const first = [1.1, 2.3, 3.1, 4.8];
  const second = [0.2, 1.0, 1.9, 2.2];
  test.each(["two-sided", "greater", "less"] as const)("of two samples, %s", (alternative) => {
    const exact = valueOf(permutationTest(first, second, alternative));
    const sampled = valueOf(sampledPermutationTest(first, second, alternative, 20_000, seededRandom(10)));
    expect(sampled.statistic).toBe(exact.statistic);
    expect(Math.abs(sampled.p - exact.p)).toBeLessThan(0.012);
  });

  test.each(["two-sided", "greater", "less"] as const)("of pairs, %s", (alternative) => {
    const differences = [0.01, 0.02, -0.005, 0.015, 0.012];
    const exact = valueOf(pairedPermutationTest(differences, alternative));
    const sampled = valueOf(sampledPairedPermutationTest(differences, alternative, 20_000, seededRandom(11)));
    expect(Math.abs(sampled.p - exact.p)).toBeLessThan(0.012);
  });

  test("a constant added to all values, however great, changes nothing", () => {
    const far = (values: readonly number[]): readonly number[] => values.map((value) => value + 2 ** 20);
    expect(valueOf(permutationTest(far(first), far(second), "two-sided")).p).toBe(
      valueOf(permutationTest(first, second, "two-sided")).p,
    );
  });

  test("p is never 0", () => {
    const apart = sampledPermutationTest([1, 2, 3, 4, 5, 6], [11, 12, 13, 14, 15, 16], "less", 99, seededRandom(12));
    expect(valueOf(apart).p).toBeGreaterThanOrEqual(0.01);
  });
});
