import Papa from "papaparse";
import type { DelimitedTable } from "../model/adapter.js";
import { delimiterOf } from "./delimiter.js";

const MAXIMUM_COLUMNS = 10_000;

/**
 * Reads CSV and its kin: delimiter found from the content, quotes and all line ends understood, comment lines kept.
 *
 * @returns undefined where the text has no header
 */
export function parseDelimited(text: string): DelimitedTable | undefined {
  const newline = text.includes("\r\n") ? "\r\n" : text.includes("\n") ? "\n" : text.includes("\r") ? "\r" : "\n";
  const delimiter = delimiterOf(text.slice(0, 65_536));
  const { data, meta, errors } = Papa.parse<string[]>(text, { newline, delimiter, skipEmptyLines: false });
  const unclosed = errors.find(({ code }) => code === "MissingQuotes")?.row;
  let unclosedLine: number | null = null;
  const kept: string[][] = [];
  const lines: number[] = [];
  let line = 1;
  for (const [index, row] of data.entries()) {
    if (index === unclosed) unclosedLine = line;
    if (row.length > 1 || (row[0] ?? "").trim() !== "") {
      kept.push(row);
      lines.push(line);
    }
    line += 1 + row.reduce((breaks, cell) => breaks + lineBreaks(cell), 0);
  }
  const header = kept[0];
  if (header === undefined || header.length > MAXIMUM_COLUMNS) return undefined;
  const rows = kept.slice(1);
  return {
    header: header.map((cell) => cell.trim()),
    rows,
    lineOf: (row) => lines[row + 1] ?? 1,
    ragged: rows.flatMap((row, index) => (row.length === header.length ? [] : [index])),
    unclosedLine,
    delimiter: meta.delimiter,
  };
}

const lineBreaks = (cell: string): number =>
  cell.includes("\n") || cell.includes("\r") ? cell.split(/\r\n|\n|\r/).length - 1 : 0;
