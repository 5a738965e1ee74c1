import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

test("Top-1 is in per cent, the area under the curve a proportion, and the number before them a time", async () => {
  const facts = await factsOfText(
    "results.txt",
    "00177.205 ulp-mlperf: Top-1: 87.0%\n00177.222 ulp-mlperf: AUC: 0.98\n",
  );
  const of = { format: "mlperf-tiny-accuracy", kind: "measurement" };
  expectFact(facts, { ...of, raw_metric: "Top-1", metric: "top_1_accuracy", value: 87, unit: "percent", place: "1" });
  expectFact(facts, { ...of, raw_metric: "AUC", metric: "roc_auc", value: 0.98, unit: "proportion", place: "2" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("of throughput and energy the median is read, not the windows", async () => {
  const facts = await factsOfText(
    "results.txt",
    [
      "00355.070 ulp-ml:   Energy/Inf.  :     5090.283 uJ/inf.",
      "00355.089 ulp-ml: Median energy cost is 5090.283 uJ/inf.",
      "00355.089 ulp-ml:   Throughput   :       24.585 inf./sec.",
      "00355.090 ulp-ml: Median throughput is     24.585 inf./sec.",
    ].join("\r\n"),
  );
  const of = { format: "mlperf-tiny-performance", kind: "measurement" };
  expectFact(facts, {
    ...of,
    metric: "throughput",
    value: 24.585,
    unit: "inferences/s",
    higher_is_better: true,
    place: "4",
  });
  expectFact(facts, {
    ...of,
    raw_metric: "Median energy cost",
    value: 5090.283,
    unit: "uJ/inference",
    higher_is_better: false,
  });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("an error of the runner is a failed check", async () => {
  const text = "1.0 ulp-mlperf: Top-1: 80.0%\n1.1 ulp-mlperf: ERROR 2 - loop exited before 10 seconds elapsed.\n";
  expectFact(await factsOfText("results.txt", text), { kind: "check", passed: false, place: "2" });
});

const summary = `================================================
MLPerf Results Summary
================================================
SUT name : PySUT
Scenario : SingleStream
Mode     : PerformanceOnly
90.0th percentile latency (ns) : 141426994
Result is : INVALID
  Min duration satisfied : NO
  Min queries satisfied : Yes
  Early stopping satisfied: Yes

================================================
Additional Stats
================================================
QPS w/ loadgen overhead         : 7.72

Min latency (ns)                : 121304127
Mean latency (ns)               : 129386553
99.00 percentile latency (ns)   : 206884343
99.90 percentile first token latency (ns) : 5

================================================
Test Parameters Used
================================================
samples_per_query : 1
target_latency (ns): 1000000
max_duration (ms): 0
`;

test("a summary of the load generator gives latencies in their unit, its verdict and its settings", async () => {
  const facts = await factsOfText("mlperf_log_summary.txt", summary);
  const of = { format: "mlperf-inference-summary", kind: "measurement", unit: "ns", higher_is_better: false };
  expectFact(facts, { ...of, metric: "latency_p90", value: 141426994, place: "7" });
  expectFact(facts, { ...of, metric: "latency", raw_metric: "Mean latency (ns)", value: 129386553, place: "19" });
  expectFact(facts, { ...of, metric: "latency_p99", value: 206884343 });
  expectFact(facts, { ...of, metric: "99.90 percentile first token latency (ns)", value: 5 });
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "QPS w/ loadgen overhead",
    value: 7.72,
    higher_is_better: true,
  });
  expectFact(facts, { kind: "check", name: "result is valid", suite: true, passed: false, observed: "INVALID" });
  expectFact(facts, { kind: "check", name: "Min duration satisfied", passed: false });
  expectFact(facts, { kind: "check", name: "Min queries satisfied", passed: true });
  const [run] = ofKind(facts, "run");
  expect(run?.params).toMatchObject({ Scenario: "SingleStream", "target_latency (ns)": "1000000" });
  expect(ofKind(facts, "measurement").filter(({ raw_metric }) => /target|duration/.test(raw_metric))).toEqual([]);
});

const log = (...entries: readonly object[]): string =>
  entries
    .map((entry) => `0: :::MLLOG ${JSON.stringify({ namespace: "", time_ms: 1_700_000_000_000, ...entry })}`)
    .join("\n");
const point = { event_type: "POINT_IN_TIME" };
const accuracy = (value: unknown, epoch: number) => ({
  ...point,
  key: "eval_accuracy",
  value,
  metadata: { epoch_num: epoch },
});

test("of a training log the last accuracy counts, and how the run ended", async () => {
  const stop = { event_type: "INTERVAL_END", key: "run_stop", value: null, metadata: { status: "success" } };
  const seed = { ...point, key: "seed", value: 42 };
  const facts = await factsOfText("result_0.txt", log(seed, accuracy(0.71, 1), accuracy(0.72, 2), stop));
  expectFact(facts, {
    format: "mlperf-log",
    kind: "measurement",
    raw_metric: "eval_accuracy",
    value: 0.72,
    step: 2,
    place: "3",
  });
  expectFact(facts, { kind: "check", name: "the run reached its target", passed: true, observed: "success" });
  expectFact(facts, { kind: "run", status: "success", params: { seed: 42 }, at: "2023-11-14T22:13:20Z" });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});

test.each([
  [{ status: "aborted" }, false],
  [{}, null],
])("a run that stopped with %j has reached its target: %s", async (metadata, passed) => {
  const stop = { event_type: "INTERVAL_END", key: "run_stop", value: null, metadata };
  expectFact(await factsOfText("r.txt", log(accuracy(0.5, 1), stop)), { name: "the run reached its target", passed });
});

test("a detailed log of the load generator gives its results and whether they are valid", async () => {
  const text = log(
    { ...point, key: "result_validity", value: "INVALID" },
    { ...point, key: "result_99.00_percentile_latency_ns", value: 206884343 },
    { ...point, key: "result_min_duration_met", value: false },
  );
  const facts = await factsOfText("mlperf_log_detail.txt", text);
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "result_99.00_percentile_latency_ns",
    value: 206884343,
    unit: "ns",
  });
  expectFact(facts, { kind: "check", name: "result is valid", passed: false });
});

test("an event that is cut short, or not finite, is a problem", async () => {
  const text = `${log(accuracy(0.5, 1))}\n:::MLLOG {"key": "eval_accuracy", "value": NaN}\n:::MLLOG {"key": "run_st`;
  const facts = await factsOfText("r.txt", text);
  expectFact(facts, { kind: "measurement", raw_metric: "eval_accuracy", value: null, non_finite: "NaN" });
  expectFact(facts, { kind: "problem", problem: "unreadable", place: "3" });
});

test.each([
  [
    "Tiny",
    { Submitter: "Acme", Division: "Closed", Status: "Available", "Board Name": "B1", "SoC Name": "" },
    { "Board Name": "B1" },
  ],
  ["Inference", { submitter: "Acme", division: "open", status: "available", system_name: "S" }, { system_name: "S" }],
])("a system of %s is the environment of a run, without empty entries", async (_, system, environment) => {
  const facts = await factsOfText("system.json", JSON.stringify(system));
  const [run] = ofKind(facts, "run");
  expect(run?.environment).toMatchObject(environment);
  expect(run?.environment).not.toHaveProperty("SoC Name");
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("raw answers are a table of predictions", async () => {
  const facts = await factsOfText("mlperf_log_accuracy.json", '[{"seq_id": 0, "qsl_idx": 3, "data": "00000000"}]');
  expectFact(facts, { format: "mlperf-accuracy-log", kind: "table", rows: 1, role: "predictions" });
});
