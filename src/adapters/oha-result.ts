import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, member, members, number } from "../read/shape.js";
import { latency, noRequest, requestCount, responses, successRate, throughput } from "./families/load-test.js";

const summaryTimes = [
  ["average", "mean"],
  ["fastest", "min"],
  ["slowest", "max"],
] as const;

function statements(value: Value | undefined): Statement[] {
  const counts = (key: string): number =>
    members(member(value, key)).reduce((sum, [, count]) => sum + (number(count) ?? 0), 0);
  const answered = counts("statusCodeDistribution");
  const stated = (...path: readonly [string, ...string[]]) => ({
    raw_metric: path.join("."),
    value: below(value, ...path),
    where: { pointer: pointer("", ...path) },
  });
  const percentiles = members(member(value, "latencyPercentiles")).flatMap(([key, time]): Statement[] => {
    const percent = /^p(\d{1,3}(?:\.\d{1,6})?)$/.exec(key)?.[1];
    if (percent === undefined || time === null) return [];
    return [latency(Number(percent), "s", { ...stated("latencyPercentiles", key), n: answered })];
  });
  const success = successRate("proportion", {
    ...stated("summary", "successRate"),
    n: answered + counts("errorDistribution"),
  });
  return [
    ...summaryTimes.map(([key, statistic]) => latency(statistic, "s", { ...stated("summary", key), n: answered })),
    ...percentiles,
    // An answer of any status is a success to oha.
    { ...success, ...{ protocol: "answered" } },
    throughput(stated("summary", "requestsPerSec")),
    ...members(member(value, "statusCodeDistribution")).map(([status]) =>
      responses(status, { ...stated("statusCodeDistribution", status), n: answered }),
    ),
    ...members(member(value, "errorDistribution")).map(([error]) =>
      requestCount("request_failures", { ...stated("errorDistribution", error), slice: { error } }),
    ),
    ...(answered === 0 ? [noRequest({ pointer: "/statusCodeDistribution" })] : []),
  ];
}

export const ohaResult: Adapter = {
  id: "oha-result",
  title: "oha result (`--json`)",
  definedAt: "https://github.com/hatoo/oha/blob/master/schema.json",
  versions: "0.5 to 1.x, from the schema, not seen",
  reads:
    "Times in seconds with their percentiles, the share of requests that were answered, whatever their status, throughput, answers by status and requests without one by error.",
  leaves: "Bytes, the histogram, rates by period, and the phases of connections.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(value, "latencyPercentiles", "statusCodeDistribution") &&
    hasKeys(member(value, "summary"), "successRate", "requestsPerSec"),
  read: ({ value }) => statements(value),
};
