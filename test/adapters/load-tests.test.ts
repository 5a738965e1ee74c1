import { describe, expect, test } from "vitest";
import { latencyMetric } from "../../src/adapters/families/load-test.js";
import { nameAndTags } from "../../src/adapters/families/k6.js";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, placeOf } from "./described.js";

describeFixtures("k6-summary", [
  [
    "load/k6-slow.json",
    "`ok: false` is a threshold that did not hold",
    [
      { kind: "check", name: "http_req_duration: p(95)<150", passed: false },
      { kind: "check", name: "http_req_duration{name:score}: p(99)<250", passed: false },
      { kind: "measurement", metric: "latency_p95", value: 262.862849, unit: "ms", slice: {}, higher_is_better: false },
      { kind: "measurement", metric: "request_failure_rate", raw_metric: "http_req_failed", unit: "proportion" },
    ],
    [
      { kind: "measurement", raw_metric: "http_req_failed", value: 25 },
      { kind: "measurement", metric: "error_rate" },
    ],
  ],
  [
    "load/k6-unreachable.json",
    "a dead server: thresholds over no sample are not tested, whatever `ok` says",
    [
      { kind: "check", name: "http_req_duration: p(95)<150", passed: null },
      { kind: "check", name: "http_req_failed: rate<0.01", passed: false },
      { kind: "check", name: "scoring::status is 200", passed: false, observed: 0, expected: 4480 },
      { kind: "measurement", metric: "latency_p95", value: 0, n: 0 },
      { kind: "measurement", metric: "request_failure_rate", value: 1, trials: 4480 },
    ],
    [{ kind: "check", passed: true }],
  ],
]);

describeFixtures("k6-summary-export", [
  [
    "load/k6-slow-export.json",
    "`true` is a threshold that was crossed: the opposite of the other form",
    [
      { kind: "check", name: "http_req_duration: p(95)<150", passed: false },
      { kind: "check", name: "checks: rate>0.99", passed: false },
      { kind: "measurement", metric: "latency_p95", value: 268.27760245, unit: "ms" },
      { kind: "measurement", metric: "request_failure_rate", value: 0.034926470588235295, trials: 544 },
    ],
  ],
  [
    "load/k6-fast-export.json",
    "`false` is a threshold that held",
    [{ kind: "check", name: "http_req_duration: p(95)<150", passed: true }],
    [{ kind: "check", passed: false }],
  ],
]);

describe("k6 in shapes that were not made here", () => {
  const summary = (thresholds: object, values: object) =>
    JSON.stringify({
      root_group: {},
      metrics: { m: { type: "trend", contains: "time", values, thresholds } },
    });

  test.each([
    ["a threshold without `ok` has not passed", { "p(95)<1": {} }, { "p(95)": 0.5 }, null],
    ["a threshold with a text has not passed", { "p(95)<1": { ok: "true" } }, { "p(95)": 0.5 }, null],
    ["zeros with a count above 0 were measured", { "p(95)<1": { ok: true } }, { "p(95)": 0, count: 3 }, true],
    ["a count of 0 is no sample", { "p(95)<1": { ok: true } }, { "p(95)": 0.5, count: 0 }, null],
  ])("%s", async (_, thresholds, values, passed) => {
    const facts = ofKind(await factsOfText("s.json", summary(thresholds, values)), "check");
    expect(facts.map((check) => check.passed)).toEqual([passed]);
  });

  test("the structured summary is read by its schema", async () => {
    const metric = {
      name: "http_req_failed",
      type: "rate",
      contains: "default",
      values: { matches: 3, rate: 0.5, total: 6 },
    };
    const trend = { name: "http_req_duration", type: "trend", contains: "time", values: { "p(95)": 12.5 } };
    const checks = { metrics: [], results: [{ name: "ok", passes: 3, fails: 3 }] };
    const text = JSON.stringify({
      version: "1.0.0",
      metadata: { k6Version: "1.5.0", generatedAt: "2026-11-23T05:04:00Z" },
      config: { duration: 2 },
      results: { metrics: [metric, trend], checks },
    });
    const facts = await factsOfText("s.json", text);
    expect(ofKind(facts, "measurement").map(({ metric: name, value, n, at }) => [name, value, n, at])).toEqual([
      ["request_failure_rate", 0.5, 6, "2026-11-23T05:04:00Z"],
      ["latency_p95", 12.5, null, "2026-11-23T05:04:00Z"],
    ]);
    expect(ofKind(facts, "check").map(({ passed }) => passed)).toEqual([false]);
  });

  test.each([
    ["http_req_duration", "http_req_duration", {}],
    ["http_req_duration{name:score}", "http_req_duration", { name: "score" }],
    ["a{group:::x,scenario:s}", "a", { group: "::x", scenario: "s" }],
    ["a{__proto__:x}", "a", JSON.parse('{"__proto__":"x"}')],
    ["a{", "a{", {}],
  ])("tags of %s", (name, metric, slice) => {
    expect(nameAndTags(name)).toEqual({ metric, slice });
  });
});

