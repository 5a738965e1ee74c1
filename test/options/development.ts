import { acts, better, card, champion, only, real, sure, v1, type OptionCases } from "./on-corpus.js";

const folds = (learner: string, folder = "m") => ({
  ...real({ [`${folder}/README.md`]: "huggingface/fraud/v1/README.md" }),
  ...real({ [`${folder}/cv.csv`]: `sklearn/fraud/cross_validate_${learner}.csv` }),
});
const scored = { ...card, ...champion };

const crossValidation: OptionCases = {
  "cross-validation.at-least": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-least: 90% }",
    "{ cross-validation: roc_auc, at-least: 95% }",
    ["met", "not-met"],
  ),
  "cross-validation.at-most": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-most: 95% }",
    "{ cross-validation: roc_auc, at-most: 80% }",
    ["met", "not-met"],
  ),
  "cross-validation.worst-at-least": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, worst-at-least: 80% }",
    "{ cross-validation: roc_auc, worst-at-least: 91.5% }",
    ["met", "not-met"],
  ),
  "cross-validation.worst-at-most": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, worst-at-most: 95% }",
    "{ cross-validation: roc_auc, worst-at-most: 80% }",
    ["met", "not-met"],
  ),
  "cross-validation.spread-at-most": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, spread-at-most: 0.1 }",
    "{ cross-validation: roc_auc, spread-at-most: 0.0001 }",
    ["met", "not-met"],
  ),
  "cross-validation.against": acts(
    { ...folds("lr"), ...folds("hgb", "old"), ...folds("lr", "same") },
    "{ cross-validation: roc_auc, against: same, may-lose: 0.001 }",
    "{ cross-validation: roc_auc, against: old, may-lose: 0.001 }",
    ["met", "not-met"],
    only,
  ),
  "cross-validation.may-lose": acts(
    { ...folds("lr"), ...folds("hgb", "old") },
    "{ cross-validation: roc_auc, against: old, may-lose: 0.2 }",
    "{ cross-validation: roc_auc, against: old, may-lose: 0.001 }",
    ["met", "not-met"],
    only,
  ),
  "cross-validation.min-folds": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-least: 80%, min-folds: 5 }",
    "{ cross-validation: roc_auc, at-least: 80%, min-folds: 6 }",
    ["met", "inconclusive"],
  ),
  "cross-validation.test-share": acts(
    { ...folds("lr"), ...folds("hgb", "old") },
    "{ cross-validation: roc_auc, against: old, may-lose: 0.05, test-share: 1% }",
    "{ cross-validation: roc_auc, against: old, may-lose: 0.05, test-share: 90% }",
    ["met", "inconclusive"],
    { ...sure, ...only },
  ),
  "cross-validation.dataset": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-least: 80% }",
    "{ cross-validation: roc_auc, at-least: 80%, dataset: another }",
    ["met", "missing"],
  ),
  "cross-validation.run": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-least: 80% }",
    "{ cross-validation: roc_auc, at-least: 80%, run: another }",
    ["met", "missing"],
  ),
  "cross-validation.split": acts(
    folds("hgb"),
    "{ cross-validation: roc_auc, at-least: 95% }",
    "{ cross-validation: roc_auc, at-least: 95%, split: train }",
    ["not-met", "met"],
  ),
};

const calibration: OptionCases = {
  "calibration.at-most": acts(
    scored,
    "{ calibration: expected, at-most: 0.05 }",
    "{ calibration: expected, at-most: 0.0001 }",
    ["met", "not-met"],
  ),
  "calibration.at-least": acts(scored, "{ calibration: slope, at-least: 0.5 }", "{ calibration: slope, at-least: 3 }", [
    "met",
    "not-met",
  ]),
  "calibration.bins": acts(
    scored,
    "{ calibration: expected, at-most: 0.003, bins: 2 }",
    "{ calibration: expected, at-most: 0.003, bins: 50 }",
    ["met", "not-met"],
  ),
  "calibration.binning": acts(
    { ...card, ...better },
    "{ calibration: greatest, at-most: 0.2 }",
    "{ calibration: greatest, at-most: 0.2, binning: equal-mass }",
    ["not-met", "met"],
  ),
  "calibration.min-samples": acts(
    scored,
    "{ calibration: expected, at-most: 0.05 }",
    "{ calibration: expected, at-most: 0.05, min-samples: 6001 }",
    ["met", "inconclusive"],
  ),
  "calibration.for-each": acts(
    scored,
    "{ calibration: expected, at-most: 0.005 }",
    "{ calibration: expected, at-most: 0.005, for-each: country }",
    ["met", "met not-met"],
  ),
};

const measuredOn = { ...card, ...real({ "m/metrics.json": "data/fraud-a/metrics_summary.json" }) };

const stress: OptionCases = {
  "stress-test.for-each": acts(
    v1,
    "{ stress-test: recall, at-least: 10%, for-each: age_band }",
    "{ stress-test: recall, at-least: 10%, for-each: country }",
    ["met", "met not-met"],
  ),
  "stress-test.at-least": acts(
    v1,
    "{ stress-test: recall, at-least: 0, for-each: country }",
    "{ stress-test: recall, at-least: 90%, for-each: country }",
    ["met", "not-met"],
  ),
  "stress-test.at-most": acts(
    v1,
    "{ stress-test: fpr, at-most: 50%, for-each: country }",
    "{ stress-test: fpr, at-most: 0.1%, for-each: country }",
    ["met", "not-met"],
  ),
  "stress-test.may-lose": acts(
    v1,
    "{ stress-test: recall, may-lose: 50%, for-each: country }",
    "{ stress-test: recall, may-lose: 1%, for-each: country }",
    ["met", "met not-met"],
  ),
  "stress-test.min-samples": acts(
    v1,
    "{ stress-test: recall, at-least: 20%, for-each: country }",
    "{ stress-test: recall, at-least: 20%, for-each: country, min-samples: 700 }",
    ["met not-met", "met"],
  ),
  "stress-test.run": acts(
    v1,
    "{ stress-test: recall, at-least: 0, for-each: country }",
    "{ stress-test: recall, at-least: 0, for-each: country, run: another }",
    ["met", "missing"],
  ),
  "stress-test.sets": acts(
    { ...card, ...real({ "m/metrics.json": "data/fraud-a/metrics_summary.json" }) },
    "{ stress-test: roc_auc, at-least: 75%, sets: [current_stable] }",
    "{ stress-test: roc_auc, at-least: 75%, sets: [current_stable, current_concept_drift] }",
    ["met", "met not-met"],
  ),
  "stress-test.clean": acts(
    measuredOn,
    "{ stress-test: roc_auc, may-lose: 0.02, sets: [current_data_drift], clean: reference }",
    "{ stress-test: roc_auc, may-lose: 0.02, sets: [current_data_drift], clean: current_stable }",
    ["met", "not-met"],
  ),
};

export const development: OptionCases = {
  ...crossValidation,
  ...calibration,
  ...stress,
};
