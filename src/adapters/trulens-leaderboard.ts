import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { latency } from "./families/load-test.js";

const apps = ["app_version", "app_name", "app_id"] as const;
const own = new Set<string>([...apps, "latency", "total_cost", "", "total_tokens", "records"]);

const isLeaderboard = ({ header }: DelimitedTable): boolean =>
  header.includes("total_cost") &&
  header.includes("latency") &&
  apps.some((name) => header.includes(name)) &&
  !header.includes("record_id");

/** Each column beside TruLens's own is the mean of a feedback function, from 0 to 1. */
function rowStatements({ header, rows }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const cell = (name: string): string => row[header.indexOf(name)] ?? "";
  const app = apps.map(cell).find((name) => name !== "") ?? "";
  const about = rows.length > 1 ? { about: app } : {};
  return header.flatMap((column, at): Statement[] => {
    const value = row[at] ?? "";
    if (numeric(value) === undefined && !/^nan$/i.test(value)) return [];
    const stated = { raw_metric: column, value, where: { line } };
    if (column === "latency") return [{ ...latency("mean", "s", stated), ...about }];
    return own.has(column)
      ? []
      : [{ kind: "measurement", ...stated, protocol: "mean", higher_is_better: true, ...about }];
  });
}

export const trulensLeaderboard: Adapter = {
  id: "trulens-leaderboard",
  title: "TruLens leaderboard (`get_leaderboard()` as CSV)",
  definedAt: "https://www.trulens.org/component_guides/evaluation/",
  versions: "0.x and 1.x, from the documentation, not seen",
  reads:
    "The mean of each feedback function, and the latency in seconds; where several versions stand below one another, of which it is.",
  leaves: "Costs.",
  syntax: ["delimited"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isLeaderboard(table),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
