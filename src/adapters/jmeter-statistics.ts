import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, member, members, number } from "../read/shape.js";
import {
  failureRate,
  latency,
  noRequest,
  requestCount,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

/** The percentiles are those that the report generator takes by default; its settings may name others. */
const times: readonly (readonly [key: string, statistic: LatencyStatistic])[] = [
  ["meanResTime", "mean"],
  ["minResTime", "min"],
  ["maxResTime", "max"],
  ["medianResTime", 50],
  ["pct1ResTime", 90],
  ["pct2ResTime", 95],
  ["pct3ResTime", 99],
];

const isTransaction = (value: Value): boolean => hasKeys(value, "sampleCount", "errorCount", "meanResTime");

function transactionStatements(name: string, transaction: Value): Statement[] {
  const n = number(member(transaction, "sampleCount")) ?? null;
  const slice = name === "Total" ? {} : { request: name };
  const stated = (key: string) => ({
    raw_metric: key,
    value: member(transaction, key),
    slice,
    where: { pointer: pointer("", name, key) },
  });
  const held = (key: string): boolean => hasKeys(transaction, key);
  return [
    ...times.flatMap(([key, statistic]) => (held(key) ? [latency(statistic, "ms", { ...stated(key), n })] : [])),
    requestCount("requests", stated("sampleCount")),
    requestCount("request_failures", { ...stated("errorCount"), n }),
    ...(held("errorPct") ? [failureRate({ ...stated("errorPct"), n }, "percent")] : []),
    ...(held("throughput") ? [throughput(stated("throughput"))] : []),
    ...(n === 0 && name === "Total" ? [noRequest({ pointer: pointer("", name, "sampleCount") })] : []),
  ];
}

export const jmeterStatistics: Adapter = {
  id: "jmeter-statistics",
  title: "JMeter statistics (`statistics.json` of the HTML report)",
  definedAt: "https://jmeter.apache.org/usermanual/generating-dashboard.html",
  versions: "5.x, from files in public repositories' documentation, not seen",
  reads:
    "Times in milliseconds, requests, failures and their share in per cent, and throughput, of each transaction and of all together (`Total`). `pct1ResTime` to `pct3ResTime` are taken for the 90th, 95th and 99th percentile, which JMeter reports unless told otherwise.",
  leaves: "Bytes.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => {
    const transactions = members(value);
    return transactions.length > 0 && transactions.every(([, transaction]) => isTransaction(transaction));
  },
  read: ({ value }) => members(value).flatMap(([name, transaction]) => transactionStatements(name, transaction)),
};
