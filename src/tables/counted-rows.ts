import type { NumberColumn, TableColumn } from "../model/table.js";
import { codedTexts } from "../read/text-cells.js";

/** More rows than this are not written out: a few columns of them fill the memory of a usual runner. */
export const MOST_COUNTED_ROWS = 20_000_000;

export interface CountedRows {
  readonly columns: readonly TableColumn[];
  readonly rows: number;
}

/**
 * The rows that lines of a table stand for, each as often as it counts, in the order of the lines; the column of counts is
 * left out. What is computed from them is then computed as from any rows.
 *
 * @param weight name of the column of counts
 * @returns why there are none: a count that is no whole number from 0 up, none above 0, or too many rows
 */
export function rowsOfCounts(columns: readonly TableColumn[], weight: string): CountedRows | string {
  const counts = columns.find(({ name }) => name === weight);
  if (counts?.kind !== "numbers") return `${weight} holds texts where counts of rows are due`;
  const rows = totalOf(counts, MOST_COUNTED_ROWS);
  if (typeof rows === "string") return rows;
  return {
    rows,
    columns: columns.filter((column) => column !== counts).map((column) => writtenOut(column, counts.values, rows)),
  };
}

/** How many rows there are, or what is wrong with their counts. */
export function totalOf({ name, values }: NumberColumn, most: number): number | string {
  let total = 0;
  for (let line = 0; line < values.length; line++) {
    const count = values[line] ?? NaN;
    if (!Number.isInteger(count) || count < 0)
      return `row ${line + 1} counts ${Number.isNaN(count) ? "nothing" : count} in ${name}, and no whole number of rows`;
    total += count;
  }
  if (total === 0) return `${name} counts no rows`;
  return total <= most ? total : `${name} counts ${total} rows, more than the ${most} that are judged`;
}

function writtenOut(column: TableColumn, counts: Float64Array, rows: number): TableColumn {
  if (column.kind === "numbers") {
    const values = repeated(new Float64Array(rows), column.values, counts);
    return {
      kind: "numbers",
      name: column.name,
      values,
      missing: weighed(counts, (line) => Number.isNaN(column.values[line])),
    };
  }
  const { name, codes, labels } = column;
  const missing = weighed(counts, (line) => (codes[line] ?? -1) < 0);
  return codedTexts(name, repeated(new Int32Array(rows), codes, counts), labels, missing);
}

function repeated<T extends Float64Array | Int32Array>(into: T, cells: T, counts: Float64Array): T {
  let at = 0;
  for (let line = 0; line < counts.length; line++) {
    const next = at + (counts[line] ?? 0);
    into.fill(cells[line] ?? NaN, at, next);
    at = next;
  }
  return into;
}

/** How many rows the lines stand for that are so. */
function weighed(counts: Float64Array, isSo: (line: number) => boolean): number {
  let sum = 0;
  for (let line = 0; line < counts.length; line++) if (isSo(line)) sum += counts[line] ?? 0;
  return sum;
}
