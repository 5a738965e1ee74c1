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
