import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, member, members, number, text } from "../read/shape.js";
import { latency, noRequest, requestCount, throughput, type LatencyStatistic } from "./families/load-test.js";

/** The percentiles are those that Gatling takes by default; its settings may name others. */
const times: readonly (readonly [key: string, statistic: LatencyStatistic])[] = [
  ["meanResponseTime", "mean"],
  ["minResponseTime", "min"],
  ["maxResponseTime", "max"],
  ["percentiles1", 50],
  ["percentiles2", 75],
  ["percentiles3", 95],
  ["percentiles4", 99],
];

const isStats = (value: Value | undefined): boolean =>
  hasKeys(member(value, "numberOfRequests"), "total", "ok", "ko") &&
  hasKeys(member(value, "meanResponseTime"), "total");

const mostNested = 20;

/** Figures of all requests, those that failed among them. */
function statements(stats: Value | undefined, base: string, slice: Slice): Statement[] {
  const n = number(below(stats, "numberOfRequests", "total")) ?? null;
  const stated = (key: string, part: "total" | "ko") => ({
    raw_metric: `${key}.${part}`,
    value: below(stats, key, part),
    slice,
    where: { pointer: pointer(base, key, part) },
  });
  return [
    ...times.flatMap(([key, statistic]) =>
      hasKeys(member(stats, key), "total") ? [latency(statistic, "ms", { ...stated(key, "total"), n })] : [],
    ),
    requestCount("requests", stated("numberOfRequests", "total")),
    requestCount("request_failures", { ...stated("numberOfRequests", "ko"), n }),
    ...(hasKeys(member(stats, "meanNumberOfRequestsPerSecond"), "total")
      ? [throughput(stated("meanNumberOfRequestsPerSecond", "total"))]
      : []),
    ...(n === 0 && Object.keys(slice).length === 0
      ? [noRequest({ pointer: pointer(base, "numberOfRequests", "total") })]
      : []),
  ];
}

/** A group of requests, with the requests and groups in it. */
function groupStatements(group: Value, base: string, slice: Slice, depth: number): Statement[] {
  const stats = member(group, "stats");
  const contents = members(member(group, "contents"));
  return [
    ...(isStats(stats) ? statements(stats, pointer(base, "stats"), slice) : []),
    ...(depth < mostNested ? contents : []).flatMap(([key, inner]) => {
      const name = text(member(inner, "path")) || text(member(inner, "name")) || key;
      return groupStatements(inner, pointer(base, "contents", key), { request: name }, depth + 1);
    }),
  ];
}

export const gatlingStats: Adapter = {
  id: "gatling-stats",
  title: "Gatling statistics (`global_stats.json`, `stats.json`)",
  definedAt: "https://docs.gatling.io/concepts/assertions/",
  versions: "3.x, from the source, not seen",
  reads:
    "Times in milliseconds over all requests, failed ones among them, requests, failures and throughput, of each request name and of all together. `percentiles1` to `percentiles4` are taken for the 50th, 75th, 95th and 99th percentile, which Gatling reports unless told otherwise.",
  leaves: "Figures of the requests that succeeded or failed alone, deviations, and the counts by range of time.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isStats(value) || (hasKeys(value, "contents") && isStats(member(value, "stats"))),
  read: ({ value }) =>
    value === undefined || isStats(value) ? statements(value, "", {}) : groupStatements(value, "", {}, 0),
};
