import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { instantOf } from "../normalise/instant.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, number, text } from "../read/shape.js";
import { latency, noRequest, requestCount } from "./families/load-test.js";

interface Bucket {
  readonly milliseconds: number;
  readonly count: number;
  readonly where: string;
}

interface Entry {
  readonly buckets: readonly Bucket[];
  readonly requests: number;
}

const bucketsOf = (entry: Value, base: string): readonly Bucket[] =>
  members(member(entry, "response_times")).flatMap(([key, value]) => {
    const milliseconds = Number(key);
    const count = number(value);
    if (key.trim() === "" || !Number.isFinite(milliseconds) || count === undefined || !(count > 0)) return [];
    return [{ milliseconds, count, where: pointer(base, "response_times", key) }];
  });

/**
 * The bucket of a percentile, by Locust's own rule: from the slowest down, the first below which no more than the
 * asked share of the requests lies.
 */
function bucketAt(buckets: readonly Bucket[], percent: number): Bucket | undefined {
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  const below = Math.trunc((total * percent) / 100);
  let passed = 0;
  return [...buckets]
    .sort((a, b) => b.milliseconds - a.milliseconds)
    .find(({ count }) => {
      passed += count;
      return total - passed <= below;
    });
}

const percentiles = (buckets: readonly Bucket[], slice: Slice, at: string | null): Statement[] => {
  const n = buckets.reduce((sum, { count }) => sum + count, 0);
  return [50, 90, 95, 99].flatMap((percent) => {
    const bucket = bucketAt(buckets, percent);
    if (bucket === undefined) return [];
    const stated = {
      raw_metric: `${percent}%`,
      value: bucket.milliseconds,
      slice,
      n,
      at,
      where: { pointer: bucket.where },
    };
    return [latency(percent, "ms", stated)];
  });
};

function endOf(entries: readonly Value[]): string | null {
  const last = Math.max(...entries.map((entry) => number(member(entry, "last_request_timestamp")) ?? 0));
  return last > 0 ? instantOf(Math.round(last * 1000)) : null;
}

function entryStatements(entry: Value, base: string, at: string | null): Statement[] {
  const slice = { request: [text(member(entry, "method")), text(member(entry, "name"))].filter(Boolean).join(" ") };
  const n = number(member(entry, "num_requests")) ?? null;
  const of = (key: string) => ({
    raw_metric: key,
    value: member(entry, key),
    slice,
    at,
    where: { pointer: pointer(base, key) },
  });
  return [
    requestCount("requests", of("num_requests")),
    requestCount("request_failures", { ...of("num_failures"), n }),
    ...(["min", "max"] as const).flatMap((statistic) => {
      const key = `${statistic}_response_time`;
      return member(entry, key) === null || !hasKeys(entry, key) ? [] : [latency(statistic, "ms", { ...of(key), n })];
    }),
    ...percentiles(bucketsOf(entry, base), slice, at),
  ];
}

/** What `locust --json` prints: histograms of each request, from which its percentiles follow by Locust's own rule. */
export const locustJson: Adapter = {
  id: "locust-json",
  title: "Locust statistics (`--json`)",
  definedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
  versions: "2.x",
  reads:
    "Requests, failures, fastest and slowest of each request name, and percentiles of each and of all together, in milliseconds, out of the histograms.",
  leaves: "Requests and failures by the second, and sizes of contents.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises: ({ value }) => {
    const first = list(value)?.[0];
    return hasKeys(first, "num_requests", "num_failures") && isRecord(member(first, "response_times"));
  },

  read({ value }) {
    const entries = list(value) ?? [];
    const at = endOf(entries);
    const read: readonly Entry[] = entries.map((entry, index) => ({
      buckets: bucketsOf(entry, pointer("", index)),
      requests: number(member(entry, "num_requests")) ?? 0,
    }));
    const made = read.reduce((sum, { requests }) => sum + requests, 0);
    return [
      ...percentiles(
        read.flatMap(({ buckets }) => buckets),
        {},
        at,
      ),
      ...entries.flatMap((entry, index) => entryStatements(entry, pointer("", index), at)),
      ...(made === 0 ? [noRequest({ pointer: "" })] : []),
    ];
  },
};
