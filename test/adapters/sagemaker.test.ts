import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

describe("Clarify", () => {
  const analysis = (...metrics: readonly object[]): string =>
    JSON.stringify({
      version: "1.0",
      post_training_bias_metrics: {
        label: "default",
        facets: { age_band: [{ value_or_threshold: "65+", metrics }] },
        label_value_or_threshold: "1",
      },
    });

  test("a metric that could not be computed is null with the reason, not zero", async () => {
    const failed = { name: "FT", description: "Flip Test (FT)", value: null, error: "no numeric columns" };
    const facts = await factsOfText("analysis.json", analysis(failed));
    expectFact(facts, { kind: "measurement", raw_metric: "FT", value: null, slice: { age_band: "65+" } });
    const [problem] = ofKind(facts, "problem");
    expect(problem?.message).toContain("no numeric columns");
  });

  test("a metric that was computed is of its facet", async () => {
    const facts = await factsOfText("analysis.json", analysis({ name: "DI", description: "d", value: 0.71 }));
    expectFact(facts, { kind: "measurement", raw_metric: "DI", value: 0.71, slice: { age_band: "65+" } });
  });
});

test("Model Monitor's deviation over samples of the same rows is no standard error", async () => {
  const written = {
    dataset: { item_count: 500, evaluation_time: "2026-01-01T00:00:00Z" },
    regression_metrics: { mae: { value: 0.37, standard_deviation: 0.0038 } },
  };
  const facts = await factsOfText("statistics.json", JSON.stringify(written));
  expectFact(facts, { kind: "measurement", metric: "mae", value: 0.37, n: 500, standard_error: null, interval: null });
});

test.each<readonly [string, readonly object[], boolean]>([
  ["none", [], true],
  ["one", [{ feature_name: "age", constraint_check_type: "completeness_check", description: "0.9 < 1.0" }], false],
])("constraints of Model Monitor of which %s is violated", async (_, violations, passed) => {
  const facts = await factsOfText("constraint_violations.json", JSON.stringify({ violations }));
  const [suite] = ofKind(facts, "check");
  expect(suite).toMatchObject({ name: "constraints", suite: true, passed, observed: violations.length });
});
