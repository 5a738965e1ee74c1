import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

// The texts are cut down from what the tools' sources, schemas and documentation show; see each adapter's `definedAt`.

const formatOf = async (name: string, text: string): Promise<string | null> => {
  const file = ofKind(await factsOfText(name, text), "file")[0];
  return file?.format ?? null;
};

describe("ApacheBench", () => {
  const report = (failed: string, complete = 1000): string =>
    [
      "This is ApacheBench, Version 2.3 <$Revision: 1879490 $>",
      "",
      "Concurrency Level:      10",
      "Time taken for tests:   1.234 seconds",
      `Complete requests:      ${complete}`,
      failed,
      "Non-2xx responses:      2",
      "Requests per second:    810.37 [#/sec] (mean)",
      "Time per request:       12.340 [ms] (mean)",
      "Time per request:       1.234 [ms] (mean, across all concurrent requests)",
      "",
      "Percentage of the requests served within a certain time (ms)",
      "  50%     12",
      "  95%     18",
      " 100%     40 (longest request)",
    ].join("\n");

  test("times in milliseconds, with the requests behind them", async () => {
    const facts = await factsOfText("ab.txt", report("Failed requests:        0"));
    expectFact(facts, { format: "apachebench-report", metric: "latency", value: 12.34, unit: "ms", n: 1000 });
    expectFact(facts, { metric: "latency_p95", value: 18, unit: "ms", place: "14" });
    expectFact(facts, { metric: "latency_max", value: 40, place: "15" });
    expectFact(facts, { metric: "throughput", value: 810.37, unit: "1/s" });
    expectFact(facts, { metric: "responses", value: 2, slice: { status: "non-2xx" } });
    expect(ofKind(facts, "measurement").filter(({ value }) => value === 1.234)).toEqual([]);
  });

  test.each([
    ["(Connect: 0, Receive: 0, Length: 3, Exceptions: 0)", "with answers of another length"],
    ["(Connect: 3, Receive: 0, Length: 0, Exceptions: 0)", null],
  ])("failures %s", async (parts, protocol) => {
    const facts = await factsOfText("ab.txt", report(`Failed requests:        3\n   ${parts}`));
    expectFact(facts, { metric: "request_failures", value: 3, n: 1000, protocol });
  });

  test("a test that broke off made no request", async () => {
    const facts = await factsOfText("ab.txt", report("Failed requests:        0", 0));
    expectFact(facts, { kind: "problem", problem: "empty" });
  });
});

describe("autocannon", () => {
  const result = (total: number): string =>
    JSON.stringify({
      url: "http://localhost:8000",
      finish: "2024-01-01T00:00:10.020Z",
      errors: 4,
      timeouts: 3,
      non2xx: 5,
      "2xx": total - 5,
      "5xx": 5,
      statusCodeStats: { 200: { count: total - 5 }, 500: { count: 5 } },
      latency: {
        average: 0.52,
        mean: 0.52,
        stddev: 0.6,
        min: 0,
        max: 20,
        p50: 0,
        p97_5: 2,
        p99_9: 6,
        totalCount: total,
      },
      requests: { average: 10000, mean: 10000, total, sent: total + 4 },
      throughput: { average: 1900000, mean: 1900000, total: 19000000 },
    });

  test("`throughput` is bytes, and the rate of requests stands under `requests`", async () => {
    const facts = await factsOfText("a.json", result(100000));
    expectFact(facts, { format: "autocannon-result", metric: "throughput", value: 10000, place: "/requests/average" });
    expectFact(facts, { metric: "latency_p97.5", value: 2, unit: "ms", n: 100000, at: "2024-01-01T00:00:10.020Z" });
    expectFact(facts, { metric: "responses", value: 5, slice: { status: "500" }, n: 100000 });
    expectFact(facts, { metric: "request_failures", value: 4 });
    expect(ofKind(facts, "measurement").filter(({ value }) => value === 1900000)).toEqual([]);
  });

  test("older results count answers by class of status", async () => {
    const older = result(10).replace(/"statusCodeStats":.*?\}\},/, "");
    expectFact(await factsOfText("a.json", older), { metric: "responses", value: 5, slice: { status: "5xx" } });
  });

  test("a dead server: no answer, and it is told", async () => {
    expectFact(await factsOfText("a.json", result(0)), { kind: "problem", problem: "empty", place: "/requests/total" });
  });
});

