import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number, record, text } from "../read/shape.js";
import {
  latency,
  noRequest,
  requestCount,
  responses,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";
import { epochMoment } from "./families/moments.js";

/** `median` is stated again as `p50` where both stand; `p999` is the percentile 99.9. */
function statisticOf(key: string): LatencyStatistic | undefined {
  if (key === "mean" || key === "min" || key === "max") return key;
  if (key === "median") return 50;
  const percent = /^p(\d{2})(\d{0,4})$/.exec(key);
  return percent === null || key === "p50" ? undefined : Number(`${percent[1]}.${percent[2] || "0"}`);
}

interface Times {
  readonly summary: Value | undefined;
  readonly name: string;
  readonly base: string;
  readonly n: number | null;
  readonly at: string | null;
}

const times = ({ summary, name, base, n, at }: Times): Statement[] =>
  members(summary).flatMap(([key, value]): Statement[] => {
    const statistic = statisticOf(key);
    const raw_metric = `${name}.${key}`;
    return statistic === undefined
      ? []
      : [latency(statistic, "ms", { raw_metric, value, n, at, where: { pointer: pointer(base, key) } })];
  });

/** Up to 1.7: the figures stand by name. */
function first(value: Value | undefined): Statement[] {
  const aggregate = member(value, "aggregate");
  const at = text(member(aggregate, "timestamp")) ?? null;
  const n = number(member(aggregate, "requestsCompleted")) ?? null;
  const stated = (...path: readonly [string, ...string[]]) => ({
    raw_metric: path.join("."),
    value: below(aggregate, ...path),
    at,
    where: { pointer: pointer("/aggregate", ...path) },
  });
  return [
    ...times({ summary: member(aggregate, "latency"), name: "latency", base: "/aggregate/latency", n, at }),
    requestCount("requests", stated("requestsCompleted")),
    ...(hasKeys(member(aggregate, "rps"), "mean") ? [throughput(stated("rps", "mean"))] : []),
    ...members(member(aggregate, "codes")).map(([status]) => responses(status, { ...stated("codes", status), n })),
    ...members(member(aggregate, "errors")).map(([error]) => failure(error, stated("errors", error))),
    ...(n === 0 ? [noRequest({ pointer: "/aggregate/requestsCompleted" })] : []),
  ];
}

/** Requests without an answer, by what happened to them. */
const failure = (error: string, stated: Omit<Parameters<typeof requestCount>[1], "slice">): Statement =>
  requestCount("request_failures", { ...stated, slice: { error } });

/** From 2.0: counters, rates and summaries by the names of their metrics. */
function second(value: Value | undefined): Statement[] {
  const aggregate = member(value, "aggregate");
  const at = epochMoment(member(aggregate, "lastMetricAt") ?? member(aggregate, "lastCounterAt"));
  const counters = member(aggregate, "counters");
  const requests = number(member(counters, "http.requests")) ?? null;
  const answered = number(member(counters, "http.responses")) ?? null;
  const summaries = isRecord(member(aggregate, "summaries")) ? "summaries" : "histograms";
  const name = "http.response_time";
  const summary = below(aggregate, summaries, name);
  const rate = below(aggregate, "rates", "http.request_rate");
  const place = (group: string, name: string) => ({ where: { pointer: pointer("/aggregate", group, name) }, at });
  return [
    ...times({
      summary,
      name,
      base: pointer("/aggregate", summaries, name),
      n: number(member(summary, "count")) ?? answered,
      at,
    }),
    ...(typeof rate === "number"
      ? [throughput({ raw_metric: "http.request_rate", value: rate, ...place("rates", "http.request_rate") })]
      : []),
    ...members(counters).flatMap(([name, count]): Statement[] => {
      const stated = { raw_metric: name, value: count, ...place("counters", name) };
      if (name === "http.requests") return [requestCount("requests", stated)];
      const status = /^http\.codes\.(\w+)$/.exec(name)?.[1];
      if (status !== undefined) return [responses(status, { ...stated, n: answered })];
      const error = /^errors\.(.+)$/.exec(name)?.[1];
      return error === undefined ? [] : [failure(error, { ...stated, n: requests })];
    }),
    ...(requests === null || requests === 0 ? [noRequest({ pointer: "/aggregate/counters" })] : []),
  ];
}

const isSecond = (value: Value | undefined): boolean =>
  Object.keys(record(below(value, "aggregate", "counters")) ?? {}).some((name) => name.startsWith("vusers."));

export const artilleryReport: Adapter = {
  id: "artillery-report",
  title: "Artillery report (`run --output`)",
  definedAt: "https://www.artillery.io/docs/reference/cli/run",
  versions: "1.x and 2.x, from reports in public repositories' documentation, not seen",
  reads:
    "Times of answers in milliseconds, requests and their rate, answers by status, and requests without an answer by error.",
  leaves:
    "Virtual users, the figures of each period, endpoints that a plugin counts, and figures of other engines than HTTP.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) =>
    hasKeys(value, "intermediate") &&
    (isSecond(value) || hasKeys(member(value, "aggregate"), "scenariosCreated", "requestsCompleted", "latency")),
  read: ({ value }) => (isSecond(value) ? second(value) : first(value)),
};
