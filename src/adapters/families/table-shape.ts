import type { Cell, MarkdownTable } from "../../model/adapter.js";
import { isKnownMetric } from "./card-context.js";
import { statedNumber } from "./stated-number.js";

/** Tables whose merged cells were spread out, brought to one row of headers and rows of results. */

const withoutColon = (text: string): string => text.replace(/:\s*$/, "");

/**
 * A table whose header only spans its columns has the names of the metrics in its first row, as merged cells of HTML
 * leave it.
 */
export function withInnerHeader(table: MarkdownTable): MarkdownTable {
  const [first, ...rows] = table.rows;
  if (first === undefined || rows.length === 0 || table.header.some(({ text }) => isKnownMetric(text))) return table;
  const named = (cell: Cell): boolean => isKnownMetric(withoutColon(cell.text));
  if (first.filter(named).length < 2 || first.some(({ text }) => statedNumber(text) !== undefined)) return table;
  const header = table.header.map((cell, column) => {
    const inner = first[column];
    return inner === undefined || inner.text === "" ? cell : { ...inner, text: withoutColon(inner.text) };
  });
  return { ...table, header, rows };
}

/** The text that spans a row, such as the name of the data set of the rows below. */
function spanning(row: readonly Cell[]): Cell | undefined {
  const told = row.filter(({ text }) => text !== "");
  const [first] = told;
  if (first === undefined || told.length < 3 || statedNumber(first.text) !== undefined) return undefined;
  return told.every(({ text, line, column }) => text === first.text && line === first.line && column === first.column)
    ? first
    : undefined;
}

/** Rows that one merged cell spans name the data set of the rows that follow: here, in a column of their own. */
export function withoutGroupRows(table: MarkdownTable): MarkdownTable {
  if (!table.rows.some((row) => spanning(row) !== undefined)) return table;
  const [first] = table.header;
  let group: Cell = { text: "", line: table.line, column: 1 };
  const rows = table.rows.flatMap((row) => {
    const named = spanning(row);
    if (named === undefined) return [[...row, group]];
    group = named;
    return [];
  });
  return { ...table, header: [...table.header, { ...(first ?? group), text: "Dataset" }], rows };
}
