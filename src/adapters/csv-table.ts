import type { Adapter, DelimitedTable, TableExtent } from "../model/adapter.js";
import type { ProblemKind, Statement } from "../model/fact.js";
import { driftReport } from "./drift-report.js";
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
  byExtent: true,

  recognises: (file) => {
    const { table } = file;
    if (table === undefined || table.header.length < 2 || driftReport.recognises(file)) return false;
    const frame = frameOf(file);
    return frame === undefined || !(isMetricsFrame(frame) || isSliceFrame(frame));
  },

  read: ({ table, extent, name }) => {
    if (table === undefined) return [];
    const { header: columns } = table;
    const { rows, ragged, firstRaggedLine, isText } = extent ?? extentOf(table);
    const problem = (kind: ProblemKind, line: number, message: string, mend: string): Statement => ({
      kind: "problem",
      where: { line },
      problem: kind,
      message,
      mend,
    });
    const problems: Statement[] = [];
    if (rows === 0)
      problems.push(problem("empty", 1, "the table has a header and no rows", "write its rows, or delete it"));
    if (ragged > 0)
      problems.push(
        problem(
          "unreadable",
          firstRaggedLine ?? 1,
          `${ragged} rows have another number of cells than the header, the first of them here`,
          "write the table with a CSV writer",
        ),
      );
    if (!isText) problems.push(problem("unreadable", 1, "the file is not UTF-8 text", "save it as UTF-8"));
    return [{ kind: "table", where: { line: 1 }, columns, rows, role: tableRole(columns, name) }, ...problems];
  },
};

function extentOf({ rows, ragged, lineOf }: DelimitedTable): TableExtent {
  const [first] = ragged;
  return {
    rows: rows.length,
    ragged: ragged.length,
    firstRaggedLine: first === undefined ? null : lineOf(first),
    isText: true,
  };
}
