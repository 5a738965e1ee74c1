import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Scores, statuses and limits are those that Deepchecks 0.19.1 wrote.
describeFixtures("deepchecks-result", [
  [
    "deepchecks/validation.json",
    "drift with the sizes of both sides, and the limit out of the condition",
    [
      {
        kind: "drift",
        scope: "column",
        column: "amount",
        method: "ks",
        score: 0.19580000000000003,
        threshold: 0.2,
        drifted: false,
        n_reference: 10000,
        n_current: 5000,
        place: "/results/0/value/amount/Drift score",
      },
      { kind: "drift", column: "channel", method: "cramers-v", score: 0.22840846975661655, drifted: true },
      {
        kind: "drift",
        scope: "dataset",
        method: "domain-classifier",
        score: 0.34947155555555565,
        threshold: 0.25,
        drifted: true,
      },
      {
        kind: "drift",
        scope: "target",
        method: "cramers-v",
        score: 0.01587916060544556,
        threshold: 0.15,
        drifted: false,
      },
      {
        kind: "check",
        name: "Feature Drift",
        passed: false,
        severity: "error",
        place: "/results/0/conditions_results/0/Status",
      },
      { kind: "dataset", role: "train", rows: 10000 },
    ],
    [{ kind: "measurement", metric: "roc_auc" }],
  ],
  [
    "deepchecks/evaluation.json",
    "performance is JSON text inside a string, by data set and class",
    [
      { kind: "measurement", raw_metric: "F1", value: 0.9674408959, n: 4700, dataset: "Test", slice: { class: "0" } },
      {
        kind: "measurement",
        raw_metric: "Recall",
        value: 0.07,
        n: 300,
        trials: 300,
        dataset: "Test",
        slice: { class: "1" },
      },
      { kind: "measurement", metric: "roc_auc", value: 0.7232290780141842, dataset: "Test", slice: { class: "1" } },
      {
        kind: "measurement",
        raw_metric: "Model Inference Time",
        value: 9.719501099971239e-5,
        unit: "s",
        dataset: "Train",
      },
      { kind: "check", name: "Roc Report", passed: true },
      {
        kind: "check",
        name: "Unused Features",
        passed: null,
        message: "Test dataset: Feature Importance is not available.",
      },
      {
        kind: "drift",
        scope: "prediction",
        method: "ks",
        score: 0.053300000000000014,
        threshold: 0.15,
        drifted: false,
      },
    ],
    [{ kind: "measurement", raw_metric: "F1", value: 0.9777020749, dataset: "Test" }],
  ],
  [
    "deepchecks/integrity.json",
    "a warning has not passed, and a check without conditions does not say",
    [
      { kind: "check", name: "String Mismatch", passed: false, severity: "warning" },
      { kind: "check", name: "Data Duplicates", passed: true, observed: 0.040000000000000036 },
    ],
    [{ kind: "check", name: "Outlier Sample Detection" }],
  ],
  [
    "deepchecks/label-drift.json",
    "a single check without a condition has a score and no verdict",
    [
      {
        kind: "drift",
        scope: "target",
        score: 0.01587916060544556,
        threshold: null,
        drifted: null,
        place: "/value/Drift score",
      },
    ],
  ],
]);

// Written by Deepchecks 0.6.4; the tool itself names `amount` and `country` as drifted.
describeFixtures("deepchecks-result", [
  [
    "deepchecks/drift-0.6.json",
    "each score is held against the limit of its kind of column",
    [
      {
        kind: "drift",
        scope: "column",
        column: "amount",
        method: "wasserstein-scaled",
        score: 0.1034214157405389,
        threshold: 0.1,
        drifted: true,
      },
      { kind: "drift", column: "hour", threshold: 0.1, drifted: false },
      { kind: "drift", column: "country", method: "psi", threshold: 0.2, drifted: true },
      { kind: "drift", scope: "target", method: "psi", threshold: 0.2, drifted: false },
      { kind: "drift", scope: "dataset", threshold: 0.25, drifted: true },
    ],
  ],
  [
    "deepchecks/evaluation.json",
    "the side is the split, too",
    [{ kind: "measurement", raw_metric: "F1", value: 0.9674408959, dataset: "Test", split: "test" }],
    [{ kind: "measurement", dataset: "Train", split: "test" }],
  ],
]);

test.each([
  ["categorical drift score < 0.2 and numerical drift score < 0.2", true],
  ["PSI <= 0.2 and Earth Mover's Distance <= 0.1", false],
])("a score at the limit of %j", async (Condition, drifted) => {
  const condition = { Status: "FAIL", Condition };
  const facts = await factsOfText("r.json", single({ x: { "Drift score": 0.2, Method: "PSI" } }, [condition]));
  expectFact(facts, { kind: "drift", column: "x", drifted });
});

const single = (value: unknown, conditions: readonly unknown[] = []): string =>
  JSON.stringify({
    type: "CheckResult",
    check: { name: "Feature Drift", params: {} },
    value,
    conditions_results: conditions,
  });

