import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { latency, noRequest, requestCount, throughput } from "./families/load-test.js";

interface Duration {
  readonly value: string;
  readonly unit: string;
}

/** A duration as it is written, of the units below a minute. */
function durationOf(text: string | undefined): Duration | undefined {
  const [, value, unit] = /^(\d{1,9}(?:\.\d{1,6})?)(us|ms|s)$/.exec(text ?? "") ?? [];
  return value === undefined || unit === undefined ? undefined : { value, unit };
}

/** `Latency   635.91us    0.89ms  12.92ms   93.69%`: the mean, the spread of single requests, the greatest. */
function threadStatistics(cells: readonly string[], n: number | null, line: number): Statement[] {
  const stated = (["mean", "max"] as const).map((statistic) => ({
    statistic,
    raw_metric: statistic === "mean" ? "Latency Avg" : "Latency Max",
    duration: durationOf(cells[statistic === "mean" ? 0 : 2]),
  }));
  return stated.flatMap(({ statistic, raw_metric, duration }) =>
    duration === undefined
      ? []
      : [latency(statistic, duration.unit, { raw_metric, value: duration.value, n, where: { line } })],
  );
}

function percentile(rank: string, text: string, n: number | null, line: number): Statement[] {
  const duration = durationOf(text);
  const raw_metric = `Latency Distribution ${rank}%`;
  return duration === undefined
    ? []
    : [latency(Number(rank), duration.unit, { raw_metric, value: duration.value, n, where: { line } })];
}

/** Requests that got no answer; they are not among the requests that are counted. */
const socketErrors = (text: string, line: number): Statement[] =>
  [...text.matchAll(/\b(connect|read|write|timeout) (\d{1,15})\b/g)].map(([, error = "", value]) => ({
    kind: "measurement",
    raw_metric: "Socket errors",
    metric: "socket_errors",
    value,
    unit: "count",
    higher_is_better: false,
    slice: { error },
    where: { line },
  }));

const patterns = {
  latency: /^ +Latency +(\S+) +(\S+) +(\S+) +\S+$/,
  percentile: /^ +(\d{1,3}(?:\.\d{1,6})?)% +(\S+)$/,
  requests: /^ +(\d{1,15}) requests in \S+, \S+ read$/,
  errors: /^ +Socket errors: (.{1,200})$/,
  refused: /^ +Non-2xx or 3xx responses: (\d{1,15})$/,
  rate: /^Requests\/sec: +(\d{1,15}(?:\.\d{1,6})?)$/,
} as const;

function lineStatements(text: string, n: number | null, line: number): Statement[] {
  const found = (pattern: RegExp): readonly string[] | null => pattern.exec(text)?.slice(1) ?? null;
  const [latencies, rank, requests, errors, refused, rate] = [
    found(patterns.latency),
    found(patterns.percentile),
    found(patterns.requests),
    found(patterns.errors),
    found(patterns.refused),
    found(patterns.rate),
  ];
  const where = { line };
  if (latencies !== null) return threadStatistics(latencies, n, line);
  if (rank !== null) return percentile(rank[0] ?? "", rank[1] ?? "", n, line);
  if (requests !== null) return [requestCount("requests", { raw_metric: "requests", value: requests[0], where })];
  if (errors !== null) return socketErrors(errors[0] ?? "", line);
  if (refused !== null)
    return [requestCount("request_failures", { raw_metric: "Non-2xx or 3xx responses", value: refused[0], n, where })];
  return rate === null ? [] : [throughput({ raw_metric: "Requests/sec", value: rate[0], n, where })];
}

export const wrkReport: Adapter = {
  id: "wrk-report",
  title: "wrk and wrk2 report",
  definedAt: "https://github.com/wg/wrk#basic-usage",
  versions: "wrk 4.x and wrk2, from the source, not seen",
  reads:
    "Latencies in the unit that each is written in, requests with those that were answered by an error, throughput, and errors of sockets, which are among no requests.",
  leaves: "The spread of latencies, rates by thread, bytes, the detailed spectrum, and latencies of a minute or more.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ text }) =>
    /^Running \S+ test @ \S+$/m.test(text.slice(0, 2000)) &&
    /^ +Thread Stats +Avg +Stdev +Max/m.test(text.slice(0, 4000)),

  read({ text }) {
    const lines = text.split("\n").map((line) => line.trimEnd());
    const counted = lines.map((line) => patterns.requests.exec(line)?.[1]).find((count) => count !== undefined);
    const n = counted === undefined ? null : Number(counted);
    return [
      ...lines.flatMap((line, index) => lineStatements(line, n, index + 1)),
      ...(n === 0 ? [noRequest({ line: 1 })] : []),
    ];
  },
};
