import { bcaInterval } from "../../../src/statistics/bca-interval.js";
import { bootstrapReplicates, clusterBootstrapReplicates } from "../../../src/statistics/bootstrap-replicates.js";
import { countBootstrap } from "../../../src/statistics/count-bootstrap.js";
import { fiveByTwoCrossValidationTest } from "../../../src/statistics/five-by-two-cross-validation-test.js";
import { kolmogorovSmirnovTest } from "../../../src/statistics/kolmogorov-smirnov-test.js";
import { mannWhitneyTest } from "../../../src/statistics/mann-whitney-test.js";
import { meanInterval } from "../../../src/statistics/mean-interval.js";
import { monteCarloPValue } from "../../../src/statistics/monte-carlo-p-value.js";
import { nadeauBengioTTest } from "../../../src/statistics/nadeau-bengio-t-test.js";
import {
  pairedPermutationTest,
  sampledPairedPermutationTest,
} from "../../../src/statistics/paired-permutation-test.js";
import { pairedTTest } from "../../../src/statistics/paired-t-test.js";
import { percentileInterval } from "../../../src/statistics/percentile-interval.js";
import { permutationTest } from "../../../src/statistics/permutation-test.js";
import { seededRandom } from "../../../src/statistics/random-source.js";
import type { SampleSummary } from "../../../src/statistics/sample-summary.js";
import { sampledPermutationTest } from "../../../src/statistics/sampled-permutation-test.js";
import { welchEquivalenceTest } from "../../../src/statistics/welch-equivalence-test.js";
import { welchTTest } from "../../../src/statistics/welch-t-test.js";
import type { RefusalsByFile } from "./refusal.js";

const summary = (mean: number, standardDeviation: number, size: number): SampleSummary => ({
  mean,
  standardDeviation,
  size,
});

const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

