import { agrestiCoullInterval } from "../../../src/statistics/agresti-coull-interval.js";
import { clopperPearsonInterval } from "../../../src/statistics/clopper-pearson-interval.js";
import { fisherExactTest } from "../../../src/statistics/fisher-exact-test.js";
import { mcnemarTest } from "../../../src/statistics/mcnemar-test.js";
import { minimumDetectableDifference } from "../../../src/statistics/minimum-detectable-difference.js";
import { newcombeDifferenceInterval } from "../../../src/statistics/newcombe-difference-interval.js";
import { newcombePairedDifferenceInterval } from "../../../src/statistics/newcombe-paired-difference-interval.js";
import { nonInferiorityTest } from "../../../src/statistics/non-inferiority-test.js";
import type { PairedTally } from "../../../src/statistics/paired-tally.js";
import { proportionScoreTest } from "../../../src/statistics/proportion-score-test.js";
import { riskRatioInterval } from "../../../src/statistics/risk-ratio-interval.js";
import { riskRatioScoreInterval } from "../../../src/statistics/risk-ratio-score-interval.js";
import { type TestPlan, sampleSizeForTwoProportions } from "../../../src/statistics/sample-size-for-two-proportions.js";
import type { Tally } from "../../../src/statistics/tally.js";
import { twoProportionZTest } from "../../../src/statistics/two-proportion-z-test.js";
import { wilsonContinuityInterval } from "../../../src/statistics/wilson-continuity-interval.js";
import { wilsonInterval } from "../../../src/statistics/wilson-interval.js";
import { samplesForBound, trialsForBound } from "../../../src/statistics/sample-size-for-bound.js";
import type { RefusalsByFile } from "./refusal.js";

const tally = (successes: number, trials: number): Tally => ({ successes, trials });

const pairs = (both: number, onlyFirst: number, onlySecond: number, neither: number): PairedTally => ({
  both,
  onlyFirst,
  onlySecond,
  neither,
});

const plan = (changes: Partial<TestPlan>): TestPlan => ({
  alpha: 0.05,
  power: 0.8,
  sides: "two-sided",
  ratio: 1,
  ...changes,
});

