import { agrestiCoullInterval } from "../../../src/statistics/agresti-coull-interval.js";
import { alphaSpendingBounds } from "../../../src/statistics/alpha-spending-bounds.js";
import { clopperPearsonInterval } from "../../../src/statistics/clopper-pearson-interval.js";
import { fisherExactTest } from "../../../src/statistics/fisher-exact-test.js";
import { groupFairness } from "../../../src/statistics/group-fairness.js";
import { groupSequentialConstant } from "../../../src/statistics/group-sequential-constant.js";
import { impactRatio } from "../../../src/statistics/impact-ratio.js";
import { mcnemarTest, type McNemarMethod } from "../../../src/statistics/mcnemar-test.js";
import { minimumDetectableDifference } from "../../../src/statistics/minimum-detectable-difference.js";
import { mixtureSequentialTest } from "../../../src/statistics/mixture-sequential-test.js";
import { newcombeDifferenceInterval } from "../../../src/statistics/newcombe-difference-interval.js";
import { newcombePairedDifferenceInterval } from "../../../src/statistics/newcombe-paired-difference-interval.js";
import { nonInferiorityTest } from "../../../src/statistics/non-inferiority-test.js";
import { riskRatioInterval } from "../../../src/statistics/risk-ratio-interval.js";
import { riskRatioScoreInterval } from "../../../src/statistics/risk-ratio-score-interval.js";
import { sampleRatioMismatchTest } from "../../../src/statistics/sample-ratio-mismatch-test.js";
import { sampleSizeForTwoProportions } from "../../../src/statistics/sample-size-for-two-proportions.js";
import { simpsonCheck } from "../../../src/statistics/simpson-check.js";
import { twoProportionZTest } from "../../../src/statistics/two-proportion-z-test.js";
import { wilsonContinuityInterval } from "../../../src/statistics/wilson-continuity-interval.js";
import { wilsonInterval } from "../../../src/statistics/wilson-interval.js";
import { valueOrNull } from "../estimates.js";
import type { ReferenceInput } from "./reference-input.js";
import { alternative, arms, confidence, renamed } from "./shared-fields.js";

const interval =
  (estimate: typeof wilsonInterval) =>
  (given: ReferenceInput): unknown =>
    valueOrNull(estimate(given.number("successes"), given.number("n"), confidence(given)));

const mcnemarMethods: Readonly<Record<string, McNemarMethod>> = {
  exact: "exact",
  "mid-p": "mid-p",
  chi2: "chi-squared",
  "chi2-cc": "chi-squared-corrected",
};

const plan = (given: ReferenceInput) => ({
  alpha: given.numberOr("alpha", 0.05),
  power: given.numberOr("power", 0.8),
  sides: given.optional("two_sided") === false ? ("one-sided" as const) : ("two-sided" as const),
  ratio: given.numberOr("ratio", 1),
});

