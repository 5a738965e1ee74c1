import type { Parts } from "../model/world.js";

/** Bytes of the first rows. */
const FIRST_BYTES = 1 << 16;
const LF = 10;
const CR = 13;
/** The length of the footer and the mark, at the end of every Parquet file. */
const FOOTER_END = 8;
/** A footer that is longer is none. */
const MOST_FOOTER_BYTES = 1 << 26;

/**
 * What tells the format of a large table: its first whole lines, or of Parquet the mark at its beginning and the footer,
 * in which its columns stand.
 */
export function headBytes(file: Parts, parquet: boolean): Uint8Array {
  const first = new Uint8Array(FIRST_BYTES);
  const held = first.subarray(0, file.fill(first, 0));
  if (parquet) return withFooter(held.subarray(0, 512), file);
  const end = Math.max(held.lastIndexOf(LF), held.lastIndexOf(CR));
  return end > 0 ? held.subarray(0, end + 1) : held;
}

function withFooter(start: Uint8Array, file: Parts): Uint8Array {
  const end = new Uint8Array(FOOTER_END);
  file.fill(end, file.size - FOOTER_END);
  const length = new DataView(end.buffer).getUint32(0, true);
  if (length > Math.min(MOST_FOOTER_BYTES, file.size - start.length - FOOTER_END)) return start;
  const bytes = new Uint8Array(start.length + length + FOOTER_END);
  bytes.set(start);
  file.fill(bytes.subarray(start.length), file.size - length - FOOTER_END);
  return bytes;
}
