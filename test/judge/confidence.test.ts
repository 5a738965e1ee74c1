import { describe, expect, test } from "vitest";
import { facts, judged, measurement, of, outcomesOf, rules } from "./judged.js";

const under = (lines: readonly object[], ...written: readonly string[]): ReturnType<typeof judged> =>
  judged({ "m/own.facts.jsonl": facts(...lines) }, `confidence: 95%\n${rules(...written)}`);

describe("the best rung that the evidence allows", () => {
  test("a bare value is inconclusive, and says so", async () => {
    const report = await under([measurement("recall", 0.99)], "rule: { metric: recall, at-least: 0.5 }");
    expect(of(report, "rule")).toMatchObject([
      { outcome: "inconclusive", effect: "undecided", judged: { rung: "point" } },
    ]);
    expect(of(report, "rule")[0]?.message).toContain("a bare value");
  });

  test("rows are not the trials of recall: no binomial, inconclusive", async () => {
    const report = await under([measurement("recall", 0.99, { n: 10_000 })], "rule: { metric: recall, at-least: 0.5 }");
    expect(of(report, "rule")).toMatchObject([
      { outcome: "inconclusive", judged: { rung: "point", method: null, interval: null, n: 10_000 } },
    ]);
  });

  test("rows are the trials of accuracy: Wilson (statsmodels 0.15.0, proportion_confint)", async () => {
    const report = await under(
      [measurement("accuracy", 0.9, { n: 1000 })],
      "rule: { metric: accuracy, at-least: 0.88 }",
    );
    const [finding] = of(report, "rule");
    expect(finding).toMatchObject({ outcome: "met", judged: { rung: "trials", method: "Wilson", n: 1000 } });
    expect(finding?.judged?.interval?.lower).toBeCloseTo(0.8798480368046516, 10);
    expect(finding?.judged?.interval?.upper).toBeCloseTo(0.9170905564069044, 10);
  });

  test("trials stated for recall: Wilson", async () => {
    const report = await under([measurement("recall", 0.9, { trials: 50 })], "rule: { metric: recall, at-least: 0.8 }");
    const [finding] = of(report, "rule");
    expect(finding).toMatchObject({ outcome: "met", judged: { rung: "trials", method: "Wilson" } });
    expect(finding?.judged?.interval?.lower).toBeCloseTo(0.7863976856252034, 10);
  });

  test("trials that the rate does not fit show nothing", async () => {
    const report = await under([measurement("recall", 0.85, { trials: 3 })], "rule: { metric: recall, at-least: 0.3 }");
    expect(of(report, "rule")).toMatchObject([{ outcome: "inconclusive", judged: { rung: "point" } }]);
  });

  test("a standard error comes before trials (SciPy 1.17.1, norm.ppf)", async () => {
    const both = measurement("accuracy", 0.9, { n: 1000, standard_error: 0.01 });
    const report = await under([both], "rule: { metric: accuracy, at-least: 0.89 }");
    const [finding] = of(report, "rule");
    expect(finding).toMatchObject({ outcome: "inconclusive", judged: { rung: "standard-error", method: "normal" } });
    expect(finding?.judged?.interval?.lower).toBeCloseTo(0.8804003601545994, 12);
  });

  test("a standard error in per cent belongs to its value in per cent", async () => {
    const inPercent = measurement("accuracy", 90, { unit: "percent", standard_error: 1 });
    const report = await under([inPercent], "rule: { metric: accuracy, at-least: 88% }");
    expect(of(report, "rule")[0]?.judged?.interval?.upper).toBeCloseTo(0.9195996398454006, 12);
  });

  test("without any confidence the point is judged", async () => {
    const files = { "m/own.facts.jsonl": facts(measurement("recall", 0.81)) };
    const report = await judged(files, rules("rule: { metric: recall, at-least: 0.8 }"));
    expect(outcomesOf(report, "rule")).toEqual(["met"]);
  });

  test("a rule may judge the point where the policy asks for a confidence", async () => {
    const report = await under(
      [measurement("recall", 0.81)],
      "rule: { metric: recall, at-least: 0.8, confidence: none }",
    );
    expect(outcomesOf(report, "rule")).toEqual(["met"]);
  });

  test("for each slice, inconclusive warns", async () => {
    const report = await under(
      [measurement("recall", 0.9, { slice: { country: "DE" } })],
      "rule: { metric: recall, at-least: 0.8, for-each: [country] }",
    );
    expect(of(report, "rule")).toMatchObject([{ outcome: "inconclusive", effect: "warn" }]);
    expect(report.decision).toBe("warn");
  });
});

/**
 * Four bounds of 0.9 with one-sided p-values 0.04, 0.01, 0.03 and 0.02 (SciPy 1.17.1: 0.9 + 0.01 norm.ppf(p)); by
 * statsmodels 0.15.0, multipletests, adjusted to 0.06, 0.04, 0.06, 0.06 by Holm and to 0.04 each by Hochberg and
 * Benjamini-Hochberg.
 */
