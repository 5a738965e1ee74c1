import { expect, test } from "vitest";
import { ofKind, readEvidence } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Values, methods and verdicts are those that Evidently printed; the pointers were read off the files.
describeFixtures("evidently-report", [
  [
    "evidently/legacy-ks.json",
    "p-values stand under p_value, and the share is not the limit",
    [
      {
        kind: "drift",
        scope: "dataset",
        share: 0.5,
        threshold: 0.5,
        drifted: true,
        place: "/metrics/0/result/share_of_drifted_columns",
      },
      {
        kind: "drift",
        scope: "column",
        column: "amount",
        method: "ks",
        p_value: 3.500040227944357e-112,
        score: null,
        threshold: 0.05,
        drifted: true,
        at: "2026-11-23T05:03:46.982207Z",
        place: "/metrics/1/result/drift_by_columns/amount/drift_score",
      },
      { kind: "drift", column: "channel", method: "chi-square", p_value: 1.1105160123388977e-249, drifted: true },
    ],
    [{ kind: "drift", column: "amount", score: 3.500040227944357e-112 }],
  ],
  [
    "evidently/legacy-classification.json",
    "both sides, by class too, with the rows behind them; nulls are absent",
    [
      {
        kind: "measurement",
        raw_metric: "accuracy",
        metric: "accuracy",
        value: 0.9116,
        dataset: "current",
        n: 5000,
        trials: 5000,
      },
      { kind: "measurement", raw_metric: "accuracy", value: 0.9306, dataset: "reference", n: 10000 },
      {
        kind: "measurement",
        raw_metric: "recall",
        dataset: "current",
        slice: { class: "1" },
        n: 300,
        trials: 300,
        value: 0.23666666666666666,
      },
    ],
    [
      { kind: "measurement", raw_metric: "roc_auc" },
      { kind: "measurement", raw_metric: "support" },
    ],
  ],
  [
    "evidently/legacy-handpicked.json",
    "rows of both sides go with every drift; figures of columns are slices",
    [
      {
        kind: "drift",
        scope: "column",
        column: "score",
        method: "psi",
        score: 0.001852873178156517,
        n_reference: 10000,
        n_current: 5000,
      },
      { kind: "dataset", role: "current", rows: 5000 },
      { kind: "dataset", role: "reference", rows: 10000 },
      {
        kind: "measurement",
        raw_metric: "share_of_missing_values_by_column",
        slice: { column: "amount" },
        value: 0.0386,
        unit: "proportion",
      },
      {
        kind: "measurement",
        raw_metric: "missing_percentage",
        slice: { column: "amount" },
        value: 3.86,
        unit: "percent",
        dataset: "current",
      },
    ],
    [{ kind: "measurement", raw_metric: "most_common" }],
  ],
  [
    "evidently/legacy-degenerate.json",
    "figures that are not numbers are told, never zero",
    [
      {
        kind: "measurement",
        raw_metric: "mean",
        slice: { column: "amount" },
        dataset: "current",
        value: null,
        non_finite: "Infinity",
      },
      { kind: "problem", problem: "non-finite", place: "/metrics/1/result/current_characteristics/std" },
    ],
    [{ kind: "measurement", raw_metric: "mean", value: 0 }],
  ],
  [
    "evidently/preset.json",
    "verdicts come from the tests, joined by the metric's id",
    [
      {
        kind: "drift",
        scope: "dataset",
        share: 0.4444444444444444,
        threshold: 0.5,
        drifted: false,
        place: "/metrics/0/value/share",
      },
      {
        kind: "drift",
        scope: "column",
        column: "amount",
        method: "wasserstein-normed",
        score: 0.7201387325461447,
        threshold: 0.1,
        drifted: true,
        place: "/metrics/1/value",
      },
      { kind: "drift", column: "channel", method: "jensen-shannon", score: 0.16279006722383838, drifted: true },
      {
        kind: "check",
        name: "Share of Drifted Columns: Less 0.500",
        passed: true,
        observed: 0.4444444444444444,
        expected: "< 0.5",
      },
      {
        kind: "check",
        name: "Value Drift for column amount",
        column: "amount",
        passed: false,
        place: "/tests/1/status",
      },
    ],
    [{ kind: "drift", share: 0.5 }],
  ],
  [
    "evidently/mixed-methods.json",
    "each column has its own method, and with it its own kind of number",
    [
      { kind: "drift", column: "amount", method: "ks", p_value: 3.500040227944357e-112, score: null, threshold: 0.01 },
      { kind: "drift", column: "channel", method: "psi", score: 0.21423968252938488, p_value: null, threshold: 0.2 },
    ],
  ],
  [
    "evidently/no-tests.json",
    "without tests there is no verdict",
    [
      { kind: "drift", column: "amount", score: 0.7201387325461447, threshold: 0.1, drifted: null },
      { kind: "drift", scope: "dataset", share: 0.4444444444444444, drifted: null },
    ],
    [{ kind: "check" }],
  ],
  [
    "evidently/explicit-tests.json",
    "a test that is not critical warns, and has not passed",
    [
      {
        kind: "check",
        name: "Value drift for channel: Less 0.100",
        passed: false,
        severity: "warning",
        observed: 0.16279006722383838,
      },
      {
        kind: "check",
        name: "Count of Drifted Columns: Less or Equal 2.000",
        passed: false,
        observed: 4,
        expected: "≤ 2",
      },
      { kind: "drift", column: "amount", method: "psi", score: 0.030616217251813366, n_current: 5000 },
      { kind: "dataset", role: "current", rows: 5000 },
    ],
  ],
  [
    "evidently/test-directions.json",
    "a test that compares a p-value the wrong way says nothing of drift",
    [
      { kind: "drift", column: "amount", method: "ks", p_value: 3.500040227944357e-112, drifted: null },
      { kind: "check", name: "Value drift for amount: Less 0.200", passed: true },
      { kind: "drift", column: "channel", method: "psi", score: 0.21423968252938486, drifted: true },
      {
        kind: "measurement",
        raw_metric: "UniqueValueCount.shares",
        slice: { channel: "web" },
        value: 0.2512,
        unit: "proportion",
      },
    ],
  ],
  [
    "evidently/classification.json",
    "figures of a label are a class, not the whole",
    [
      { kind: "measurement", raw_metric: "F1Score", metric: "f1", value: 0, slice: {} },
      {
        kind: "measurement",
        raw_metric: "RecallByLabel",
        metric: "recall",
        value: 0.9997895622895623,
        slice: { class: "0" },
      },
    ],
    [{ kind: "measurement", metric: "recall", value: 0.9997895622895623, slice: {} }],
  ],
  [
    "evidently/regression.json",
    "a mean and its spread are two figures; percentage errors are per cent",
    [
      {
        kind: "measurement",
        raw_metric: "MAE",
        metric: "mae",
        value: 0.8337565195481795,
        place: "/metrics/3/value/mean",
      },
      { kind: "measurement", raw_metric: "MAPE", metric: "mape", value: 8.790337612251118, unit: "percent" },
      {
        kind: "check",
        name: "Mean Error: Equal -0.073 ± 0.007",
        passed: false,
        observed: 0.35530384931003,
        expected: "= reference ± 10 %",
      },
    ],
    [{ kind: "measurement", metric: "mae", value: 0.6404184126267997 }],
  ],
  [
    "evidently/grouped.json",
    "groups that all have the value of the whole are told, not read",
    [
      { kind: "problem", problem: "conflict", place: "/metrics/0" },
      { kind: "measurement", raw_metric: "MeanValue", slice: { g: "b", column: "target" }, value: 10.048671548412885 },
    ],
    [{ kind: "measurement", metric: "mae" }],
  ],
  [
    "evidently/0.7.2-tests.json",
    "where only the sentence names the default method and its limit, they are taken from there",
    [
      {
        kind: "drift",
        column: "amount",
        method: "wasserstein-normed",
        score: 0.7201387325461447,
        threshold: 0.1,
        drifted: true,
      },
      { kind: "drift", column: "hour", method: "wasserstein-normed", threshold: 0.1, drifted: false },
    ],
  ],
  [
    "evidently/0.7.2-method.json",
    "options that stand in the metric's name are read",
    [
      {
        kind: "drift",
        column: "channel",
        method: "chi-square",
        p_value: 1.1105160123388977e-249,
        threshold: 0.01,
        drifted: true,
      },
    ],
  ],
  [
    "evidently/0.7.2-notests.json",
    "a number without a method is neither p-value nor distance",
    [
      { kind: "drift", column: "amount", method: null, score: null, p_value: null },
      { kind: "problem", problem: "unrecognised", place: "/metrics/1/value" },
    ],
  ],
]);

