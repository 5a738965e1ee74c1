import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const section = (name: string, metrics: unknown, data: object = {}): string =>
  JSON.stringify({
    [name]: { name, datetime: "2021-05-31 18:54:35.175359", data: { utility_columns: {}, ...data, metrics } },
    timestamp: "2021-05-31 18:54:35.175402",
  });

test("the aggregates among the columns are the data set's drift, not columns", async () => {
  const metrics = {
    CRIM: { feature_type: "num", p_value: 4.4e-16, current_small_hist: [[1], [2]] },
    n_features: 13,
    n_drifted_features: 6,
    share_drifted_features: 0.46,
    dataset_drift: false,
  };
  const text = section("data_drift", metrics, { utility_columns: { drift_features_share: 0.5 } });
  const facts = await factsOfText("p.json", text);
  expect(ofKind(facts, "drift").map(({ scope, column }) => [scope, column])).toEqual([
    ["dataset", null],
    ["column", "CRIM"],
  ]);
  expectFact(facts, { format: "evidently-profile", scope: "dataset", share: 0.46, threshold: 0.5, drifted: false });
  expectFact(facts, { column: "CRIM", p_value: 4.4e-16, drifted: null, at: "2021-05-31T18:54:35.175359Z" });
});

test.each([
  [
    "a later version names the test",
    { stattest_name: "PSI", drift_score: 0.3, drift_detected: true },
    { method: "psi", score: 0.3, drifted: true },
  ],
  ["a p-value of one", { p_value: 1 }, { p_value: 1, drifted: null }],
  ["a score without a test", { drift_score: 0.3 }, { p_value: null, score: null }],
])("column drift: %s", async (_, column, expected) => {
  expectFact(await factsOfText("p.json", section("data_drift", { x: column })), {
    kind: "drift",
    column: "x",
    ...expected,
  });
});

test.each([
  ["zero is the strongest drift", 0, { p_value: 0, score: null }],
  ["a number above one is no p-value", 3.2, { p_value: null, score: 3.2 }],
])("target drift: %s", async (_, target_drift, expected) => {
  const text = section("num_target_drift", { target_name: "y", target_type: "num", target_drift });
  expectFact(await factsOfText("p.json", text), { kind: "drift", scope: "target", column: "y", ...expected });
});

test("both sides of classification, by class and averaged", async () => {
  const side = {
    accuracy: 0.97,
    metrics_matrix: {
      setosa: { precision: 1, recall: 1, "f1-score": 1, support: 13 },
      accuracy: 0.97,
      "macro avg": { precision: 0.96, recall: 0.98, "f1-score": 0.97, support: 38 },
    },
    roc_curve: { setosa: { thrs: [1, 2] } },
  };
  const facts = await factsOfText("p.json", section("classification_performance", { reference: side, current: side }));
  expectFact(facts, { kind: "measurement", raw_metric: "accuracy", dataset: "current", value: 0.97, n: 38 });
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "recall",
    dataset: "reference",
    slice: { class: "setosa" },
    trials: 13,
  });
  expectFact(facts, { kind: "measurement", raw_metric: "f1-score", protocol: "macro", value: 0.97, n: 38 });
  expect(ofKind(facts, "measurement")).toHaveLength(14);
});

test("regression figures, with percentage errors in per cent", async () => {
  const side = { mean_abs_error: 819.4, mean_abs_perc_error: 18.4, error_normality: { slope: 1 } };
  const facts = await factsOfText("p.json", section("regression_performance", { current: side }));
  expectFact(facts, { kind: "measurement", metric: "mape", value: 18.4, unit: "percent", dataset: "current" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("figures of the data's quality are of their column, and no drift", async () => {
  const side = { temp: { feature_type: "num", missing_percentage: 2.5, most_common_value: 3, mean: 7 } };
  const facts = await factsOfText("p.json", section("data_quality", { reference: side, current: side }));
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "missing_percentage",
    slice: { column: "temp" },
    unit: "percent",
  });
  expect(ofKind(facts, "measurement").map(({ raw_metric }) => raw_metric)).not.toContain("most_common_value");
  expect(ofKind(facts, "drift")).toEqual([]);
});