describe("one promise over the whole family", () => {
  const names = ["recall", "precision", "f1", "accuracy"] as const;
  const deviates = [-1.75068607125217, -2.3263478740408408, -1.880793608151251, -2.053748910631823];
  const lines = names.map((name, index) =>
    measurement(name, 0.9 + 0.01 * (deviates[index] ?? 0), { standard_error: 0.01 }),
  );
  const floors = names.map((name) => `${name}: { metric: ${name}, at-least: 0.9 }`);
  const judge = (adjust: string, written: readonly string[] = floors): ReturnType<typeof judged> =>
    judged({ "m/own.facts.jsonl": facts(...lines) }, `confidence: 95%\nadjust: ${adjust}\n${rules(...written)}`);

  test.each<[adjust: string, adjusted: readonly number[], notMet: readonly string[]]>([
    ["holm", [0.06, 0.04, 0.06, 0.06], ["precision"]],
    ["hochberg", [0.04, 0.04, 0.04, 0.04], names],
    ["benjamini-hochberg", [0.04, 0.04, 0.04, 0.04], names],
    ["none", [0.04, 0.01, 0.03, 0.02], names],
  ])("%s", async (adjust, adjusted, notMet) => {
    const report = await judge(adjust);
    names.forEach((name, index) => {
      const [finding] = of(report, name);
      expect(finding?.judged?.p_value).toBeCloseTo([0.04, 0.01, 0.03, 0.02][index] ?? 0, 10);
      expect(finding?.judged?.p_adjusted).toBeCloseTo(adjusted[index] ?? 0, 10);
      expect(finding?.outcome).toBe(notMet.includes(name) ? "not-met" : "inconclusive");
    });
  });

  test("Holm is what a policy gets that says nothing", async () => {
    const report = await under(lines, ...floors);
    expect(names.map((name) => outcomesOf(report, name)[0])).toEqual([
      "inconclusive",
      "not-met",
      "inconclusive",
      "inconclusive",
    ]);
    expect(of(report, "recall")[0]?.message).toContain("4 bounds are judged together");
  });

  test("what fails only unadjusted says how many more examples would show it", async () => {
    const counted = lines.map((line) => ({ ...line, n: 400 }));
    const report = await under(counted, ...floors);
    // p 0.03 of 400 at 0.05 / 4: 400 (norm.isf(0.0125) / norm.isf(0.03))² = 568.09
    expect(of(report, "f1")[0]?.judged?.samples_needed).toBe(169);
    expect(of(report, "f1")[0]?.message).toContain("about 170 more examples would show it among them all");
    expect(of(report, "precision")[0]?.judged?.samples_needed).toBeNull();
  });

  test("so many more do show it, whatever the others say", async () => {
    const counted = (n: number) => [
      measurement("recall", (0.8 * n - 12) / n, { trials: n }),
      ...["a", "b", "c"].map((slice) => measurement("precision", 0.9, { trials: 100, slice: { slice } })),
    ];
    const rulesOf = [
      "recall: { metric: recall, at-least: 80% }",
      "precision: { metric: precision, for-each: slice, at-least: 90% }",
    ];
    const [before] = of(await under(counted(300), ...rulesOf), "recall");
    expect(before).toMatchObject({ outcome: "inconclusive" });
    const n = Math.ceil((300 + (before?.judged?.samples_needed ?? 0)) / 25) * 25;
    const grown = [measurement("recall", 0.76, { trials: n }), ...counted(300).slice(1)];
    expect(outcomesOf(await under(grown, ...rulesOf), "recall")).toEqual(["not-met"]);
    const same = [measurement("recall", 0.76, { trials: n - 25 }), ...counted(300).slice(1)];
    expect(outcomesOf(await under(same, ...rulesOf), "recall")).toEqual(["inconclusive"]);
  });

  test("where nothing states how many there are, it says that it cannot tell", async () => {
    const report = await under(lines, ...floors);
    expect(of(report, "f1")[0]?.message).toContain("cannot be told: nothing states how many there are");
    expect(of(report, "f1")[0]?.judged?.samples_needed).toBeNull();
  });

  test("a rule with its own confidence is a family of its own", async () => {
    const report = await judge("holm", [
      "recall: { metric: recall, at-least: 0.9, confidence: 95% }",
      ...floors.slice(1),
    ]);
    expect(of(report, "recall")).toMatchObject([{ outcome: "not-met" }]);
    expect(of(report, "recall")[0]?.judged?.p_adjusted).toBeCloseTo(0.04, 10);
    // 0.03, 0.02 and 0.01 among three: 0.04, 0.04 and 0.03
    expect(of(report, "precision")[0]?.judged?.p_adjusted).toBeCloseTo(0.03, 10);
    expect(of(report, "f1")).toMatchObject([{ outcome: "not-met" }]);
  });

  test("adjusting turns nothing that is not shown into met", async () => {
    const report = await judge("holm");
    expect(report.findings.every(({ outcome }) => outcome !== "met")).toBe(true);
    expect(report.decision).toBe("block");
  });
});