/** How each function on proportions, groups and experiments is asked of ours. Nothing is computed here. */
export const proportions: Readonly<Record<string, (given: ReferenceInput) => unknown>> = {
  wilson_ci: (given) =>
    interval(given.optional("continuity") === true ? wilsonContinuityInterval : wilsonInterval)(given),
  clopper_pearson_ci: interval(clopperPearsonInterval),
  agresti_coull_ci: interval(agrestiCoullInterval),
  newcombe_diff_ci: (given) => valueOrNull(newcombeDifferenceInterval(...arms(given), confidence(given))),
  newcombe_paired_diff_ci: (given) =>
    valueOrNull(
      newcombePairedDifferenceInterval(
        {
          both: given.number("a"),
          onlyFirst: given.number("b"),
          onlySecond: given.number("c"),
          neither: given.number("d"),
        },
        confidence(given),
      ),
    ),
  two_proportion_z_test: (given) =>
    valueOrNull(
      twoProportionZTest(
        ...arms(given),
        alternative(given),
        given.optional("pooled") === false ? "unpooled" : "pooled",
      ),
    ),
  mcnemar_test: (given) =>
    valueOrNull(mcnemarTest(given.number("b"), given.number("c"), given.named("method", mcnemarMethods))),
  fisher_exact_test: (given) => {
    const [[a = NaN, b = NaN] = [], [c = NaN, d = NaN] = []] = given.table("table");
    return {
      p: valueOrNull(
        fisherExactTest({ successes: a, trials: a + b }, { successes: c, trials: c + d }, alternative(given)),
      ),
    };
  },
  noninferiority_proportions: (given) =>
    valueOrNull(
      nonInferiorityTest(...arms(given), given.number("margin"), given.oneOf("method", ["wald", "farrington-manning"])),
    ),
  sample_size_two_proportions: (given) =>
    renamed(valueOrNull(sampleSizeForTwoProportions(given.number("p1"), given.number("p2"), plan(given))), {
      n1_exact: "exact",
      n1: "first",
      n2: "second",
    }),
  mde_two_proportions: (given) =>
    renamed(valueOrNull(minimumDetectableDifference(given.number("p1"), given.number("n_per_arm"), plan(given))), {
      p2: "rate",
      mde: "difference",
    }),
  risk_ratio_katz_ci: (given) => valueOrNull(riskRatioInterval(...arms(given), confidence(given))),
  risk_ratio_score_ci: (given) => valueOrNull(riskRatioScoreInterval(...arms(given), confidence(given))),
  impact_ratio: (given) => {
    const categories = given.members("categories").map(([name, category]) => ({
      name,
      selected: category.number("selected"),
      candidates: category.number("n"),
    }));
    const result = valueOrNull(impactRatio(categories, given.numberOr("min_share", 0)));
    if (result === null) return null;
    return {
      selection_rates: Object.fromEntries(result.categories.map(({ name, rate }) => [name, rate])),
      impact_ratios: Object.fromEntries(result.categories.map(({ name, ratio }) => [name, ratio])),
      below_four_fifths: result.categories.filter(({ belowFourFifths }) => belowFourFifths).map(({ name }) => name),
    };
  },
  simpson_check: (given) =>
    renamed(
      valueOrNull(
        simpsonCheck(
          given.list("strata").map((stratum) => {
            const [first, second] = arms(stratum);
            return { first, second };
          }),
        ),
      ),
      {
        aggregate_difference: "aggregateDifference",
        stratum_differences: "stratumDifferences",
        mh_risk_difference: "pooledDifference",
        mh_odds_ratio: "pooledOddsRatio",
      },
    ),
  group_fairness: (given) =>
    renamed(valueOrNull(groupFairness(given.numbers("labels"), given.numbers("predictions"), given.texts("groups"))), {
      demographic_parity_difference: "demographicParityDifference",
      demographic_parity_ratio: "demographicParityRatio",
      equal_opportunity_difference: "equalOpportunityDifference",
      equalized_odds_difference: "equalizedOddsDifference",
      equalized_odds_ratio: "equalizedOddsRatio",
    }),
  srm_chi2: (given) =>
    renamed(valueOrNull(sampleRatioMismatchTest(given.numbers("observed"), given.numbers("expected_ratio"))), {
      df: "degrees",
    }),
  msprt_normal: (given) =>
    renamed(
      valueOrNull(
        mixtureSequentialTest(
          given.number("difference"),
          given.number("variance_of_difference"),
          given.number("tau_squared"),
          given.number("alpha"),
        ),
      ),
      { log_lambda: "logRatio", ci_half_width: "halfWidth" },
    ),
  alpha_spending_bounds: (given) =>
    renamed(
      valueOrNull(
        alphaSpendingBounds(
          given.numbers("information_fractions"),
          given.number("alpha"),
          given.oneOf("spending", ["obrien-fleming", "pocock"]),
        ),
      ),
      { z: "bounds", alpha_spent: "spent" },
    ),
  group_sequential_constant: (given) =>
    valueOrNull(
      groupSequentialConstant(
        given.number("looks"),
        given.number("alpha"),
        given.oneOf("kind", ["pocock", "obrien-fleming"]),
      ),
    ),
};