describe("Artillery", () => {
  const second = (requests: number): string =>
    JSON.stringify({
      aggregate: {
        counters: {
          "vusers.created": 300,
          "http.requests": requests,
          "http.codes.200": 2526,
          "http.responses": 2526,
          "errors.ETIMEDOUT": 1797,
          "plugins.metrics-by-endpoint./a.codes.200": 1263,
        },
        rates: { "http.request_rate": 13 },
        lastMetricAt: 1737045694150,
        summaries: {
          "http.response_time": {
            min: 220,
            max: 1120,
            count: 2526,
            mean: 242.2,
            p50: 232.8,
            median: 232.8,
            p999: 620.3,
          },
          "http.response_time.2xx": { min: 220, max: 1120, count: 2526, mean: 242.2, p95: 257.3 },
        },
      },
      intermediate: [],
    });

  test("of version 2, with the answers behind the times", async () => {
    const facts = await factsOfText("r.json", second(4323));
    expectFact(facts, {
      format: "artillery-report",
      metric: "latency",
      value: 242.2,
      n: 2526,
      protocol: null,
      place: "/aggregate/summaries/http.response_time/mean",
    });
    expectFact(facts, { metric: "latency_p99.9", value: 620.3, unit: "ms", at: "2025-01-16T16:41:34.150Z" });
    expectFact(facts, { metric: "request_failures", value: 1797, n: 4323, slice: { error: "ETIMEDOUT" } });
    expectFact(facts, { metric: "responses", value: 2526, slice: { status: "200" } });
    expect(ofKind(facts, "measurement").filter(({ metric }) => metric === "latency_p50")).toHaveLength(1);
  });

  test("of version 1", async () => {
    const aggregate = {
      timestamp: "2021-01-01T00:00:00.000Z",
      scenariosCreated: 300,
      scenariosCompleted: 299,
      requestsCompleted: 600,
      latency: { min: 1.2, max: 99.4, median: 5.1, p95: 20.3, p99: 50.1 },
      rps: { count: 600, mean: 9.9 },
      errors: { ECONNREFUSED: 1 },
      codes: { 200: 598, 500: 2 },
    };
    const facts = await factsOfText("r.json", JSON.stringify({ aggregate, intermediate: [] }));
    expectFact(facts, { metric: "latency_p50", value: 5.1, n: 600, place: "/aggregate/latency/median" });
    expectFact(facts, { metric: "responses", value: 2, slice: { status: "500" }, n: 600 });
    expectFact(facts, { metric: "request_failures", value: 1, slice: { error: "ECONNREFUSED" } });
  });

  test("without a request, it is told", async () => {
    expectFact(await factsOfText("r.json", second(0)), { kind: "problem", problem: "empty" });
  });
});

describe("oha", () => {
  const result = (statusCodeDistribution: object, success: number | null = 0.99): string =>
    JSON.stringify({
      summary: { successRate: success, total: 10, slowest: 0.2, fastest: 0.001, average: 0.012, requestsPerSec: 811.1 },
      latencyPercentiles: { p50: 0.01, p95: 0.025, "p99.9": 0.1, "p99.99": null },
      statusCodeDistribution,
      errorDistribution: { "connection refused": 20 },
    });

  test("seconds; a success is any answer, and is called so", async () => {
    const facts = await factsOfText("oha.json", result({ 200: 1900, 500: 80 }));
    expectFact(facts, { format: "oha-result", metric: "latency_p99.9", value: 0.1, unit: "s", n: 1980 });
    expectFact(facts, { metric: "request_success_rate", value: 0.99, protocol: "answered", trials: 2000 });
    expectFact(facts, { metric: "responses", value: 80, slice: { status: "500" }, n: 1980 });
    expectFact(facts, { metric: "request_failures", value: 20, slice: { error: "connection refused" } });
    expect(ofKind(facts, "measurement").some(({ metric }) => metric === "latency_p99.99")).toBe(false);
  });

  test("a dead server", async () => {
    expectFact(await factsOfText("oha.json", result({}, 0)), { kind: "problem", problem: "empty" });
  });
});

describe("bombardier", () => {
  const result = (answered: number): string =>
    JSON.stringify({
      spec: { numberOfConnections: 125, testType: "timed", testDurationSeconds: 10, method: "GET", url: "http://h/" },
      result: {
        timeTakenSeconds: 10,
        req1xx: 0,
        req2xx: answered,
        req3xx: 0,
        req4xx: 0,
        req5xx: 0,
        others: 20,
        latency: { mean: 12000.5, stddev: 3000.1, max: 200000, percentiles: { 50: 10000, 95: 25000 } },
        rps: { mean: 811.1, stddev: 100, max: 900, percentiles: { 50: 810 } },
      },
    });

  test("microseconds", async () => {
    const facts = await factsOfText("b.json", result(8000));
    expectFact(facts, { format: "bombardier-result", metric: "latency_p95", value: 25000, unit: "us", n: 8000 });
    expectFact(facts, { metric: "throughput", value: 811.1, place: "/result/rps/mean" });
    expectFact(facts, { metric: "request_failures", value: 20 });
    expect(ofKind(facts, "measurement").some(({ metric }) => metric === "specificity")).toBe(false);
  });

  test("a dead server", async () => {
    expectFact(await factsOfText("b.json", result(0)), { kind: "problem", problem: "empty" });
  });
});

