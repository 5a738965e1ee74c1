import { describe, expect, test } from "vitest";
import { meanAveragePrecision } from "../../src/statistics/mean-average-precision.js";
import { calibrationError } from "../../src/statistics/calibration-error.js";
import { chiSquaredHomogeneityTest } from "../../src/statistics/chi-squared-homogeneity-test.js";
import { crossingProbability } from "../../src/statistics/crossing-probability.js";
import { fisherExactTest } from "../../src/statistics/fisher-exact-test.js";
import { groupFairness } from "../../src/statistics/group-fairness.js";
import { groupSequentialConstant } from "../../src/statistics/group-sequential-constant.js";
import { impactRatio } from "../../src/statistics/impact-ratio.js";
import { kolmogorovSmirnovTest } from "../../src/statistics/kolmogorov-smirnov-test.js";
import { mannWhitneyTest } from "../../src/statistics/mann-whitney-test.js";
import { matthewsCorrelation } from "../../src/statistics/matthews-correlation.js";
import { meanInterval } from "../../src/statistics/mean-interval.js";
import { normalBoundTest, normalInterval } from "../../src/statistics/normal-interval.js";
import { adjustPValues } from "../../src/statistics/p-adjust.js";
import { pairedTTest } from "../../src/statistics/paired-t-test.js";
import { proportionScoreTest } from "../../src/statistics/proportion-score-test.js";
import { quantileBins } from "../../src/statistics/quantile-bins.js";
import { riskRatioScoreInterval } from "../../src/statistics/risk-ratio-score-interval.js";
import { sampleQuantile } from "../../src/statistics/sample-quantile.js";
import { sampleRatioMismatchTest } from "../../src/statistics/sample-ratio-mismatch-test.js";
import { simpsonCheck } from "../../src/statistics/simpson-check.js";
import { wassersteinDistance } from "../../src/statistics/wasserstein-distance.js";
import { disagreements } from "./agreement.js";
import { valueOf } from "./estimates.js";

const steps = (count: number, by = 1, from = 0): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + by * index);
const near = (got: unknown, want: unknown, rel = 1e-12): void =>
  expect(disagreements(got, want, { abs: 0, rel })).toEqual([]);

