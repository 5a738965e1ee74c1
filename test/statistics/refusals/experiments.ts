import { alphaSpendingBounds } from "../../../src/statistics/alpha-spending-bounds.js";
import { crossingProbability } from "../../../src/statistics/crossing-probability.js";
import { groupFairness } from "../../../src/statistics/group-fairness.js";
import { groupSequentialConstant } from "../../../src/statistics/group-sequential-constant.js";
import { impactRatio } from "../../../src/statistics/impact-ratio.js";
import { mixtureSequentialTest } from "../../../src/statistics/mixture-sequential-test.js";
import { normalBoundTest, normalInterval } from "../../../src/statistics/normal-interval.js";
import { adjustPValues } from "../../../src/statistics/p-adjust.js";
import type { PairedTally } from "../../../src/statistics/paired-tally.js";
import { sampleRatioMismatchTest } from "../../../src/statistics/sample-ratio-mismatch-test.js";
import {
  rowsToSettleDifference,
  trialsToSettleDifference,
} from "../../../src/statistics/samples-to-settle-difference.js";
import { samplesToReachLevel } from "../../../src/statistics/samples-to-reach-level.js";
import { samplesToSettleMean, trialsToSettle } from "../../../src/statistics/samples-to-settle.js";
import { simpsonCheck } from "../../../src/statistics/simpson-check.js";
import type { Tally } from "../../../src/statistics/tally.js";
import type { RefusalsByFile } from "./refusal.js";

const tally = (successes: number, trials: number): Tally => ({ successes, trials });

const pairs = (both: number, onlyFirst: number, onlySecond: number, neither: number): PairedTally => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

