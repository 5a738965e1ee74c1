import { parquetMetadata, parquetSchema } from "hyparquet";
import type { ColumnarTable } from "../model/adapter.js";

/** Columns and rows of a Parquet file, from its footer alone; undefined where it has none. */
export function parquetMetadataOf(bytes: Uint8Array): ColumnarTable | undefined {
  try {
    const buffer = new ArrayBuffer(bytes.byteLength);
    new Uint8Array(buffer).set(bytes);
    const metadata = parquetMetadata(buffer);
    return {
      columns: parquetSchema(metadata).children.map(({ element }) => element.name),
      rows: Number(metadata.num_rows),
    };
  } catch {
    return undefined;
  }
}
