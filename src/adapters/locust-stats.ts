import type { Adapter } from "../model/adapter.js";
import { isLocustStats, locustStatements } from "./families/locust.js";

export const locustStats: Adapter = {
  id: "locust-stats",
  title: "Locust statistics (`_stats.csv`)",
  definedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
  versions: "2.x; the files of 0.x (`_requests.csv`, `_distribution.csv`) from the source, not seen",
  reads:
    "Times in milliseconds, requests, failures and requests a second, of each request name and of all together (`Aggregated`). A column named `95%` holds milliseconds.",
  leaves: "Failures a second, sizes of contents, and cells that say `N/A`.",
  syntax: ["delimited"],
  gives: ["measurement"],
  recognises: ({ table }) => table !== undefined && isLocustStats(table),
  read: ({ table }) => (table === undefined ? [] : locustStatements(table)),
};
