import type { TableColumn } from "../model/table.js";
import { readNumber } from "../read/cell-numbers.js";
import { heldTexts } from "../read/text-cells.js";
import { MOST_COUNTED_ROWS, totalOf, type CountedRows } from "./counted-rows.js";

/** Cells of all columns together that are written out. */
const MOST_CELLS = 100_000_000;

interface Bar {
  readonly value: string | null;
  readonly count: number;
}

/**
 * Columns of which each value was counted by itself, one line a value: what is asked of single columns has its answer,
 * what is asked of a row across them has none. Shorter columns end in missing cells.
 *
 * @param names the columns that hold the name of the counted column, its value, and the count
 * @returns why there are none
 */
export function columnsOfHistograms(
  columns: readonly TableColumn[],
  names: { readonly histogram: string; readonly value: string; readonly weight: string },
): CountedRows | string {
  const [column, value, counts] = [names.histogram, names.value, names.weight].map((name) =>
    columns.find((one) => one.name === name),
  );
  if (counts?.kind !== "numbers") return `${names.weight} holds texts where counts of rows are due`;
  const total = totalOf(counts, Number.POSITIVE_INFINITY);
  if (typeof total === "string") return total;
  const bars = new Map<string, Bar[]>();
  for (let line = 0; line < counts.values.length; line++) {
    const name = textAt(column, line);
    if (name === null) return `row ${line + 1} names no column in ${names.histogram}`;
    const bar = { value: textAt(value, line), count: counts.values[line] ?? 0 };
    const known = bars.get(name);
    if (known === undefined) bars.set(name, [bar]);
    else known.push(bar);
  }
  const rows = Math.max(...[...bars.values()].map(sizeOf));
  if (rows > MOST_COUNTED_ROWS || rows * bars.size > MOST_CELLS)
    return `${bars.size} columns of ${rows} rows are more than are judged`;
  return { rows, columns: [...bars].map(([name, own]) => writtenOut(name, own, rows)) };
}

const sizeOf = (bars: readonly Bar[]): number => bars.reduce((sum, { count }) => sum + count, 0);

function textAt(column: TableColumn | undefined, line: number): string | null {
  if (column === undefined) return null;
  if (column.kind === "texts") return column.text(line);
  const value = column.values[line] ?? NaN;
  return Number.isNaN(value) ? null : String(value);
}

/** Numbers where every value that is there is one, as in a table of rows. */
function writtenOut(name: string, bars: readonly Bar[], rows: number): TableColumn {
  const numbers = bars.map(({ value }) => (value === null ? NaN : numberIn(value)));
  if (numbers.includes(undefined)) {
    const texts = new Array<string | null>(rows).fill(null);
    eachBar(bars, (bar, from, to) => texts.fill(bars[bar]?.value ?? null, from, to));
    return heldTexts(name, texts);
  }
  const values = new Float64Array(rows).fill(NaN);
  eachBar(bars, (bar, from, to) => values.fill(numbers[bar] ?? NaN, from, to));
  let missing = 0;
  for (const value of values) if (Number.isNaN(value)) missing++;
  return { kind: "numbers", name, values, missing };
}

function eachBar(bars: readonly Bar[], write: (bar: number, from: number, to: number) => void): void {
  let at = 0;
  bars.forEach(({ count }, bar) => {
    write(bar, at, at + count);
    at += count;
  });
}

/** NaN for what stands for a missing number; undefined for a text. */
function numberIn(cell: string): number | undefined {
  const reading = readNumber(cell);
  switch (reading.kind) {
    case "number":
      return reading.value;
    case "missing":
      return NaN;
    case "wide":
    case "text":
      return undefined;
  }
}