describe("against SciPy 1.17.1", () => {
  test.each([
    ["greater", 0.022750131948179195],
    ["less", 0.9772498680518208],
    ["two-sided", 0.04550026389635839],
  ] as const)("a normal bound test, %s: scipy.stats.norm", (alternative, p) =>
    near(valueOf(normalBoundTest(1.3, 0.4, 0.5, alternative)), { z: 2, p }),
  );

  test("a normal interval: scipy.stats.norm.ppf", () =>
    near(valueOf(normalInterval(1.3, 0.4, 0.95)), { lower: 0.5160144061839784, upper: 2.0839855938160216 }));

  test("Student's interval of a mean: scipy.stats.t.interval", () =>
    near(valueOf(meanInterval({ mean: 10, standardDeviation: 2, size: 16 }, 0.95)), {
      lower: 8.934275227220112,
      upper: 11.065724772779888,
    }));

  test.each([
    [85, 100, 0.9, "less", -1.6666666666666683, 0.04779035227281456],
    [85, 100, 0.9, "greater", -1.6666666666666683, 0.9522096477271854],
    [92, 100, 0.9, "greater", 0.6666666666666673, 0.2524925375469227],
    [3, 1000, 0.001, "two-sided", 2.0010007506255474, 0.04539230899933268],
  ] as const)("a score test of %i/%i against %d, %s: scipy.stats.norm", (successes, trials, bound, alternative, z, p) =>
    near(valueOf(proportionScoreTest(successes, trials, bound, alternative)), { z, p }),
  );

  test.each([
    ["exact", "less", [1.1, 2.2, 3.3, 4.4], [0.5, 1.5, 2.5], 0.8857142857142858],
    ["exact", "greater", [1.1, 2.2, 3.3, 4.4], [0.5, 1.5, 2.5], 0.2],
    ["asymptotic", "less", [1, 2, 2, 3, 4, 4, 5], [2, 3, 3, 3, 6, 7], 0.2328558188120779],
    ["asymptotic", "greater", [1, 2, 2, 3, 4, 4, 5], [2, 3, 3, 3, 6, 7], 0.8093134335490222],
    ["exact", "two-sided", steps(60), steps(70, 0.9, 3.05), 0.1610124832537204],
  ] as const)("Mann–Whitney, %s, %s: scipy.stats.mannwhitneyu", (method, alternative, first, second, p) =>
    near(valueOf(mannWhitneyTest(first, second, alternative, method)).p, p),
  );

  test.each([
    [steps(70, 0.9, 3.05), 0.10952380952380952, 0.7889367534374615],
    [steps(70, 3, 30.05), 0.8571428571428571, 5.8612722414464285e-25],
  ])("Kolmogorov–Smirnov exact, also in the far tail: scipy.stats.ks_2samp", (second, statistic, p) =>
    near(valueOf(kolmogorovSmirnovTest(steps(60), second, "exact")), { statistic, p, ties: false }),
  );

  test.each([
    [8, 10, 1, 6, "less", 0.9991258741258742],
    [8, 10, 1, 6, "two-sided", 0.034965034965034975],
    [900, 1000, 850, 1000, "two-sided", 0.0008950875386906894],
    [90000, 100000, 88000, 100000, "two-sided", 2.364281909629813e-46],
    [0, 10, 0, 20, "two-sided", 1],
    [5, 5, 0, 5, "two-sided", 0.007936507936507938],
  ] as const)("Fisher's exact test of %i/%i and %i/%i, %s: scipy.stats.fisher_exact", (x, n, y, m, alternative, p) =>
    near(valueOf(fisherExactTest({ successes: x, trials: n }, { successes: y, trials: m }, alternative)), p, 1e-7),
  );

  test("a paired t test of values far from zero: scipy.stats.ttest_1samp", () =>
    near(valueOf(pairedTTest([0.01, 0.02, -0.005, 0.015], "two-sided")), { t: 1.8516401995451028, degrees: 3 }));

  test("the normed Wasserstein distance: scipy.stats.wasserstein_distance over numpy.std", () => {
    const reference = [-1.2, 0.3, 0.9, 1.1, 2.5, 3.7, -0.4, 0.3];
    near(valueOf(wassersteinDistance(reference, [0.1, 0.3, 1.4, 2.2, 5])).normed, 0.6331513633399116);
  });

  test("chi-squared with small expected counts says so: scipy.stats.chi2_contingency", () =>
    near(
      valueOf(
        chiSquaredHomogeneityTest([
          [1, 2, 30],
          [2, 1, 40],
        ]),
      ),
      { statistic: 0.7931809792274908, p: 0.6726094097816724, degrees: 2, sparse: true },
    ));

  test.each([
    [0, 1],
    [0.1, 1],
    [0.25, 1.75],
    [0.5, 3.5],
    [0.9, 6.9],
    [1, 9],
  ])("the quantile at %d: numpy.quantile", (share, expected) =>
    near(sampleQuantile(Float64Array.of(1, 1, 2, 3, 4, 5, 6, 9), share), expected),
  );

  test("the score interval of a ratio, also of 0: the likelihood maximised by scipy.optimize", () => {
    const some = valueOf(riskRatioScoreInterval({ successes: 3, trials: 50 }, { successes: 1, trials: 60 }, 0.95));
    near(some, { lower: 0.5319684972120998, upper: 24.726312977679545 }, 1e-6);
    const none = valueOf(riskRatioScoreInterval({ successes: 0, trials: 20 }, { successes: 10, trials: 20 }, 0.95));
    near(none, { lower: 0, upper: 0.3321768399648647 }, 1e-6);
  });

  test.each([
    [2, 1.96, 0.0831111388856236],
    [3, 2, 0.09830090375336309],
    [5, 1.96, 0.1416786700322199],
  ])("%i looks at %d: scipy.stats.multivariate_normal", (looks, bound, crossed) => {
    const fractions = steps(looks, 1 / looks, 1 / looks).map((fraction) => Math.min(1, fraction));
    near(
      valueOf(
        crossingProbability(
          fractions,
          fractions.map(() => bound),
        ),
      ),
      crossed,
      1e-5,
    );
  });
});

