import { fault, type Fault } from "./fault.js";

export interface Decoded {
  /** Null where the bytes are no text. */
  readonly text: string | null;
  readonly fault: Fault | null;
}

const starts = (bytes: Uint8Array, ...signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

const binarySignatures: readonly {
  readonly signature: readonly number[];
  readonly name: string;
  readonly mend: string;
}[] = [
  { signature: [0x50, 0x4b, 0x03, 0x04], name: "a ZIP archive", mend: "unpack it, or ignore it" },
  { signature: [0x1f, 0x8b], name: "gzip-compressed", mend: "commit it uncompressed" },
  { signature: [0x28, 0xb5, 0x2f, 0xfd], name: "Zstandard-compressed", mend: "commit it uncompressed" },
  {
    signature: [0x00, 0x05, 0x16, 0x07],
    name: "an AppleDouble file, which macOS writes beside the real one",
    mend: "delete it and ignore ._*",
  },
  { signature: [0x89, 0x50, 0x4e, 0x47], name: "a PNG image", mend: "write the numbers as text" },
  { signature: [0x89, 0x48, 0x44, 0x46], name: "an HDF5 file", mend: "write the numbers as text" },
  { signature: [0x25, 0x50, 0x44, 0x46], name: "a PDF document", mend: "write it as text" },
];

const mayBeBinary: ReadonlySet<number> = new Set(binarySignatures.flatMap(({ signature }) => signature.slice(0, 1)));

/** Text from bytes, or what the bytes are instead. UTF-8 with or without a byte-order mark, and UTF-16 with one, are text. */
export function decode(bytes: Uint8Array): Decoded {
  const known = mayBeBinary.has(bytes[0] ?? 0)
    ? binarySignatures.find(({ signature }) => starts(bytes, ...signature))
    : undefined;
  if (known !== undefined) return { text: null, fault: fault("unreadable", `the file is ${known.name}`, known.mend) };
  if (starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)) {
    return {
      text: null,
      fault: fault("unreadable", "the file is UTF-16 text", "save it as UTF-8, which every reader understands"),
    };
  }
  const holdsZero = bytes.subarray(0, 8192).includes(0);
  if (holdsZero && isWide(bytes.subarray(0, 512)))
    return {
      text: null,
      fault: fault("unreadable", "the file is UTF-16 text without a mark that says so", "save it as UTF-8"),
    };
  if (holdsZero) {
    return { text: null, fault: fault("unreadable", "the file is binary, not text", "write it as text, or ignore it") };
  }
  const text = utf8(starts(bytes, 0xef, 0xbb, 0xbf) ? bytes.subarray(3) : bytes);
  if (text.includes("\uFFFD") && !validUtf8(bytes)) {
    return { text: null, fault: fault("unreadable", "the file is not UTF-8 text", "save it as UTF-8") };
  }
  return { text, fault: null };
}

/** True where every second byte is zero and no other: Latin letters in two bytes each. */
function isWide(start: Uint8Array): boolean {
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  return start.length >= 8 && Math.min(even, odd) === 0 && Math.max(even, odd) * 2 >= (start.length - 1) * 0.9;
}

const utf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");

function validUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** What git leaves where it could not merge; documents about git show it too, and are no data. */
function isConflict(text: string, name: string): boolean {
  if (/\.(md|markdown|mdx|qmd|txt)$/i.test(name)) return false;
  const start = text.startsWith("<<<<<<< ") ? 0 : text.indexOf("\n<<<<<<< ");
  if (start < 0) return false;
  const middle = text.indexOf("\n=======", start);
  return middle > 0 && text.indexOf("\n>>>>>>> ", middle) > 0;
}

/** A whole text that is something else than its name says; null where nothing is wrong with it. */
export function disguise(text: string, name: string): Fault | null {
  const start = text.slice(0, 512).trimStart();
  if (start.startsWith("version https://git-lfs.github.com/spec/")) {
    return fault(
      "unreadable",
      "the file is a Git LFS pointer, not its content",
      "check it out with LFS (lfs: true), or take it out of LFS",
      { line: 1, column: 1 },
    );
  }
  if (/^<(!doctype\s+html|html|head|body)\b/i.test(start) && !/\.(html?|xhtml|md|markdown)$/i.test(name)) {
    return fault(
      "unreadable",
      "the file is a web page, often an error page that was saved",
      "fetch it again and look at the status",
      { line: 1, column: 1 },
    );
  }
  if (isConflict(text, name))
    return fault(
      "unreadable",
      "the file holds a merge conflict that nobody resolved",
      "resolve it, and commit the result",
    );
  return null;
}
