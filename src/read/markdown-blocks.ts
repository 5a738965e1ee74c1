import type { HtmlToken } from "./html-fragment.js";

/** What a Markdown body is made of, in the order of the file. Offsets count from the body's beginning. */
export type Piece =
  | {
      readonly kind: "heading";
      readonly title: string;
      readonly depth: number;
      readonly offset: number;
    }
  | {
      readonly kind: "table";
      readonly rows: readonly (readonly PlacedText[])[];
      readonly offset: number;
    }
  | {
      readonly kind: "prose" | "code";
      readonly texts: readonly PlacedText[];
      readonly offset: number;
    };

export interface PlacedText {
  readonly text: string;
  readonly offset: number;
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Texts of one line, white space as one space. */
export const lineText = (texts: readonly PlacedText[]): string => squeezed(texts.map(({ text }) => text).join(""));

/** One entry a source line: a text node may run over several, and several nodes may share one. */
function sourceLines(texts: readonly PlacedText[], body: string): PlacedText[] {
  const lines: { text: string; offset: number }[] = [];
  let current: { text: string; offset: number } | undefined;
  for (const { text, offset } of texts) {
    let at = offset;
    text.split("\n").forEach((part, index) => {
      if (index > 0) {
        current = undefined;
        const ended = body.indexOf("\n", at);
        at = ended < 0 ? at : ended + 1;
      }
      if (current === undefined) {
        current = { text: "", offset: at };
        lines.push(current);
      }
      current.text += part;
    });
  }
  return lines.map(({ text, offset }) => ({ text: squeezed(text), offset })).filter(({ text }) => text !== "");
}

/**
 * A cell of a table.
 *
 * @param offset of the cell, for one that holds nothing
 */
export function placedCell(texts: readonly PlacedText[], offset: number): PlacedText {
  const first = texts.find(({ text }) => text.trim() !== "");
  return { text: lineText(texts), offset: first === undefined ? offset : first.offset };
}

/** The headings and the prose of a block of HTML. Its tables are taken out before Markdown is read. */
export function htmlPieces(tokens: readonly HtmlToken[], offset: number): Piece[] {
  const pieces: Piece[] = [];
  const prose: { text: string; offset: number }[] = [];
  let heading: { title: string; depth: number; offset: number } | undefined;
  for (const token of tokens) {
    if (token.kind === "text") {
      if (heading !== undefined) heading.title += token.text;
      else prose.push(...splitLines(token.text, token.offset));
      continue;
    }
    const level = /^h([1-6])$/.exec(token.name)?.[1];
    if (level === undefined) continue;
    if (heading !== undefined)
      pieces.push({
        kind: "heading",
        ...heading,
        title: squeezed(heading.title),
      });
    heading = token.closing ? undefined : { title: "", depth: Number(level), offset: token.offset };
  }
  if (heading !== undefined)
    pieces.push({
      kind: "heading",
      ...heading,
      title: squeezed(heading.title),
    });
  for (const line of prose) pieces.push({ kind: "prose", texts: [line], offset: line.offset });
  return pieces.length === 0 ? [{ kind: "prose", texts: [], offset }] : pieces;
}

const splitLines = (text: string, offset: number): PlacedText[] => {
  const lines: PlacedText[] = [];
  let at = 0;
  for (const line of text.split("\n")) {
    const lead = line.length - line.trimStart().length;
    if (line.trim() !== "") lines.push({ text: squeezed(line), offset: offset + at + lead });
    at += line.length + 1;
  }
  return lines;
};

/**
 * The rows of a table whose rule below the header is left out, or has too few columns: lines that all begin with a bar
 * and have as many cells as the first. Null where it is none.
 */
function rowsWithoutRule(lines: readonly PlacedText[]): readonly (readonly PlacedText[])[] | null {
  if (lines.length < 2 || !lines.every(({ text }) => text.startsWith("|"))) return null;
  const rows = lines.filter(({ text }) => !/^[|:\s-]+$/.test(text)).map(cellsOfLine);
  const columns = rows[0]?.length ?? 0;
  return columns > 1 && rows.length > 1 && rows.every((row) => row.length === columns) ? rows : null;
}

function cellsOfLine({ text, offset }: PlacedText): readonly PlacedText[] {
  const cells: PlacedText[] = [];
  let at = 1;
  for (const cell of text.slice(1).replace(/\|$/, "").split("|")) {
    const lead = cell.length - cell.trimStart().length;
    cells.push({ text: cell.trim(), offset: offset + at + lead });
    at += cell.length + 1;
  }
  return cells;
}

/** Code without the lines that fence it. */
export const codePiece = (body: string, from: number, to: number): Piece => ({
  kind: "code",
  texts: splitLines(body.slice(from, to), from).filter(({ text }) => !/^(```|~~~)/.test(text)),
  offset: from,
});

/** A paragraph, or the table that its lines are meant as. */
export function paragraphPiece(inline: readonly PlacedText[], offset: number, body: string): Piece {
  const texts = sourceLines(inline, body);
  const rows = rowsWithoutRule(texts);
  return rows === null ? { kind: "prose", texts, offset } : { kind: "table", rows, offset };
}
