import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import {
  failureRate,
  latency,
  noRequest,
  requestCount,
  throughput,
  type LatencyStatistic,
} from "./families/load-test.js";

const times: readonly (readonly [column: string, statistic: LatencyStatistic])[] = [
  ["Average", "mean"],
  ["Min", "min"],
  ["Max", "max"],
  ["Median", 50],
];

/** `90% Line`: JMeter names the percentiles that it was set to. */
const percentile = /^(\d{1,2}(?:\.\d{1,3})?)% Line$/;

function statisticOf(column: string): LatencyStatistic | undefined {
  const percent = percentile.exec(column)?.[1];
  return percent === undefined ? times.find(([name]) => name === column)?.[1] : Number(percent);
}

function rowStatements(table: DelimitedTable, row: readonly string[], index: number): Statement[] {
  const cellOf = (column: string): string => (row[table.header.indexOf(column)] ?? "").trim();
  const label = cellOf("Label");
  const where = { line: table.lineOf(index) };
  const samples = Number(cellOf("# Samples"));
  const n = Number.isInteger(samples) && samples >= 0 ? samples : null;
  const slice = label === "TOTAL" ? {} : { request: label };
  const stated = (column: string, value = cellOf(column)) => ({ raw_metric: column, value, slice, where });
  const rate = /^(\d{1,20}(?:\.\d{1,20})?)(?:\/sec)?$/.exec(cellOf("Throughput"))?.[1];
  return [
    ...table.header.flatMap((column) => {
      const statistic = statisticOf(column);
      return statistic === undefined ? [] : [latency(statistic, "ms", { ...stated(column), n })];
    }),
    requestCount("requests", stated("# Samples")),
    failureRate({ ...stated("Error %", cellOf("Error %").replace(/%$/, "")), n }, "percent"),
    ...(rate === undefined ? [] : [throughput(stated("Throughput", rate))]),
    ...(n === 0 && label === "TOTAL" ? [noRequest(where)] : []),
  ];
}

export const jmeterAggregate: Adapter = {
  id: "jmeter-aggregate",
  title: "JMeter aggregate and summary reports",
  definedAt: "https://jmeter.apache.org/usermanual/component_reference.html#Aggregate_Report",
  versions: "5.x, as the listeners save their tables in CSV, from files in public repositories, not seen",
  reads:
    "Times in milliseconds, requests, the share of failures in per cent, and throughput per second, of each label and of all together (`TOTAL`).",
  leaves: "Bytes, deviations, and throughput per minute or hour.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined &&
    ["Label", "# Samples", "Average", "Error %", "Throughput"].every((column) => table.header.includes(column)),
  read: ({ table }) => table?.rows.flatMap((row, index) => rowStatements(table, row, index)) ?? [],
};
