import { areaUnderRocCurve } from "../../../src/statistics/area-under-roc-curve.js";
import { averagePrecision } from "../../../src/statistics/average-precision.js";
import { averagePrecisionAtK } from "../../../src/statistics/average-precision-at-k.js";
import { brierDecomposition } from "../../../src/statistics/brier-decomposition.js";
import { calibrationError } from "../../../src/statistics/calibration-error.js";
import { calibrationSlope } from "../../../src/statistics/calibration-slope.js";
import { delongPairedTest } from "../../../src/statistics/delong-paired-test.js";
import { delongVariance } from "../../../src/statistics/delong-variance.js";
import { hanleyMcneilStandardError } from "../../../src/statistics/hanley-mcneil-standard-error.js";
import { importanceStability } from "../../../src/statistics/importance-stability.js";
import { matthewsCorrelation } from "../../../src/statistics/matthews-correlation.js";
import { normalisedDiscountedCumulativeGain } from "../../../src/statistics/normalised-discounted-cumulative-gain.js";
import { valueOrNull } from "../estimates.js";
import type { ReferenceInput } from "./reference-input.js";
import { renamed } from "./shared-fields.js";

/** How each function on predictions and explanations is asked of ours. Nothing is computed here. */
export const predictions: Readonly<Record<string, (given: ReferenceInput) => unknown>> = {
  auc: (given) => valueOrNull(areaUnderRocCurve(given.numbers("labels"), given.numbers("scores"))),
  delong_variance: (given) =>
    renamed(valueOrNull(delongVariance(given.numbers("labels"), given.numbers("scores"))), { auc: "area" }),
  delong_paired_test: (given) =>
    renamed(
      valueOrNull(delongPairedTest(given.numbers("labels"), given.numbers("scores1"), given.numbers("scores2"))),
      { auc1: "firstArea", auc2: "secondArea" },
    ),
  hanley_mcneil_se: (given) =>
    valueOrNull(hanleyMcneilStandardError(given.number("auc"), given.number("n_pos"), given.number("n_neg"))),
  calibration_error: (given) =>
    renamed(
      valueOrNull(
        calibrationError(
          given.numbers("labels"),
          given.numbers("probabilities"),
          given.number("bins"),
          given.oneOf("binning", ["equal-width", "equal-mass"]),
        ),
      ),
      { ece: "expected", mce: "greatest" },
    ),
  brier_decomposition: (given) =>
    valueOrNull(brierDecomposition(given.numbers("labels"), given.numbers("probabilities"))),
  calibration_slope: (given) =>
    renamed(valueOrNull(calibrationSlope(given.numbers("labels"), given.numbers("probabilities"))), {
      calibration_in_the_large: "inTheLarge",
    }),
  mcc: (given) =>
    valueOrNull(
      matthewsCorrelation({
        truePositives: given.number("tp"),
        falsePositives: given.number("fp"),
        falseNegatives: given.number("fn"),
        trueNegatives: given.number("tn"),
      }),
    ),
  average_precision: (given) => valueOrNull(averagePrecision(given.numbers("labels"), given.numbers("scores"))),
  ndcg: (given) =>
    valueOrNull(
      normalisedDiscountedCumulativeGain(
        given.numbers("relevances"),
        given.number("k"),
        given.oneOf("gain", ["linear", "exp"]) === "exp" ? "exponential" : "linear",
      ),
    ),
  average_precision_at_k: (given) =>
    valueOrNull(
      averagePrecisionAtK(given.numbers("relevant"), given.numberOrNull("k"), given.numberOrNull("total_relevant")),
    ),
  importance_stability: (given) =>
    renamed(valueOrNull(importanceStability(given.numbers("a"), given.numbers("b"), given.number("top_k"))), {
      kendall_tau_b: "kendall",
      top_k_jaccard: "topOverlap",
    }),
};
