import type { Contents } from "../model/world.js";
import { decode, disguise } from "./decode.js";
import { fault, type Fault } from "./fault.js";
import type { Limits } from "./limits.js";
import type { Parsers } from "./parsers.js";
import { scriptData } from "./script-data.js";
import { extensionOf, isReadAsBytes } from "./syntax.js";
import { isTfRecords } from "./tf-records.js";

export interface TextOfFile {
  /** Empty for binary files, and for what could not be decoded. */
  readonly text: string;
  /** What the file is instead of what its name says; null where nothing is wrong with it. */
  readonly fault: Fault | null;
}

/** Endings of archives that hold a document of their tool, and its names, the one of a finished run first. */
const archived: Readonly<Record<string, readonly string[]>> = { eval: ["header.json", "_journal/start.json"] };

const refused = (found: Fault): TextOfFile => ({ text: "", fault: found });

/** The text that a file holds, within limits: decoded, out of its archive, or told what it is instead. */
export function textOf(
  name: string,
  contents: Exclude<Contents, { kind: "missing" }>,
  parsers: Parsers,
  limits: Limits,
): TextOfFile {
  if (contents.kind === "refused")
    return refused(fault("unreadable", `the file is refused: ${contents.why}`, "put the file itself into the tree"));
  if (contents.kind === "too-large") {
    const megabytes = Math.round(contents.size / 1_048_576);
    return refused(fault("limit", `the file is too large to read: ${megabytes} MiB`, "commit a summary of it"));
  }
  const { bytes } = contents;
  if (bytes.length === 0) return refused(fault("empty", "the file is empty", "write it anew, or delete it"));
  const extension = extensionOf(name);
  if (isReadAsBytes(name) || isTfRecords(bytes)) return binary(bytes, name);
  const inner = Object.hasOwn(archived, extension) ? archived[extension] : undefined;
  if (inner !== undefined && isZip(bytes)) return unpacked(bytes, inner, parsers, limits);
  return decoded(bytes, name);
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

function decoded(bytes: Uint8Array, name: string): TextOfFile {
  const { text, fault: undecodable } = decode(bytes);
  if (text === null) return { text: "", fault: undecodable };
  if (text.trim() === "")
    return refused(fault("empty", "the file holds nothing but white space", "write it anew, or delete it"));
  return { text: plainly(text, name), fault: disguise(text, name) };
}

function plainly(text: string, name: string): string {
  if (extensionOf(name) === "js") return scriptData(text) ?? text;
  // Lines that end as they did before 2001: every parser counts them alike once they end in LF.
  return text.includes("\r") && !text.includes("\n") ? text.replaceAll("\r", "\n") : text;
}

/** The document that an archive of a known tool holds; places are those within it. */
function unpacked(bytes: Uint8Array, names: readonly string[], { archive }: Parsers, limits: Limits): TextOfFile {
  if (archive === undefined) return { text: "", fault: null };
  const found = archive(bytes, names, limits.fileBytes);
  return found === undefined
    ? refused(
        fault("unreadable", `the archive holds no ${names[0] ?? "document"} that can be unpacked`, "write it anew"),
      )
    : { text: Buffer.from(found).toString("utf8"), fault: null };
}

/** Nothing to read as text; a text under the name of a binary format is named for what it is. */
const binary = (bytes: Uint8Array, name: string): TextOfFile => ({
  text: "",
  fault: disguise(Buffer.from(bytes.subarray(0, 512)).toString("latin1"), name),
});