test.each([
  ["Kolmogorov-Smirnov", "ks", 0.1],
  ["Earth Mover's Distance", "wasserstein-scaled", 0.1],
  ["Cramer's V", "cramers-v", 0.2],
  ["PSI", "psi", 0.2],
])("the limit of %s is that of its kind of column", async (name, method, threshold) => {
  const condition = { Status: "PASS", Condition: "categorical drift score < 0.2 and numerical drift score < 0.1" };
  const facts = await factsOfText("r.json", single({ x: { "Drift score": 0.05, Method: name } }, [condition]));
  expectFact(facts, { kind: "drift", column: "x", method, threshold, score: 0.05 });
});

test("an error of a condition is neither passed nor failed", async () => {
  const facts = await factsOfText("r.json", single(0.5, [{ Status: "ERROR", Condition: "x" }]));
  expect(ofKind(facts, "check").map(({ passed, observed }) => [passed, observed])).toEqual([[null, 0.5]]);
});

test("a table that cannot be read is told", async () => {
  const document = {
    type: "CheckResult",
    check: { name: "Train Test Performance", params: {} },
    value: '[{"Metric":"F1",',
  };
  const facts = await factsOfText("r.json", JSON.stringify(document));
  expectFact(facts, { kind: "problem", problem: "unreadable", place: "/value" });
});

// The form is that of to_json in deepchecks/base of 0.5.0, the numbers are made up.
describe("the form up to 0.5", () => {
  const shown = {
    pass: '<div style="color: green">✓</div>',
    fail: '<div style="color: red">✖</div>',
    warn: "<div>!</div>",
  };
  const drift = {
    name: "Train Test Drift",
    params: {},
    header: "Train Test Drift",
    summary: "Calculate drift between train and test.",
    conditions_table: JSON.stringify([
      {
        Status: shown.fail,
        Condition: "PSI <= 0.2 and Earth Mover's Distance <= 0.1",
        "More Info": "Found categorical columns with PSI above threshold: {'plan': '0.31'}",
      },
    ]),
    value: {
      plan: { "Drift score": 0.31, Method: "PSI", Importance: null },
      tenure: { "Drift score": 0.04, Method: "Earth Mover's Distance", Importance: null },
    },
  };
  const performance = {
    name: "Performance Report",
    params: {},
    header: "Performance Report",
    summary: "Summarize given scores.",
    value: JSON.stringify({
      Dataset: { 0: "Train", 1: "Test" },
      Class: { 0: "yes", 1: "yes" },
      Metric: { 0: "Recall", 1: "Recall" },
      Value: { 0: 0.95, 1: 0.81 },
      "Number of samples": { 0: 400, 1: 120 },
    }),
  };
  const failure = {
    name: "Roc Report",
    params: {},
    header: "Roc Report",
    summary: "Calculate the ROC curve.",
    display: [{ "py/tuple": ["str", "Check is relevant for models with predict_proba"] }],
  };
  const suite = JSON.stringify({
    name: "Full Suite",
    results: [drift, performance, failure].map((result) => JSON.stringify(result)),
  });

  test("a suite keeps each result as JSON in a text", async () => {
    const facts = await factsOfText("suite.json", suite);
    const format = "deepchecks-result";
    expectFact(facts, {
      format,
      kind: "drift",
      column: "plan",
      method: "psi",
      score: 0.31,
      threshold: 0.2,
      drifted: true,
      place: "/results/0",
    });
    expectFact(facts, { kind: "drift", column: "tenure", score: 0.04, threshold: 0.1, drifted: false });
    expectFact(facts, { kind: "check", name: "Train Test Drift", passed: false, severity: "error" });
    expectFact(facts, { metric: "recall", value: 0.81, split: "test", slice: { class: "yes" }, n: 120, trials: 120 });
    expectFact(facts, {
      kind: "check",
      name: "Roc Report",
      passed: null,
      message: "Check is relevant for models with predict_proba",
    });
  });

  test("a check alone stands as it is", async () => {
    const facts = await factsOfText("drift.json", JSON.stringify(drift));
    expectFact(facts, { kind: "drift", column: "plan", score: 0.31, place: "/value/plan/Drift score" });
    expectFact(facts, { kind: "check", passed: false, place: "/conditions_table" });
  });

  test.each([
    [shown.pass, true, null],
    [shown.warn, false, "warning"],
    ["V", null, null],
  ])("the sign %s is a verdict", async (Status, passed, severity) => {
    const result = { ...drift, conditions_table: JSON.stringify([{ Status, Condition: "c", "More Info": "" }]) };
    const facts = await factsOfText("drift.json", JSON.stringify(result));
    expectFact(facts, { kind: "check", passed, severity });
  });

  test("a result that is cut off is told", async () => {
    const cut = JSON.stringify({
      name: "Full Suite",
      results: [JSON.stringify(drift), JSON.stringify(drift).slice(0, 300)],
    });
    expectFact(await factsOfText("suite.json", cut), { kind: "problem", problem: "unreadable", place: "/results/1" });
  });
});
