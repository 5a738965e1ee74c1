import type { FactOf, TableRole } from "../model/fact.js";
import type { ColumnNames, TableColumn, TableReading } from "../model/table.js";
import { columnNames } from "../normalise/table-columns.js";
import { readDelimitedColumns } from "../read/delimited-columns.js";
import type { OpenedFile } from "../read/reader.js";
import { rowsOfCounts } from "./counted-rows.js";

/** Loads the rows of a table whose header was read before. Ragged rows and broken quotes make it unreadable. */
export async function loadTable(
  file: OpenedFile,
  fact: FactOf<"table">,
  role: TableRole,
  stated: Partial<ColumnNames>,
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
  const held = columns.columns.map(({ name }) => name);
  const absent = Object.values(stated).find((name) => name !== null && !held.includes(name));
  if (absent !== undefined)
    return unreadable(`the table has no column ${absent}, which the configuration names`, "correct `columns`");
  const { source, format, vouched, at } = fact;
  const names = columnNames(held, stated);
  const shared = { source, format, vouched, at, role };
  if (names.weight === null)
    return { kind: "table", table: { ...shared, rows: columns.rows, columns: columns.columns, names } };
  const written = rowsOfCounts(columns.columns, names.weight);
  if (typeof written === "string") return unreadable(written, "count rows, as `model-referee sql` does");
  // Nothing that rows are grouped by names a single one of them.
  const counted = { ...names, id: null, weight: null };
  return { kind: "table", table: { ...shared, ...written, names: counted, countsDigest: file.digest } };
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
