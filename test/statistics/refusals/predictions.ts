import { areaUnderRocCurve } from "../../../src/statistics/area-under-roc-curve.js";
import { averagePrecisionAtK } from "../../../src/statistics/average-precision-at-k.js";
import { averagePrecision } from "../../../src/statistics/average-precision.js";
import { brierDecomposition } from "../../../src/statistics/brier-decomposition.js";
import { calibrationError } from "../../../src/statistics/calibration-error.js";
import { calibrationSlope } from "../../../src/statistics/calibration-slope.js";
import { delongPairedTest } from "../../../src/statistics/delong-paired-test.js";
import { delongVariance } from "../../../src/statistics/delong-variance.js";
import { hanleyMcneilStandardError } from "../../../src/statistics/hanley-mcneil-standard-error.js";
import { importanceStability } from "../../../src/statistics/importance-stability.js";
import { matthewsCorrelation } from "../../../src/statistics/matthews-correlation.js";
import { meanAveragePrecision } from "../../../src/statistics/mean-average-precision.js";
import { normalisedDiscountedCumulativeGain } from "../../../src/statistics/normalised-discounted-cumulative-gain.js";
import type { RefusalsByFile } from "./refusal.js";

export const predictionsRefusals: RefusalsByFile = {
  "area-under-roc-curve": {
    invalid: {
      "a label of 2": areaUnderRocCurve([1, 2], [0.1, 0.2]),
      "a score NaN": areaUnderRocCurve([1, 0], [0.1, NaN]),
      "a missing score": areaUnderRocCurve([1, 0], [0.1]),
    },
    notEstimable: {
      "positives only": areaUnderRocCurve([1, 1], [0.1, 0.2]),
      "negatives only": areaUnderRocCurve([0, 0], [0.1, 0.2]),
      "no rows": areaUnderRocCurve([], []),
    },
  },
  "delong-variance": {
    invalid: {
      "a label of 2": delongVariance([1, 2], [0.1, 0.2]),
      "a score infinite": delongVariance([1, 0], [0.1, Infinity]),
      "a missing score": delongVariance([1, 0], [0.1]),
    },
    notEstimable: {
      "positives only": delongVariance([1, 1], [0.1, 0.2]),
    },
  },
  "delong-paired-test": {
    invalid: {
      "a label of 2": delongPairedTest([1, 2], [0.1, 0.2], [0.1, 0.2]),
      "a second score NaN": delongPairedTest([1, 0], [0.1, 0.2], [0.1, NaN]),
      "a missing second score": delongPairedTest([1, 0], [0.1, 0.2], [0.1]),
    },
    notEstimable: {
      "positives only": delongPairedTest([1, 1], [0.1, 0.2], [0.1, 0.2]),
    },
  },
  "hanley-mcneil-standard-error": {
    invalid: {
      "area above 1": hanleyMcneilStandardError(89.3, 10, 10),
      "half a row": hanleyMcneilStandardError(0.9, 0.5, 10),
      "area NaN": hanleyMcneilStandardError(NaN, 10, 10),
    },
    notEstimable: {
      "positives only": hanleyMcneilStandardError(0.9, 10, 0),
    },
  },
  "average-precision": {
    invalid: {
      "a label of 2": averagePrecision([1, 2], [0.1, 0.2]),
      "a score NaN": averagePrecision([1, 0], [0.1, NaN]),
    },
    notEstimable: {
      "no positives": averagePrecision([0, 0], [0.1, 0.2]),
    },
  },
  "normalised-discounted-cumulative-gain": {
    invalid: {
      "negative relevance": normalisedDiscountedCumulativeGain([1, -1], 2, "linear"),
      "relevance beyond doubles": normalisedDiscountedCumulativeGain([2000], 1, "exponential"),
      "cutoff of 0": normalisedDiscountedCumulativeGain([1], 0, "linear"),
      "half a place": normalisedDiscountedCumulativeGain([1], 0.5, "linear"),
      "relevance NaN": normalisedDiscountedCumulativeGain([NaN], 1, "linear"),
    },
    notEstimable: {
      "nothing relevant": normalisedDiscountedCumulativeGain([0, 0], 2, "linear"),
      "an empty list": normalisedDiscountedCumulativeGain([], 2, "linear"),
    },
  },
  "average-precision-at-k": {
    invalid: {
      "a mark of 2": averagePrecisionAtK([1, 2], null, null),
      "cutoff of 0": averagePrecisionAtK([1], 0, null),
      "fewer relevant than listed": averagePrecisionAtK([1, 1], null, 1),
      "half a document": averagePrecisionAtK([1], null, 1.5),
    },
    notEstimable: {
      "nothing relevant": averagePrecisionAtK([0, 0], null, null),
      "an empty list": averagePrecisionAtK([], 5, null),
    },
  },
  "mean-average-precision": {
    invalid: {
      "a mark of 2": meanAveragePrecision([{ relevant: [1, 2], totalRelevant: null }], null),
      "cutoff of 0": meanAveragePrecision([{ relevant: [1], totalRelevant: null }], 0),
    },
    notEstimable: {
      "nothing relevant to any": meanAveragePrecision([{ relevant: [0], totalRelevant: null }], null),
      "no queries": meanAveragePrecision([], null),
    },
  },
  "matthews-correlation": {
    invalid: {
      "a negative count": matthewsCorrelation({
        truePositives: -1,
        falsePositives: 1,
        falseNegatives: 1,
        trueNegatives: 1,
      }),
      "half a row": matthewsCorrelation({ truePositives: 0.5, falsePositives: 1, falseNegatives: 1, trueNegatives: 1 }),
    },
    notEstimable: {
      "one class predicted": matthewsCorrelation({
        truePositives: 5,
        falsePositives: 5,
        falseNegatives: 0,
        trueNegatives: 0,
      }),
      "one class true": matthewsCorrelation({
        truePositives: 5,
        falsePositives: 0,
        falseNegatives: 5,
        trueNegatives: 0,
      }),
    },
  },
  "calibration-error": {
    invalid: {
      "a label of 2": calibrationError([2], [0.5], 10, "equal-width"),
      "a probability of 50": calibrationError([1], [50], 10, "equal-width"),
      "a probability NaN": calibrationError([1], [NaN], 10, "equal-mass"),
      "no bins": calibrationError([1], [0.5], 0, "equal-width"),
      "more bins than make sense": calibrationError([1], [0.5], 1e9, "equal-width"),
      "a missing probability": calibrationError([1, 0], [0.5], 10, "equal-width"),
    },
    notEstimable: {
      "no rows": calibrationError([], [], 10, "equal-width"),
    },
  },
  "brier-decomposition": {
    invalid: {
      "a label of 2": brierDecomposition([2], [0.5]),
      "a probability of 50": brierDecomposition([1], [50]),
      "a missing probability": brierDecomposition([1, 0], [0.5]),
    },
    notEstimable: {
      "no rows": brierDecomposition([], []),
    },
  },
  "calibration-slope": {
    invalid: {
      "a label of 2": calibrationSlope([2], [0.5]),
      "a probability of 50": calibrationSlope([1], [50]),
      "a missing probability": calibrationSlope([1, 0], [0.5]),
    },
    notEstimable: {
      "positives only": calibrationSlope([1, 1], [0.2, 0.3]),
      "a forecast of 0": calibrationSlope([1, 0, 1], [0, 0.4, 0.6]),
      "a forecast of 1": calibrationSlope([1, 0, 0], [0.3, 0.4, 1]),
      "classes apart": calibrationSlope([0, 0, 1, 1], [0.1, 0.2, 0.8, 0.9]),
      "classes apart the wrong way": calibrationSlope([1, 1, 0, 0], [0.1, 0.2, 0.8, 0.9]),
      "classes that touch": calibrationSlope([0, 0, 1, 1], [0.1, 0.5, 0.5, 0.9]),
      "one forecast for all": calibrationSlope([1, 0], [0.5, 0.5]),
      "no rows": calibrationSlope([], []),
    },
  },
  "importance-stability": {
    invalid: {
      "a missing feature": importanceStability([1, 2], [1], 1),
      NaN: importanceStability([1, NaN], [1, 2], 1),
      "no top": importanceStability([1], [1], 0),
      "half a feature": importanceStability([1], [1], 0.5),
    },
    notEstimable: {
      "no features": importanceStability([], [], 3),
    },
  },
};
