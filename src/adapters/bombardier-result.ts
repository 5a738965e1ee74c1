import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number } from "../read/shape.js";
import { latency, noRequest, requestCount, responses, throughput } from "./families/load-test.js";

const statuses = ["req1xx", "req2xx", "req3xx", "req4xx", "req5xx"] as const;

function statements(value: Value | undefined): Statement[] {
  const result = member(value, "result");
  const answered = statuses.reduce((sum, key) => sum + (number(member(result, key)) ?? 0), 0);
  const stated = (...path: readonly [string, ...string[]]) => ({
    raw_metric: path.join("."),
    value: below(result, ...path),
    where: { pointer: pointer("/result", ...path) },
  });
  return [
    ...(["mean", "max"] as const).map((statistic) =>
      latency(statistic, "us", { ...stated("latency", statistic), n: answered }),
    ),
    ...members(below(result, "latency", "percentiles")).flatMap(([percent]) =>
      /^\d{1,3}(\.\d{1,6})?$/.test(percent)
        ? [latency(Number(percent), "us", { ...stated("latency", "percentiles", percent), n: answered })]
        : [],
    ),
    throughput(stated("rps", "mean")),
    ...statuses.flatMap((key) =>
      hasKeys(result, key) ? [responses(key.slice("req".length), { ...stated(key), n: answered })] : [],
    ),
    ...(hasKeys(result, "others") ? [requestCount("request_failures", stated("others"))] : []),
    ...(answered === 0 ? [noRequest({ pointer: "/result" })] : []),
  ];
}

export const bombardierResult: Adapter = {
  id: "bombardier-result",
  title: "bombardier result (`--format json`)",
  definedAt: "https://github.com/codesenberg/bombardier",
  versions: "1.2, from the source, not seen",
  reads:
    "Latencies in microseconds, with percentiles where `--latencies` asked for them, throughput, answers by class of status, and requests without one.",
  leaves: "Bytes, the spread of latencies and of rates, and the settings of the run.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(member(value, "spec"), "numberOfConnections", "testType") &&
    hasKeys(member(value, "result"), "req2xx") &&
    isRecord(below(value, "result", "latency")),
  read: ({ value }) => statements(value),
};