export const samplesRefusals: RefusalsByFile = {
  "welch-t-test": {
    invalid: {
      "mean NaN": welchTTest(summary(NaN, 1, 5), summary(1, 1, 5), "less"),
      "negative deviation": welchTTest(summary(1, -1, 5), summary(1, 1, 5), "less"),
      "half a value": welchTTest(summary(1, 1, 5), summary(1, 1, 2.5), "less"),
    },
    notEstimable: {
      "one value": welchTTest(summary(1, 1, 1), summary(1, 1, 5), "less"),
      "nothing varies": welchTTest(summary(1, 0, 5), summary(2, 0, 5), "less"),
    },
  },
  "mean-interval": {
    invalid: {
      "mean NaN": meanInterval(summary(NaN, 1, 5), 0.95),
      "negative deviation": meanInterval(summary(1, -1, 5), 0.95),
      "confidence of 95": meanInterval(summary(1, 1, 5), 95),
    },
    notEstimable: {
      "one value": meanInterval(summary(1, 1, 1), 0.95),
      "no variation": meanInterval(summary(1, 0, 5), 0.95),
    },
  },
  "welch-equivalence-test": {
    invalid: {
      "limits the wrong way round": welchEquivalenceTest(summary(1, 1, 5), summary(1, 1, 5), 1, -1),
      "limit NaN": welchEquivalenceTest(summary(1, 1, 5), summary(1, 1, 5), NaN, 1),
      "negative deviation": welchEquivalenceTest(summary(1, -1, 5), summary(1, 1, 5), -1, 1),
    },
    notEstimable: {
      "one value": welchEquivalenceTest(summary(1, 1, 1), summary(1, 1, 5), -1, 1),
      "nothing varies": welchEquivalenceTest(summary(1, 0, 5), summary(2, 0, 5), -1, 1),
    },
  },
  "paired-t-test": {
    invalid: {
      NaN: pairedTTest([1, NaN], "less"),
      infinite: pairedTTest([1, Infinity], "less"),
    },
    notEstimable: {
      "no differences": pairedTTest([], "less"),
      "one difference": pairedTTest([1], "less"),
      "equal differences": pairedTTest([0.1, 0.1, 0.1], "less"),
    },
  },
  "nadeau-bengio-t-test": {
    invalid: {
      NaN: nadeauBengioTTest([1, NaN], 9, 1, "less"),
      "no training rows": nadeauBengioTTest([1, 2], 0, 1, "less"),
      "negative test rows": nadeauBengioTTest([1, 2], 9, -1, "less"),
    },
    notEstimable: {
      "no folds": nadeauBengioTTest([], 9, 1, "less"),
      "one fold": nadeauBengioTTest([1], 9, 1, "less"),
      "equal differences": nadeauBengioTTest([0.1, 0.1, 0.1], 9, 1, "less"),
    },
  },
  "five-by-two-cross-validation-test": {
    invalid: {
      "four repetitions": fiveByTwoCrossValidationTest([
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
      NaN: fiveByTwoCrossValidationTest([
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
        [1, NaN],
      ]),
    },
    notEstimable: {
      "halves that never differ": fiveByTwoCrossValidationTest([
        [1, 1],
        [2, 2],
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    },
  },
  "permutation-test": {
    invalid: {
      NaN: permutationTest([1, NaN], [1], "less"),
      infinite: permutationTest([1], [Infinity], "less"),
    },
    notEstimable: {
      "an empty group": permutationTest([], [1], "less"),
      "too many arrangements": permutationTest(upTo(30), upTo(30), "less"),
    },
  },
  "sampled-permutation-test": {
    invalid: {
      NaN: sampledPermutationTest([1, NaN], [1], "less", 10, seededRandom(1)),
      "no resamples": sampledPermutationTest([1], [2], "less", 0, seededRandom(1)),
      "half a resample": sampledPermutationTest([1], [2], "less", 0.5, seededRandom(1)),
    },
    notEstimable: {
      "an empty group": sampledPermutationTest([], [1], "less", 10, seededRandom(1)),
    },
  },
  "paired-permutation-test: pairedPermutationTest": {
    invalid: {
      NaN: pairedPermutationTest([1, NaN], "less"),
    },
    notEstimable: {
      "no pairs": pairedPermutationTest([], "less"),
      "too many arrangements": pairedPermutationTest(upTo(25), "less"),
    },
  },
  "paired-permutation-test: sampledPairedPermutationTest": {
    invalid: {
      NaN: sampledPairedPermutationTest([1, NaN], "less", 10, seededRandom(1)),
      "no resamples": sampledPairedPermutationTest([1], "less", 0, seededRandom(1)),
    },
    notEstimable: {
      "no pairs": sampledPairedPermutationTest([], "less", 10, seededRandom(1)),
    },
  },
  "monte-carlo-p-value": {
    invalid: {
      "more exceeding than resamples": monteCarloPValue(11, 10),
      negative: monteCarloPValue(-1, 10),
      "half a resample": monteCarloPValue(0, 0.5),
    },
    notEstimable: {},
  },
  "mann-whitney-test": {
    invalid: {
      NaN: mannWhitneyTest([1, NaN], [1], "less", "exact"),
      infinite: mannWhitneyTest([1], [Infinity], "less", "asymptotic"),
    },
    notEstimable: {
      "an empty sample": mannWhitneyTest([], [1], "less", "exact"),
      "all equal": mannWhitneyTest([1, 1], [1], "less", "asymptotic"),
      "exact with ties": mannWhitneyTest([1, 2], [2, 3], "less", "exact"),
      "too many pairs to count": mannWhitneyTest(
        upTo(200),
        upTo(200).map((x) => x + 0.5),
        "less",
        "exact",
      ),
    },
  },
  "kolmogorov-smirnov-test": {
    invalid: {
      NaN: kolmogorovSmirnovTest([1, NaN], [1], "exact"),
      infinite: kolmogorovSmirnovTest([1], [Infinity], "asymptotic"),
    },
    notEstimable: {
      "an empty sample": kolmogorovSmirnovTest([], [1], "exact"),
      "exact with ties": kolmogorovSmirnovTest([1, 2], [2, 3], "exact"),
      "exact with ties within one": kolmogorovSmirnovTest([1, 1], [2, 3], "exact"),
      "exact with ties at the end of one": kolmogorovSmirnovTest([1], [2, 3, 3], "exact"),
      "too many pairs to count": kolmogorovSmirnovTest(
        upTo(6000),
        upTo(6000).map((x) => x + 0.5),
        "exact",
      ),
    },
  },
  "percentile-interval": {
    invalid: {
      NaN: percentileInterval([1, NaN], 0.95),
      "confidence of 95": percentileInterval([1], 95),
    },
    notEstimable: {
      "no replicates": percentileInterval([], 0.95),
    },
  },
  "bca-interval": {
    invalid: {
      "estimate NaN": bcaInterval(NaN, [1, 2], [1, 2], 0.95),
      "replicate NaN": bcaInterval(1, [1, NaN], [1, 2], 0.95),
      "jackknife NaN": bcaInterval(1, [1, 2], [1, NaN], 0.95),
      "confidence of 0": bcaInterval(1, [1, 2], [1, 2], 0),
    },
    notEstimable: {
      "no replicates": bcaInterval(1, [], [1], 0.95),
      "no jackknife": bcaInterval(1, [0, 2], [], 0.95),
      "all replicates above": bcaInterval(0, [1, 2], [1, 2], 0.95),
      "all replicates below": bcaInterval(3, [1, 2], [1, 2], 0.95),
    },
  },
  "bootstrap-replicates: bootstrapReplicates": {
    invalid: {
      "half a row": bootstrapReplicates(0.5, 10, seededRandom(1), () => 1),
      "negative resamples": bootstrapReplicates(1, -1, seededRandom(1), () => 1),
    },
    notEstimable: {
      "no rows": bootstrapReplicates(0, 10, seededRandom(1), () => 1),
      "a statistic that never exists": bootstrapReplicates(5, 10, seededRandom(1), () => null),
      "no resamples": bootstrapReplicates(5, 0, seededRandom(1), () => 1),
    },
  },
  "bootstrap-replicates: clusterBootstrapReplicates": {
    invalid: {
      "half a resample": clusterBootstrapReplicates(["a", "b"], 0.5, seededRandom(1), () => 1),
    },
    notEstimable: {
      "one cluster": clusterBootstrapReplicates(["a", "a"], 10, seededRandom(1), () => 1),
      "no rows": clusterBootstrapReplicates([], 10, seededRandom(1), () => 1),
    },
  },
  "count-bootstrap": {
    invalid: {
      "a negative count": countBootstrap([1, -1], 10, seededRandom(1), () => 1),
      "half a row": countBootstrap([1, 0.5], 10, seededRandom(1), () => 1),
      "half a resample": countBootstrap([1, 1], 0.5, seededRandom(1), () => 1),
    },
    notEstimable: {
      "no rows": countBootstrap([0, 0], 10, seededRandom(1), () => 1),
      "a statistic that never exists": countBootstrap([1, 1], 10, seededRandom(1), () => null),
    },
  },
};
