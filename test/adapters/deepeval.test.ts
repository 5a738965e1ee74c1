import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const common = [
  { kind: "check", name: "Exact Match (test_case_0)", passed: true, observed: 1, expected: 1 },
  { kind: "check", name: "Exact Match (test_case_1)", passed: false, observed: 0, expected: 1 },
  { kind: "check", name: "Brevity (test_case_1)", passed: false, observed: 0.2702702702702703, expected: 0.5 },
  { kind: "measurement", raw_metric: "Brevity", value: 0.6351351351351351, n: 2, threshold: 0.5, protocol: "mean" },
  { kind: "check", name: "all test cases", suite: true, passed: false, observed: 1, expected: 2 },
];

describeFixtures("deepeval-results", [
  [
    "deepeval/evaluation_result.json",
    "the dump of a result, in snake case",
    [...common, { name: "Exact Match (test_case_1)", place: "/test_results/1/metrics_data/0/score" }],
  ],
  [
    "deepeval/test_run.json",
    "the file of a test run, in camel case",
    [...common, { name: "Exact Match (test_case_1)", place: "/testCases/1/metricsData/0/score" }],
  ],
]);

const run = (metrics: unknown, success = true): string =>
  JSON.stringify({ test_results: [{ name: "t", success, metrics_data: metrics }] });

test("a metric that gave an error has neither passed nor failed, and is missing from the mean", async () => {
  const error = { name: "Faithfulness", threshold: 0.5, success: false, score: null, error: "rate limit" };
  const good = { name: "Faithfulness", threshold: 0.5, success: true, score: 0.75, reason: "grounded" };
  const facts = await factsOfText("r.json", run([error, good], false));
  expectFact(facts, { kind: "check", name: "Faithfulness (t)", passed: null, message: "rate limit" });
  expectFact(facts, { kind: "measurement", metric: "faithfulness", value: 0.75, n: 1 });
  expectFact(facts, { name: "all samples of Faithfulness were evaluated", passed: false, observed: 1, expected: 2 });
  expectFact(facts, { kind: "check", name: "all test cases", passed: null });
});

test.each([[null], [[]]])("a test case that no metric judged (%j) has not passed", async (metrics) => {
  const facts = await factsOfText("r.json", run(metrics));
  expectFact(facts, { kind: "check", name: "t", passed: null, message: "no metric judged this test case" });
  expectFact(facts, { kind: "check", name: "all test cases", passed: null });
});

test("a run without test cases has not passed", async () => {
  const facts = await factsOfText("r.json", '{"testCases": [], "testPassed": 0, "testFailed": 0}');
  expectFact(facts, { format: "deepeval-results", kind: "check", name: "all test cases", passed: null, observed: 0 });
});

test("the first versions call the metrics metadata, and the threshold the least score", async () => {
  const metricsMetadata = [{ metric: "Toxicity", score: 0.9, minimumScore: 0.5, success: true }];
  const facts = await factsOfText(
    "r.json",
    JSON.stringify({ testCases: [{ name: "t", success: true, metricsMetadata }] }),
  );
  expectFact(facts, { kind: "check", name: "Toxicity (t)", passed: true, observed: 0.9, expected: 0.5 });
});

test("a score that is no number is no pass", async () => {
  const facts = await factsOfText(
    "r.json",
    '{"test_results":[{"name":"t","success":true,"metrics_data":[{"name":"M","success":true,"score":NaN}]}]}',
  );
  expectFact(facts, { kind: "check", name: "M (t)", passed: null, observed: null });
  expect(ofKind(facts, "measurement")).toEqual([]);
});
