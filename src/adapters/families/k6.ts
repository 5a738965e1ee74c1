import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { member, members, number } from "../../read/shape.js";
import { spokenLimits } from "./spoken-limits.js";
import { failureRate, latency, requestCount, throughput, type LatencyStatistic } from "./load-test.js";

/** One metric of a summary, however the summary is laid out. */
export interface K6Metric {
  /** As k6 names it, tags of a sub-metric included: `http_req_duration{name:score}`. */
  readonly name: string;
  readonly type: "trend" | "rate" | "counter" | "gauge";
  /** True where its values are milliseconds. */
  readonly isTime: boolean;
  readonly values: Value;
  /** Pointer of `values`. */
  readonly base: string;
}

/** Name and tags of a metric; `{}` for a whole one. */
export function nameAndTags(name: string): { readonly metric: string; readonly slice: Slice } {
  const match = /^([^{}]+)\{(.*)\}$/s.exec(name);
  if (match === null) return { metric: name, slice: {} };
  const tags = (match[2] ?? "").split(",").map((tag): readonly [string, string] => {
    const colon = tag.indexOf(":");
    return colon < 0 ? [tag.trim(), ""] : [tag.slice(0, colon).trim(), tag.slice(colon + 1).trim()];
  });
  return { metric: (match[1] ?? "").trim(), slice: Object.fromEntries(tags.filter(([key]) => key !== "")) };
}

const named: ReadonlyMap<string, LatencyStatistic> = new Map<string, LatencyStatistic>([
  ["avg", "mean"],
  ["med", 50],
  ["min", "min"],
  ["max", "max"],
]);

function statisticOf(key: string): LatencyStatistic | undefined {
  const percentile = /^p\((\d{1,3}(?:\.\d{1,6})?)\)$/.exec(key)?.[1];
  return percentile === undefined ? named.get(key) : Number(percentile);
}

/** Metrics of the answer's whole time; the others are phases of it, or of the script. */
const wholeRequests = new Set(["http_req_duration", "grpc_req_duration"]);

/**
 * True where a trend got no sample: k6 then writes 0 for every statistic, and thresholds such as `p(95)<200` hold.
 * A trend of zeros that were measured cannot be told from it unless its count is stated.
 */
export function isEmptyTrend({ type, values }: K6Metric): boolean {
  if (type !== "trend") return false;
  const count = number(member(values, "count"));
  if (count !== undefined) return count === 0;
  const stated = members(values).filter(([key]) => statisticOf(key) !== undefined);
  return stated.length > 0 && stated.every(([, value]) => value === 0);
}

function trend(metric: K6Metric, requests: number | null, at: string | null): Statement[] {
  const { metric: name, slice } = nameAndTags(metric.name);
  const whole = wholeRequests.has(name);
  const count = number(member(metric.values, "count"));
  const overall = Object.keys(slice).length === 0 ? requests : null;
  const n = isEmptyTrend(metric) && whole ? 0 : (count ?? (whole ? overall : null));
  return members(metric.values).flatMap(([key, value]): Statement[] => {
    const statistic = statisticOf(key);
    if (statistic === undefined || value === null) return [];
    const stated = {
      raw_metric: `${metric.name} ${key}`,
      value,
      slice,
      n,
      at,
      where: { pointer: pointer(metric.base, key) },
    };
    if (whole) return [latency(statistic, "ms", stated)];
    return [{ kind: "measurement", metric: `${name} ${key}`, unit: metric.isTime ? "ms" : null, ...stated }];
  });
}

/** Of a rate `passes` counts what was true: for `http_req_failed` the requests that failed. */
function rate(metric: K6Metric, at: string | null): Statement[] {
  const { metric: name, slice } = nameAndTags(metric.name);
  const key = ["rate", "value"].find((candidate) => member(metric.values, candidate) !== undefined);
  if (key === undefined) return [];
  const [yes, no] = ["passes", "fails"].map((part) => number(member(metric.values, part)));
  const n = number(member(metric.values, "total")) ?? (yes === undefined || no === undefined ? null : yes + no);
  const stated = {
    raw_metric: metric.name,
    value: member(metric.values, key),
    slice,
    n,
    at,
    where: { pointer: pointer(metric.base, key) },
  };
  if (name === "http_req_failed") return [failureRate(stated)];
  return [{ kind: "measurement", metric: name === "checks" ? "k6_checks" : name, unit: "proportion", ...stated }];
}

function counter(metric: K6Metric, at: string | null): Statement[] {
  const { metric: name, slice } = nameAndTags(metric.name);
  if (name === "data_sent" || name === "data_received") return [];
  return ["count", "rate"].flatMap((key): Statement[] => {
    const value = member(metric.values, key);
    if (value === undefined) return [];
    const stated = {
      raw_metric: `${metric.name} ${key}`,
      value,
      slice,
      at,
      where: { pointer: pointer(metric.base, key) },
    };
    if (name === "http_reqs") return [key === "count" ? requestCount("requests", stated) : throughput(stated)];
    return [{ kind: "measurement", metric: `${name} ${key}`, unit: key === "count" ? "count" : "1/s", ...stated }];
  });
}

/** What the metrics of a summary state. */
export function k6Measurements(metrics: readonly K6Metric[], at: string | null): Statement[] {
  const made = metrics.find(({ name }) => name === "http_reqs");
  const requests = number(member(made?.values, "count")) ?? null;
  return metrics.flatMap((metric) => {
    switch (metric.type) {
      case "trend":
        return trend(metric, requests, at);
      case "rate":
        return rate(metric, at);
      case "counter":
        return counter(metric, at);
      case "gauge":
        return [];
    }
  });
}

/** A threshold; one over a trend without samples was never tested. */
export function thresholdCheck(metric: K6Metric, expression: string, held: boolean | null, where: string): Statement {
  const empty = isEmptyTrend(metric);
  return {
    kind: "check",
    name: `${metric.name}: ${expression}`,
    passed: empty ? null : held,
    expected: expression,
    limits: spokenLimits(expression),
    message: empty
      ? "No sample: k6 writes 0 for every statistic."
      : held === null
        ? "The file does not say whether it held."
        : null,
    where: { pointer: where },
  };
}

/** Checks of the script, of a group and the groups within it, in both shapes: lists and records by name. */
export function scriptChecks(group: Value | undefined, base: string, depth = 0): Statement[] {
  if (depth > 50) return [];
  const inner = (key: string): readonly (readonly [Value, string])[] => {
    const value = member(group, key);
    const at = pointer(base, key);
    return Array.isArray(value)
      ? value.map((item: Value, index) => [item, pointer(at, index)] as const)
      : members(value).map(([name, item]) => [item, pointer(at, name)] as const);
  };
  return [
    ...inner("checks").map(([check, at]) => scriptCheck(check, at)),
    ...inner("groups").flatMap(([child, at]) => scriptChecks(child, at, depth + 1)),
  ];
}

/** A check passes where every try did; one that was never tried has not passed. */
export function scriptCheck(check: Value, base: string): Statement {
  const passes = number(member(check, "passes")) ?? 0;
  const fails = number(member(check, "fails"));
  const name = member(check, "path") ?? member(check, "name");
  return {
    kind: "check",
    name: typeof name === "string" ? name.replace(/^::/, "") : "check",
    passed: fails === undefined || passes + fails === 0 ? null : fails === 0,
    observed: passes,
    expected: passes + (fails ?? 0),
    where: { pointer: pointer(base, "fails") },
  };
}
