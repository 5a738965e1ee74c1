import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, number, text } from "../read/shape.js";
import {
  latency,
  noRequest,
  requestCount,
  responses,
  successRate,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

function statisticOf(key: string): LatencyStatistic | undefined {
  if (key === "mean" || key === "min" || key === "max") return key;
  const percentile = /^(\d{1,3}(?:\.\d{1,6})?)(?:st|nd|rd|th)$/.exec(key)?.[1];
  return percentile === undefined ? undefined : Number(percentile);
}

/** Requests that got an answer: status 0 stands for none, and its latency is that of a refused connection. */
function answered(value: Value | undefined): number | null {
  const requests = number(member(value, "requests"));
  if (requests === undefined) return null;
  const refused = number(member(member(value, "status_codes"), "0")) ?? 0;
  return Math.max(0, requests - refused);
}

function statements(value: Value | undefined): Statement[] {
  const at = text(member(value, "end")) ?? text(member(value, "latest")) ?? null;
  const n = answered(value);
  const requests = number(member(value, "requests")) ?? null;
  const of = (key: string, of_n: number | null = null) => ({
    raw_metric: key,
    value: member(value, key),
    n: of_n,
    at,
    where: { pointer: pointer("", key) },
  });
  return [
    ...members(member(value, "latencies")).flatMap(([key, time]): Statement[] => {
      const statistic = statisticOf(key);
      if (statistic === undefined) return [];
      const where = { pointer: pointer("/latencies", key) };
      return [latency(statistic, "ns", { raw_metric: `latencies.${key}`, value: time, n, at, where })];
    }),
    ...(hasKeys(value, "success") ? [successRate("proportion", of("success", requests))] : []),
    ...(hasKeys(value, "throughput") ? [throughput(of("throughput"))] : []),
    ...(hasKeys(value, "requests") ? [requestCount("requests", of("requests"))] : []),
    ...members(member(value, "status_codes")).map(([status, count]) =>
      responses(status, {
        raw_metric: `status_codes.${status}`,
        value: count,
        n: requests,
        at,
        where: { pointer: pointer("/status_codes", status) },
      }),
    ),
    ...(requests === 0 ? [noRequest({ pointer: "/requests" })] : []),
  ];
}

/** Latencies are nanoseconds, and those of refused connections count among them: `success` says how many there were. */
export const vegetaReport: Adapter = {
  id: "vegeta-report",
  title: "vegeta report (`-type=json`)",
  definedAt: "https://github.com/tsenart/vegeta#report--typejson",
  versions: "12.x; older ones, with fewer percentiles, from the source, not seen",
  reads:
    "Latencies in nanoseconds, the share of requests that succeeded, throughput, and answers by status; status 0 is a request without an answer.",
  leaves: "Bytes, the rate of the attack, and the texts of errors.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    isRecord(member(value, "latencies")) && hasKeys(value, "status_codes", "success", "requests"),
  read: ({ value }) => statements(value),
};
