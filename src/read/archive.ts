import { inflateRawSync } from "node:zlib";
import { decompressZstd } from "hyparquet-compressors";

/** Reading one entry of a ZIP archive: its directory is looked up, nothing else is unpacked. */

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 200_000;

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/**
 * The bytes of the first of the named entries that the archive holds.
 *
 * @param maximum bytes that the entry may have unpacked
 * @returns undefined where there is none of them, or it cannot be unpacked within the maximum
 */
export function archiveEntry(bytes: Uint8Array, names: readonly string[], maximum: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = directoryOf(view, bytes, new Set(names));
    const entry = names.map((name) => entries.get(name)).find((found) => found !== undefined);
    return entry === undefined || entry.size > maximum ? undefined : unpacked(view, bytes, entry);
  } catch (error) {
    // Offsets that lead out of the file, and streams that do not unpack to what the directory says.
    if (error instanceof Error) return undefined;
    throw error;
  }
}

function directoryOf(view: DataView, bytes: Uint8Array, wanted: ReadonlySet<string>): ReadonlyMap<string, Entry> {
  const entries = new Map<string, Entry>();
  const end = endOfDirectory(view);
  if (end === undefined) return entries;
  let at = view.getUint32(end + 16, true);
  const count = Math.min(view.getUint16(end + 10, true), MOST_ENTRIES);
  for (let index = 0; index < count && view.getUint32(at, true) === DIRECTORY_ENTRY; index++) {
    const [nameLength, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const name = Buffer.from(bytes.subarray(at + 46, at + 46 + (nameLength ?? 0))).toString("utf8");
    if (wanted.has(name))
      entries.set(name, {
        method: view.getUint16(at + 10, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        offset: view.getUint32(at + 42, true),
      });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** The last record of the archive stands at its end, behind it only a comment. */
function endOfDirectory(view: DataView): number | undefined {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  return undefined;
}

function unpacked(view: DataView, bytes: Uint8Array, { method, packed, size, offset }: Entry): Uint8Array | undefined {
  if (view.getUint32(offset, true) !== LOCAL_ENTRY) return undefined;
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const stored = bytes.subarray(start, start + packed);
  const found = unpack(method, stored, size);
  return found?.length === size ? found : undefined;
}

function unpack(method: number, stored: Uint8Array, size: number): Uint8Array | undefined {
  switch (method) {
    case 0:
      return stored;
    case 8:
      return new Uint8Array(inflateRawSync(stored, { maxOutputLength: Math.max(1, size) }));
    case 93:
      return decompressZstd(stored, new Uint8Array(size));
    default:
      return undefined;
  }
}
