import type { Syntax } from "../model/adapter.js";
import type { FactOf, TableRole } from "../model/fact.js";
import type { ColumnNames, StatedColumns, TableColumn, TableReading } from "../model/table.js";
import type { Parts } from "../model/world.js";
import { columnNames } from "../normalise/table-columns.js";
import { readDelimitedParts } from "../read/delimited-columns.js";
import type { OpenedFile } from "../read/opened-file.js";
import { rowsOfCounts, type CountedRows } from "./counted-rows.js";
import { columnsOfHistograms } from "./histogram-columns.js";

/**
 * Loads the rows of a table whose header was read before. Ragged rows and broken quotes make it unreadable.
 *
 * @param also the columns that are wanted beside ids, labels and answers; null is all of them
 */
export async function loadTable(
  file: OpenedFile,
  fact: FactOf<"table">,
  role: TableRole,
  stated: Partial<StatedColumns>,
  also: readonly string[] | null,
): Promise<TableReading> {
  const unreadable = (why: string, mend: string, line = fact.source.line): TableReading => ({
    kind: "unreadable",
    source: { ...fact.source, line },
    why,
    mend,
  });
  const { histogram, value, ...own } = stated;
  const held = fact.columns;
  const ownNames = columnNames(held, own);
  const columns = await columnsOf(file, also === null || histogram !== undefined ? undefined : wanted(ownNames, also));
  if (columns.kind === "unreadable") return unreadable(columns.why, columns.mend, columns.line);
  if (columns.rows === 0) return unreadable("the table has no rows", "write its rows, or delete it");
  const ofFile = histogram === undefined ? Object.values(stated) : [histogram, value, own.weight];
  const absent = ofFile.find((name) => typeof name === "string" && !held.includes(name));
  if (typeof absent === "string")
    return unreadable(`the table has no column ${absent}, which the configuration names`, "correct `columns`");
  const { source, format, vouched, at } = fact;
  const shared = { source, format, vouched, at, role };
  const written = rowsWrittenOut(columns.columns, stated, role);
  if (written === null)
    return {
      kind: "table",
      table: { ...shared, rows: columns.rows, columns: columns.columns, names: ownNames },
    };
  if (typeof written === "string") return unreadable(written, "count rows as `model-referee sql` does");
  const names = columnNames(
    written.columns.map(({ name }) => name),
    own,
  );
  // Nothing that rows are grouped by names a single one of them.
  const counted = { ...names, id: null, weight: null };
  return { kind: "table", table: { ...shared, ...written, names: counted, countsDigest: file.digest } };
}

const wanted = (names: ColumnNames, also: readonly string[]): ReadonlySet<string> =>
  new Set([...also, ...Object.values(names).filter((name): name is string => name !== null)]);

/** The rows that counts stand for, or why there are none; null where the table holds rows themselves. */
function rowsWrittenOut(
  columns: readonly TableColumn[],
  { histogram = null, value = null, weight = null }: Partial<StatedColumns>,
  role: TableRole,
): CountedRows | string | null {
  if (histogram === null) return weight === null ? null : rowsOfCounts(columns, weight);
  if (value === null || weight === null) return "`columns` names a histogram without its value and weight";
  // Each of their columns was counted by itself: no row says what was predicted for what is true.
  if (role === "predictions") return "columns that were counted one by one are no predictions";
  return columnsOfHistograms(columns, { histogram, value, weight });
}

type Columns =
  | { readonly kind: "columns"; readonly columns: readonly TableColumn[]; readonly rows: number }
  | { readonly kind: "unreadable"; readonly why: string; readonly mend: string; readonly line: number | null };

async function columnsOf(file: OpenedFile, only: ReadonlySet<string> | undefined): Promise<Columns> {
  const parts = file.parts();
  if (parts === null)
    return { kind: "unreadable", why: "the file can no longer be read", mend: "run it again", line: null };
  try {
    return await columnsIn(file.syntax, parts, only);
  } finally {
    parts.close();
  }
}

async function columnsIn(syntax: Syntax, parts: Parts, only: ReadonlySet<string> | undefined): Promise<Columns> {
  if (syntax === "parquet") {
    const { readParquetColumns } = await import("../read/parquet-columns.js");
    const read = await readParquetColumns(parts, only);
    return read.kind === "columns" ? read : { ...read, mend: "write it anew with a Parquet writer", line: null };
  }
  if (syntax !== "delimited")
    return { kind: "unreadable", why: "rows are read from CSV and Parquet", mend: "write it as either", line: null };
  const read = readDelimitedParts(parts, only);
  if (read === undefined) return { kind: "unreadable", why: "the table has no header", mend: "write one", line: 1 };
  const [fault] = read.faults;
  if (fault !== undefined)
    return { kind: "unreadable", why: fault.message, mend: "write the table with a CSV writer", line: fault.line };
  return { kind: "columns", columns: read.columns, rows: read.rows };
}