test("each drift of the legacy table is read once", async () => {
  const facts = await readEvidence(new URL("../fixtures/evidently/legacy-ks.json", import.meta.url).pathname);
  const columns = ofKind(facts, "drift").map(({ column, scope }) => `${scope} ${column ?? ""}`);
  expect(columns).toHaveLength(11);
  expect(new Set(columns).size).toBe(11);
});

const legacy = (result: unknown, metric = "ColumnDriftMetric"): string =>
  JSON.stringify({ version: "0.4.40", metrics: [{ metric, result }], timestamp: "2026-11-23 05:02:13.365699" });

test.each([
  [
    "a test of the user's own is a distance",
    { stattest_name: "custom function 'gap'", drift_score: 0.3 },
    { method: "custom function 'gap'", score: 0.3 },
  ],
  [
    "TVD is a p-value despite its name",
    { stattest_name: "Total-Variation-Distance", drift_score: 0.01 },
    { method: "total-variation", p_value: 0.01 },
  ],
  ["a p-value of zero is a value", { stattest_name: "K-S p_value", drift_score: 0 }, { method: "ks", p_value: 0 }],
])("legacy column drift: %s", async (_, result, expected) => {
  expectFact(await factsOfText("r.json", legacy({ column_name: "x", ...result })), {
    kind: "drift",
    column: "x",
    ...expected,
  });
});

