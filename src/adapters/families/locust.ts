import type { DelimitedTable } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { numeric } from "../../read/shape.js";
import { latency, noRequest, requestCount, throughput, type LatencyStatistic } from "./load-test.js";

/** Columns in lower case, as all versions write them, and what they state. */
const times: ReadonlyMap<string, LatencyStatistic> = new Map<string, LatencyStatistic>([
  ["median response time", 50],
  ["average response time", "mean"],
  ["min response time", "min"],
  ["max response time", "max"],
]);

const counts: ReadonlyMap<string, "requests" | "request_failures"> = new Map<string, "requests" | "request_failures">([
  ["request count", "requests"],
  ["# requests", "requests"],
  ["failure count", "request_failures"],
  ["# failures", "request_failures"],
]);

function statisticOf(column: string): LatencyStatistic | undefined {
  const percentile = /^(\d{1,3}(?:\.\d{1,6})?)%$/.exec(column)?.[1];
  return percentile === undefined ? times.get(column) : Number(percentile);
}

/** True where a table is of requests by name, with their times: the statistics of a run, of any version. */
export function isLocustStats({ header }: DelimitedTable): boolean {
  const columns = header.map((column) => column.toLowerCase());
  return (
    columns.includes("name") &&
    columns.some((column) => counts.get(column) === "requests") &&
    (columns.includes("median response time") || columns.filter((column) => /^\d{2}%$/.test(column)).length > 3) &&
    !columns.includes("timestamp")
  );
}

interface Row {
  readonly name: string;
  readonly type: string;
  readonly cell: (column: number) => string;
  readonly line: number;
}

/** The last row is of all requests: its type is empty (before 1.0 `None`), its name `Aggregated` or `Total`. */
const isAggregate = ({ name, type }: Row): boolean =>
  (type === "" || type === "None") && (name === "Aggregated" || name === "Total" || name === " Aggregated");

function rowStatements(row: Row, columns: readonly string[], header: readonly string[]): Statement[] {
  const numberIn = (kind: string): number | null => {
    const column = columns.findIndex((name) => counts.get(name) === kind);
    return numeric(row.cell(column)) ?? null;
  };
  const n = numberIn("requests");
  const label = [row.type, row.name].filter((part) => part !== "" && part !== "None").join(" ");
  const slice = isAggregate(row) ? {} : { request: label };
  return columns.flatMap((column, index): Statement[] => {
    const value = row.cell(index);
    if (value === "" || value === "N/A") return [];
    const stated = { raw_metric: header[index] ?? column, value, slice, where: { line: row.line } };
    const statistic = statisticOf(column);
    if (statistic !== undefined) return [latency(statistic, "ms", { ...stated, n })];
    const count = counts.get(column);
    if (count !== undefined) return [requestCount(count, { ...stated, n: count === "requests" ? null : n })];
    return column === "requests/s" ? [throughput(stated)] : [];
  });
}

/** Statistics of each row. A run without any request is told: its percentiles are `N/A`, its times 0. */
export function locustStatements(table: DelimitedTable): Statement[] {
  const columns = table.header.map((column) => column.toLowerCase());
  const [type, name, requests] = [
    columns.findIndex((column) => column === "type" || column === "method"),
    columns.indexOf("name"),
    columns.findIndex((column) => counts.get(column) === "requests"),
  ];
  const rows = table.rows.map((cells, index): Row => {
    const cell = (column: number): string => (cells[column] ?? "").trim();
    return { name: cell(name), type: cell(type), cell, line: table.lineOf(index) };
  });
  const silent = rows.find((row) => isAggregate(row) && numeric(row.cell(requests)) === 0);
  return [
    ...rows.flatMap((row) => rowStatements(row, columns, table.header)),
    ...(silent === undefined && rows.length > 0 ? [] : [noRequest({ line: silent?.line ?? 1 })]),
  ];
}