describe("Fortio", () => {
  const result = (count: number): string =>
    JSON.stringify({
      RunType: "HTTP",
      StartTime: "2024-01-01T00:00:00.5Z",
      ActualQPS: 99.9,
      DurationHistogram: {
        Count: count,
        Min: 0.001,
        Max: 0.2,
        Avg: 0.0121,
        Data: [{ Start: 0.001, End: 0.002, Percent: 10, Count: 100 }],
        Percentiles: [
          { Percentile: 50, Value: 0.01 },
          { Percentile: 99.9, Value: 0.1 },
        ],
      },
      ErrorsDurationHistogram: { Count: 10, Avg: 0.01 },
      RetCodes: { 200: count - 10, 500: 10 },
    });

  test("seconds, with the percentiles that were asked for", async () => {
    const facts = await factsOfText("f.json", result(1000));
    expectFact(facts, {
      format: "fortio-result",
      metric: "latency_p99.9",
      value: 0.1,
      unit: "s",
      n: 1000,
      place: "/DurationHistogram/Percentiles/1/Value",
    });
    expectFact(facts, { metric: "request_failures", value: 10, n: 1000 });
    expectFact(facts, { metric: "responses", value: 10, slice: { status: "500" } });
  });

  test("no request", async () => {
    expectFact(await factsOfText("f.json", result(0)), { kind: "problem", problem: "empty" });
  });
});

describe("JMeter", () => {
  const total = (sampleCount: number) => ({
    sampleCount,
    errorCount: 17,
    errorPct: 0.97,
    meanResTime: 21.9,
    medianResTime: 22.0,
    minResTime: 1,
    maxResTime: 49.0,
    pct1ResTime: 23.0,
    pct2ResTime: 24.0,
    pct3ResTime: 28.0,
    throughput: 175.3,
  });
  const statistics = (sampleCount: number): string =>
    JSON.stringify({
      predict: { transaction: "predict", ...total(sampleCount) },
      Total: { transaction: "Total", ...total(sampleCount) },
    });

  test("the statistics of its report: the share of failures is per cent", async () => {
    const facts = await factsOfText("statistics.json", statistics(1744));
    expectFact(facts, {
      format: "jmeter-statistics",
      metric: "latency_p95",
      value: 24,
      unit: "ms",
      slice: {},
      n: 1744,
    });
    expectFact(facts, { metric: "latency_p99", value: 28, slice: { request: "predict" } });
    expectFact(facts, { metric: "request_failure_rate", value: 0.97, unit: "percent", trials: 1744, slice: {} });
    expectFact(await factsOfText("statistics.json", statistics(0)), { kind: "problem", place: "/Total/sampleCount" });
  });

  test("the tables of its listeners: times in ms, a share of failures, and TOTAL is all of them", async () => {
    const columns = "Label,# Samples,Average,Median,90% Line,95% Line,99% Line,Min,Max,Error %,Throughput,Sent KB/sec";
    const facts = await factsOfText(
      "aggregate.csv",
      `${columns}\npredict,200,40,38,60,70,90,5,120,1.500%,20.5,3.2\nTOTAL,400,30,28,50,60,80,4,120,0.750%,41.0/sec,6.4\n`,
    );
    expectFact(facts, {
      format: "jmeter-aggregate",
      metric: "latency",
      value: 40,
      unit: "ms",
      slice: { request: "predict" },
    });
    expectFact(facts, { metric: "latency_p95", value: 60, n: 400, slice: {}, place: "3" });
    expectFact(facts, { metric: "request_failure_rate", value: 0.75, unit: "percent", trials: 400, slice: {} });
    expectFact(facts, { metric: "throughput", value: 41, slice: {} });
    const none = await factsOfText("aggregate.csv", `${columns}\nTOTAL,0,0,0,0,0,0,0,0,0.000%,1.2/min,0\n`);
    expectFact(none, { kind: "problem", place: "2" });
    expect(ofKind(none, "measurement").map(({ metric }) => metric)).not.toContain("throughput");
  });

  const header =
    "timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes";
  const rows = [
    "1700000000000,40,predict,200,OK,T 1-1,text,true,,100",
    "1700000000100,10,predict,200,OK,T 1-1,text,true,,100",
    "1700000000200,20,health,200,OK,T 1-1,text,true,,100",
    '1700000000300,30,predict,500,"Internal, Error",T 1-1,text,false,boom,100',
    '1700000000000,99,Flow,200,"Number of samples in transaction : 2, number of failing samples : 0",T 1-1,,true,,100',
  ];

  test.each(["results.jtl", "results.xml"])(
    "its samples as XML in %s: of transactions what they hold",
    async (name) => {
      const sample = (label: string, elapsed: number, isGood: boolean, inner = "", message = "OK") =>
        `<httpSample t="${String(elapsed)}" lt="1" ts="1718000000000" s="${String(isGood)}" lb="${label}" rc="200" rm="${message}">${inner}</httpSample>`;
      const xml = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<testResults version="1.2">',
        sample("predict", 40, true, sample("redirect", 1, true)),
        sample("predict", 10, false),
        sample(
          "Flow",
          99,
          true,
          sample("health", 20, true),
          "Number of samples in transaction : 1, number of failing samples : 0",
        ),
        "</testResults>",
      ].join("\n");
      const facts = await factsOfText(name, xml);
      expectFact(facts, { format: "jmeter-results", metric: "latency_p50", value: 20, slice: {}, n: 3, place: "5" });
      expectFact(facts, { metric: "request_failures", value: 1, slice: { request: "predict" }, n: 2, place: "4" });
      expect(facts.filter((fact) => JSON.stringify(fact).includes("redirect"))).toEqual([]);
      const none = await factsOfText(name, '<testResults version="1.2"></testResults>');
      expectFact(none, { kind: "problem", problem: "empty" });
    },
  );

  test.each(["results.jtl", "results.csv"])("its samples in %s, without those of transactions", async (name) => {
    const facts = await factsOfText(name, [header, ...rows].join("\n"));
    expectFact(facts, { format: "jmeter-results", metric: "latency_p50", value: 20, slice: {}, n: 4, place: "4" });
    expectFact(facts, { metric: "latency_p99", value: 40, slice: { request: "predict" }, n: 3, place: "2" });
    expectFact(facts, { metric: "request_failures", value: 1, slice: {}, n: 4, place: "5" });
    expectFact(facts, { metric: "request_failure_rate", value: 0.25, slice: {}, trials: 4 });
    expect(ofKind(facts, "measurement").some(({ slice }) => slice["request"] === "Flow")).toBe(false);
  });

  test("no sample", async () => {
    expectFact(await factsOfText("r.jtl", `${header}\n`), { kind: "problem", problem: "empty" });
  });
});