export const proportionsRefusals: RefusalsByFile = {
  "sample-size-for-bound": {
    invalid: {
      "a rate above 1": trialsForBound(1.2, 0.8, { confidence: 0.95, power: 0.8 }),
      "no power": trialsForBound(0.9, 0.8, { confidence: 0.95, power: 0 }),
      "no samples": samplesForBound(0.5, 0.1, 0, 0.4, { confidence: 0.95, power: 0.8 }),
    },
    notEstimable: {
      "a rate that is the bound": trialsForBound(0.8, 0.8, { confidence: 0.95, power: 0.8 }),
      "a mean that is the bound": samplesForBound(0.5, 0.1, 10, 0.5, { confidence: 0.95, power: 0.8 }),
    },
  },
  "wilson-interval": {
    invalid: {
      "more successes than trials": wilsonInterval(11, 10, 0.95),
      "negative successes": wilsonInterval(-1, 10, 0.95),
      NaN: wilsonInterval(NaN, 10, 0.95),
      "half a trial": wilsonInterval(1, 2.5, 0.95),
      "negative trials": wilsonInterval(0, -1, 0.95),
      "infinite trials": wilsonInterval(1, Infinity, 0.95),
      "confidence of 0": wilsonInterval(1, 2, 0),
      "confidence of 1": wilsonInterval(1, 2, 1),
      "confidence of 95": wilsonInterval(1, 2, 95),
      "confidence NaN": wilsonInterval(1, 2, NaN),
    },
    notEstimable: {
      "no trials": wilsonInterval(0, 0, 0.95),
    },
  },
  "wilson-continuity-interval": {
    invalid: {
      "more successes than trials": wilsonContinuityInterval(11, 10, 0.95),
      "half a success": wilsonContinuityInterval(1.5, 10, 0.95),
      "confidence of 95": wilsonContinuityInterval(1, 2, 95),
    },
    notEstimable: {
      "no trials": wilsonContinuityInterval(0, 0, 0.95),
    },
  },
  "clopper-pearson-interval": {
    invalid: {
      "more successes than trials": clopperPearsonInterval(11, 10, 0.95),
      "half a success": clopperPearsonInterval(1.5, 10, 0.95),
      "confidence of 1": clopperPearsonInterval(1, 2, 1),
    },
    notEstimable: {
      "no trials": clopperPearsonInterval(0, 0, 0.95),
    },
  },
  "agresti-coull-interval": {
    invalid: {
      "more successes than trials": agrestiCoullInterval(11, 10, 0.95),
      "negative successes": agrestiCoullInterval(-1, 10, 0.95),
      "confidence of 0": agrestiCoullInterval(1, 2, 0),
    },
    notEstimable: {
      "no trials": agrestiCoullInterval(0, 0, 0.95),
    },
  },
  "proportion-score-test": {
    invalid: {
      "more successes than trials": proportionScoreTest(11, 10, 0.5, "less"),
      "bound above 1": proportionScoreTest(1, 10, 50, "less"),
      "bound NaN": proportionScoreTest(1, 10, NaN, "less"),
    },
    notEstimable: {
      "no trials": proportionScoreTest(0, 0, 0.5, "less"),
    },
  },
  "newcombe-difference-interval": {
    invalid: {
      "more successes than trials": newcombeDifferenceInterval(tally(3, 2), tally(1, 2), 0.95),
      "negative successes": newcombeDifferenceInterval(tally(1, 2), tally(-1, 2), 0.95),
      "confidence of 95": newcombeDifferenceInterval(tally(1, 2), tally(1, 2), 95),
    },
    notEstimable: {
      "no trials in the first": newcombeDifferenceInterval(tally(0, 0), tally(1, 2), 0.95),
      "no trials in the second": newcombeDifferenceInterval(tally(1, 2), tally(0, 0), 0.95),
    },
  },
  "newcombe-paired-difference-interval": {
    invalid: {
      "a negative count": newcombePairedDifferenceInterval(pairs(1, -1, 0, 0), 0.95),
      "half a row": newcombePairedDifferenceInterval(pairs(1, 0.5, 0, 0), 0.95),
      NaN: newcombePairedDifferenceInterval(pairs(1, 0, 0, NaN), 0.95),
      "confidence of 95": newcombePairedDifferenceInterval(pairs(1, 1, 1, 1), 95),
    },
    notEstimable: {
      "no rows": newcombePairedDifferenceInterval(pairs(0, 0, 0, 0), 0.95),
    },
  },
  "two-proportion-z-test": {
    invalid: {
      "more successes than trials": twoProportionZTest(tally(3, 2), tally(1, 2), "less", "pooled"),
      NaN: twoProportionZTest(tally(1, 2), tally(NaN, 2), "less", "pooled"),
    },
    notEstimable: {
      "no trials": twoProportionZTest(tally(0, 0), tally(1, 2), "less", "pooled"),
      "all succeeded": twoProportionZTest(tally(2, 2), tally(3, 3), "less", "pooled"),
      "none succeeded, unpooled": twoProportionZTest(tally(0, 2), tally(0, 3), "less", "unpooled"),
    },
  },
  "fisher-exact-test": {
    invalid: {
      "more successes than trials": fisherExactTest(tally(3, 2), tally(1, 2), "less"),
      "half a success": fisherExactTest(tally(0.5, 2), tally(1, 2), "less"),
      "more trials than doubles count": fisherExactTest(tally(1, 1e300), tally(1, 2), "less"),
    },
    notEstimable: {
      "more tables than can be looked at": fisherExactTest(tally(1, 1e13), tally(1, 2), "less"),
    },
  },
  "mcnemar-test": {
    invalid: {
      "a negative count": mcnemarTest(-1, 2, "exact"),
      "half a row": mcnemarTest(1, 0.5, "mid-p"),
      "infinitely many": mcnemarTest(1, Infinity, "chi-squared"),
    },
    notEstimable: {
      "never differing, chi-squared": mcnemarTest(0, 0, "chi-squared"),
      "never differing, corrected": mcnemarTest(0, 0, "chi-squared-corrected"),
    },
  },
  "non-inferiority-test": {
    invalid: {
      "more successes than trials": nonInferiorityTest(tally(3, 2), tally(1, 2), 0.1, "wald"),
      "negative margin": nonInferiorityTest(tally(1, 2), tally(1, 2), -0.1, "wald"),
      "margin in per cent": nonInferiorityTest(tally(1, 2), tally(1, 2), 5, "wald"),
      "margin NaN": nonInferiorityTest(tally(1, 2), tally(1, 2), NaN, "wald"),
    },
    notEstimable: {
      "no trials": nonInferiorityTest(tally(0, 0), tally(1, 2), 0.1, "wald"),
      "no variance": nonInferiorityTest(tally(2, 2), tally(3, 3), 0.1, "wald"),
      "no variance at margin 0": nonInferiorityTest(tally(0, 2), tally(0, 3), 0, "farrington-manning"),
    },
  },
  "sample-size-for-two-proportions": {
    invalid: {
      "rate above 1": sampleSizeForTwoProportions(1.5, 0.5, plan({})),
      "alpha of 0": sampleSizeForTwoProportions(0.4, 0.5, plan({ alpha: 0 })),
      "power of 1": sampleSizeForTwoProportions(0.4, 0.5, plan({ power: 1 })),
      "ratio of 0": sampleSizeForTwoProportions(0.4, 0.5, plan({ ratio: 0 })),
      "rate NaN": sampleSizeForTwoProportions(NaN, 0.5, plan({})),
    },
    notEstimable: {
      "equal rates": sampleSizeForTwoProportions(0.5, 0.5, plan({})),
    },
  },
  "minimum-detectable-difference": {
    invalid: {
      "rate above 1": minimumDetectableDifference(1.5, 100, plan({})),
      "no trials": minimumDetectableDifference(0.5, 0, plan({})),
      "alpha of 5": minimumDetectableDifference(0.5, 100, plan({ alpha: 5 })),
    },
    notEstimable: {
      "too few trials for any rate": minimumDetectableDifference(0.9, 5, plan({})),
      "a rate that cannot rise": minimumDetectableDifference(1, 100, plan({})),
    },
  },
  "risk-ratio-interval": {
    invalid: {
      "more successes than trials": riskRatioInterval(tally(3, 2), tally(1, 2), 0.95),
      "confidence of 1": riskRatioInterval(tally(1, 2), tally(1, 2), 1),
    },
    notEstimable: {
      "no trials": riskRatioInterval(tally(0, 0), tally(1, 2), 0.95),
      "nothing to divide by": riskRatioInterval(tally(1, 2), tally(0, 2), 0.95),
    },
  },
  "risk-ratio-score-interval": {
    invalid: {
      "more successes than trials": riskRatioScoreInterval(tally(3, 2), tally(1, 2), 0.95),
      "confidence of 1": riskRatioScoreInterval(tally(1, 2), tally(1, 2), 1),
    },
    notEstimable: {
      "no trials": riskRatioScoreInterval(tally(1, 2), tally(0, 0), 0.95),
      "no successes": riskRatioScoreInterval(tally(0, 2), tally(0, 2), 0.95),
    },
  },
};
