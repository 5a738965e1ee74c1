import { describe, expect, test } from "vitest";
import { powerOf } from "../../src/judging/power.js";
import { facts, judged, measurement, rules } from "../judge/judged.js";
import { modelCard } from "../checks/rows.js";

const rowOf = async (line: object, rule: string, confidence = "confidence: 95%", assumed: number | null = null) => {
  const report = await judged(
    { ...modelCard, "m/a.facts.jsonl": facts(line) },
    `${confidence}\n${rules(`it: ${rule}`)}`,
  );
  const [finding] = report.findings.filter(({ rule: id }) => id === "it");
  if (finding === undefined) throw new Error("nothing was found");
  return powerOf(finding, 0.8, assumed);
};

describe("power", () => {
  // trialsForBound(0.85, 0.8) at 95 % and 80 %: 368 trials.
  test.each<[string, number, string, number | null]>([
    ["there are enough", 1000, "there", 368],
    ["there are too few", 100, "lacking", 368],
  ])("says that %s", async (_, trials, state, needed) => {
    expect(await rowOf(measurement("recall", 0.85, { trials }), "{ metric: recall, at-least: 80% }")).toMatchObject({
      there: trials,
      needed,
      state,
    });
  });

  test("of a value that fails says what shows it", async () => {
    const row = await rowOf(measurement("recall", 0.7, { trials: 1000 }), "{ metric: recall, at-least: 80% }");
    expect(row.why).toContain("to show that it is broken");
  });

  test.each<[string, object, string, string]>([
    [
      "a bare value",
      measurement("recall", 0.85),
      "{ metric: recall, at-least: 80% }",
      "neither trials nor a standard error",
    ],
    [
      "the bound itself",
      measurement("recall", 0.8, { trials: 100 }),
      "{ metric: recall, at-least: 80% }",
      "no number of samples is enough",
    ],
    ["no evidence", measurement("recall", 0.8, { trials: 100 }), "{ metric: f1, at-least: 80% }", "judges no number"],
  ])("cannot plan for %s, and says why", async (_, line, rule, why) => {
    const row = await rowOf(line, rule);
    expect(row).toMatchObject({ needed: null, state: "unknown" });
    expect(row.why).toContain(why);
  });

  test("asks no number where a point is judged, unless a confidence is assumed", async () => {
    const line = measurement("recall", 0.85, { trials: 100 });
    const rule = "{ metric: recall, at-least: 80% }";
    expect(await rowOf(line, rule, "description: points")).toMatchObject({ needed: 1, state: "there" });
    expect(await rowOf(line, rule, "description: points", 0.95)).toMatchObject({ needed: 368, state: "lacking" });
  });
});
