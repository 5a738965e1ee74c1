import { parquetMetadata, parquetRead, parquetSchema } from "hyparquet";
import { compressors } from "hyparquet-compressors";
import type { TableColumn } from "../model/table.js";
import { heldTexts } from "./text-cells.js";

/** The columns of a Parquet file, or why they cannot be read. */
export type ParquetColumns =
  | { readonly kind: "columns"; readonly columns: readonly TableColumn[]; readonly rows: number }
  | { readonly kind: "unreadable"; readonly why: string };

/** Cells of a column, in the order of the rows; null and undefined are missing. */
type Cells = unknown[];

/** Reads the columns of a Parquet file that hold one value a row; lists and structures are left out. */
export async function readParquetColumns(bytes: Uint8Array): Promise<ParquetColumns> {
  try {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    const metadata = parquetMetadata(buffer);
    const flat = parquetSchema(metadata).children.filter(
      ({ children, element }) => children.length === 0 && element.repetition_type !== "REPEATED",
    );
    const names = flat.map(({ element }) => element.name).filter((name) => !/^__index_level_\d+__$/.test(name));
    const rows = Number(metadata.num_rows);
    const cells = new Map<string, Cells>(names.map((name) => [name, new Array<unknown>(rows).fill(null)]));
    await parquetRead({
      file: { byteLength: buffer.byteLength, slice: (start, end) => buffer.slice(start, end) },
      metadata,
      columns: names,
      compressors,
      onChunk: ({ columnName, columnData, rowStart, rowEnd }) => {
        const column = cells.get(columnName);
        for (let row = rowStart; column !== undefined && row < rowEnd; row++) column[row] = columnData[row - rowStart];
      },
    });
    return { kind: "columns", rows, columns: names.map((name) => columnFrom(name, cells.get(name) ?? [])) };
  } catch (error) {
    return { kind: "unreadable", why: error instanceof Error ? error.message : "its pages cannot be decoded" };
  }
}

/** Numbers where every cell that is there is one that a double holds; texts otherwise. */
function columnFrom(name: string, cells: readonly unknown[]): TableColumn {
  const values = new Float64Array(cells.length);
  let missing = 0;
  for (let row = 0; row < cells.length; row++) {
    const value = numberIn(cells[row]);
    if (value === undefined) return heldTexts(name, cells.map(textIn));
    values[row] = value;
    if (Number.isNaN(value)) missing++;
  }
  return { kind: "numbers", name, values, missing };
}

/** NaN for a missing cell; undefined for one that is no number. */
function numberIn(cell: unknown): number | undefined {
  if (typeof cell === "number") return cell;
  if (cell === null || cell === undefined) return NaN;
  if (typeof cell !== "bigint") return undefined;
  const value = Number(cell);
  return Number.isSafeInteger(value) ? value : undefined;
}

function textIn(cell: unknown): string | null {
  if (cell === null || cell === undefined) return null;
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : cell.toISOString();
  if (typeof cell === "boolean") return cell ? "True" : "False";
  return typeof cell === "object" ? JSON.stringify(cell) : String(cell as string | number | bigint);
}
