import { adaptiveWindowCut } from "../../../src/statistics/adaptive-window-cut.js";
import { bcaInterval } from "../../../src/statistics/bca-interval.js";
import { chiSquaredUpperTail } from "../../../src/statistics/chi-squared-distribution.js";
import { chiSquaredHomogeneityTest } from "../../../src/statistics/chi-squared-homogeneity-test.js";
import { driftDetectionMethod } from "../../../src/statistics/drift-detection-method.js";
import { fiveByTwoCrossValidationTest } from "../../../src/statistics/five-by-two-cross-validation-test.js";
import { gTest } from "../../../src/statistics/g-test.js";
import { hellingerDistance } from "../../../src/statistics/hellinger-distance.js";
import { jensenShannonDivergence } from "../../../src/statistics/jensen-shannon-divergence.js";
import { kolmogorovSmirnovTest } from "../../../src/statistics/kolmogorov-smirnov-test.js";
import { kullbackLeiblerDivergence } from "../../../src/statistics/kullback-leibler-divergence.js";
import { mannWhitneyTest, type MannWhitneyMethod } from "../../../src/statistics/mann-whitney-test.js";
import { maximumMeanDiscrepancy } from "../../../src/statistics/maximum-mean-discrepancy.js";
import { monteCarloPValue } from "../../../src/statistics/monte-carlo-p-value.js";
import { nadeauBengioTTest } from "../../../src/statistics/nadeau-bengio-t-test.js";
import { normalQuantile, normalUpperTail } from "../../../src/statistics/normal-distribution.js";
import { type Adjustment, adjustPValues } from "../../../src/statistics/p-adjust.js";
import { pageHinkleyTest } from "../../../src/statistics/page-hinkley-test.js";
import { pairedPermutationTest } from "../../../src/statistics/paired-permutation-test.js";
import { pairedTTest } from "../../../src/statistics/paired-t-test.js";
import { percentileInterval } from "../../../src/statistics/percentile-interval.js";
import { permutationTest } from "../../../src/statistics/permutation-test.js";
import { populationStabilityCriticalValue } from "../../../src/statistics/population-stability-critical-value.js";
import { type EmptyBins, populationStabilityIndex } from "../../../src/statistics/population-stability-index.js";
import { studentUpperTail } from "../../../src/statistics/student-t-distribution.js";
import { wassersteinDistance } from "../../../src/statistics/wasserstein-distance.js";
import { welchEquivalenceTest } from "../../../src/statistics/welch-equivalence-test.js";
import { welchTTest } from "../../../src/statistics/welch-t-test.js";
import { valueOrNull } from "../estimates.js";
import type { ReferenceInput } from "./reference-input.js";
import { alternative, confidence, renamed } from "./shared-fields.js";

/** The summaries of a case's two samples. */
const summaries = (given: ReferenceInput) =>
  [
    { mean: given.number("mean1"), standardDeviation: given.number("sd1"), size: given.number("n1") },
    { mean: given.number("mean2"), standardDeviation: given.number("sd2"), size: given.number("n2") },
  ] as const;

const adjustments: Readonly<Record<string, Adjustment>> = {
  none: "none",
  bonferroni: "bonferroni",
  holm: "holm",
  hochberg: "hochberg",
  bh: "benjamini-hochberg",
  by: "benjamini-yekutieli",
};

function mannWhitneyMethod(given: ReferenceInput): MannWhitneyMethod {
  const method = given.oneOf("method", ["exact", "asymptotic"]);
  return method === "asymptotic" && given.optional("continuity") === false ? "asymptotic-without-continuity" : method;
}

function emptyBins(given: ReferenceInput): EmptyBins {
  const policy = given.oneOf("zero_policy", ["none", "replace", "laplace"]);
  if (policy === "none") return { policy: "infinite" };
  return policy === "replace"
    ? { policy: "replace", share: given.numberOr("epsilon", 1e-4) }
    : { policy: "add", count: given.numberOr("alpha", 1) };
}

