import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { latency, throughput } from "./families/load-test.js";

/** What the load was: so many requests at once, or so many a second. */
const loads = ["Concurrency", "Request Rate"] as const;
const rate = "Inferences/Second";
const percentile = /^p(\d{1,2}) latency$/i;

const loadOf = ({ header }: DelimitedTable): string | undefined => loads.find((name) => header.includes(name));

function rowStatements({ header }: DelimitedTable, load: string, row: readonly string[], line: number): Statement[] {
  const slice = { [load.toLowerCase().replace(" ", "_")]: row[header.indexOf(load)] ?? "" };
  return header.flatMap((column, index): Statement[] => {
    const stated = { raw_metric: column, value: row[index] ?? "", slice, where: { line } };
    if (column === rate) return [throughput(stated)];
    if (column === "Avg latency") return [latency("mean", "us", stated)];
    const percent = percentile.exec(column)?.[1];
    return percent === undefined ? [] : [latency(Number(percent), "us", stated)];
  });
}

export const tritonPerfAnalyzer: Adapter = {
  id: "triton-perf-analyzer",
  title: "Triton Performance Analyzer table (`perf_analyzer -f`)",
  definedAt:
    "https://docs.nvidia.com/deeplearning/triton-inference-server/user-guide/docs/perf_analyzer/docs/measurements_metrics.html",
  versions: "2.x, from the documentation, not seen",
  reads: "Percentiles of the latency in microseconds and inferences a second, of each concurrency or request rate.",
  leaves: "Parts of the latency, in the client and in the server.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined &&
    loadOf(table) !== undefined &&
    table.header.includes(rate) &&
    table.header.some((column) => percentile.test(column)),

  read({ table }) {
    const load = table === undefined ? undefined : loadOf(table);
    if (table === undefined || load === undefined) return [];
    return table.rows.flatMap((row, index) => rowStatements(table, load, row, table.lineOf(index)));
  },
};
