/** A file of an archive. */
export interface ArchivedFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const BLOCK = 512;

/**
 * An archive in the form of POSIX `pax` that depends on nothing but the files: in path order, of no owner and no time.
 *
 * @returns its bytes in order; those of the files are not copied
 * @see POSIX.1-2017, pax, "ustar Interchange Format" and "pax Header Block"
 */
export function tarParts(files: readonly ArchivedFile[]): readonly Uint8Array[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  const parts = sorted.flatMap(({ path, bytes }) => [...entry(path, bytes), ...padded(bytes)]);
  return [...parts, Buffer.alloc(2 * BLOCK)];
}

/** A header; before it, where the name does not fit into one, a record that holds the name. */
function entry(path: string, bytes: Uint8Array): readonly Uint8Array[] {
  if (Buffer.byteLength(path) <= 100 && /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(path))
    return [header(path, bytes.length, "0")];
  const record = paxRecord("path", path);
  return [header("pax-header", record.length, "x"), ...padded(record), header("long-name", bytes.length, "0")];
}

/** `<length> <key>=<value>\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Uint8Array {
  const rest = Buffer.from(` ${key}=${value}\n`, "utf8");
  let length = rest.length + 1;
  while (String(length).length + rest.length !== length) length = String(length).length + rest.length;
  return Buffer.concat([Buffer.from(String(length)), rest]);
}

function header(name: string, size: number, type: "0" | "x"): Uint8Array {
  const block = Buffer.alloc(BLOCK);
  block.write(name, 0, 100, "utf8");
  block.write("0000644\0", 100, "ascii");
  block.write("0000000\0", 108, "ascii");
  block.write("0000000\0", 116, "ascii");
  block.write(`${size.toString(8).padStart(11, "0")}\0`, 124, "ascii");
  block.write("00000000000\0", 136, "ascii");
  block.write("        ", 148, "ascii");
  block.write(type, 156, "ascii");
  block.write("ustar\u000000", 257, "ascii");
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148, "ascii");
  return block;
}

const padded = (bytes: Uint8Array): readonly Uint8Array[] => [
  bytes,
  Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK),
];

export type ReadArchive =
  | { readonly kind: "files"; readonly files: readonly ArchivedFile[] }
  | { readonly kind: "broken"; readonly why: string };

/** The files of an archive that `tarOf` wrote; anything cut short, damaged or of another sort is broken. */
export function filesOfTar(archive: Uint8Array): ReadArchive {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const files: ArchivedFile[] = [];
  let longName: string | null = null;
  for (let at = 0; ;) {
    if (at + BLOCK > bytes.length) return { kind: "broken", why: "the archive is cut short" };
    const block = bytes.subarray(at, at + BLOCK);
    if (block.every((byte) => byte === 0)) return { kind: "files", files };
    if (!isSound(block)) return { kind: "broken", why: `the archive is damaged, or is none: block ${at / BLOCK}` };
    const size = Number.parseInt(textAt(block, 124, 12), 8);
    const content = bytes.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length !== size) return { kind: "broken", why: "the archive is cut short" };
    const type = textAt(block, 156, 1);
    if (type === "x") longName = pathIn(content.toString("utf8"));
    else if (type === "0") {
      files.push({ path: longName ?? textAt(block, 0, 100), bytes: content });
      longName = null;
    } else return { kind: "broken", why: `the archive holds something that is no file: ${type}` };
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const textAt = (block: Buffer, at: number, length: number): string =>
  block
    .subarray(at, at + length)
    .toString("utf8")
    .replace(/\0.*/s, "")
    .trim();

function isSound(block: Buffer): boolean {
  const told = Number.parseInt(textAt(block, 148, 8), 8);
  const sum = block.reduce((total, byte, index) => total + (index >= 148 && index < 156 ? 32 : byte), 0);
  return told === sum && textAt(block, 257, 5) === "ustar" && /^[0-7]{1,11}$/.test(textAt(block, 124, 12));
}

/** The path of a record, which says its own length: a name may hold line ends. */
function pathIn(record: string): string | null {
  const [start, length = ""] = /^(\d+) path=/.exec(record) ?? [];
  const whole = Buffer.byteLength(record) === Number(length) && record.endsWith("\n");
  return start === undefined || !whole ? null : record.slice(start.length, -1);
}
