import { htmlTokens } from "./html-fragment.js";
import {
  codePiece,
  htmlPieces,
  lineText,
  paragraphPiece,
  placedCell,
  type Piece,
  type PlacedText,
} from "./markdown-blocks.js";
import { plainInline } from "./markdown-plain-inline.js";

/** Characters that are no everyday text. */
// eslint-disable-next-line no-control-regex -- characters that are no text
const beyond = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029\ufeff]/;

const heading = /^(#{1,6}) +(\S.*)$/;
const item = /^([-*+]) {1,4}(\S.*)$/;
const numbered = /^(\d{1,9})([.)]) {1,4}(\S.*)$/;
const quote = /^> (\S.*)$/;
const rule = /^(?:(?:- *){3,}|(?:\* *){3,}|(?:_ *){3,})$/;
const fence = /^(`{3,}|~{3,})([^`~]*)$/;
const columns = /^\|(?: *:?-+:? *\|)+ *$/;
/** Begins a block of its own where a paragraph may begin or go on, or turns the line before into something else. */
const special = /^(?: |#|>|<|=+ *$|[-+*](?: |$)|\d{1,9}[.)](?: |$)|`{3}|~{3}|[-|:][-|: ]*$)/;

interface Line {
  readonly text: string;
  readonly offset: number;
}

/**
 * The pieces of a body that is written as most cards are: headings, paragraphs, lists of paragraphs, quotations of one
 * paragraph, tables with bars at both ends, fenced code and comments, none of them indented; the same as a parser of all of Markdown
 * finds, in a small part of the time.
 *
 * @returns null for a body that holds anything else
 */
export function plainPieces(body: string): readonly Piece[] | null {
  if (beyond.test(body)) return null;
  const lines: Line[] = [];
  for (let from = 0; from <= body.length;) {
    const end = body.indexOf("\n", from);
    const to = end === -1 ? body.length : end;
    lines.push({ text: body.slice(from, to).replace(/(?<! ) +$/, ""), offset: from });
    from = to + 1;
  }
  const pieces: Piece[] = [];
  for (let at = 0; at < lines.length;) {
    const block = blockAt(lines, at, body);
    if (block === null) return null;
    pieces.push(...block.pieces);
    at = block.next;
  }
  return pieces;
}

interface Block {
  readonly pieces: readonly Piece[];
  /** The line behind it. */
  readonly next: number;
}

function blockAt(lines: readonly Line[], at: number, body: string): Block | null {
  const { text, offset } = lines[at] ?? { text: "", offset: 0 };
  const next = at + 1;
  if (text === "" || rule.test(text)) return { pieces: [], next };
  if (text.startsWith("<!--")) return commentAt(lines, at, body);
  if (text.startsWith("|") && columns.test(lines[next]?.text ?? "")) return tableAt(lines, at);
  const [, marks, title] = heading.exec(text) ?? [];
  if (marks !== undefined && title !== undefined) return headed(title, marks.length, offset, text, next);
  const [, open] = fence.exec(text) ?? [];
  if (open !== undefined) return codeAt(lines, at, open, body);
  if (item.test(text) || numbered.test(text)) return listAt(lines, at, body);
  const [, quoted] = quote.exec(text) ?? [];
  if (quoted !== undefined) return quoteAt(lines, at, body);
  return paragraphAt(lines, at, body);
}

function headed(title: string, depth: number, offset: number, line: string, next: number): Block | null {
  // Hashes behind a title may close it.
  const inline = title.endsWith("#") ? null : plainInline(title, offset + line.length - title.length);
  if (inline === null) return null;
  return { pieces: [{ kind: "heading", title: lineText(inline.texts), depth, offset }], next };
}

/** A comment runs to the line that ends it, whatever stands between. */
function commentAt(lines: readonly Line[], at: number, body: string): Block | null {
  const offset = lines[at]?.offset ?? 0;
  const closed = body.indexOf("-->", offset + 4);
  if (closed === -1) return null;
  const newline = body.indexOf("\n", closed);
  const end = newline === -1 ? body.length : newline;
  let next = at + 1;
  while ((lines[next]?.offset ?? body.length + 1) <= end) next += 1;
  return { pieces: htmlPieces(htmlTokens(body, offset, end), offset), next };
}

function codeAt(lines: readonly Line[], at: number, open: string, body: string): Block | null {
  const closing = new RegExp(`^${open[0] ?? ""}{${open.length},}$`);
  for (let last = at + 1; last < lines.length; last++) {
    const line = lines[last];
    if (line === undefined || /^ {1,3}[`~]/.test(line.text)) return null;
    if (closing.test(line.text)) {
      const offset = lines[at]?.offset ?? 0;
      return { pieces: [codePiece(body, offset, line.offset + line.text.length)], next: last + 1 };
    }
  }
  return null;
}

interface Entry {
  /** Columns before its mark. */
  readonly indent: number;
  /** Columns before its text: what belongs to it is indented so far. */
  readonly content: number;
  readonly isNumbered: boolean;
  readonly text: string;
}

function entryIn(line: string): Entry | null {
  const indent = line.length - line.trimStart().length;
  const rest = line.slice(indent);
  const [, , text = numbered.exec(rest)?.[3]] = item.exec(rest) ?? [];
  if (text === undefined || rule.test(rest)) return null;
  return { indent, content: line.length - text.length, isNumbered: !item.test(rest), text };
}

/** A list whose entries are paragraphs, with lists of their own beneath them, up to the next empty line. */
function listAt(lines: readonly Line[], at: number, body: string): Block | null {
  const pieces: Piece[] = [];
  const open: Entry[] = [];
  let next = at;
  for (let line = lines[at]; line !== undefined && line.text !== "" && !heading.test(line.text); line = lines[next]) {
    const entry = entryIn(line.text);
    const within = entry === null ? null : entered(entry, open);
    // A number is a list's where it begins one behind an empty line, or follows its like.
    const follows =
      next === at || entry?.isNumbered !== true || entryIn(lines[next - 1]?.text ?? "")?.isNumbered === true;
    if (entry === null || within === null || !follows || begins(entry.text)) return null;
    open.splice(0, open.length, ...within, entry);
    const own: Line[] = [];
    for (let text = entry.text; ; text = (lines[next]?.text ?? "").slice(entry.content)) {
      own.push({ text, offset: (lines[next]?.offset ?? 0) + entry.content });
      next += 1;
      const following = lines[next]?.text ?? "";
      if (following === "" || heading.test(following) || entryIn(following) !== null) break;
      if (!isIndented(following, entry.content) || begins(following.slice(entry.content))) return null;
    }
    const prose = proseOf(own, body, next);
    if (prose === null) return null;
    pieces.push(...prose.pieces);
  }
  return { pieces, next };
}

/** The entries that a further one stands in; null where its indentation leaves that open. */
function entered(entry: Entry, open: readonly Entry[]): readonly Entry[] | null {
  const within = open.filter(({ content }) => content <= entry.indent);
  const sibling = open[within.length];
  if (sibling !== undefined) {
    return sibling.indent === entry.indent && sibling.isNumbered === entry.isNumbered ? within : null;
  }
  return entry.indent <= (within.at(-1)?.content ?? 0) + 3 ? within : null;
}

const isIndented = (line: string, columns: number): boolean =>
  line.length > columns && line.length - line.trimStart().length === columns;

/** True for text that begins a block of another kind. */
const begins = (text: string): boolean => special.test(text) || rule.test(text) || text.startsWith("|");

function quoteAt(lines: readonly Line[], at: number, body: string): Block | null {
  const quoted: Line[] = [];
  let next = at;
  for (; ; next++) {
    const { text = "", offset = 0 } = lines[next] ?? {};
    const [, inner] = quote.exec(text) ?? [];
    if (inner === undefined) break;
    if (begins(inner)) return null;
    quoted.push({ text: inner, offset: offset + text.length - inner.length });
  }
  // Text behind it would belong to it.
  return (lines[next]?.text ?? "") === "" ? proseOf(quoted, body, next) : null;
}

function paragraphAt(lines: readonly Line[], at: number, body: string): Block | null {
  const own: Line[] = [];
  let next = at;
  for (; ; next++) {
    const line = lines[next];
    if (line === undefined || line.text === "") break;
    if (next > at && (heading.test(line.text) || fence.test(line.text) || line.text.startsWith("<!--"))) break;
    if (next > at && item.test(line.text) && !rule.test(line.text)) break;
    if (special.test(line.text) || rule.test(line.text)) return null;
    own.push(line);
  }
  return proseOf(own, body, next);
}

/** Lines of one paragraph. */
function proseOf(lines: readonly Line[], body: string, next: number): Block | null {
  const offset = lines[0]?.offset ?? 0;
  const text = lines.map((line) => line.text).join("\n");
  // What a definition names is a link wherever it stands.
  const inline = text.startsWith("[") && text.includes("]:") ? null : plainInline(text, offset);
  if (inline === null) return null;
  return { pieces: [paragraphPiece(placedAgain(inline.texts, lines), offset, body)], next };
}

/** Offsets within lines that were joined, as offsets in the body. */
function placedAgain(texts: readonly PlacedText[], lines: readonly Line[]): readonly PlacedText[] {
  const first = lines[0]?.offset ?? 0;
  let [line, start] = [0, first];
  return texts.map(({ text, offset }) => {
    for (let length = lines[line]?.text.length ?? 0; line + 1 < lines.length && offset > start + length;) {
      start += length + 1;
      line += 1;
      length = lines[line]?.text.length ?? 0;
    }
    return { text, offset: offset - start + (lines[line]?.offset ?? 0) };
  });
}

function tableAt(lines: readonly Line[], at: number): Block | null {
  const rows: (readonly PlacedText[])[] = [];
  const width = (lines[at + 1]?.text.match(/-+/g) ?? []).length;
  let next = at;
  for (; ; next++) {
    const line = lines[next];
    if (line === undefined || line.text === "" || heading.test(line.text)) break;
    if (next === at + 1) continue;
    const row = rowOf(line, width);
    if (row === null) return null;
    rows.push(row);
  }
  return { pieces: [{ kind: "table", rows, offset: lines[at]?.offset ?? 0 }], next };
}

function rowOf({ text, offset }: Line, width: number): readonly PlacedText[] | null {
  if (text.length < 2 || !text.startsWith("|") || !text.endsWith("|")) return null;
  const cells: PlacedText[] = [];
  let at = 0;
  for (const cell of text.slice(1, -1).split("|")) {
    const own = cell.replace(/^ +|(?<! ) +$/g, "");
    const inner = offset + at + 1 + cell.length - cell.replace(/^ +/, "").length;
    const inline = plainInline(own, inner);
    if (inline === null) return null;
    const alone = inline.nodes === 1;
    const texts = inline.texts.map((one) =>
      one.code && one.outermost && !alone ? { ...one, text: `\`${one.text}\`` } : one,
    );
    cells.push(placedCell(texts, offset + at));
    at += cell.length + 1;
  }
  return cells.length === width ? cells : null;
}
