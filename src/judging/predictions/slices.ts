import type { Slice } from "../../model/fact.js";
import { columnOf, type Table, type TableColumn } from "../../model/table.js";
import { shownSlice } from "../wording.js";

/** Rows of one part of the data. */
export interface SliceRows {
  readonly slice: Slice;
  /** Places among the rows that were asked about. */
  readonly rows: Uint32Array;
  /** The class that is held against all others, where the part is of one; its rows are then all of them. */
  readonly ofClass?: string;
}

/** A column with more values than this names rows, not parts of the data. */
const MOST_SLICES = 2000;

/**
 * The parts of rows by the values of columns, in the order of their names. Rows without a value are in none.
 *
 * @param places the table's row of each of the rows asked about
 * @returns a reason where the table lacks a column or it has too many values
 */
export function slicesBy(keys: readonly string[], table: Table, places: Uint32Array): readonly SliceRows[] | string {
  const columns: TableColumn[] = [];
  for (const key of keys) {
    const column = columnOf(table, key);
    if (column === undefined) return `${table.source.path} has no column ${key}`;
    columns.push(column);
  }
  const parts = new Map<string, { readonly slice: Slice; readonly rows: number[] }>();
  for (let place = 0; place < places.length; place++) {
    const values = columns.map((column) => valueAt(column, places[place] ?? 0));
    if (values.includes(null)) continue;
    const slice: Slice = Object.fromEntries(keys.map((key, index) => [key, values[index] ?? ""]));
    const name = shownSlice(slice);
    const known = parts.get(name);
    if (known !== undefined) known.rows.push(place);
    else if (parts.size === MOST_SLICES) return `${keys.join(" and ")} has more than ${MOST_SLICES} values`;
    else parts.set(name, { slice, rows: [place] });
  }
  return [...parts]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, { slice, rows }]) => ({ slice, rows: Uint32Array.from(rows) }));
}

function valueAt(column: TableColumn, row: number): string | null {
  if (column.kind === "texts") return column.labels[column.codes[row] ?? -1] ?? null;
  const value = column.values[row] ?? NaN;
  return Number.isNaN(value) ? null : String(value);
}
