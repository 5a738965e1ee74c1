import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("sklearn-classification-report", [
  [
    "sklearn/classification_report.json",
    "accuracy is over all, classes are slices, averages say how they were taken",
    [
      { metric: "accuracy", value: 0.9688333333333333, slice: {}, n: 6000, trials: 6000, place: "/accuracy" },
      { metric: "recall", value: 0.2913907284768212, slice: { class: "1" }, n: 151, trials: 151, place: "/1/recall" },
      { metric: "precision", value: 0.3548387096774194, slice: { class: "1" }, n: 151, trials: null },
      {
        metric: "f1",
        raw_metric: "f1-score",
        value: 0.6520255863539446,
        slice: {},
        protocol: "macro",
        n: 6000,
        trials: null,
      },
      {
        metric: "recall",
        value: 0.9688333333333333,
        slice: {},
        protocol: "weighted",
        trials: null,
        place: "/weighted avg/recall",
      },
    ],
    [{ metric: "recall", slice: {}, protocol: null }, { raw_metric: "support" }],
  ],
  [
    "sklearn/classification_report.txt",
    "the printed form gives the same, rounded, with line and column of each number",
    [
      { metric: "accuracy", value: 0.97, n: 6000, slice: {}, place: "6" },
      { metric: "recall", value: 0.29, slice: { class: "fraud" }, n: 151, place: "4" },
      { metric: "precision", value: 0.67, protocol: "macro", slice: {}, n: 6000 },
    ],
  ],
  [
    "sklearn/multiclass_report.json",
    "several classes",
    [
      { metric: "recall", value: 0.7063903281519862, slice: { class: "remedial" }, trials: 579 },
      { metric: "accuracy", value: 0.46944444444444444, trials: 1800 },
    ],
  ],
]);

test("a printed number stands where its column says", async () => {
  const printed =
    "   precision    recall  f1-score   support\n\n  x  0.98  0.99  0.97  12\n\n  accuracy  0.96  12\n  macro avg  0.9  0.9  0.9  12\n";
  const placed = ofKind(await factsOfText("report.txt", printed), "measurement").map(({ value, source }) => [
    value,
    source.line,
    source.column,
  ]);
  expect(placed.slice(0, 4)).toEqual([
    [0.98, 3, 6],
    [0.99, 3, 12],
    [0.97, 3, 18],
    [0.96, 5, 13],
  ]);
});

const rows = (text: string): string => text.trim().replace(/^ {2}/gm, "");

test("the transposed data frame is the same report", async () => {
  const facts = await factsOfText(
    "report.json",
    `{"precision": {"no": 0.5, "yes": 0.75, "macro avg": 0.625}, "recall": {"no": 0.4, "yes": 0.8, "macro avg": 0.6},
      "f1-score": {"no": 0.44, "yes": 0.77, "macro avg": 0.6}, "support": {"no": 5, "yes": 10, "macro avg": 15}}`,
  );
  expectFact(facts, { metric: "recall", value: 0.8, slice: { class: "yes" }, trials: 10, place: "/recall/yes" });
  expectFact(facts, { metric: "f1", value: 0.6, slice: {}, protocol: "macro", n: 15 });
  expect(ofKind(facts, "measurement")).toHaveLength(9);
});

test("the data frame saved as CSV is the same report, and its accuracy is told once", async () => {
  const facts = await factsOfText(
    "report.csv",
    rows(`
  ,precision,recall,f1-score,support
  0,0.5,0.4,0.44,5.0
  1,0.75,0.8,0.77,10.0
  accuracy,0.66,0.66,0.66,0.66
  macro avg,0.625,0.6,0.6,15.0`),
  );
  expectFact(facts, { metric: "recall", value: 0.8, slice: { class: "1" }, trials: 10, place: "3" });
  expectFact(facts, { metric: "accuracy", value: 0.66, slice: {}, n: 15 });
  expect(ofKind(facts, "measurement").filter(({ metric }) => metric === "accuracy")).toHaveLength(1);
});

test("a class that was never predicted has no number, and that is told", async () => {
  const facts = await factsOfText(
    "report.json",
    `{"a": {"precision": NaN, "recall": 0.0, "f1-score": NaN, "support": 3}, "accuracy": 0.5,
      "macro avg": {"precision": 0.5, "recall": 0.5, "f1-score": 0.5, "support": 6}}`,
  );
  expectFact(facts, { metric: "precision", value: null, non_finite: "NaN", slice: { class: "a" } });
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "/a/precision" });
});

