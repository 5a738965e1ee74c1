import { describe, expect, test } from "vitest";
import { modelCard } from "../checks/rows.js";
import { judged, of, rules } from "./judged.js";

/** 200 rows with a country and 37 without one, right on nine of ten; every probability comes true. */
const table = (without: number, right = 0.9): string =>
  [
    "y_true,y_pred,y_score,country",
    ...Array.from({ length: 200 + without }, (_, row) => {
      const label = row % 2;
      const guess = row % 10 < right * 10 ? label : 1 - label;
      const country = row >= 200 ? "" : row % 4 < 2 ? "DE" : "FR";
      return `${label},${guess},0.5,${country}`;
    }),
  ].join("\n");

const verdicts = async (csv: string, rule: string) =>
  of(await judged({ ...modelCard, "m/predictions.csv": csv }, rules(`rule: ${rule}`)), "rule");

const said = "37 of 237 rows have no value of country: they are in no slice, and are not judged";

describe("rows that have no value of the column that slices them", () => {
  test.each<[check: string, rule: string, slices: number]>([
    ["metric", "{ metric: accuracy, for-each: country, at-least: 80% }", 2],
    ["stress-test", "{ stress-test: accuracy, for-each: country, at-least: 80% }", 2],
    ["fairness", "{ fairness: demographic-parity, for-each: [country], ratio-at-least: 10% }", 1],
    ["calibration", "{ calibration: expected, for-each: country, at-most: 0.2, min-samples: 10 }", 2],
  ])("are counted by %s, and the finding points to their table", async (_check, rule, slices) => {
    const findings = await verdicts(table(37), rule);
    expect(findings.filter(({ outcome }) => outcome === "met")).toHaveLength(slices);
    expect(findings.filter(({ outcome }) => outcome === "not-applicable")).toMatchObject([
      { subject: "country without a value", effect: "pass", message: said, sources: [{ path: "m/predictions.csv" }] },
    ]);
  });

  test.each([
    "{ metric: accuracy, for-each: country, at-least: 80% }",
    "{ fairness: demographic-parity, for-each: [country], ratio-at-least: 10% }",
    "{ calibration: expected, for-each: country, at-most: 0.2, min-samples: 10 }",
    "{ metric: accuracy, at-least: 80% }",
  ])("are spoken of by no finding where there are none: %s", async (rule) => {
    const findings = await verdicts(table(0), rule);
    expect(findings.map(({ outcome }) => outcome)).not.toContain("not-applicable");
    expect(findings.map(({ message }) => message).join()).not.toContain("no slice");
  });

  test("are counted where one of two crossed columns has none", async () => {
    const crossed = table(37)
      .replace("country", "country,shop")
      .replaceAll(/(DE|FR)$/gm, "$1,x")
      .replaceAll(/,$/gm, ",,x");
    const findings = await verdicts(crossed, "{ metric: accuracy, for-each: [[country, shop]], at-least: 80% }");
    expect(findings.find(({ outcome }) => outcome === "not-applicable")).toMatchObject({
      subject: "country, shop without a value",
      message: "37 of 237 rows have no value of country or shop: they are in no slice, and are not judged",
    });
  });

  test("are named with the metric where a rule has several", async () => {
    const findings = await verdicts(table(37), "{ metric: [accuracy, recall], for-each: country, at-least: 50% }");
    expect(findings.map(({ subject }) => subject)).toEqual(
      expect.arrayContaining(["accuracy, country without a value", "recall, country without a value"]),
    );
  });

  test("are no pass where no row has one", async () => {
    const none = table(0).replaceAll(/,(DE|FR)$/gm, ",");
    expect(await verdicts(none, "{ metric: accuracy, for-each: country, at-least: 80% }")).toMatchObject([
      { outcome: "missing", message: expect.stringContaining("no row of m/predictions.csv has a value of country") },
    ]);
    expect(await verdicts(none, "{ calibration: expected, for-each: country, at-most: 0.2 }")).toMatchObject([
      { outcome: "missing", message: expect.stringContaining("no row has a value of country") },
    ]);
    const [fair] = await verdicts(none, "{ fairness: demographic-parity, for-each: [country], ratio-at-least: 10% }");
    expect(fair?.outcome).toBe("inconclusive");
  });
});
