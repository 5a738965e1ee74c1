import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("sklearn-cross-validate", [
  [
    "sklearn/cross_validate_lr.json",
    "scores by fold, the test part apart from the training part",
    [
      {
        metric: "roc_auc",
        raw_metric: "test_roc_auc",
        value: 0.9226725349960266,
        fold: 1,
        split: "test",
        place: "/test_roc_auc/0",
      },
      { metric: "roc_auc", value: 0.8986912830100491, fold: 2, split: "test" },
      { metric: "neg_log_loss", raw_metric: "test_neg_log_loss", value: -0.08317031780916544, higher_is_better: true },
      { metric: "recall", split: "train", fold: 5, value: 0.12643678160919541 },
    ],
    [{ raw_metric: "fit_time" }],
  ],
  [
    "sklearn/cross_validate_lr.csv",
    "a row for each fold, the index left out",
    [{ metric: "roc_auc", value: 0.8986912830100491, fold: 2, split: "test", place: "3" }],
    [{ raw_metric: "score_time" }],
  ],
]);

describeFixtures("sklearn-curve", [
  [
    "sklearn/roc_curve.json",
    "points are no metric, and a threshold that is infinite is told",
    [{ kind: "problem", problem: "non-finite", place: "/thresholds/0" }],
    [{ kind: "measurement" }],
  ],
  [
    "sklearn/calibration_curve.json",
    "a loss beside the points is one",
    [{ metric: "brier_score", value: 0.021411580925660832 }],
  ],
]);

describeFixtures("confusion-matrix", [
  [
    "sklearn/confusion_matrix.json",
    "rows are what was true; without labels classes are counted from 0",
    [{ metric: "confusion_matrix", value: 80, unit: "count", slice: { actual: "0", predicted: "1" }, place: "/0/1" }],
    [{ metric: "accuracy" }],
  ],
  [
    "sklearn/confusion_matrix.csv",
    "labels without their prefix",
    [{ value: 107, slice: { actual: "fraud", predicted: "legit" }, place: "3" }],
  ],
  [
    "sklearn/multiclass_champion_confusion_matrix.json",
    "labels beside the matrix",
    [{ value: 58, slice: { actual: "advanced", predicted: "core" }, place: "/matrix/0/1" }],
  ],
]);

describeFixtures("permutation-importance", [
  [
    "sklearn/permutation_importance_hgb.json",
    "a mean for each feature",
    [
      {
        kind: "attribution",
        method: "permutation",
        feature: "amount",
        importance: 0.0817925294802257,
        place: "/importances_mean/0",
      },
    ],
  ],
]);

describeFixtures("sklearn-learning-curve", [
  [
    "sklearn/learning_curve_lr.json",
    "scores by training size and fold",
    [
      {
        raw_metric: "test_scores",
        value: 0.8722832315739023,
        split: "test",
        fold: 1,
        protocol: "trained on 266 rows",
        place: "/test_scores/0/0",
      },
    ],
  ],
]);

test("of a search, the candidate that came first is read, with its folds", async () => {
  const facts = await factsOfText(
    "search.json",
    `{"params": [{"C": 1}, {"C": 2}], "mean_fit_time": [1, 2], "split0_test_recall": [0.1, 0.3], "split1_test_recall": [0.2, 0.5],
      "mean_test_recall": [0.15, 0.4], "std_test_recall": [0.05, 0.1], "rank_test_recall": [2, 1]}`,
  );
  expectFact(facts, {
    format: "sklearn-search",
    metric: "recall",
    value: 0.4,
    protocol: "mean",
    fold: null,
    split: "test",
  });
  expectFact(facts, { metric: "recall", value: 0.5, fold: 2, place: "/split1_test_recall/1" });
  expect(ofKind(facts, "measurement")).toHaveLength(3);
});

test("a feature without a name is told by its place", async () => {
  const facts = await factsOfText(
    "pi.json",
    '{"importances_mean": [0.5], "importances_std": [0.1], "importances": [[0.5]]}',
  );
  expectFact(facts, { kind: "attribution", feature: "#0", importance: 0.5 });
});

test.each([
  ["counts.json", "[[1, 2], [3, 4]]", "a square of numbers whose name says nothing"],
  ["confusion.json", "[[1, 2], [3, 4.5]]", "shares instead of counts"],
  ["confusion.json", "[[1, 2, 3], [3, 4, 5]]", "no square"],
  ["other.csv", ",a,b\nx,1,2\ny,3,4\n", "rows and columns of other names"],
])("%s %s is no confusion matrix: %s", async (name, text) => {
  expect((await factsOfText(name, text)).filter(({ format }) => format === "confusion-matrix")).toEqual([]);
});

test("scores of folds beside the name of the score", async () => {
  const facts = await factsOfText(
    "cv.json",
    '{"scoring": "f1_macro", "cv_folds": 2, "cv_scores": [0.81, 0.79], "mean": 0.8, "std": 0.01}',
  );
  expectFact(facts, {
    format: "sklearn-cross-validate",
    metric: "f1",
    value: 0.79,
    fold: 2,
    protocol: "macro",
    place: "/cv_scores/1",
  });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("beside a measured number of another name, the folds leave it its own", async () => {
  const facts = await factsOfText(
    "metrics.json",
    '{"scoring": "accuracy", "cv_folds": 2, "cv_scores": [0.81, 0.79], "test_accuracy": 0.9}',
  );
  expectFact(facts, { format: "metrics-json", metric: "accuracy", value: 0.9, split: "test" });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});

test("a search saved as CSV: the candidate that came first by each metric, on its own line", async () => {
  const text = [
    ",mean_fit_time,param_C,params,split0_test_roc_auc,split1_test_roc_auc,mean_test_roc_auc,std_test_roc_auc,rank_test_roc_auc,mean_test_f1,std_test_f1,rank_test_f1",
    "0,0.5,5,{'C': 5},0.81,0.83,0.82,0.01,2,0.5,0.01,1",
    "1,0.6,7,{'C': 7},0.84,0.86,0.85,0.01,1,0.4,0.01,2",
  ].join("\n");
  const facts = await factsOfText("cv_results.csv", text);
  expectFact(facts, {
    format: "sklearn-search",
    metric: "roc_auc",
    raw_metric: "mean_test_roc_auc",
    value: 0.85,
    protocol: "mean",
    place: "3",
  });
  expectFact(facts, { metric: "roc_auc", value: 0.86, fold: 2, place: "3" });
  expectFact(facts, { metric: "f1", value: 0.5, protocol: "mean", place: "2" });
  expect(ofKind(facts, "measurement")).toHaveLength(4);
});

test("cross-validations of several models have a row for each, its mean as a number or with its deviation", async () => {
  const facts = await factsOfText(
    "cv.csv",
    ",fit_time,score_time,test_score\ntree,0.05(+/-0.002),0.002(+/-0.0),0.737(+/-0.017)\nknn,0.01,0.01,0.823\n",
  );
  expectFact(facts, { about: "tree", raw_metric: "test_score", value: 0.737, protocol: "mean", fold: null });
  expectFact(facts, { about: "knn", value: 0.823, protocol: "mean", place: "3" });
});