export const experimentsRefusals: RefusalsByFile = {
  "simpson-check": {
    invalid: {
      "more successes than trials": simpsonCheck([{ first: tally(3, 2), second: tally(1, 2) }]),
      "half a success": simpsonCheck([{ first: tally(1, 2), second: tally(0.5, 2) }]),
    },
    notEstimable: {
      "no strata": simpsonCheck([]),
      "no trials of one arm": simpsonCheck([{ first: tally(1, 2), second: tally(0, 0) }]),
    },
  },
  "impact-ratio": {
    invalid: {
      "more selected than candidates": impactRatio([{ name: "a", selected: 3, candidates: 2 }], 0),
      "half a person": impactRatio([{ name: "a", selected: 0.5, candidates: 2 }], 0),
      "minimum share of 2": impactRatio([{ name: "a", selected: 1, candidates: 2 }], 2),
    },
    notEstimable: {
      "no categories": impactRatio([], 0),
      "nobody selected": impactRatio([{ name: "a", selected: 0, candidates: 2 }], 0),
      "no candidates": impactRatio([{ name: "a", selected: 0, candidates: 0 }], 0),
    },
  },
  "group-fairness": {
    invalid: {
      "a label of 2": groupFairness([2], [1], ["a"]),
      "a prediction of 0.5": groupFairness([1], [0.5], ["a"]),
      "a missing prediction": groupFairness([1, 0], [1], ["a", "b"]),
      "a missing group": groupFairness([1, 0], [1, 0], ["a"]),
    },
    notEstimable: {
      "no rows": groupFairness([], [], []),
    },
  },
  "samples-to-settle: trialsToSettle": {
    invalid: {
      "more successes than trials": trialsToSettle(11, 10, 0.5, 0.95),
      "bound above 1": trialsToSettle(1, 10, 50, 0.95),
      "confidence below a half": trialsToSettle(1, 10, 0.5, 0.4),
      "confidence of 1": trialsToSettle(1, 10, 0.5, 1),
    },
    notEstimable: {
      "no trials": trialsToSettle(0, 0, 0.5, 0.95),
      "the rate is the bound": trialsToSettle(5, 10, 0.5, 0.95),
    },
  },
  "samples-to-reach-level": {
    invalid: {
      "p-value above 1": samplesToReachLevel(1.1, 10, 0.05),
      "p-value NaN": samplesToReachLevel(NaN, 10, 0.05),
      "half a sample": samplesToReachLevel(0.1, 10.5, 0.05),
      "level 0": samplesToReachLevel(0.1, 10, 0),
      "level of a half": samplesToReachLevel(0.1, 10, 0.5),
    },
    notEstimable: {
      "no samples": samplesToReachLevel(0.1, 0, 0.05),
      "the other side": samplesToReachLevel(0.5, 10, 0.05),
    },
  },
  "samples-to-settle: samplesToSettleMean": {
    invalid: {
      "mean NaN": samplesToSettleMean(NaN, 1, 10, 0, 0.95),
      "negative standard error": samplesToSettleMean(1, -1, 10, 0, 0.95),
      "half a sample": samplesToSettleMean(1, 1, 10.5, 0, 0.95),
      "bound infinite": samplesToSettleMean(1, 1, 10, Infinity, 0.95),
      "confidence of 95": samplesToSettleMean(1, 1, 10, 0, 95),
    },
    notEstimable: {
      "no samples": samplesToSettleMean(1, 1, 0, 0, 0.95),
      "the mean is the bound": samplesToSettleMean(1, 1, 10, 1, 0.95),
    },
  },
  "samples-to-settle-difference: trialsToSettleDifference": {
    invalid: {
      "more successes than trials": trialsToSettleDifference(tally(3, 2), tally(1, 2), 0, 0.95),
      "bound beyond 1": trialsToSettleDifference(tally(1, 2), tally(1, 2), 2, 0.95),
      "confidence below a half": trialsToSettleDifference(tally(1, 2), tally(1, 2), 0, 0.4),
    },
    notEstimable: {
      "no trials": trialsToSettleDifference(tally(0, 0), tally(1, 2), 0, 0.95),
      "the difference is the bound": trialsToSettleDifference(tally(1, 2), tally(1, 2), 0, 0.95),
    },
  },
  "samples-to-settle-difference: rowsToSettleDifference": {
    invalid: {
      "a negative count": rowsToSettleDifference(pairs(-1, 1, 1, 1), 0, 0.95),
      "bound NaN": rowsToSettleDifference(pairs(1, 1, 1, 1), NaN, 0.95),
      "confidence of 1": rowsToSettleDifference(pairs(1, 1, 1, 1), 0, 1),
    },
    notEstimable: {
      "no rows": rowsToSettleDifference(pairs(0, 0, 0, 0), 0, 0.95),
      "the difference is the bound": rowsToSettleDifference(pairs(1, 1, 1, 1), 0, 0.95),
    },
  },
  "normal-interval: normalInterval": {
    invalid: {
      "estimate NaN": normalInterval(NaN, 1, 0.95),
      "negative standard error": normalInterval(1, -1, 0.95),
      "confidence of 95": normalInterval(1, 1, 95),
    },
    notEstimable: {
      "no standard error": normalInterval(1, 0, 0.95),
    },
  },
  "normal-interval: normalBoundTest": {
    invalid: {
      "estimate NaN": normalBoundTest(NaN, 1, 0, "less"),
      "negative standard error": normalBoundTest(1, -1, 0, "less"),
      "bound NaN": normalBoundTest(1, 1, NaN, "less"),
    },
    notEstimable: {
      "no standard error": normalBoundTest(1, 0, 1, "less"),
    },
  },
  "sample-ratio-mismatch-test": {
    invalid: {
      "a negative count": sampleRatioMismatchTest([-1, 2], [1, 1]),
      "half a visitor": sampleRatioMismatchTest([0.5, 2], [1, 1]),
      "negative plan": sampleRatioMismatchTest([1, 2], [-1, 1]),
      "a missing arm": sampleRatioMismatchTest([1, 2], [1]),
      "a plan that adds up to infinity": sampleRatioMismatchTest([1, 2], [1e308, 1e308]),
    },
    notEstimable: {
      "no traffic": sampleRatioMismatchTest([0, 0], [1, 1]),
      "one arm": sampleRatioMismatchTest([10], [1]),
      "nothing planned": sampleRatioMismatchTest([1, 2], [0, 0]),
      "no arms": sampleRatioMismatchTest([], []),
    },
  },
  "mixture-sequential-test": {
    invalid: {
      "difference NaN": mixtureSequentialTest(NaN, 1, 1, 0.05),
      "negative variance": mixtureSequentialTest(0, -1, 1, 0.05),
      "no mixing variance": mixtureSequentialTest(0, 1, 0, 0.05),
      "alpha of 5": mixtureSequentialTest(0, 1, 1, 5),
    },
    notEstimable: {
      "no variance": mixtureSequentialTest(0.1, 0, 1, 0.05),
    },
  },
  "alpha-spending-bounds": {
    invalid: {
      "no looks": alphaSpendingBounds([], 0.05, "pocock"),
      "falling information": alphaSpendingBounds([0.5, 0.4], 0.05, "pocock"),
      "information above 1": alphaSpendingBounds([0.5, 1.2], 0.05, "pocock"),
      "information of 0": alphaSpendingBounds([0, 1], 0.05, "pocock"),
      "information NaN": alphaSpendingBounds([NaN], 0.05, "pocock"),
      "alpha of 5": alphaSpendingBounds([1], 5, "pocock"),
    },
    notEstimable: {
      "looks that all but coincide": alphaSpendingBounds([0.5, 0.5 + 1e-9, 1], 0.05, "pocock"),
      "an alpha of hardly anything": alphaSpendingBounds([0.5, 1], 1e-200, "pocock"),
    },
  },
  "crossing-probability": {
    invalid: {
      "no looks": crossingProbability([], []),
      "a missing bound": crossingProbability([0.5, 1], [2]),
      "a negative bound": crossingProbability([1], [-2]),
      "an infinite bound": crossingProbability([1], [Infinity]),
    },
    notEstimable: {
      "looks that all but coincide": crossingProbability([0.5, 0.5 + 1e-9, 1], [2, 2, 2]),
    },
  },
  "group-sequential-constant": {
    invalid: {
      "no looks": groupSequentialConstant(0, 0.05, "pocock"),
      "half a look": groupSequentialConstant(2.5, 0.05, "pocock"),
      "too many looks": groupSequentialConstant(101, 0.05, "pocock"),
      "alpha of 5": groupSequentialConstant(5, 5, "pocock"),
    },
    notEstimable: {
      "an alpha of hardly anything": groupSequentialConstant(2, 5e-324, "pocock"),
    },
  },
  "p-adjust": {
    invalid: {
      "above 1": adjustPValues([0.1, 1.1], "holm"),
      negative: adjustPValues([-0.1], "none"),
      NaN: adjustPValues([0.1, NaN], "benjamini-hochberg"),
    },
    notEstimable: {},
  },
};