/** How each function on samples and streams is asked of ours. Nothing is computed here. */
export const samples: Readonly<Record<string, (given: ReferenceInput) => unknown>> = {
  tost_welch: (given) =>
    renamed(valueOrNull(welchEquivalenceTest(...summaries(given), given.number("low"), given.number("high"))), {
      p_lower: "lowerP",
      p_upper: "upperP",
      df: "degrees",
    }),
  percentile_interval: (given) => valueOrNull(percentileInterval(given.numbers("replicates"), confidence(given))),
  bca_interval: (given) =>
    renamed(
      valueOrNull(
        bcaInterval(
          given.number("estimate"),
          given.numbers("replicates"),
          given.numbers("jackknife"),
          confidence(given),
        ),
      ),
      { z0: "bias" },
    ),
  permutation_test_two_sample: (given) =>
    valueOrNull(permutationTest(given.numbers("x"), given.numbers("y"), alternative(given))),
  permutation_test_paired: (given) =>
    valueOrNull(pairedPermutationTest(given.numbers("differences"), alternative(given))),
  monte_carlo_p_value: (given) => valueOrNull(monteCarloPValue(given.number("exceed"), given.number("resamples"))),
  welch_t_test: (given) => renamed(valueOrNull(welchTTest(...summaries(given), alternative(given))), { df: "degrees" }),
  paired_t_test: (given) =>
    renamed(valueOrNull(pairedTTest(given.numbers("differences"), alternative(given))), { df: "degrees" }),
  nadeau_bengio_t_test: (given) =>
    renamed(
      valueOrNull(
        nadeauBengioTTest(
          given.numbers("differences"),
          given.number("n_train"),
          given.number("n_test"),
          alternative(given),
        ),
      ),
      { df: "degrees" },
    ),
  five_by_two_cv_test: (given) =>
    renamed(
      valueOrNull(
        fiveByTwoCrossValidationTest(given.table("differences").map(([first = NaN, second = NaN]) => [first, second])),
      ),
      { p_t: "tP", p_f: "fP" },
    ),
  mann_whitney_u: (given) =>
    valueOrNull(mannWhitneyTest(given.numbers("x"), given.numbers("y"), alternative(given), mannWhitneyMethod(given))),
  p_adjust: (given) => valueOrNull(adjustPValues(given.numbers("p"), given.named("method", adjustments))),
  psi: (given) =>
    valueOrNull(
      populationStabilityIndex(given.numbers("expected_counts"), given.numbers("actual_counts"), emptyBins(given)),
    ),
  psi_critical_value: (given) =>
    renamed(
      valueOrNull(
        populationStabilityCriticalValue(
          given.number("n_expected"),
          given.number("n_actual"),
          given.number("bins"),
          given.number("alpha"),
        ),
      ),
      { chi2: "chiSquared", expected: "mean" },
    ),
  ks_two_sample: (given) =>
    valueOrNull(
      kolmogorovSmirnovTest(given.numbers("x"), given.numbers("y"), given.oneOf("method", ["exact", "asymptotic"])),
    ),
  chi2_homogeneity: (given) => renamed(valueOrNull(chiSquaredHomogeneityTest(given.table("table"))), { df: "degrees" }),
  g_test: (given) => renamed(valueOrNull(gTest(given.table("table"))), { df: "degrees" }),
  jensen_shannon: (given) =>
    valueOrNull(jensenShannonDivergence(given.numbers("p"), given.numbers("q"), given.numberOr("base", 2))),
  hellinger: (given) => valueOrNull(hellingerDistance(given.numbers("p"), given.numbers("q"))),
  kl_divergence: (given) => valueOrNull(kullbackLeiblerDivergence(given.numbers("p"), given.numbers("q"))),
  wasserstein_1: (given) => valueOrNull(wassersteinDistance(given.numbers("x"), given.numbers("y")))?.distance ?? null,
  mmd2_unbiased_rbf: (given) =>
    valueOrNull(maximumMeanDiscrepancy(given.numbers("x"), given.numbers("y"), given.number("gamma"))),
  page_hinkley: (given) =>
    renamed(
      valueOrNull(
        pageHinkleyTest(given.numbers("values"), {
          delta: given.number("delta"),
          threshold: given.number("threshold"),
          warmUp: given.number("min_instances"),
        }),
      ),
      { alarm_at: "alarmAt" },
    ),
  ddm: (given) =>
    renamed(
      valueOrNull(
        driftDetectionMethod(given.numbers("errors"), {
          warmUp: given.number("min_instances"),
          warning: given.number("warning_level"),
          drift: given.number("drift_level"),
        }),
      ),
      { warning_at: "warningAt", drift_at: "driftAt" },
    ),
  adwin_cut: (given) =>
    valueOrNull(
      adaptiveWindowCut(given.number("n0"), given.number("n1"), given.number("variance"), given.number("delta")),
    ),
  distribution: (given) => {
    switch (given.oneOf("fn", ["normal_sf", "normal_ppf", "chi2_sf", "t_sf"])) {
      case "normal_sf":
        return normalUpperTail(given.number("z"));
      case "normal_ppf":
        return normalQuantile(given.number("p"));
      case "chi2_sf":
        return chiSquaredUpperTail(given.number("x"), given.number("df"));
      case "t_sf":
        return studentUpperTail(given.number("t"), given.number("df"));
    }
  },
};
