import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const stats = {
  min: 0.001,
  max: 0.009,
  mean: 0.002,
  median: 0.0015,
  stddev: 0.0005,
  q1: 0.001,
  q3: 0.003,
  ops: 500,
  rounds: 40,
  iterations: 1,
};
const pytest = {
  machine_info: { node: "n", python_version: "3.12.1", cpu: { brand: "b" } },
  commit_info: { id: "b8e9e2af", dirty: true },
  benchmarks: [{ name: "test_score", fullname: "bench.py::test_score", group: null, stats }],
  datetime: "2026-01-02T03:04:05.678901+00:00",
  version: "5.1.0",
};

test("times of pytest-benchmark are in seconds, over rounds, with commit and machine", async () => {
  const facts = await factsOfText("b.json", JSON.stringify(pytest));
  const of = { format: "pytest-benchmark", kind: "measurement", n: 40, at: "2026-01-02T03:04:05.678901Z" };
  const place = "/benchmarks/0/stats/mean";
  expectFact(facts, {
    ...of,
    raw_metric: "bench.py::test_score.mean",
    value: 0.002,
    unit: "s",
    higher_is_better: false,
    place,
  });
  expectFact(facts, { ...of, raw_metric: "bench.py::test_score.ops", value: 500, unit: "1/s", higher_is_better: true });
  expectFact(facts, {
    kind: "run",
    code_revision: "b8e9e2af",
    params: { uncommitted_changes: true },
    environment: { node: "n", python_version: "3.12.1", "pytest-benchmark": "5.1.0" },
  });
  expect(ofKind(facts, "measurement")).toHaveLength(7);
});

test("a run of no benchmark is empty", async () => {
  expectFact(await factsOfText("b.json", JSON.stringify({ ...pytest, benchmarks: [] })), {
    kind: "problem",
    problem: "empty",
  });
});

test("a time that is not finite, or text, is a problem and no pass", async () => {
  const text = JSON.stringify(pytest).replace('"mean":0.002', '"mean":NaN').replace('"max":0.009', '"max":"slow"');
  const facts = await factsOfText("b.json", text);
  expectFact(facts, { raw_metric: "bench.py::test_score.mean", value: null, non_finite: "NaN" });
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "/benchmarks/0/stats/mean" });
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/benchmarks/0/stats/max" });
});

test.each([
  ["Percent", "percent"],
  ["ns/iter", "ns"],
  ["ms", "ms"],
  ["Megabytes", "Megabytes"],
  ["", null],
])("the unit %s of a custom benchmark is %s", async (unit, expected) => {
  const facts = await factsOfText("out.json", JSON.stringify([{ name: "CPU Load", unit, value: 50, range: "5%" }]));
  expectFact(facts, {
    format: "github-action-benchmark",
    kind: "measurement",
    raw_metric: "CPU Load",
    value: 50,
    unit: expected,
    higher_is_better: null,
    place: "/0/value",
  });
});

const history = (...dates: readonly number[]) => ({
  lastUpdate: 1,
  repoUrl: "https://github.com/acme/model",
  entries: {
    "Python benchmark": dates.map((date) => ({
      commit: { id: `c${date}` },
      date,
      tool: "customSmallerIsBetter",
      benches: [{ name: "latency", unit: "ms", value: date / 1e12 }],
    })),
  },
});

test.each([
  ["the JSON history", "history.json", (json: string) => json],
  ["`data.js`", "dev/bench/data.js", (json: string) => `window.BENCHMARK_DATA = ${json}`],
  ["`data.js` that ends as a statement", "data.js", (json: string) => `window.BENCHMARK_DATA = ${json};\n`],
])("of %s the newest run counts, wherever it stands", async (_, path, written) => {
  const text = written(JSON.stringify(history(1.7e12, 1.9e12, 1.8e12), null, 2));
  const facts = await readFiles({ [path]: text });
  expectFact(facts, {
    format: "github-action-benchmark",
    kind: "measurement",
    raw_metric: "latency",
    value: 1.9,
    unit: "ms",
    higher_is_better: false,
    at: "2030-03-17T17:46:40Z",
    place: "/entries/Python benchmark/1/benches/0/value",
  });
  expectFact(facts, { kind: "run", code_revision: "c1900000000000" });
  expect(ofKind(facts, "measurement")).toHaveLength(1);
});

test("benchmarks of several suites carry the suite's name", async () => {
  const document = history(1);
  const entries = {
    ...document.entries,
    Go: [{ commit: { id: "c" }, date: 1, tool: "go", benches: [{ name: "fib", unit: "ns/op", value: 7 }] }],
  };
  const facts = await factsOfText("h.json", JSON.stringify({ ...document, entries }));
  expectFact(facts, { raw_metric: "Go: fib", value: 7, unit: "ns" });
});

