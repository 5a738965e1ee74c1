import type { FileSystem, Parts } from "../model/world.js";
import { fromDelta, sizeInDelta } from "./delta.js";
import { inflated } from "./inflated.js";

/** One object of a pack, found by its place there. */
export interface Packed {
  readonly kind: "commit" | "tree" | "blob" | "tag";
  readonly bytes: Uint8Array;
}

export interface Pack {
  /** Where an object begins; null where the pack does not have it. */
  offsetOf(oid: Uint8Array): number | null;
  /** Bytes of an object once it is whole; null where that cannot be told. */
  sizeAt(offset: number): number | null;
  /** Null where it is larger than `most`, or made in a way that is not understood. */
  at(offset: number, most: number): Packed | null;
}

const INDEX_MAGIC = 0xff744f63;
const FANOUT = 8;
const NAMES = FANOUT + 256 * 4;
const kinds: Readonly<Record<number, Packed["kind"]>> = { 1: "commit", 2: "tree", 3: "blob", 4: "tag" };
const [BY_OFFSET, BY_NAME] = [6, 7];
/** Git makes no longer chains of differences. */
const LONGEST_CHAIN = 4096;
/** More than header and the name of what a difference is to, together. */
const HEADER_BYTES = 64;
const LARGEST_DELTA = 1_048_576;

/**
 * A pack, of which only what is asked for is read. No file stays open.
 *
 * @param name of its two files in `pack/`, without ending
 * @param hashBytes of an object's name
 * @returns null where the index has another form than version 2
 * @see https://git-scm.com/docs/gitformat-pack
 */
export function packOf(files: FileSystem, name: string, hashBytes: number): Pack | null {
  const index = <T>(look: (parts: Parts) => T): T | null => opened(files, `pack/${name}.idx`, look);
  const body = <T>(look: (parts: Parts) => T): T | null => opened(files, `pack/${name}.pack`, look);
  const head = index((parts) => taken(parts, 0, NAMES));
  if (head === null || head.length < NAMES) return null;
  if (head.readUInt32BE(0) !== INDEX_MAGIC || head.readUInt32BE(4) !== 2) return null;
  const upTo = (first: number): number => (first < 0 ? 0 : head.readUInt32BE(FANOUT + first * 4));

  const placeIn = (parts: Parts, oid: Uint8Array): number | null => {
    const from = upTo((oid[0] ?? 0) - 1);
    const names = taken(parts, NAMES + from * hashBytes, (upTo(oid[0] ?? 0) - from) * hashBytes);
    let [low, high] = [0, names.length / hashBytes];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (names.compare(oid, 0, hashBytes, middle * hashBytes, (middle + 1) * hashBytes) < 0) low = middle + 1;
      else high = middle;
    }
    if (!names.subarray(low * hashBytes, (low + 1) * hashBytes).equals(oid)) return null;
    const count = upTo(255);
    const small = NAMES + count * (hashBytes + 4);
    const offset = taken(parts, small + (from + low) * 4, 4).readUInt32BE(0);
    if (offset < 0x80000000) return offset;
    return Number(taken(parts, small + count * 4 + (offset - 0x80000000) * 8, 8).readBigUInt64BE(0));
  };
  const offsetOf = (oid: Uint8Array): number | null => index((parts) => placeIn(parts, oid));

  const entryAt = (parts: Parts, offset: number): Entry | null =>
    readEntry(taken(parts, offset, HEADER_BYTES), offset, hashBytes);
  const contentOf = (parts: Parts, { data, size }: Entry): Uint8Array | null =>
    inflated(taken(parts, data, mostDeflated(size)), size);
  const baseOf = ({ base }: Entry): number | null =>
    base === null || typeof base === "number" ? base : offsetOf(base);

  const sizeIn = (parts: Parts, offset: number): number | null => {
    const entry = entryAt(parts, offset);
    if (entry === null || entry.base === null) return entry?.size ?? null;
    const delta = entry.size > LARGEST_DELTA ? null : contentOf(parts, entry);
    return delta === null ? null : sizeInDelta(delta);
  };
  const objectIn = (parts: Parts, offset: number, most: number): Packed | null => {
    const deltas: Uint8Array[] = [];
    for (let at: number | null = offset; at !== null && deltas.length < LONGEST_CHAIN;) {
      const entry = entryAt(parts, at);
      const content = entry === null || entry.size > most ? null : contentOf(parts, entry);
      if (entry === null || content === null) return null;
      if (entry.base === null) return wholeOf(entry.kind, content, deltas, most);
      deltas.push(content);
      at = baseOf(entry);
    }
    return null;
  };

  return {
    offsetOf,
    sizeAt: (offset) => body((parts) => sizeIn(parts, offset)),
    at: (offset, most) => body((parts) => objectIn(parts, offset, most)),
  };
}

/** What a look into a file tells; null where it cannot be read, or is shorter than it says. */
function opened<T>(files: FileSystem, path: string, look: (parts: Parts) => T): T | null {
  const parts = files.parts(path);
  if (parts === null) return null;
  try {
    return look(parts);
  } catch {
    return null;
  } finally {
    parts.close();
  }
}

function wholeOf(
  kind: Packed["kind"] | null,
  base: Uint8Array,
  deltas: readonly Uint8Array[],
  most: number,
): Packed | null {
  let bytes: Uint8Array | null = base;
  for (let at = deltas.length - 1; at >= 0 && bytes !== null; at--) {
    const delta = deltas[at];
    bytes = delta === undefined ? null : fromDelta(bytes, delta, most);
  }
  return kind === null || bytes === null ? null : { kind, bytes };
}

interface Entry {
  /** Null where it is a difference. */
  readonly kind: Packed["kind"] | null;
  /** Bytes of the content, inflated. */
  readonly size: number;
  /** What it is a difference to, by place or by name; null where it is whole. */
  readonly base: number | Uint8Array | null;
  /** Where its deflated content begins. */
  readonly data: number;
}

function readEntry(header: Buffer, offset: number, hashBytes: number): Entry | null {
  let at = 0;
  let byte = header[at++] ?? 0;
  const type = (byte >> 4) & 7;
  let size = byte & 15;
  for (let scale = 16; byte & 128 && at < header.length; scale *= 128) {
    byte = header[at++] ?? 0;
    size += (byte & 127) * scale;
  }
  if (!Number.isSafeInteger(size)) return null;
  if (type === BY_NAME) {
    return { kind: null, size, base: header.subarray(at, at + hashBytes), data: offset + at + hashBytes };
  }
  if (type === BY_OFFSET) {
    byte = header[at++] ?? 0;
    let back = byte & 127;
    while (byte & 128 && at < header.length) {
      byte = header[at++] ?? 0;
      back = (back + 1) * 128 + (byte & 127);
    }
    return back > 0 && back < offset ? { kind: null, size, base: offset - back, data: offset + at } : null;
  }
  const kind = kinds[type];
  return kind === undefined ? null : { kind, size, base: null, data: offset + at };
}

/** What content of this size takes at most, whoever deflates it: stored as it is, in blocks with headers. */
const mostDeflated = (size: number): number => size + (size >> 8) + 128;

/** The bytes at a place, fewer at the end of the file. */
function taken(parts: Parts, from: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, parts.size - from)));
  return buffer.subarray(0, parts.fill(buffer, from));
}
