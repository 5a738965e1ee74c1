import type { EvidenceFile, Value } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { isList, isRecord, list, member, members, text } from "../../read/shape.js";

/** Rows and columns, however a data frame was saved. */
export interface Frame {
  readonly columns: readonly string[];
  readonly rows: number;
  /** Text in delimited files; undefined where the row has no such cell. */
  cell(row: number, column: number): Value | undefined;
  where(row: number, column: number): Where;
}

const looked = new WeakMap<EvidenceFile, { readonly frame: Frame | undefined }>();

/**
 * The data frame that a file holds: CSV, a list of records, JSON lines, or the `split`, `table` and `columns` forms of
 * pandas. Undefined where it holds something else.
 */
export function frameOf(file: EvidenceFile): Frame | undefined {
  const known = looked.get(file);
  if (known !== undefined) return known.frame;
  const frame = frameIn(file);
  looked.set(file, { frame });
  return frame;
}

function frameIn(file: EvidenceFile): Frame | undefined {
  if (file.syntax === "delimited") return ofTable(file);
  if (file.syntax === "json-lines") return ofLines(file);
  const { value } = file;
  return recordsFrame(value, "") ?? ofSplit(value) ?? ofSchema(value) ?? ofColumns(value);
}

function ofTable({ table }: EvidenceFile): Frame | undefined {
  if (table === undefined || table.header.length < 2) return undefined;
  return {
    columns: table.header,
    rows: table.rows.length,
    cell: (row, column) => table.rows[row]?.[column],
    where: (row) => ({ line: table.lineOf(row) }),
  };
}

function ofLines({ values }: EvidenceFile): Frame | undefined {
  if (values.length < 2 || !values.every(({ value }) => isRecord(value))) return undefined;
  const columns = columnsOf(values.map(({ value }) => value));
  return {
    columns,
    rows: values.length,
    cell: (row, column) => member(values[row]?.value, columns[column] ?? ""),
    where: (row) => ({ line: values[row]?.line ?? 1 }),
  };
}

/** Keys of the records, in the order in which they first come up. */
function columnsOf(records: readonly Value[]): readonly string[] {
  const columns = new Set<string>();
  for (const record of records.slice(0, 200)) for (const [key] of members(record)) columns.add(key);
  return [...columns];
}

/** A list of records that stands at `base` of its document. */
export function recordsFrame(value: Value | undefined, base: string): Frame | undefined {
  const records = list(value);
  if (records === undefined || records.length === 0 || !records.every(isRecord)) return undefined;
  const columns = columnsOf(records);
  return {
    columns,
    rows: records.length,
    cell: (row, column) => member(records[row], columns[column] ?? ""),
    where: (row, column) => ({ pointer: pointer(base, row, columns[column] ?? "") }),
  };
}

/** `{"columns": […], "index": […], "data": [[…], …]}`. */
function ofSplit(value: Value | undefined): Frame | undefined {
  const columns = list(member(value, "columns"))?.map((name) => text(name) ?? String(name));
  const rows = list(member(value, "data"));
  if (columns === undefined || rows === undefined || rows.length === 0 || !rows.every(isList)) return undefined;
  return {
    columns,
    rows: rows.length,
    cell: (row, column) => list(rows[row])?.[column],
    where: (row, column) => ({ pointer: pointer("", "data", row, column) }),
  };
}

/** `{"schema": {"fields": […]}, "data": [{…}, …]}`. */
const ofSchema = (value: Value | undefined): Frame | undefined =>
  list(member(member(value, "schema"), "fields")) === undefined
    ? undefined
    : recordsFrame(member(value, "data"), "/data");

/** `{"<column>": {"0": …, "1": …}}`, the default of pandas, of a frame whose rows are counted from 0. */
function ofColumns(value: Value | undefined): Frame | undefined {
  const held = members(value);
  const rows = members(held[0]?.[1]).length;
  const counted = (column: Value): boolean =>
    isRecord(column) && members(column).length === rows && members(column).every(([key], at) => key === String(at));
  if (held.length < 2 || rows === 0 || !held.every(([, column]) => counted(column))) return undefined;
  const columns = held.map(([name]) => name);
  return {
    columns,
    rows,
    cell: (row, column) => member(held[column]?.[1], String(row)),
    where: (row, column) => ({ pointer: pointer("", columns[column] ?? "", row) }),
  };
}