test("a score that is not a number is told", async () => {
  const text = legacy({ column_name: "x", stattest_name: "PSI", drift_score: 1 }).replace(
    '"drift_score":1',
    '"drift_score":NaN',
  );
  const facts = await factsOfText("r.json", text);
  expectFact(facts, { kind: "drift", column: "x", score: null, non_finite: "NaN" });
  expectFact(facts, { kind: "problem", problem: "non-finite" });
});

test("the columns that the report calls target and prediction have their own scope", async () => {
  const column = (name: string): unknown => ({
    column_name: name,
    stattest_name: "PSI",
    drift_score: 0.2,
    drift_detected: true,
  });
  const text = JSON.stringify({
    metrics: [
      { metric: "DatasetSummaryMetric", result: { current: { target: "y", prediction: "p", number_of_rows: 7 } } },
      {
        metric: "DataDriftTable",
        result: { dataset_drift: false, drift_by_columns: { y: column("y"), p: column("p"), x: column("x") } },
      },
    ],
  });
  const drifts = ofKind(await factsOfText("r.json", text), "drift");
  expect(drifts.map(({ scope, column: name, n_current }) => [scope, name, n_current])).toEqual([
    ["dataset", null, 7],
    ["target", "y", 7],
    ["prediction", "p", 7],
    ["column", "x", 7],
  ]);
});

test("the quality of a guessing model is about another model", async () => {
  const result = { dummy: { accuracy: 0.5 }, by_reference_dummy: null, model_quality: { accuracy: 0.9 } };
  const facts = await factsOfText("r.json", legacy(result, "ClassificationDummyMetric"));
  expect(ofKind(facts, "measurement").map(({ value, about }) => [value, about])).toEqual([[0.5, "dummy"]]);
});

test.each([
  [
    "a metric without a result",
    { metrics: [{ id: "a", metric_name: "RowCount()", value: 3 }, {}], tests: [] },
    "/metrics/1",
  ],
  [
    "drift of one group of rows",
    {
      metrics: [
        {
          id: "a",
          metric_name: "GroupByMetric(column_name=g,label=b)",
          config: {
            type: "x:GroupByMetric",
            metric: { type: "x:ValueDrift", column: "c", method: "ks" },
            column_name: "g",
            label: "b",
          },
          value: 0.2,
        },
      ],
      tests: [],
    },
    "/metrics/0",
  ],
])("%s is told", async (_, document, place) => {
  const facts = await factsOfText("r.json", JSON.stringify(document));
  expectFact(facts, { kind: "problem", problem: "unrecognised", place });
  expect(ofKind(facts, "drift")).toEqual([]);
});

test.each([
  ["ERROR", null],
  ["SKIPPED", null],
  ["FAIL", false],
  ["WARNING", false],
  ["SUCCESS", true],
])("a test of status %s has passed: %s", async (status, passed) => {
  const document = {
    metrics: [{ id: "a", metric_name: "RowCount()", config: { type: "x:RowCount" }, value: 3 }],
    tests: { t1: { id: "gt", name: "rows", description: "why", status, metric_config: { metric_id: "a" } } },
  };
  expectFact(await factsOfText("r.json", JSON.stringify(document)), { kind: "check", name: "rows", passed });
});

test("counts of columns by type are other quantities than the count of all", async () => {
  const metric = (metric_id: string, value: number): object => ({ id: metric_id, metric_id, value });
  const text = JSON.stringify({
    metrics: [metric("ColumnCount()", 5), metric("ColumnCount(column_type=ColumnType.Numerical)", 2)],
    tests: [],
  });
  const measured = ofKind(await factsOfText("r.json", text), "measurement");
  expect(measured.map(({ value, protocol }) => [value, protocol])).toEqual([
    [5, null],
    [2, "column_type=ColumnType.Numerical"],
  ]);
});
