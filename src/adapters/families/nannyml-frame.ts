import type { DelimitedTable, EvidenceFile, Value } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { isRecord, list, member, members, text } from "../../read/shape.js";

/** One row of a data frame, whichever way it was saved. */
export interface FrameRow {
  /** Undefined where the frame has no such column. Cells of CSV are texts. */
  value(column: string): Value | undefined;
  where(column: string): Where;
}

export interface Frame {
  readonly columns: readonly string[];
  /** Made when asked for: to know a frame, its columns are enough. */
  rows(): readonly FrameRow[];
}

/** A frame saved as CSV with one to three header lines, or as JSON of any of pandas' usual orientations. */
export function frameOf(file: EvidenceFile): Frame | undefined {
  switch (file.syntax) {
    case "delimited":
      return file.table === undefined ? undefined : fromTable(file.table);
    case "json":
      return fromJson(file.value);
    case "json-lines":
      return fromLines(file.values);
    default:
      return undefined;
  }
}

function fromTable(table: DelimitedTable): Frame {
  const levels = headerLevels(table);
  const columns = levels === 1 ? table.header : flattened(table, levels);
  const places = new Map(columns.map((column, index) => [column, index]));
  const rowOf = (cells: readonly string[], index: number): FrameRow => {
    const line = table.lineOf(index + levels - 1);
    return {
      value: (column) => {
        const place = places.get(column);
        return place === undefined ? undefined : (cells[place] ?? "");
      },
      where: () => ({ line }),
    };
  };
  return { columns, rows: () => table.rows.slice(levels - 1).map(rowOf) };
}

/** The last header line is the one that says `key` or `start_index` below `chunk`. */
function headerLevels({ header, rows }: DelimitedTable): number {
  const chunk = header.indexOf("chunk");
  if (chunk === -1) return 1;
  const fields = rows.slice(0, 2).findIndex((cells) => cells[chunk] === "key" || cells[chunk] === "chunk_index");
  return fields === -1 ? 1 : fields + 2;
}

/** `amount`, `jensen_shannon`, `value` become `amount_jensen_shannon_value`, as the tool's flat form has it. */
function flattened(table: DelimitedTable, levels: number): string[] {
  const lines = [table.header, ...table.rows.slice(0, levels - 1)];
  return table.header.map((_, column) => {
    const parts = lines.map((cells) => cells[column] ?? "").filter((part) => part !== "");
    const named = levels === 3 && parts[0] === parts[1] ? parts.slice(1) : parts;
    const last = named.at(-1) ?? "";
    return named[0] === "chunk" && last.startsWith("chunk_") ? last : named.join("_");
  });
}

function fromJson(value: Value | undefined): Frame | undefined {
  const records = list(value);
  if (records !== undefined)
    return fromRecords(records[0], () =>
      records.map((body, index) => rowOfRecord(body, (column) => ({ pointer: pointer("", index, column) }))),
    );
  const columns = list(member(value, "columns"))?.map((column) => text(column) ?? "");
  const data = list(member(value, "data"));
  if (columns !== undefined && data !== undefined) return fromSplit(columns, data);
  return isRecord(member(value, "chunk_key")) || isRecord(member(value, "column_name"))
    ? fromColumns(value)
    : undefined;
}

const fromLines = (values: EvidenceFile["values"]): Frame | undefined =>
  fromRecords(values[0]?.value, () => values.map(({ value, line }) => rowOfRecord(value, () => ({ line }))));

const rowOfRecord = (body: Value, where: (column: string) => Where): FrameRow => ({
  value: (column) => member(body, column),
  where,
});

const fromRecords = (first: Value | undefined, rows: () => readonly FrameRow[]): Frame | undefined =>
  isRecord(first) ? { columns: Object.keys(first), rows } : undefined;

function fromSplit(columns: readonly string[], data: readonly Value[]): Frame {
  const places = new Map(columns.map((column, index) => [column, index]));
  return {
    columns,
    rows: () =>
      data.map((cells, index) => ({
        value: (column) => {
          const place = places.get(column);
          return place === undefined ? undefined : list(cells)?.[place];
        },
        where: (column) => ({ pointer: pointer("", "data", index, places.get(column) ?? 0) }),
      })),
  };
}

/** pandas' default orientation: each column a record of index to value. */
function fromColumns(value: Value | undefined): Frame {
  const columns = members(value).map(([column]) => column);
  const first = members(member(value, columns[0] ?? ""));
  return {
    columns,
    rows: () =>
      first.map(([index]) => ({
        value: (column) => member(member(value, column), index),
        where: (column) => ({ pointer: pointer("", column, index) }),
      })),
  };
}