describeFixtures("vegeta-report", [
  [
    "load/vegeta-slow.json",
    "nanoseconds, and the share that succeeded",
    [
      { kind: "measurement", metric: "latency_p95", value: 310602702, unit: "ns", place: "/latencies/95th", n: 480 },
      { kind: "measurement", metric: "request_success_rate", value: 0.9625, trials: 480 },
      { kind: "measurement", metric: "responses", slice: { status: "500" }, value: 18 },
    ],
    [{ kind: "measurement", metric: "latency_p95", unit: "ms" }],
  ],
  [
    "load/vegeta-unreachable.json",
    "latencies of refused connections are of no answer",
    [
      { kind: "measurement", metric: "latency_p95", value: 549089, n: 0 },
      { kind: "measurement", metric: "request_success_rate", value: 0 },
    ],
  ],
]);

describeFixtures("vegeta-text", [
  [
    "load/vegeta-slow.txt",
    "each number in the unit that stands behind it",
    [
      { kind: "measurement", metric: "latency_p95", value: 310.603, unit: "ms", place: "3", n: 480 },
      { kind: "measurement", metric: "request_success_rate", value: 96.25, unit: "percent", place: "6" },
      { kind: "measurement", metric: "throughput", value: 56.58, place: "1" },
    ],
  ],
]);

describeFixtures("hey-report", [
  [
    "load/hey-slow.txt",
    "seconds, percentiles with two signs, answers by status",
    [
      { kind: "measurement", raw_metric: "latency 95%", metric: "latency_p95", value: 0.3359, unit: "s", place: "30" },
      { kind: "measurement", raw_metric: "Average", metric: "latency", value: 0.0862, unit: "s", n: 400 },
      { kind: "measurement", metric: "responses", slice: { status: "500" }, value: 24, n: 400 },
    ],
  ],
]);

describeFixtures("hey-csv", [
  [
    "load/hey-slow.csv",
    "percentiles are rows of the file",
    [{ kind: "measurement", metric: "latency_p95", unit: "s", n: 40 }],
  ],
]);

test("a percentile of hey's rows stands on its line", async () => {
  const rows = ["0.4", "0.1", "0.3", "0.2"].map((seconds) => `${seconds},0,0,0,0,0,200,0`);
  const text = [
    "response-time,DNS+dialup,DNS,Request-write,Response-delay,Response-read,status-code,offset",
    ...rows,
  ].join("\n");
  const p50 = ofKind(await factsOfText("r.csv", text), "measurement").find(({ metric }) => metric === "latency_p50");
  expect(p50).toMatchObject({ value: 0.2, source: { line: 5 } });
});

test("hey against a dead server: errors, and no time", async () => {
  const text =
    "\nSummary:\n  Total:\t0.1 secs\n  Slowest:\t0.0000 secs\n  Fastest:\t0.0000 secs\n  Average:\tNaN secs\n" +
    '  Requests/sec:\t2000.1\n\nStatus code distribution:\n\nError distribution:\n  [200]\tGet "http://h/": refused\n';
  const facts = await factsOfText("hey.txt", text);
  expect(ofKind(facts, "measurement").find(({ metric }) => metric === "latency")).toMatchObject({ value: null, n: 0 });
  expect(ofKind(facts, "measurement").find(({ metric }) => metric === "request_failures")).toMatchObject({
    value: 200,
    n: 200,
  });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toContain("non-finite");
});

describeFixtures("locust-stats", [
  [
    "load/locust-slow_stats.csv",
    "the column 95% is milliseconds; the last row is of all requests",
    [
      { kind: "measurement", raw_metric: "95%", metric: "latency_p95", value: 250, unit: "ms", slice: {}, n: 577 },
      { kind: "measurement", metric: "latency_p95", value: 280, slice: { request: "GET /score" } },
      { kind: "measurement", metric: "request_failures", value: 17, slice: {}, n: 577, place: "4" },
    ],
    [{ kind: "measurement", raw_metric: "95%", unit: "percent" }],
  ],
]);

