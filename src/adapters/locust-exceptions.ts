import type { Adapter } from "../model/adapter.js";

/** Errors of the test's own script. They are of the script, not of what was tested. */
export const locustExceptions: Adapter = {
  id: "locust-exceptions",
  title: "Locust exceptions (`_exceptions.csv`)",
  definedAt: "https://docs.locust.io/en/stable/retrieving-stats.html",
  versions: "2.x",
  reads: "Nothing beyond the format; a file without rows is told as empty, and harms no rule.",
  leaves: "The exceptions of the script.",
  syntax: ["delimited"],
  gives: [],
  recognises: ({ table }) =>
    table !== undefined && ["Count", "Message", "Traceback"].every((column) => table.header.includes(column)),
  read: ({ table }) =>
    table === undefined || table.rows.length > 0
      ? []
      : [
          {
            kind: "problem",
            problem: "empty",
            message: "a header and no rows: the script raised nothing",
            mend: "nothing to mend; the file may be left out",
            where: { line: 1 },
          },
        ],
};