describe("Gatling", () => {
  const stats = (total: number) => ({
    name: "All Requests",
    numberOfRequests: { total, ok: total - 2, ko: 2 },
    minResponseTime: { total: 2, ok: 2, ko: 10 },
    maxResponseTime: { total: 80, ok: 70, ko: 80 },
    meanResponseTime: { total: 12, ok: 11, ko: 30 },
    percentiles1: { total: 11, ok: 11, ko: 30 },
    percentiles2: { total: 15, ok: 15, ko: 40 },
    percentiles3: { total: 25, ok: 24, ko: 48 },
    percentiles4: { total: 60, ok: 59, ko: 50 },
    meanNumberOfRequestsPerSecond: { total: 10, ok: 9.8, ko: 0.2 },
  });

  test("of all requests, failed ones among them", async () => {
    const facts = await factsOfText("global_stats.json", JSON.stringify(stats(100)));
    expectFact(facts, { format: "gatling-stats", metric: "latency_p95", value: 25, unit: "ms", n: 100 });
    expectFact(facts, { metric: "request_failures", value: 2, n: 100, place: "/numberOfRequests/ko" });
    expectFact(await factsOfText("g.json", JSON.stringify(stats(0))), { kind: "problem", problem: "empty" });
  });

  test("of each request, in groups as deep as they go", async () => {
    const request = { type: "REQUEST", name: "predict", path: "warm / predict", stats: stats(40) };
    const group = { type: "GROUP", name: "warm", path: "warm", contents: { r: request } };
    const whole = { type: "GROUP", name: "All Requests", stats: stats(100), contents: { g: group } };
    expectFact(await factsOfText("stats.json", JSON.stringify(whole)), {
      metric: "latency_p99",
      value: 60,
      n: 40,
      slice: { request: "warm / predict" },
      place: "/contents/g/contents/r/stats/percentiles4/total",
    });
  });
});

test.each([
  ["a document with other latencies", '{"latency": {"mean": 1}, "throughput": 3, "requests": {"total": 4}}'],
  ["a summary of something else", '{"summary": {"successRate": 0.9}, "latencyPercentiles": {"p50": 1}}'],
  ["statistics of something else", '{"Total": {"sampleCount": 3}}'],
  ["stats of something else", '{"stats": {"numberOfRequests": 3}, "contents": {}}'],
])("%s is of none of these tools", async (_, text) => {
  const format = await formatOf("x.json", text);
  expect([null, "metrics-json"]).toContain(format);
});