describe("edges that tools get wrong", () => {
  test("a bound of 0 or 1 that the trials meet or contradict outright", () => {
    expect(valueOf(proportionScoreTest(10, 10, 1, "less"))).toEqual({ z: 0, p: 1 });
    expect(valueOf(proportionScoreTest(9, 10, 1, "less")).p).toBe(0);
    expect(valueOf(proportionScoreTest(1, 10, 0, "less")).p).toBe(1);
    expect(valueOf(proportionScoreTest(1, 10, 0, "greater")).p).toBe(0);
  });

  test("an empty family adjusts to an empty one", () => expect(valueOf(adjustPValues([], "holm"))).toEqual([]));

  test("a family of 200,000 is adjusted", () =>
    expect(valueOf(adjustPValues(new Array<number>(200_000).fill(0.5), "benjamini-hochberg"))[0]).toBe(0.5));

  test("0.7 in ten bins belongs to the seventh, though 0.7 × 10 is 7.000000000000001", () => {
    // bins (0.6, 0.7] and (0.7, 0.8]: gaps |0.7 − 1| and |0.75 − 0|, not one bin with |0.725 − 0.5|
    expect(valueOf(calibrationError([1, 0], [0.7, 0.75], 10, "equal-width")).expected).toBeCloseTo(
      (0.3 + 0.75) / 2,
      12,
    );
  });

  test("more bins of equal mass than rows leave some empty", () =>
    expect(valueOf(calibrationError([1, 0], [0.9, 0.2], 5, "equal-mass")).greatest).toBeCloseTo(0.2, 12));

  test("four fifths exactly is not below four fifths, whatever the sizes", () => {
    const big = valueOf(
      impactRatio(
        [
          { name: "a", selected: 500_000_000_000, candidates: 1_000_000_000_001 },
          { name: "b", selected: 400_000_000_000, candidates: 1_000_000_000_001 },
          { name: "c", selected: 399_999_999_999, candidates: 1_000_000_000_001 },
        ],
        0,
      ),
    );
    expect(big.categories.map(({ belowFourFifths }) => belowFourFifths)).toEqual([false, false, true]);
  });

  test("small categories are dropped by name", () => {
    const { categories, dropped } = valueOf(
      impactRatio(
        [
          { name: "a", selected: 50, candidates: 100 },
          { name: "b", selected: 1, candidates: 1 },
        ],
        0.02,
      ),
    );
    expect(categories.map(({ name }) => name)).toEqual(["a"]);
    expect(dropped).toEqual(["b"]);
  });

  test("Matthews' coefficient of 4e9 rows keeps its digits", () => {
    const scale = 1e9;
    const counts = {
      truePositives: 6 * scale,
      falsePositives: 2 * scale,
      falseNegatives: scale,
      trueNegatives: 3 * scale,
    };
    near(valueOf(matthewsCorrelation(counts)), 0.47809144373375745, 1e-12);
  });

  test("groups come sorted, with their own rates", () => {
    const { groups } = valueOf(groupFairness([1, 0, 1], [1, 1, 0], ["b", "a", "b"]));
    expect(groups).toEqual([
      { group: "a", rows: 1, positives: 0, selectionRate: 1, truePositiveRate: null, falsePositiveRate: 1 },
      { group: "b", rows: 2, positives: 2, selectionRate: 0.5, truePositiveRate: 0.5, falsePositiveRate: null },
    ]);
  });

  test("where nobody is selected there is no ratio of selection rates", () =>
    near(valueOf(groupFairness([1, 0, 1], [0, 0, 0], ["b", "a", "a"])), {
      demographicParityDifference: 0,
      demographicParityRatio: null,
      equalizedOddsRatio: null,
    }));

  test("traffic in an arm that should have none is a certain mismatch", () =>
    expect(valueOf(sampleRatioMismatchTest([100, 3], [1, 0]))).toEqual({ statistic: Infinity, degrees: 1, p: 0 }));

  test("a stratum without one of the arms says nothing, and hides nothing", () => {
    const stratum = (x: number, n: number, y: number, m: number) => ({
      first: { successes: x, trials: n },
      second: { successes: y, trials: m },
    });
    const check = valueOf(simpsonCheck([stratum(81, 87, 234, 270), stratum(192, 263, 55, 80), stratum(5, 10, 0, 0)]));
    expect(check.stratumDifferences[2]).toBeNull();
    expect(check.reversal).toBe(true);
  });

  test("queries to which nothing is relevant are counted apart", () => {
    const query = (...relevant: number[]) => ({ relevant, totalRelevant: null });
    expect(valueOf(meanAveragePrecision([query(1, 0), query(0, 0), query(0, 1)], null))).toEqual({
      mean: 0.75,
      queries: 2,
      withoutRelevant: 1,
    });
  });

  test("Pocock's constant is the plain quantile for one look, and 2.672 for twenty (Jennison & Turnbull, table 2.1)", () => {
    near(valueOf(groupSequentialConstant(1, 0.05, "pocock")), 1.959963984540054);
    expect(valueOf(groupSequentialConstant(20, 0.05, "pocock"))).toBeCloseTo(2.672, 3);
  });
});

describe("bins of equal shares of the reference", () => {
  test("values on a border belong above it, values beyond the range to the outer bins", () =>
    expect(valueOf(quantileBins([1, 2, 3, 4, 5], [-9, 3, 3, 99], 2))).toEqual({
      borders: [3],
      reference: [2, 3],
      current: [1, 3],
    }));

  test("a value that the reference repeats makes one border of several, and no bin is empty in the reference", () => {
    const { borders, reference } = valueOf(quantileBins([0, 0, 0, 0, 0, 0, 0, 1, 2, 3], [0], 5));
    expect(borders.length).toBe(new Set(borders).size);
    expect(Math.min(...reference)).toBeGreaterThan(0);
    expect(reference.reduce((sum, count) => sum + count, 0)).toBe(10);
  });
});
