import type { Adapter } from "../model/adapter.js";

/** How the statistics came about, second by second: the last word is in the statistics themselves. */
export const locustStatsHistory: Adapter = {
  id: "locust-stats-history",
  title: "Locust history (`_stats_history.csv`)",
  definedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
  versions: "2.x",
  reads: "Nothing beyond the format: its rows are of moments, not of the run.",
  leaves: "The rows; `_stats.csv` beside it states the run.",
  syntax: ["delimited"],
  gives: [],
  recognises: ({ table }) =>
    table !== undefined && ["Timestamp", "User Count", "Name"].every((column) => table.header.includes(column)),
  read: () => [],
};
