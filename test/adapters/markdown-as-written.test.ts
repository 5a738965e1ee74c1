import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const text = (...lines: readonly string[]): string => [...lines, ""].join("\n");

test("a metric's name may end behind its short form in brackets", async () => {
  const facts = await factsOfText(
    "evaluation_report.md",
    text(
      "# Intern model evaluation report",
      "",
      "## Evaluation on hold-out test data",
      "",
      "* **Root Mean Squared Error (RMSE):** 5.69",
      "* **R-Squared (R2) Score:** 0.92",
    ),
  );
  expectFact(facts, { metric: "rmse", value: 5.69, split: "test" });
  expectFact(facts, { metric: "r2", value: 0.92, split: "test" });
});

test("a file named and titled as a model card is one, whatever its sections are called", async () => {
  const facts = await factsOfText(
    "model_card.md",
    text("# Model Card (viva)", "", "## Modelo", "", "Cox proporcional."),
  );
  expectFact(facts, { kind: "card", format: "markdown-card", title: "Modelo" });
});

test("counts of events beside the results make no part of the data, and disparities are no results", async () => {
  const facts = await factsOfText(
    "model_card.md",
    text(
      "# Model card",
      "",
      "## Evaluation",
      "",
      "| Subgroup | n | Events | C-index |",
      "|---|---|---|---|",
      "| Overall | 479 | 397 | 0.599 |",
      "| ECOG 1 | 379 | 306 | 0.574 |",
      "",
      "## Fairness",
      "",
      "| Subgroup | Metric | Value | Disparity |",
      "|---|---|---|---|",
      "| Age < 14 | AUC | 0.83 | -2% |",
      "| Age ≥ 14 | AUC | 0.86 | ref |",
    ),
  );
  expect(
    ofKind(facts, "measurement").map(({ metric, value, slice, n, about }) => [metric, value, slice, n, about]),
  ).toEqual([
    ["concordance_index", 0.599, {}, 479, null],
    ["concordance_index", 0.574, { Subgroup: "ECOG 1" }, 379, null],
    ["roc_auc", 0.83, { Subgroup: "Age < 14" }, null, null],
    ["roc_auc", 0.86, { Subgroup: "Age ≥ 14" }, null, null],
  ]);
});

const results = async (...lines: readonly string[]): Promise<readonly unknown[]> =>
  ofKind(await factsOfText("model_card.md", text("# Aster v2 — Model Card", "", ...lines)), "measurement").map(
    ({ value, split, n, about }) => [value, split, n, about],
  );

const accuracy = ["", "| Metric | Value |", "|---|---|", "| Accuracy | 0.91 |"];

test.each<readonly [string, readonly unknown[]]>([
  ["Measured on the held-out test split (5,674 rows), which was never used for training or tuning.", ["test", 5674]],
  ["All metrics below are computed on the test set.", ["test", null]],
  ["Results on the held-out set of 2023.", ["holdout", null]],
  ["Metrics are reported on the validation data.", ["validation", null]],
  ["Metrics are reported on the validation set. Scores on the test set follow.", [null, null]],
  ["The model should be evaluated on a test set before release.", [null, null]],
  ["It was tuned on the validation set and evaluated on the test data.", [null, null]],
  ["Performance was not measured on the test set.", [null, null]],
])("prose of a section of results says what they are of: %s", async (sentence, [split, n]) => {
  expect(await results("## Evaluation", "", sentence, ...accuracy)).toEqual([[0.91, split, n, null]]);
});

test("prose of another section says nothing of the results", async () => {
  const lines = ["## Training", "", "The first run was evaluated on the test set.", "", "## Evaluation", ...accuracy];
  expect(await results(...lines)).toEqual([[0.91, null, null, null]]);
});

test("the one row that begins as the title does is the document's own", async () => {
  const table = ["| Model | Accuracy |", "|---|---|", "| Aster v2 ensemble | 0.9 |", "| Birch | 0.8 |"];
  expect(await results("## Evaluation", "", ...table)).toEqual([
    [0.9, null, null, null],
    [0.8, null, null, "Birch"],
  ]);
  expect(await results("## Evaluation", "", ...table, "| Aster v2 single | 0.7 |")).toEqual([
    [0.9, null, null, "Aster v2 ensemble"],
    [0.8, null, null, "Birch"],
    [0.7, null, null, "Aster v2 single"],
  ]);
});

test("errors in money are read in any of its currencies", async () => {
  const table = ["| Metric | Value |", "|---|---|", "| MAE | S$52,844 |", "| RMSE | ₹69,635.50 |"];
  expect(await results("## Evaluation", "", ...table)).toEqual([
    [52844, null, null, null],
    [69635.5, null, null, null],
  ]);
});

test("a split's cell may say which of the data it is", async () => {
  const table = ["| Split | Accuracy |", "|---|---|", "| Test (subjects 14-15) | 0.9 |", "| Validation (n=50) | 0.8 |"];
  const facts = ofKind(
    await factsOfText("model_card.md", text("# Aster — Model Card", "", "## Evaluation", "", ...table)),
    "measurement",
  );
  expect(facts.map(({ value, split, dataset }) => [value, split, dataset])).toEqual([
    [0.9, "test", "subjects 14-15"],
    [0.8, "validation", null],
  ]);
});

test("a heading may count the examples, and the champion of candidates is the document's own", async () => {
  const table = ["| Model | Accuracy |", "|---|---|", "| Logistic (champion) | 0.9 |", "| Forest | 0.8 |"];
  expect(await results("## Performance (held-out test set, n=7,240)", "", ...table)).toEqual([
    [0.9, "test", 7240, null],
    [0.8, "test", 7240, "Forest"],
  ]);
  expect(await results("## Performance", "", "The challenger is Forest.", "", ...table)).toEqual([
    [0.9, null, null, "Logistic (champion)"],
    [0.8, null, null, "Forest"],
  ]);
});
