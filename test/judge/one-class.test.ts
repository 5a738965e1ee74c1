import { describe, expect, test } from "vitest";
import { judged, of, rules } from "./judged.js";
import { modelCard } from "../checks/rows.js";

/** Rows of truth and guess, each so often. */
const predictions = (...rows: readonly (readonly [truth: string, guess: string, times: number])[]): string =>
  [
    "y_true,y_pred",
    ...rows.flatMap(([truth, guess, times]) => Array.from({ length: times }, () => `${truth},${guess}`)),
  ].join("\n");

const binary = predictions(["1", "1", 30], ["1", "0", 10], ["0", "0", 50], ["0", "1", 10]);
const three = predictions(["a", "a", 30], ["a", "b", 10], ["b", "b", 50], ["b", "c", 10], ["c", "c", 20]);

// By hand: of class 0, 50 of 60 are found, and 50 of the 60 that are called so are of it.
describe("a metric of one class comes from predictions", () => {
  test.each([
    ["binary, each class", binary, "{ metric: recall, for-each: class, at-least: 80% }", ["1 not-met", "0 met"]],
    ["binary, precision", binary, "{ metric: precision, for-each: class, at-least: 80% }", ["1 not-met", "0 met"]],
    ["three classes", three, "{ metric: recall, for-each: class, at-least: 80% }", ["a not-met", "b met", "c met"]],
  ])("%s", async (_, table, rule, expected) => {
    const report = await judged({ ...modelCard, "m/predictions.csv": table }, rules(`r: ${rule}`));
    const found = of(report, "r").map(
      ({ subject, outcome }) => `${(subject ?? "").replace(/^.*class=/, "")} ${outcome}`,
    );
    expect(found).toEqual(expected);
  });

  test("named by the class", async () => {
    const table = { ...modelCard, "m/predictions.csv": binary };
    const report = await judged(table, rules("r: { metric: class_0_recall, at-least: 80%, confidence: 95% }"));
    const [finding] = of(report, "r");
    // 50 of 60: Wilson at 95 % two-sided, by statsmodels 0.15: proportion_confint(50, 60, method="wilson").
    expect(finding?.judged).toMatchObject({ value: 50 / 60, n: 60, rung: "trials" });
    expect(finding?.judged?.interval?.lower).toBeCloseTo(0.7194, 3);
  });
});
