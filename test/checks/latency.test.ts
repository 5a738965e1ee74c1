import { expect, test } from "vitest";
import { latencyMetricOf } from "../../src/judging/load.js";
import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { mark } from "./served.js";

const own = (...lines: object[]) => ({ "m/a.facts.jsonl": facts(...lines) });
const p95 = (value: unknown, more: object = {}) => ({
  kind: "measurement",
  metric: "latency_p95",
  value,
  unit: "ms",
  ...more,
});
const failures = (value: number) => ({
  kind: "measurement",
  metric: "request_failure_rate",
  value,
  unit: "proportion",
  n: 100,
});
const corpus = (from: string, rule: string, more: object = {}) => ({
  files: { ...mark, ...corpusFiles({ [`m/${from.slice(from.lastIndexOf("/") + 1)}`]: `generated/${from}` }) },
  rule,
  ...more,
});
const fast = "{ latency: p95, at-most: 150ms }";

describeCheck("latency", {
  met: {
    "exactly as long as allowed": { files: own(p95(150), failures(0)), rule: fast },
    "other units": { files: own(p95(0.15, { unit: "s" }), failures(0.01)), rule: fast, says: "150 ms" },
    "failures that are borne": {
      files: own(p95(1), failures(0.05)),
      rule: "{ latency: p95, at-most: 150ms, failed-at-most: 5% }",
    },
    ...(corpusIsThere
      ? {
          k6: corpus("k6/fast-pass/handle_summary.json", fast),
          "k6's export": corpus("k6/fast-pass/summary_export.json", "{ latency: [p95, mean], at-most: 150ms }"),
          vegeta: corpus("vegeta/fast/report.json", "{ latency: p99, at-most: 100ms }", { says: "62.58 ms" }),
          Locust: corpus("locust/fast/run_stats.csv", fast, { says: "49 ms" }),
          hey: corpus("hey/fast/report.txt", fast, { says: "54.5 ms" }),
        }
      : {}),
  },
  "not-met": {
    "a little longer": { files: own(p95(150.1), failures(0)), rule: fast },
    "fast, and one in ten fails": {
      files: own(p95(1), failures(0.1)),
      rule: fast,
      says: "10 % of the requests failed",
    },
    "the worst of two reports stands": {
      files: { ...own(p95(1)), "m/b.facts.jsonl": facts(p95(400)) },
      rule: fast,
      at: "m/b.facts.jsonl:1",
    },
    ...(corpusIsThere
      ? {
          "a dead server answers in no time (k6)": corpus("k6/unreachable/handle_summary.json", fast, {
            says: "100 % of the requests failed",
          }),
          "a dead server answers in no time (vegeta)": corpus("vegeta/unreachable/report.json", fast, {
            says: "100 %",
          }),
          "errors among the answers (hey)": corpus("hey/slow/report.txt", "{ latency: p95, at-most: 5000ms }", {
            says: "6 %",
          }),
          "errors among the answers (Locust)": corpus(
            "locust/slow/run_stats.csv",
            "{ latency: p95, at-most: 5000ms }",
            { says: "2.9463 %" },
          ),
          "slow, whatever fails": corpus(
            "vegeta/slow/report.json",
            "{ latency: p95, at-most: 150ms, failed-at-most: 10% }",
            { says: "310.6 ms" },
          ),
        }
      : {}),
  },
  missing: {
    "no report": { files: mark, rule: fast },
    "another statistic": { files: own(p95(1)), rule: "{ latency: p99, at-most: 150ms }" },
    "no statistic": { files: own(p95(1)), rule: "{ latency: fastish, at-most: 150ms }", says: "no statistic" },
    "one endpoint alone": { files: own(p95(1, { slice: { request: "GET /" } })), rule: fast },
  },
  inconclusive: {
    "too few": {
      files: own(p95(1, { n: 20 }), failures(0)),
      rule: "{ latency: p95, at-most: 150ms, min-samples: 100 }",
    },
  },
  unreadable: {
    "no request was answered": { files: own(p95(0, { n: 0 })), rule: fast, says: "of none" },
    "no unit": { files: own({ kind: "measurement", metric: "latency_p95", value: 1 }), rule: fast, says: "no unit" },
    "no number": { files: own(p95("NaN")), rule: fast },
    "no request was made": {
      files: {
        ...mark,
        "m/s.csv": "Type,Name,Request Count,Failure Count,Median Response Time,95%\n,Aggregated,0,0,0,N/A\n",
      },
      rule: fast,
      says: "made no request",
    },
  },
});

test.each([
  ["p95", "latency_p95"],
  ["p99.9", "latency_p99.9"],
  ["mean", "latency"],
  ["max", "latency_max"],
  ["recall", undefined],
])("%s is the metric %s", (word, metric) => {
  expect(latencyMetricOf(word)).toBe(metric);
});
