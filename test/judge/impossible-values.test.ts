import { describe, expect, test } from "vitest";
import { facts, judged, measurement, of, rules } from "./judged.js";

async function verdict(fact: object, rule: string): Promise<string> {
  const [finding] = of(await judged({ "m/own.facts.jsonl": facts(fact) }, rules(`rule: ${rule}`)), "rule");
  return `${finding?.outcome ?? "none"}: ${finding?.message ?? ""}`;
}

describe("a rate that cannot be", () => {
  test.each([
    [
      "below nothing",
      measurement("error_rate", -1),
      "{ metric: error_rate, at-most: 5% }",
      "unreadable: error_rate is -1, which it cannot be",
    ],
    [
      "above all",
      measurement("recall", 1.5, { unit: "proportion" }),
      "{ metric: recall, at-least: 5% }",
      "unreadable: recall is 1.5, which it cannot be",
    ],
    [
      "above a hundred",
      measurement("recall", 150, { unit: "percent" }),
      "{ metric: recall, at-least: 5% }",
      "unreadable: recall is 150 per cent, which it cannot be",
    ],
  ])("%s meets no rule", async (_, fact, rule, said) => {
    expect(await verdict(fact, rule)).toBe(said);
  });
});

describe("a value that may be", () => {
  test.each([
    [
      "all, as single precision sums it",
      measurement("recall", 1.0000001192),
      "{ metric: recall, at-least: 80% }",
      "met",
    ],
    ["a coefficient below zero", measurement("mcc", -0.3), "{ metric: mcc, at-least: -50% }", "met"],
    ["a hundred per cent", measurement("recall", 100, { unit: "percent" }), "{ metric: recall, at-least: 80% }", "met"],
    ["a metric that nobody knows", measurement("gain_x", -4), "{ metric: gain_x, at-most: 3 }", "met"],
  ])("%s is judged", async (_, fact, rule, outcome) => {
    expect(await verdict(fact, rule)).toMatch(`${outcome}: `);
  });
});

describe("a change that cannot be told says what to ask instead of more examples", () => {
  const baseline = { "models/old/own.facts.jsonl": facts(measurement("gain_x", 0)) };
  test.each([
    ["the direction is not known", "may-lose: 1", "say change-at-least or change-at-most in place of may-lose"],
    [
      "there is nothing to take a share of",
      "relative-change-at-least: 1%",
      "say change-at-least or change-at-most, which need no share of the baseline",
    ],
  ])("where %s", async (_, bound, mend) => {
    const report = await judged(
      { ...baseline, "models/new/own.facts.jsonl": facts(measurement("gain_x", 2)) },
      rules(`rule: { metric: gain_x, against: models/old, ${bound} }`),
      { only: ["new"] },
    );
    expect(of(report, "rule").map((finding) => [finding.outcome, finding.mend])).toEqual([["inconclusive", mend]]);
  });
});
