import type { DelimitedTable } from "../model/adapter.js";
import { fault, type Fault } from "./fault.js";

/**
 * What shows that a table is not what was written: cut off in its last row, a quote that is never closed, or rows whose
 * cells stand under other columns' names. Null where every row has a cell for each column; empty cells beyond them, and
 * comments, do no harm.
 */
export function raggedFault(table: DelimitedTable, text: string): Fault | null {
  const { header, rows, lineOf, unclosedLine } = table;
  const ragged = table.ragged.filter((row) => !isHarmless(rows[row] ?? [], header.length));
  const last = rows.length - 1;
  const isCut = ragged.length === 1 && ragged[0] === last && (rows[last]?.length ?? 0) < header.length;
  if (unclosedLine !== null || (isCut && !/[\r\n]$/.test(text)))
    return fault(
      "truncated",
      unclosedLine === null ? "the table ends within its last row" : "a quote is opened here and never closed",
      "write the table again, whole",
      { line: unclosedLine ?? lineOf(last), column: 1 },
    );
  const [first] = ragged;
  if (first === undefined) return null;
  return fault(
    "unreadable",
    `${ragged.length} ${ragged.length === 1 ? "row has" : "rows have"} another number of cells than the header, the first of them here`,
    "write the table with a CSV writer",
    { line: lineOf(first), column: 1 },
  );
}

const isHarmless = (row: readonly string[], columns: number): boolean =>
  row.length > columns
    ? row.slice(columns).every((cell) => cell.trim() === "")
    : row.length === 1 && (row[0] ?? "").trimStart().startsWith("#");
