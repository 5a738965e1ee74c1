import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { judged, rules } from "./judged.js";

/** So many rows with a label, a score and a prediction each, in turn as given. */
const table = (rows: number, cells: readonly string[]): string =>
  ["y_true,y_score,y_pred", ...Array.from({ length: rows }, (_, row) => cells[row % cells.length])].join("\n");

const perfect = ["1,0.9,1", "0,0.1,0"];
const indifferent = ["1,0.5,0", "0,0.5,0"];

/** What a rule says of these predictions, at 95 %. */
async function outcomeOf(rule: string, csv: string): Promise<string | undefined> {
  const report = await judged({ ...modelCard, "m/predictions.csv": csv }, `confidence: 95%\n${rules(`a: ${rule}`)}`);
  return report.findings.find((finding) => finding.rule === "a")?.outcome;
}

describe("a value that no resample changes is shown by as many rows as it takes to see another", () => {
  // 0.9^29 = 0.047: 29 rows of the smaller class show that less than a tenth of them is otherwise.
  test.each([
    ["f1", "at-least: 90%", perfect, 2, "inconclusive"],
    ["f1", "at-least: 90%", perfect, 56, "inconclusive"],
    ["f1", "at-least: 90%", perfect, 58, "met"],
    ["mcc", "at-least: 90%", perfect, 56, "inconclusive"],
    ["roc_auc", "at-least: 90%", perfect, 56, "inconclusive"],
    ["roc_auc", "at-least: 90%", perfect, 58, "met"],
    ["average_precision", "at-least: 90%", perfect, 56, "inconclusive"],
    ["average_precision", "at-least: 90%", perfect, 58, "met"],
    ["f1", "at-least: 10%", indifferent, 56, "inconclusive"],
    ["f1", "at-least: 10%", indifferent, 58, "not-met"],
    ["roc_auc", "at-least: 60%", indifferent, 58, "not-met"],
    ["roc_auc", "at-least: 50%", indifferent, 58, "inconclusive"],
    ["brier_score", "at-most: 0.35", indifferent, 28, "inconclusive"],
    ["brier_score", "at-most: 0.35", indifferent, 30, "met"],
    ["brier_score", "at-most: 0.35", indifferent, 1, "inconclusive"],
  ])("%s %s", async (metric, bound, cells, rows, outcome) => {
    expect(await outcomeOf(`{ metric: ${metric}, ${bound} }`, table(rows, cells))).toBe(outcome);
  });

  test("its interval ends where the metric does", async () => {
    const policy = `confidence: 95%\n${rules("a: { metric: f1, at-least: 10% }")}`;
    const report = await judged({ ...modelCard, "m/predictions.csv": table(58, perfect) }, policy);
    const [finding] = report.findings;
    expect(finding?.judged?.interval?.upper).toBe(1);
    // 0.025^(1/29)
    expect(finding?.judged?.interval?.lower).toBeCloseTo(0.8805551309, 9);
  });

  test("an error without a bound that no row shows stays unknown", async () => {
    const exact = ["y_true,y_pred", ...Array.from({ length: 50 }, (_, row) => `${row}.5,${row}.5`)].join("\n");
    expect(await outcomeOf("{ metric: rmse, at-most: 1 }", exact)).toBe("inconclusive");
  });
});
