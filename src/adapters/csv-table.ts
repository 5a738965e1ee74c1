import type { Adapter } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { frameOf } from "./families/frame.js";
import { isMetricsFrame, isSliceFrame } from "./families/frame-kinds.js";
import { tableRole } from "../normalise/table-columns.js";

/** Rows of data: predictions, reference data, current data, or any other table. */
export const csvTable: Adapter = {
  id: "csv-table",
  title: "Table of rows in CSV",
  definedAt: "https://www.rfc-editor.org/rfc/rfc4180",
  versions: "Comma, tab, semicolon or bar between cells, quoted or not",
  reads:
    "Its columns and the number of its rows; predictions where what is true and what was predicted stand side by side, reference or current data by the words of its name.",
  leaves: "The cells, which checks read when they need them.",
  syntax: ["delimited"],
  gives: ["table"],
  fallback: true,

  recognises: (file) => {
    const { table } = file;
    if (table === undefined || table.header.length < 2) return false;
    const frame = frameOf(file);
    return frame === undefined || !(isMetricsFrame(frame) || isSliceFrame(frame));
  },

  read: ({ table, name }) => {
    if (table === undefined) return [];
    const { header: columns, rows } = table;
    const problems: Statement[] = [];
    const [ragged] = table.ragged;
    if (rows.length === 0)
      problems.push({
        kind: "problem",
        where: { line: 1 },
        problem: "empty",
        message: "the table has a header and no rows",
        mend: "write its rows, or delete it",
      });
    if (ragged !== undefined)
      problems.push({
        kind: "problem",
        where: { line: table.lineOf(ragged) },
        problem: "unreadable",
        message: `${table.ragged.length} rows have another number of cells than the header, the first of them here`,
        mend: "write the table with a CSV writer",
      });
    return [
      { kind: "table", where: { line: 1 }, columns, rows: rows.length, role: tableRole(columns, name) },
      ...problems,
    ];
  },
};