test("a report printed into a log is found, and ends where the log goes on", async () => {
  const facts = await factsOfText(
    "train.log",
    "epoch 1 done\n              precision    recall  f1-score   support\n\n         cat       1.00      0.50      0.67         2\n" +
      "   micro avg       0.80      0.50      0.62         4\n\nsaved model to 0.5 0.5 0.5 7\n",
  );
  expectFact(facts, { metric: "recall", value: 0.5, slice: { class: "cat" }, trials: 2, place: "4" });
  expect(ofKind(facts, "measurement")).toHaveLength(6);
});

test.each([
  ['{"precision": 0.9, "recall": 0.8, "f1-score": 0.85, "support": 10}', "scores alone"],
  ['{"0": {"precision": 0.9, "recall": 0.8}, "macro avg": {"precision": 0.9, "recall": 0.8}}', "rows without support"],
])("%s is no report: %s", async (text) => {
  const facts = await factsOfText("report.json", text);
  expect(facts.filter(({ format }) => format === "sklearn-classification-report")).toEqual([]);
});

const printed = (accuracy: string, label = "yes"): string =>
  [
    "              precision    recall  f1-score   support",
    "",
    `${label.padStart(12)}       0.50      0.40      0.44        10`,
    "",
    `    accuracy                           ${accuracy}        20`,
    "   macro avg       0.50      0.50      0.50        20",
    "",
  ].join("\n");

test("each of several printed reports is of what the heading above it says", async () => {
  const text = [
    "=== Baseline Decision Tree ===",
    printed("0.61"),
    "── Validation set ──",
    printed("0.71"),
    "Pruned tree — Classification Report",
    printed("0.81"),
    printed("0.91"),
  ].join("\n");
  const accuracies = ofKind(await factsOfText("report.txt", text), "measurement")
    .filter(({ metric }) => metric === "accuracy")
    .map(({ value, about, split, protocol, trials }) => [value, about, split, protocol, trials]);
  expect(accuracies).toEqual([
    [0.61, "Baseline Decision Tree", null, null, 20],
    [0.71, null, "validation", null, 20],
    [0.81, null, null, "Pruned tree", 20],
    [0.91, null, null, "#4", 20],
  ]);
});

test("an average within a named report keeps both names", async () => {
  const text = ["Now", printed("0.9"), "45 s ahead", printed("0.8")].join("\n");
  expectFact(await factsOfText("report.txt", text), { metric: "f1", value: 0.5, protocol: "45 s ahead macro" });
});

test("labelled numbers beside a printed report are read with it, and a lone report's title names nothing", async () => {
  const text = `FRAUD MODEL — REPORT\n\n  Accuracy  : 90.00%\n  ROC AUC   : 0.95\n\nClassification Report:\n${printed("0.90")}\nImportances:\n  amount   0.18\n`;
  const facts = await factsOfText("report.txt", text);
  expectFact(facts, { metric: "roc_auc", value: 0.95, place: "4", protocol: null });
  expectFact(facts, { metric: "accuracy", value: 90, unit: "percent", place: "3" });
  expectFact(facts, { metric: "accuracy", value: 0.9, protocol: null, n: 20 });
  expect(ofKind(facts, "measurement").filter(({ value }) => value === 0.18)).toEqual([]);
});

test.each([
  ["of classes, whose recall together it is", 0.8, 100],
  ["of tokens, in a report of entities as Rasa writes it", 0.98, null],
])("the accuracy %s", async (_, accuracy, n) => {
  const row = { precision: 0.9, recall: 0.8, "f1-score": 0.85, support: 100 };
  const report = {
    city: { ...row, confused_with: {} },
    accuracy,
    "macro avg": row,
    "weighted avg": row,
    "micro avg": row,
  };
  const facts = await factsOfText("DIETClassifier_report.json", JSON.stringify(report));
  expectFact(facts, { format: "sklearn-classification-report", metric: "accuracy", value: accuracy, n, trials: n });
  expectFact(facts, { metric: "recall", slice: { class: "city" }, trials: 100 });
});
