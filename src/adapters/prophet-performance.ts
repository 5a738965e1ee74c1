import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";

/** The metrics that Prophet computes, under its own names. */
const metrics = new Set(["mse", "rmse", "mae", "mape", "mdape", "smape", "coverage"]);

const isPerformance = ({ header }: DelimitedTable): boolean =>
  header.includes("horizon") &&
  header.some((column) => column === "rmse" || column === "mae" || column === "mape") &&
  header.every((column) => column === "" || column === "horizon" || metrics.has(column));

function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const slice = { horizon: row[header.indexOf("horizon")] ?? "" };
  return header.flatMap((column, at): Statement[] => {
    const value = row[at] ?? "";
    if (!metrics.has(column) || value === "") return [];
    return [
      {
        kind: "measurement",
        raw_metric: column,
        ...(column === "coverage" ? { metric_name: "interval_coverage" } : {}),
        value,
        slice,
        split: "cross-validation",
        where: { line },
      },
    ];
  });
}

export const prophetPerformance: Adapter = {
  id: "prophet-performance",
  title: "Prophet cross-validation (`performance_metrics` as CSV)",
  definedAt: "https://facebook.github.io/prophet/docs/diagnostics.html",
  versions: "1.x, from the documentation, not seen",
  reads: "Each error of each horizon, and how often the interval held.",
  leaves: "Nothing.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isPerformance(table),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
