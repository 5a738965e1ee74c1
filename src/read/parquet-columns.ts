import { parquetMetadata, parquetRead, parquetSchema, type FileMetaData } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { TableColumn } from "../model/table.js";
import type { Parts } from "../model/world.js";
import { headBytes } from "./large-table-head.js";
import { MOST_CELLS, tooManyCells } from "./limits.js";
import { ParquetSink } from "./parquet-sink.js";

/** The columns of a Parquet file, or why they cannot be read. */
export type ParquetColumns =
  | { readonly kind: "columns"; readonly columns: readonly TableColumn[]; readonly rows: number }
  | { readonly kind: "unreadable"; readonly why: string };

/** Bytes of one column of one row group, before it is compressed; writers stay a hundred times below. */
const MOST_CHUNK_BYTES = 1 << 30;

const unreadable = (why: string): ParquetColumns => ({ kind: "unreadable", why });

/**
 * Reads the columns of a Parquet file that hold one value a row, one column of one row group after the other; lists and
 * structures are left out.
 *
 * @param only the columns that are wanted; all where absent
 */
export async function readParquetColumns(file: Parts, only?: ReadonlySet<string>): Promise<ParquetColumns> {
  try {
    const metadata = parquetMetadata(arrayOf(headBytes(file, true)));
    const names = flatColumns(metadata).filter((name) => only === undefined || only.has(name));
    const rows = Number(metadata.num_rows);
    const grouped = metadata.row_groups.reduce((sum, group) => sum + Number(group.num_rows), 0);
    if (grouped !== rows) return unreadable(`its row groups hold ${grouped} rows, and it says that there are ${rows}`);
    if (rows * names.length > MOST_CELLS) return unreadable(tooManyCells(rows, names.length));
    const large = metadata.row_groups.flatMap(({ columns }) => columns).find(isTooLarge);
    if (large !== undefined) return unreadable("a column of a row group is too large to be unpacked");
    const columns: TableColumn[] = [];
    for (const name of names) columns.push(await readColumn(file, metadata, name, rows));
    return { kind: "columns", rows, columns };
  } catch (error) {
    return unreadable(error instanceof Error ? error.message : "its pages cannot be decoded");
  }
}

const isTooLarge = ({ meta_data }: FileMetaData["row_groups"][number]["columns"][number]): boolean =>
  Number(meta_data?.total_uncompressed_size ?? 0) > MOST_CHUNK_BYTES;

const flatColumns = (metadata: FileMetaData): readonly string[] =>
  parquetSchema(metadata)
    .children.filter(({ children, element }) => children.length === 0 && element.repetition_type !== "REPEATED")
    .map(({ element }) => element.name)
    .filter((name) => !/^__index_level_\d+__$/.test(name));

async function readColumn(file: Parts, metadata: FileMetaData, name: string, rows: number): Promise<TableColumn> {
  const sink = new ParquetSink(rows);
  let rowStart = 0;
  for (const { num_rows } of metadata.row_groups) {
    const rowEnd = rowStart + Number(num_rows);
    await parquetRead({
      file: { byteLength: file.size, slice: (start, end) => slice(file, start, end ?? file.size) },
      metadata,
      columns: [name],
      rowStart,
      rowEnd,
      compressors,
      onChunk: ({ columnData, rowStart: from, rowEnd: until }) => {
        sink.take(columnData, from, Math.min(until, rows));
      },
    });
    rowStart = rowEnd;
  }
  return sink.column(name);
}

function slice(file: Parts, start: number, end: number): ArrayBuffer {
  const bytes = new Uint8Array(Math.max(0, Math.min(end, file.size) - start));
  file.fill(bytes, start);
  return bytes.buffer;
}

function arrayOf(bytes: Uint8Array): ArrayBuffer {
  const buffer = new ArrayBuffer(bytes.byteLength);
  new Uint8Array(buffer).set(bytes);
  return buffer;
}