test("a script that is no history of benchmarks is not read", async () => {
  const facts = await readFiles({ "data.js": "window.onload = () => {}\n" });
  expect(facts.filter(({ format }) => format !== null)).toEqual([]);
  expect(ofKind(facts, "problem")).toEqual([]);
});

test("a history that is cut short is broken", async () => {
  const text = `window.BENCHMARK_DATA = ${JSON.stringify(history(1))}`;
  const facts = await readFiles({ "data.js": text.slice(0, -20) });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

const google = {
  context: { date: "2026-01-02T03:04:05+00:00", num_cpus: 2 },
  benchmarks: [
    {
      name: "BM_score",
      run_name: "BM_score",
      run_type: "iteration",
      iterations: 1000,
      real_time: 12.5,
      cpu_time: 12.1,
      time_unit: "us",
      items_per_second: 80_000,
    },
    {
      name: "BM_repeated",
      run_name: "BM_repeated",
      run_type: "iteration",
      iterations: 9,
      real_time: 1,
      cpu_time: 1,
      time_unit: "ms",
    },
    {
      name: "BM_repeated_mean",
      run_name: "BM_repeated",
      run_type: "aggregate",
      aggregate_name: "mean",
      iterations: 3,
      real_time: 2,
      cpu_time: 2,
      time_unit: "ms",
    },
    {
      name: "BM_repeated_stddev",
      run_name: "BM_repeated",
      run_type: "aggregate",
      aggregate_name: "stddev",
      iterations: 3,
      real_time: 0.1,
      cpu_time: 0.1,
      time_unit: "ms",
    },
    {
      name: "BM_broken",
      run_name: "BM_broken",
      run_type: "iteration",
      error_occurred: true,
      error_message: "no model",
    },
  ],
};

test("Google Benchmark: times in their unit, aggregates in place of repetitions, failures told", async () => {
  const facts = await factsOfText("b.json", JSON.stringify(google));
  const of = { format: "google-benchmark", kind: "measurement" };
  expectFact(facts, {
    ...of,
    raw_metric: "BM_score.real_time",
    value: 12.5,
    unit: "us",
    n: 1000,
    higher_is_better: false,
  });
  expectFact(facts, {
    ...of,
    raw_metric: "BM_score.items_per_second",
    value: 80_000,
    unit: "1/s",
    higher_is_better: true,
  });
  expectFact(facts, { ...of, raw_metric: "BM_repeated_mean.real_time", value: 2, place: "/benchmarks/2/real_time" });
  expectFact(facts, { kind: "check", name: "BM_broken", passed: false, message: "no model" });
  expect(ofKind(facts, "measurement").filter(({ raw_metric }) => /stddev|BM_repeated\./.test(raw_metric))).toEqual([]);
});

test("JMH: the score with its interval, parameters in the name", async () => {
  const primaryMetric = { score: 3.5, scoreError: 0.5, scoreConfidence: [3, 4], scoreUnit: "ms/op", rawData: [[3, 4]] };
  const result = {
    jmhVersion: "1.37",
    benchmark: "acme.Score.run",
    mode: "avgt",
    params: { size: "10" },
    primaryMetric,
  };
  expectFact(await factsOfText("jmh.json", JSON.stringify([result])), {
    format: "jmh-results",
    kind: "measurement",
    raw_metric: "acme.Score.run (size=10)",
    value: 3.5,
    unit: "ms",
    higher_is_better: false,
    interval: { lower: 3, upper: 4, level: 0.999 },
    place: "/0/primaryMetric/score",
  });
});

test("BenchmarkTools.jl: estimates of nested groups, in nanoseconds", async () => {
  const estimate = [
    "TrialEstimate",
    { allocs: 0, time: 31028, memory: 0, gctime: 0, params: ["Parameters", { seconds: 5 }] },
  ];
  const group = [
    "BenchmarkGroup",
    { data: { fib: ["BenchmarkGroup", { data: { "20": estimate }, tags: [] }] }, tags: [] },
  ];
  const facts = await factsOfText("out.json", JSON.stringify([{ Julia: "1.7.0", BenchmarkTools: "1.0.0" }, [group]]));
  expectFact(facts, {
    format: "julia-benchmark",
    kind: "measurement",
    raw_metric: "fib/20.time",
    value: 31028,
    unit: "ns",
    place: "/1/0/1/data/fib/1/data/20/1/time",
  });
  expect(ofKind(facts, "measurement")).toHaveLength(4);
});
