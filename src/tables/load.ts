import type { FactOf, TableRole } from "../model/fact.js";
import type { StatedColumns, TableColumn, TableReading } from "../model/table.js";
import { columnNames } from "../normalise/table-columns.js";
import { readDelimitedColumns } from "../read/delimited-columns.js";
import type { OpenedFile } from "../read/reader.js";
import { rowsOfCounts, type CountedRows } from "./counted-rows.js";
import { columnsOfHistograms } from "./histogram-columns.js";

/** Loads the rows of a table whose header was read before. Ragged rows and broken quotes make it unreadable. */
export async function loadTable(
  file: OpenedFile,
  fact: FactOf<"table">,
  role: TableRole,
  stated: Partial<StatedColumns>,
): Promise<TableReading> {
  const unreadable = (why: string, mend: string, line = fact.source.line): TableReading => ({
    kind: "unreadable",
    source: { ...fact.source, line },
    why,
    mend,
  });
  const columns = await columnsOf(file);
  if (columns.kind === "unreadable") return unreadable(columns.why, columns.mend, columns.line);
  if (columns.rows === 0) return unreadable("the table has no rows", "write its rows, or delete it");
  const { histogram, value, ...own } = stated;
  const held = columns.columns.map(({ name }) => name);
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
      table: { ...shared, rows: columns.rows, columns: columns.columns, names: columnNames(held, own) },
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

async function columnsOf(file: OpenedFile): Promise<Columns> {
  if (file.syntax === "parquet") {
    const { readParquetColumns } = await import("../read/parquet-columns.js");
    const read = await readParquetColumns(file.bytes);
    return read.kind === "columns" ? read : { ...read, mend: "write it anew with a Parquet writer", line: null };
  }
  if (file.syntax !== "delimited")
    return { kind: "unreadable", why: "rows are read from CSV and Parquet", mend: "write it as either", line: null };
  const read = readDelimitedColumns(file.bytes);
  if (read === undefined) return { kind: "unreadable", why: "the table has no header", mend: "write one", line: 1 };
  const [fault] = read.faults;
  if (fault !== undefined)
    return { kind: "unreadable", why: fault.message, mend: "write the table with a CSV writer", line: fault.line };
  return { kind: "columns", columns: read.columns, rows: read.rows };
}
