import { fault, type Fault } from "./fault.js";

const HEADER = 12;
const FOOTER = 4;

/** Remainders of the polynomial 0x1EDC6F41 (Castagnoli), bits reversed, for each byte. */
const remainders = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte;
  for (let bit = 0; bit < 8; bit++) remainder = (remainder >>> 1) ^ ((remainder & 1) === 1 ? 0x82f63b78 : 0);
  return remainder;
});

/** CRC-32C of bytes, turned and shifted as TensorFlow keeps it beside them. */
export function maskedChecksum(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    // Both are there: the index is below the length, and below 256.
    sum = (sum >>> 8) ^ (remainders[(sum ^ (bytes[at] ?? 0)) & 255] ?? 0);
  }
  const plain = ~sum >>> 0;
  return (((plain >>> 15) | (plain << 17)) + 0xa282ead8) >>> 0;
}

/** The length of the record that begins at a place; null where its own checksum denies it. */
function lengthAt(view: DataView, bytes: Uint8Array, at: number): number | null {
  const isTrue = maskedChecksum(bytes.subarray(at, at + 8)) === view.getUint32(at + 8, true);
  return isTrue ? Number(view.getBigUint64(at, true)) : null;
}

/** True for bytes that begin with the length of a record and its checksum. */
export const isTfRecords = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER && lengthAt(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), bytes, 0) !== null;

/** The first record; undefined where there is no whole one that its checksum vouches for. */
export function firstTfRecord(bytes: Uint8Array): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const length = bytes.length < HEADER ? null : lengthAt(view, bytes, 0);
  if (length === null || HEADER + length + FOOTER > bytes.length) return undefined;
  const record = bytes.subarray(HEADER, HEADER + length);
  return maskedChecksum(record) === view.getUint32(HEADER + length, true) ? record : undefined;
}

/**
 * Gives each whole record of a TFRecord file, which is not compressed, until its end or the first fault.
 *
 * @returns what is wrong behind the last record given; null where nothing is
 * @see https://www.tensorflow.org/tutorials/load_data/tfrecord#tfrecords_format_details
 */
export function readTfRecords(bytes: Uint8Array, give: (record: Uint8Array, index: number) => void): Fault | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let index = 0; at < bytes.length; index++) {
    if (bytes.length - at < HEADER) return cut(at);
    const length = lengthAt(view, bytes, at);
    if (length === null) return damaged(at);
    const end = at + HEADER + length;
    if (end + FOOTER > bytes.length) return cut(at);
    const record = bytes.subarray(at + HEADER, end);
    if (maskedChecksum(record) !== view.getUint32(end, true)) return damaged(at);
    give(record, index);
    at = end + FOOTER;
  }
  return null;
}

const cut = (offset: number): Fault =>
  fault("truncated", `the file is cut short: the record at byte ${offset} is not whole`, "copy it again, whole");

const damaged = (offset: number): Fault =>
  fault(
    "unreadable",
    `the file is damaged: the record at byte ${offset} is not what its checksum says`,
    "copy it again from where it was written",
  );
