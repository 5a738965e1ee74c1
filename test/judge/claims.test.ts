import { describe, expect, test } from "vitest";
import { facts, judged, measurement, of, outcomesOf, rules } from "./judged.js";

const card = (accuracy: string): string =>
  `---\nlicense: mit\n---\n# M\n\n## Evaluation\n\n| Metric | Value |\n| --- | --- |\n| Accuracy | ${accuracy} |\n`;
const results = (accuracy: string): string => `{"accuracy": ${accuracy}, "f1": 0.8}`;
const floor = rules("floor: { metric: accuracy, at-least: 0.9 }");
const honest = rules("honest: { card-claims: all }");

describe("evidence outranks claims", () => {
  test("a claim is judged only where no evaluation states the metric, and that is said", async () => {
    const report = await judged({ "m/README.md": card("0.95") }, `${floor}\n  any: { card-claims: all }`);
    expect(outcomesOf(report, "floor")).toEqual(["met"]);
    expect(of(report, "floor")[0]?.message).toContain("claimed by the card");
  });

  test.each<[title: string, claimed: string, stated: string, outcome: string]>([
    ["a proud card does not help", "0.95", "0.85", "not-met"],
    ["a modest card does not hurt", "0.85", "0.95", "met"],
    ["NaN is not replaced by a claim", "0.95", "NaN", "unreadable"],
    ["a number in quotes is not replaced by a claim", "0.95", '"0.95"', "unreadable"],
  ])("%s", async (_title, claimed, stated, outcome) => {
    const files = { "m/README.md": card(claimed), "m/metrics.json": results(stated) };
    const report = await judged(files, `${floor}\n  any: { card-claims: all }`);
    expect(outcomesOf(report, "floor")).toEqual([outcome]);
    expect(of(report, "floor")[0]?.message).not.toContain("claimed");
  });

  test("a results file that cannot be read is not replaced by a claim", async () => {
    const files = { "m/README.md": card("0.95"), "m/metrics.json": '{"accuracy": 0.8' };
    expect(outcomesOf(await judged(files, floor), "floor")).toEqual(["unreadable"]);
  });
});

describe("a card's numbers are held against the results", () => {
  test.each<[title: string, claimed: string, stated: string, outcome: string]>([
    ["the same", "0.913", "0.913", "met"],
    ["rounded", "0.91", "0.9128", "met"],
    ["rounded, in per cent", "91.3%", "0.9128", "met"],
    ["contradicted", "0.934", "0.913", "not-met"],
    ["contradicted in the last digit", "0.914", "0.9128", "not-met"],
    ["contradicted in per cent", "93.4%", "0.913", "not-met"],
    ["NaN in the results", "0.934", "NaN", "not-met"],
  ])("%s: %s against %s", async (_title, claimed, stated, outcome) => {
    const report = await judged({ "m/README.md": card(claimed), "m/metrics.json": results(stated) }, honest);
    const [finding] = of(report, "honest");
    expect(finding).toMatchObject({ outcome });
    expect(finding?.sources[0]).toMatchObject({ path: "m/README.md", line: 10 });
  });

  test("what no evidence states is missing", async () => {
    const report = await judged(
      { "m/README.md": card("0.934"), "m/metrics.json": '{"f1": 0.8, "recall": 0.8}' },
      honest,
    );
    expect(of(report, "honest")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("results that cannot be read leave a claim unreadable", async () => {
    const report = await judged({ "m/README.md": card("0.934"), "m/metrics.json": '{"accuracy": 0.9' }, honest);
    expect(of(report, "honest")).toMatchObject([{ outcome: "unreadable", effect: "undecided" }]);
  });

  test("results on the training data do not bear a claim out", async () => {
    const files = {
      "m/README.md": card("0.934"),
      "m/own.facts.jsonl": facts(measurement("accuracy", 0.934, { split: "train" })),
    };
    expect(outcomesOf(await judged(files, honest), "honest")).toEqual(["missing"]);
  });

  test("no card is missing", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("accuracy", 0.9)) }, honest);
    expect(of(report, "honest")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });
});