test("locust before the first request: no percentile, and it is told", async () => {
  const text = "Type,Name,Request Count,Failure Count,Median Response Time,95%\n,Aggregated,0,0,0,N/A\n";
  const facts = await factsOfText("run_stats.csv", text);
  expect(ofKind(facts, "measurement").some(({ metric }) => metric === "latency_p95")).toBe(false);
  expect(ofKind(facts, "problem")).toMatchObject([{ problem: "empty", source: { line: 2 } }]);
});

test("locust 0.x wrote other names", async () => {
  const text =
    '"Method","Name","# requests","# failures","Median response time","Average response time"\n' +
    '"GET","/",10,0,3,4\n"None","Total",10,0,3,4\n';
  const facts = ofKind(await factsOfText("run_requests.csv", text), "measurement");
  expect(facts.find(({ metric, slice }) => metric === "latency" && Object.keys(slice).length === 0)).toMatchObject({
    value: 4,
    n: 10,
  });
});

describeFixtures("locust-json", [
  [
    "load/locust-slow.json",
    "percentiles out of the histograms, at the bucket that holds them",
    [{ kind: "measurement", metric: "request_failures", slice: { request: "GET /score" } }],
  ],
]);

test("a histogram's percentile is the one that Locust gives", async () => {
  // locust.stats.calculate_response_time_percentile({10: 5, 20: 4, 300: 1}, 10, p), by its source: 0.5 -> 20, 0.9 and up -> 300
  const entry = {
    name: "/",
    method: "GET",
    num_requests: 10,
    num_failures: 0,
    response_times: { 300: 1, 10: 5, 20: 4 },
  };
  const facts = ofKind(await factsOfText("stats.json", JSON.stringify([entry])), "measurement");
  const whole = facts.filter(({ slice }) => Object.keys(slice).length === 0);
  expect(whole.map((fact) => [fact.metric, fact.value, placeOf(fact)])).toEqual([
    ["latency_p50", 20, "/0/response_times/20"],
    ["latency_p90", 300, "/0/response_times/300"],
    ["latency_p95", 300, "/0/response_times/300"],
    ["latency_p99", 300, "/0/response_times/300"],
  ]);
});

test.each([
  ["load/locust-fast_failures.csv", "no row: nothing failed, and nothing is wrong", 0, 0],
  ["load/locust-slow_failures.csv", "a row an error", 1, 0],
  ["load/locust_exceptions.csv", "no row: told as empty", 0, 1],
])("%s: %s", async (path, _, measurements, problems) => {
  const { readEvidence } = await import("../read-evidence.js");
  const facts = await readEvidence(new URL(`../fixtures/${path}`, import.meta.url).pathname);
  expect([ofKind(facts, "measurement").length, ofKind(facts, "problem").length]).toEqual([measurements, problems]);
});

test.each([
  ["mean", "latency"],
  ["max", "latency_max"],
  [95, "latency_p95"],
  [99.9, "latency_p99.9"],
] as const)("the metric of %s is %s", (statistic, metric) => {
  expect(latencyMetric(statistic)).toBe(metric);
});

