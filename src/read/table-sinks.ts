import type { TableColumn } from "../model/table.js";
import { TextSink } from "./text-sink.js";

/** How a column's cells are taken: passed over, as numbers, or as texts. */
export const SKIP = 0;
export const NUMBER = 1;
export const TEXT = 2;

const nothing = new Float64Array(0);

/** Where the cells of a table go while it is scanned; grows with the rows. */
export class TableSinks {
  readonly kinds: Uint8Array;
  readonly values: Float64Array<ArrayBuffer>[];
  readonly texts: readonly (TextSink | undefined)[];
  /** 1 for a column that turned out to hold texts: it is scanned again. */
  readonly turned: Uint8Array;
  /** 1 for a column with whole numbers that a double does not hold, and one with fractions. */
  readonly wide: Uint8Array;
  readonly fractions: Uint8Array;
  /** 1 for a column of numbers in which a cell may be missing: only there they are counted. */
  readonly gaps: Uint8Array;

  constructor(
    kinds: readonly number[],
    public capacity: number,
  ) {
    this.kinds = Uint8Array.from(kinds);
    this.values = kinds.map((kind) => (kind === NUMBER ? new Float64Array(capacity) : nothing));
    this.texts = kinds.map((kind) => (kind === TEXT ? new TextSink(capacity) : undefined));
    this.turned = new Uint8Array(kinds.length);
    this.wide = new Uint8Array(kinds.length);
    this.fractions = new Uint8Array(kinds.length);
    this.gaps = new Uint8Array(kinds.length);
  }

  grow(): void {
    this.capacity = Math.ceil(this.capacity * 1.5) + 16;
    this.kinds.forEach((kind, column) => {
      if (kind === NUMBER) this.values[column] = widened(this.values[column] ?? nothing, this.capacity);
    });
    for (const text of this.texts) text?.grow(this.capacity);
  }

  /** A row that ends before this column: its cell is missing. */
  leaveOut(column: number, row: number): void {
    if (this.kinds[column] === NUMBER) (this.values[column] ?? nothing)[row] = NaN;
    this.gaps[column] = 1;
    this.texts[column]?.put(row, nothingToRead, 0, 0, false);
  }

  /** Columns that a second scan takes as texts. */
  again(): readonly number[] {
    return [...this.kinds.keys()].filter(
      (column) => this.turned[column] === 1 || (this.wide[column] === 1 && this.fractions[column] === 0),
    );
  }

  column(name: string, column: number, rows: number): TableColumn {
    const text = this.texts[column];
    if (text !== undefined) return text.column(name, rows);
    const values = (this.values[column] ?? nothing).subarray(0, rows);
    let missing = 0;
    for (let row = 0; row < rows && this.gaps[column] === 1; row++) {
      const value = values[row] ?? 0;
      // Only NaN is unlike itself; asking so costs a third of a call.
      if (value !== value) missing++;
    }
    return { kind: "numbers", name, values, missing };
  }
}

const nothingToRead = new Uint8Array(0);

function widened(list: Float64Array, size: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(size);
  larger.set(list);
  return larger;
}
