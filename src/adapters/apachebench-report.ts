import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { latency, noRequest, requestCount, responses, throughput } from "./families/load-test.js";

const patterns = {
  complete: /^Complete requests: +(\d{1,15})$/,
  failed: /^Failed requests: +(\d{1,15})$/,
  refused: /^Non-2xx responses: +(\d{1,15})$/,
  rate: /^Requests per second: +(\d{1,15}(?:\.\d{1,6})?) \[#\/sec\] \(mean\)$/,
  mean: /^Time per request: +(\d{1,15}(?:\.\d{1,6})?) \[ms\] \(mean\)$/,
  percentile: /^ {1,3}(\d{2,3})% +(\d{1,15}(?:\.\d{1,6})?)(?: \(longest request\))?$/,
} as const;

/** Answers of another length than the first one's: for ab they failed, though a model's answers differ in length. */
const byLength = /^ +\(Connect: \d+, (?:Receive|Length): \d+, .*\)$/;
const lengthOf = (line: string): number => Number(/\bLength: (\d{1,15})/.exec(line)?.[1] ?? 0);

interface Counted {
  readonly n: number | null;
  readonly ofAnotherLength: number;
}

function lineStatements(text: string, { n, ofAnotherLength }: Counted, line: number): Statement[] {
  const found = (pattern: RegExp): readonly string[] | null => pattern.exec(text)?.slice(1) ?? null;
  const where = { line };
  const [complete, failed, refused, rate, mean, rank] = [
    found(patterns.complete),
    found(patterns.failed),
    found(patterns.refused),
    found(patterns.rate),
    found(patterns.mean),
    found(patterns.percentile),
  ];
  if (complete !== null)
    return [requestCount("requests", { raw_metric: "Complete requests", value: complete[0], where })];
  if (failed !== null) {
    const counted = requestCount("request_failures", { raw_metric: "Failed requests", value: failed[0], n, where });
    return [ofAnotherLength === 0 ? counted : { ...counted, ...{ protocol: "with answers of another length" } }];
  }
  if (refused !== null) return [responses("non-2xx", { raw_metric: "Non-2xx responses", value: refused[0], n, where })];
  if (rate !== null) return [throughput({ raw_metric: "Requests per second", value: rate[0], n, where })];
  if (mean !== null) return [latency("mean", "ms", { raw_metric: "Time per request", value: mean[0], n, where })];
  if (rank === null) return [];
  const [percent = "", value] = rank;
  return [latency(percent === "100" ? "max" : Number(percent), "ms", { raw_metric: `${percent}%`, value, n, where })];
}

export const apachebenchReport: Adapter = {
  id: "apachebench-report",
  title: "ApacheBench report (`ab`)",
  definedAt: "https://httpd.apache.org/docs/2.4/programs/ab.html",
  versions: "2.3, from the source, not seen",
  reads:
    "The mean, the percentiles and the longest of the times in milliseconds, requests, failures, answers that are not 2xx, and throughput. ab counts answers of another length than the first as failures: where it did, the count says so.",
  leaves: "Phases of connections, bytes, and the time across all concurrent requests.",
  syntax: ["text"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: ({ text }) =>
    /^This is ApacheBench, Version /m.test(text.slice(0, 2000)) ||
    (/^Concurrency Level: +\d/m.test(text.slice(0, 4000)) && /^Complete requests: +\d/m.test(text.slice(0, 4000))),

  read({ text }) {
    const lines = text.split("\n").map((line) => line.trimEnd());
    const complete = lines.map((line) => patterns.complete.exec(line)?.[1]).find((count) => count !== undefined);
    const counted: Counted = {
      n: complete === undefined ? null : Number(complete),
      ofAnotherLength: lengthOf(lines.find((line) => byLength.test(line)) ?? ""),
    };
    return [
      ...lines.flatMap((line, index) => lineStatements(line, counted, index + 1)),
      ...(counted.n === null || counted.n === 0 ? [noRequest({ line: 1 })] : []),
    ];
  },
};