describe("what k6 prints at its end", () => {
  const before = [
    "     checks.........................: 100.00% ✓ 60       ✗ 0",
    "     http_req_blocked...............: avg=12.5ms   min=1µs     p(95)=121ms",
    "   ✓ http_req_duration..............: avg=118.5ms  min=110.2µs med=115.1ms max=1m2s p(90)=130.2ms p(95)=1.5s",
    "       { expected_response:true }...: avg=118ms    min=110.2ms p(95)=150.8ms",
    "   ✗ http_req_failed................: 3.33%   ✓ 2        ✗ 58",
    "     http_reqs......................: 60      1.95/s",
  ].join("\n");
  const since = [
    "  █ THRESHOLDS",
    "",
    "    http_req_duration",
    "    ✗ 'p(95)<200' p(95)=203.8ms",
    "",
    "  █ TOTAL RESULTS",
    "    checks_succeeded...................: 99.50%  199 out of 200",
    "    http_req_duration..................: avg=117.55ms p(95)=203.8ms",
    "    http_req_failed....................: 0.50%  1 out of 200",
    "    http_reqs..........................: 200    6.63/s",
  ].join("\n");
  const of = async (text: string) => factsOfText("k6.log", text);
  const measured = async (text: string) =>
    ofKind(await of(text), "measurement").map(({ metric, value, unit, n, slice }) => ({
      metric,
      value,
      unit,
      n,
      slice,
    }));

  test("each time stands in the unit that is printed; one of several units is left out", async () => {
    expect(await measured(before)).toEqual([
      { metric: "latency", value: 118.5, unit: "ms", n: 60, slice: {} },
      { metric: "latency_min", value: 110.2, unit: "us", n: 60, slice: {} },
      { metric: "latency_p50", value: 115.1, unit: "ms", n: 60, slice: {} },
      { metric: "latency_p90", value: 130.2, unit: "ms", n: 60, slice: {} },
      { metric: "latency_p95", value: 1.5, unit: "s", n: 60, slice: {} },
      { metric: "latency", value: 118, unit: "ms", n: null, slice: { expected_response: "true" } },
      { metric: "latency_min", value: 110.2, unit: "ms", n: null, slice: { expected_response: "true" } },
      { metric: "latency_p95", value: 150.8, unit: "ms", n: null, slice: { expected_response: "true" } },
      { metric: "request_failure_rate", value: 3.33, unit: "percent", n: 60, slice: {} },
      { metric: "requests", value: 60, unit: "count", n: null, slice: {} },
      { metric: "throughput", value: 1.95, unit: "1/s", n: null, slice: {} },
    ]);
  });

  test("a mark before a metric says whether its thresholds held", async () => {
    expect(ofKind(await of(before), "check")).toMatchObject([
      { name: "checks of the script", passed: true, source: { line: 1 } },
      { name: "http_req_duration: thresholds", passed: true, source: { line: 3 } },
      { name: "http_req_failed: thresholds", passed: false, source: { line: 5 } },
    ]);
  });

  test("the form since 1.0", async () => {
    expect(ofKind(await of(since), "check")).toMatchObject([
      { name: "checks of the script", passed: false, message: "199 of 200 checks passed" },
      { name: "http_req_duration: p(95)<200", passed: false, observed: "p(95)=203.8ms", source: { line: 4 } },
    ]);
    expect(await measured(since)).toContainEqual({
      metric: "request_failure_rate",
      value: 0.5,
      unit: "percent",
      n: 200,
      slice: {},
    });
  });
});

describe("wrk", () => {
  // As wrk 4 and wrk2 print; each latency has a unit of its own.
  const report = (requests: string, distribution: string): string =>
    [
      "Running 30s test @ http://127.0.0.1:8080/predict",
      "  12 threads and 400 connections",
      "  Thread Stats   Avg      Stdev     Max   +/- Stdev",
      "    Latency   635.91us    0.89ms  12.92ms   93.69%",
      "    Req/Sec    56.20k     8.07k   62.00k    86.54%",
      distribution,
      `  ${requests} requests in 30.00s, 17.76GB read`,
      "  Socket errors: connect 0, read 12, write 0, timeout 3",
      "  Non-2xx or 3xx responses: 5",
      "Requests/sec: 748868.53",
      "Transfer/sec:    606.33MB",
      "",
    ].join("\n");

  test.each([
    ["wrk", "  Latency Distribution\n     50%  250.00us\n     99%    5.80ms"],
    ["wrk2", "  Latency Distribution (HdrHistogram - Recorded Latency)\n 50.000%  250.00us\n 99.000%    5.80ms"],
  ])("%s: latencies are in the unit beside them", async (_, distribution) => {
    const facts = await factsOfText("wrk.txt", report("22464657", distribution));
    expectFact(facts, { format: "wrk-report", metric: "latency", value: 635.91, unit: "us", n: 22464657 });
    expectFact(facts, { metric: "latency_max", value: 12.92, unit: "ms" });
    expectFact(facts, { metric: "latency_p50", value: 250, unit: "us", place: "7" });
    expectFact(facts, { metric: "latency_p99", value: 5.8, unit: "ms", place: "8" });
    expectFact(facts, { metric: "requests", value: 22464657, unit: "count" });
    expectFact(facts, { metric: "request_failures", value: 5, n: 22464657 });
    expectFact(facts, { metric: "socket_errors", value: 3, slice: { error: "timeout" } });
    expectFact(facts, { metric: "throughput", value: 748868.53, unit: "1/s" });
    expect(facts.filter((fact) => fact.kind === "measurement" && fact.value === 0.89)).toEqual([]);
  });

  test("a test that made no request shows nothing", async () => {
    expectFact(await factsOfText("wrk.txt", report("0", "")), { kind: "problem", problem: "empty" });
  });
});
