import { expect, test } from "vitest";
import { ofKind, readEvidence } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("evidently-test-suite", [
  [
    "evidently/suite-gate.json",
    "tests are checks, with the value they saw and the condition they hold it against",
    [
      { kind: "check", name: "Share of Drifted Columns", passed: false, expected: "< 0.3", place: "/tests/1/status" },
      { kind: "check", name: "Drift per Column", column: "score", passed: false, severity: "warning", observed: 0.105 },
      { kind: "check", name: "Column Types", passed: null },
      { kind: "check", name: "all_passed", passed: false, suite: true },
      { kind: "drift", scope: "dataset", share: 0.4, threshold: 0.3, drifted: true },
      { kind: "drift", scope: "column", column: "channel", method: "chi-square", p_value: 0, drifted: true },
      { kind: "drift", scope: "column", column: "amount", method: "psi", score: 0.031, threshold: 0.2, drifted: false },
    ],
  ],
  [
    "evidently/suite-errors.json",
    "what could not be computed is neither passed nor failed, and has no value",
    [
      { kind: "check", name: "F1 Score", passed: null, observed: null },
      { kind: "check", name: "Drift per Column", passed: null, column: null },
      { kind: "check", name: "all_passed", passed: false, suite: true },
      { kind: "drift", column: "amount", method: "z-test", p_value: 1, drifted: false },
    ],
    [{ kind: "measurement", raw_metric: "F1 Score" }],
  ],
  [
    "evidently/suite-classification.json",
    "the quality that a test looked at is a measurement of the current data",
    [
      {
        kind: "check",
        name: "Precision Score",
        passed: false,
        observed: 0.23008849557522124,
        expected: "= 0.3036876355748373 ± 20 %",
      },
      {
        kind: "measurement",
        raw_metric: "ROC AUC Score",
        metric: "roc_auc",
        value: 0.7855703371076355,
        dataset: "current",
      },
    ],
  ],
]);

const suite = (tests: readonly unknown[]): string =>
  JSON.stringify({
    version: "0.2.8",
    tests,
    summary: { all_passed: true, by_status: {} },
    datetime: "2023-02-01T10:00:00",
  });

test("the first versions write features, data_drift and another name for the date", async () => {
  const features = { x: { stattest_name: "PSI", score: 0.3, stattest_threshold: 0.1, data_drift: "Detected" } };
  const entry = { name: "Drift per Column", status: "FAIL", group: "data_drift", parameters: { features } };
  expectFact(await factsOfText("s.json", suite([entry])), {
    kind: "drift",
    column: "x",
    method: "psi",
    score: 0.3,
    threshold: 0.1,
    drifted: true,
    at: "2023-02-01T10:00:00Z",
  });
});

test("a column that two tests look at with one method is stated once", async () => {
  const found = { stattest: "PSI", score: 0.3, threshold: 0.1, detected: true };
  const tests = [
    {
      name: "Share of Drifted Columns",
      status: "FAIL",
      group: "data_drift",
      parameters: { condition: { lt: 0.3 }, features: { x: found } },
    },
    { name: "Drift per Column", status: "FAIL", group: "data_drift", parameters: { ...found, column_name: "x" } },
  ];
  const drifts = ofKind(await factsOfText("s.json", suite(tests)), "drift");
  expect(drifts.map(({ scope, source }) => [scope, source.pointer])).toEqual([
    ["column", "/tests/1/parameters/score"],
    ["dataset", "/tests/0/parameters/features"],
  ]);
});

test("every test of the suite is a check", async () => {
  const facts = await readEvidence(new URL("../fixtures/evidently/suite-gate.json", import.meta.url).pathname);
  expect(ofKind(facts, "check").filter((check) => !check.suite)).toHaveLength(15);
});

// Written by Evidently 0.2.8, which names the value that was looked at by its metric.
describeFixtures("evidently-test-suite", [
  [
    "evidently/suite-0.2.json",
    "what was looked at stands under the name of its metric, or in a sentence alone",
    [
      { kind: "check", name: "Accuracy Score", passed: true, observed: 0.752 },
      {
        kind: "measurement",
        metric: "accuracy",
        value: 0.752,
        dataset: "current",
        place: "/tests/0/parameters/accuracy",
      },
      { kind: "measurement", metric: "mae", value: 1.1090118385392973, dataset: "current" },
      { kind: "measurement", metric: "rmse", value: 2.1344828337901665 },
      { kind: "check", name: "Precision Score by Class (0)", observed: 0.5865921787709497 },
      { kind: "check", name: "Max Value", column: "amount", passed: false, observed: null },
      { kind: "check", name: "The Share of Missing Values in a Column", column: "amount", observed: 0 },
      { kind: "dataset", role: "current", rows: 500 },
    ],
    [
      { kind: "measurement", value: 0.9095666244760046 },
      { kind: "measurement", value: 1.3652244607020356 },
      { kind: "measurement", value: 247.9837154297285 },
    ],
  ],
]);
