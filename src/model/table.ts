import type { TableRole, Vouched } from "./fact.js";
import type { Source } from "./source.js";

/** A column whose cells are numbers. */
export interface NumberColumn {
  readonly kind: "numbers";
  readonly name: string;
  /** A value for each row, NaN where it is missing; infinities are kept. Not to be written to. */
  readonly values: Float64Array;
  readonly missing: number;
}

/** A column whose cells are texts: categories, ids, and integers too wide for a number to hold. */
export interface TextColumn {
  readonly kind: "texts";
  readonly name: string;
  /** Place of each row's text among `labels`; −1 where it is missing. Made when first asked for. */
  readonly codes: Int32Array;
  /** Distinct texts, in the order in which they first come up. */
  readonly labels: readonly string[];
  readonly missing: number;
  /** Null where the cell is missing. */
  text(row: number): string | null;
  /** True where both columns hold the same texts, row by row. */
  sameTexts(other: TextColumn): boolean;
}

export type TableColumn = NumberColumn | TextColumn;

/** The columns of a table that mean something to checks, by name; null where there is none. */
export interface ColumnNames {
  readonly id: string | null;
  /** What is true. */
  readonly label: string | null;
  /** A probability or another number that ranks rows, the greater the likelier positive. */
  readonly score: string | null;
  /** The class or the value that was predicted. */
  readonly prediction: string | null;
  /** How many rows each line stands for; only where the configuration names it, and null once they are written out. */
  readonly weight: string | null;
}

/** What the configuration names of a table: its columns, or of a file of histograms what each line is of. */
export interface StatedColumns extends ColumnNames {
  /** Holds the name of the column that the line is of: each column was counted by itself. */
  readonly histogram: string | null;
  /** Holds the value that is counted. */
  readonly value: string | null;
}

/** Rows of data, loaded into columns. */
export interface Table {
  readonly source: Source;
  readonly format: string | null;
  readonly vouched: Vouched;
  /** ISO 8601; null where nothing says when it was made. */
  readonly at: string | null;
  readonly role: TableRole;
  readonly rows: number;
  readonly columns: readonly TableColumn[];
  readonly names: ColumnNames;
  /** Digest of the file of counts that these rows were written out from: rows of one such file are the same rows. */
  readonly countsDigest?: string;
}

/** A table, or why it cannot be judged by. */
export type TableReading =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "unreadable"; readonly source: Source; readonly why: string; readonly mend: string };

/** The column of a name; undefined where there is none. */
export const columnOf = ({ columns }: Pick<Table, "columns">, name: string | null): TableColumn | undefined =>
  name === null ? undefined : columns.find((column) => column.name === name);

/** What is computed from rows counts for as much as the rows, and as recomputed where the base has them. */
export const vouchedWhenComputed = (vouched: Vouched): Vouched => (vouched === "base" ? "recomputed" : vouched);
