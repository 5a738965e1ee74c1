import type { Parts } from "../model/world.js";
import type { Part } from "./scan-rows.js";

const LF = 10;
/** Bytes that are read at a time. */
export const PART_BYTES = 1 << 20;
/** A row longer than this is taken for a quote that is never closed. */
const MOST_ROW_BYTES = 1 << 26;

/** The first part is small and the next ones grow: what compiles the loop over rows must have seen how a part ends. */
const FIRST_BYTES = 1 << 7;
const GROWTH = 1.4;

/**
 * Reads a file of rows part by part. What a part cuts at its end comes again with the next one.
 *
 * @param from place of the first byte that is wanted
 * @param take is shown each part, and says where the row begins that it does not end
 * @param partBytes how many bytes are read at a time; 1 or more
 * @returns false where a row is longer than can be read
 */
export function eachPart(
  file: Parts,
  from: number,
  take: (part: Part) => number,
  partBytes: number = PART_BYTES,
): boolean {
  let bytes = new Uint8Array(Math.min(partBytes, Math.max(0, file.size - from)) + 1);
  let offset = from;
  let held = 0;
  for (let most = FIRST_BYTES; ; most *= GROWTH) {
    const wanted = bytes.subarray(held, Math.min(bytes.length - 1, held + Math.ceil(most)));
    const read = file.fill(wanted, offset + held);
    const to = held + read;
    const last = read < wanted.length || offset + to >= file.size;
    bytes[to] = LF;
    const next = take({ bytes, from: 0, to, offset, last });
    if (last) return true;
    if (next === 0 && to === bytes.length - 1) {
      if (bytes.length > MOST_ROW_BYTES) return false;
      const larger = new Uint8Array((bytes.length - 1) * 2 + 1);
      larger.set(bytes);
      bytes = larger;
    } else if (next > 0) bytes.copyWithin(0, next, to);
    held = to - next;
    offset += next;
  }
}

/** The line, from 1, on which a place of a file stands. */
export function lineAt(file: Parts, place: number): number {
  const CR = 13;
  const bytes = new Uint8Array(PART_BYTES);
  let line = 1;
  let before = 0;
  for (let offset = 0; offset < place;) {
    const read = file.fill(bytes.subarray(0, Math.min(PART_BYTES, place - offset)), offset);
    if (read === 0) break;
    for (let at = 0; at < read; at++) {
      const byte = bytes[at] ?? 0;
      if (byte === CR || (byte === LF && before !== CR)) line++;
      before = byte;
    }
    offset += read;
  }
  return line;
}
