import type { Adapter } from "../model/adapter.js";
import type { TableRole } from "../model/fact.js";

const labels = new Set("y_true label target true_label ground_truth actual y is_fraud class outcome".split(" "));
const predictions = new Set(
  "y_pred y_score y_prob prediction predicted score probability proba prob pred predictions".split(" "),
);

export const csvTable: Adapter = {
  id: "csv-table",
  title: "Table of rows in CSV",
  definedAt: "https://www.rfc-editor.org/rfc/rfc4180",
  versions: "Comma, tab, semicolon or bar between cells, quoted or not",
  reads:
    "Its columns and rows: predictions where a label and a prediction stand side by side, reference or current data by the file's name.",
  leaves: "The cells, which checks read when they need them.",
  syntax: ["delimited"],
  gives: ["table"],
  fallback: true,

  recognises: ({ table }) => table !== undefined && table.header.length > 1 && table.rows.length > 0,

  read({ table, name }) {
    if (table === undefined) return [];
    const role = roleOf(table.header, name);
    return [
      {
        kind: "table",
        where: { line: 1 },
        columns: table.header,
        rows: table.rows.length,
        ...(role === null ? {} : { role }),
      },
      ...(table.ragged.length === 0
        ? []
        : [
            {
              kind: "problem" as const,
              where: { line: table.lineOf(table.ragged[0] ?? 0) },
              problem: "unreadable" as const,
              message: `${table.ragged.length} rows have another number of cells than the header, the first here`,
              mend: "write the table with a CSV writer",
            },
          ]),
    ];
  },
};

function roleOf(header: readonly string[], name: string): TableRole | null {
  const columns = header.map((column) => column.toLowerCase());
  if (columns.some((column) => labels.has(column)) && columns.some((column) => predictions.has(column)))
    return "predictions";
  if (/(^|[^a-z])(reference|baseline|train)([^a-z]|$)/i.test(name)) return "reference";
  return /(^|[^a-z])(current|production|serving)([^a-z]|$)/i.test(name) ? "current" : null;
}
