/** Bounds on what is read, so that no file can cost more than its size. */
export interface Limits {
  /** Bytes of one file. */
  readonly fileBytes: number;
  /** Bytes of one table, which is read part by part. */
  readonly tableBytes: number;
  /** Levels of nesting in a structured document. */
  readonly depth: number;
  /** Values in one document, counting what aliases repeat. */
  readonly nodes: number;
  /** Facts from one file. */
  readonly facts: number;
}

export const defaultLimits: Limits = {
  fileBytes: 64 * 1024 * 1024,
  tableBytes: 2 * 1024 * 1024 * 1024,
  depth: 100,
  nodes: 5_000_000,
  facts: 500_000,
};

/** Bytes from which a table is looked at by its first rows, and held as text only for formats that take its cells. */
export const LARGE_TABLE = 1 << 20;

/** Cells of one table that are held at a time: 2 GB of numbers. */
export const MOST_CELLS = 250_000_000;

export const tooManyCells = (rows: number, columns: number): string =>
  `it holds about ${rows} rows of ${columns} columns that are looked at, more than the ${MOST_CELLS} cells that are judged`;
