import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { requestCount } from "./families/load-test.js";

/** Failures by request and error. A file without rows says that nothing failed. */
export const locustFailures: Adapter = {
  id: "locust-failures",
  title: "Locust failures (`_failures.csv`)",
  definedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
  versions: "2.x",
  reads: "How often each request failed with each error.",
  leaves: "The error's text beyond its first 80 characters, and when it was seen.",
  syntax: ["delimited"],
  gives: ["measurement"],
  recognises: ({ table }) =>
    table !== undefined && ["Method", "Name", "Error", "Occurrences"].every((column) => table.header.includes(column)),

  read({ table }) {
    if (table === undefined) return [];
    const [method, name, error, occurrences] = ["Method", "Name", "Error", "Occurrences"].map((column) =>
      table.header.indexOf(column),
    );
    return table.rows.map((cells, row): Statement => {
      const cell = (column: number | undefined): string => cells[column ?? -1] ?? "";
      return requestCount("request_failures", {
        raw_metric: "Occurrences",
        value: cell(occurrences),
        slice: { request: `${cell(method)} ${cell(name)}`.trim(), error: cell(error).slice(0, 80) },
        where: { line: table.lineOf(row) },
      });
    });
  },
};
