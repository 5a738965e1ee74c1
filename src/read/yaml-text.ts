import { mayBegin } from "./yaml-marks.js";
import { quotedEnd, quotedText } from "./yaml-scalar.js";

/** Texts that stand on more than one line. Each is read up to the line at `next`. */
export interface TextOverLines {
  readonly value: string;
  readonly next: number;
}

const SPACE = 32;

export const isBlockHeader = (first: number): boolean => first === 124 || first === 62;

interface Line {
  /** Without its end. */
  readonly text: string;
  readonly indent: number;
  readonly next: number;
}

/** The line that begins at `start`; undefined at the end of the document, which may come without a line end. */
function lineAt(text: string, start: number, limit: number): Line | undefined {
  if (start >= limit) return undefined;
  let end = text.indexOf("\n", start);
  if (end < 0 || end > limit) end = limit;
  const line = text.slice(start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end);
  let indent = 0;
  while (line.charCodeAt(indent) === SPACE) indent++;
  return { text: line, indent, next: end + 1 };
}

const isBlank = ({ text, indent }: Line): boolean => indent === text.length;

/** What stands between two lines of a folded text. */
const fold = (blank: number): string => (blank === 0 ? " " : "\n".repeat(blank));

/**
 * The text of a block scalar whose header (`|`, `|-`, `>`, `>-`) is at `header`.
 *
 * @param indent that of the mapping or list it stands in
 */
export function blockText(text: string, header: number, limit: number, indent: number): TextOverLines | undefined {
  const first = lineAt(text, header, limit);
  const found = first === undefined ? null : /^([|>])(-?) *(?: #.*)?$/.exec(first.text);
  if (first === undefined || found === null) return undefined;
  const folded = found[1] === ">";
  let value = "";
  let blank = 0;
  let inner = -1;
  let { next } = first;
  for (let line = lineAt(text, next, limit); line !== undefined; line = lineAt(text, next, limit)) {
    if (isBlank(line)) {
      // Spaces alone, further in than the text, are text.
      if (line.indent > (inner < 0 ? indent + 1 : inner)) return undefined;
      blank++;
    } else {
      if (line.indent < (inner < 0 ? indent + 1 : inner)) break;
      const begins = inner < 0;
      if (begins) inner = line.indent;
      else if (folded && line.indent > inner) return undefined;
      value += (begins ? "\n".repeat(blank) : folded ? fold(blank) : "\n".repeat(blank + 1)) + line.text.slice(inner);
      blank = 0;
    }
    ({ next } = line);
  }
  if (inner < 0) return undefined;
  return { value: found[2] === "-" ? value : `${value}\n`, next };
}

/** A plain scalar that begins at `start` and goes on over lines further in than `indent`. */
export function joinedLines(text: string, start: number, limit: number, indent: number): TextOverLines | undefined {
  const first = lineAt(text, start, limit);
  if (first === undefined) return undefined;
  let value = first.text.trimEnd();
  let blank = 0;
  let { next } = first;
  for (let line = lineAt(text, next, limit); line !== undefined; line = lineAt(text, next, limit)) {
    if (isBlank(line)) blank++;
    else {
      if (line.indent <= indent) break;
      const more = line.text.trim();
      // Comments end a text; mappings and lists cannot begin within one.
      if (!mayBegin(more, 0, more.length) || more.includes(" #") || more.includes(": ") || more.endsWith(":")) {
        return undefined;
      }
      value += fold(blank) + more;
      blank = 0;
    }
    ({ next } = line);
  }
  return { value, next };
}

/** A quoted scalar that begins at `start` and ends on a later line, further in than `indent`. */
export function quotedLines(text: string, start: number, limit: number, indent: number): TextOverLines | undefined {
  const end = quotedEnd(text, start, Math.min(limit, start + 20_000));
  if (end < 0) return undefined;
  const lines = text.slice(start, end).split(/\r?\n/);
  // A backslash at a line's end joins lines; spaces that are escaped stay: both are rare.
  if (lines.slice(0, -1).some((line) => /\\ *$/.test(line))) return undefined;
  if (lines.slice(1).some((line) => line.trim() !== "" && (line.search(/[^ ]/) <= indent || /^ *\\/.test(line)))) {
    return undefined;
  }
  let folded = (lines[0] ?? "").trimEnd();
  let blank = 0;
  for (const line of lines.slice(1)) {
    const more = line.trim();
    if (more === "") blank++;
    else {
      folded += fold(blank) + more;
      blank = 0;
    }
  }
  const rest = lineAt(text, end, limit);
  if (rest !== undefined && !/^ *$|^ +#/.test(rest.text)) return undefined;
  const value = quotedText(folded, 0, folded.length);
  return value === undefined ? undefined : { value, next: rest?.next ?? limit };
}
