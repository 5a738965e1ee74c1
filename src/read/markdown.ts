import type { Cell, Heading, MarkdownBody, MarkdownLine, MarkdownSection, MarkdownTable } from "../model/adapter.js";
import { htmlTokens } from "./html-fragment.js";
import { htmlTables, type HtmlTable } from "./html-table.js";
import type { Piece, PlacedText } from "./markdown-blocks.js";
import { withoutHtmlCode, withoutHtmlTables } from "./markdown-html.js";
import { plainPieces } from "./markdown-plain.js";
import { wholePieces } from "./markdown-whole.js";

const noBody: MarkdownBody = { sections: [], tables: [], lines: [] };

/** Reading Markdown costs more than its length; these bound the time for any input to seconds. */
const maxCharacters = 400_000;
const maxLines = 12_000;
const maxMarks = 40_000;
const maxLineLength = 100_000;
const maxMarksOfLine = 8_000;
const maxNesting = 24;

/** Embedded pictures say nothing, and would make their line too long; what replaces them keeps the columns after. */
const withoutPictures = (text: string): string =>
  text.includes(";base64,") ? text.replace(/;base64,[A-Za-z0-9+/=]+/g, (run) => "A".repeat(run.length)) : text;

function tooCostly(text: string): boolean {
  if (text.length > maxCharacters && text.replace(/A{200,}/g, "").length > maxCharacters) return true;
  let lines = 0;
  let marks = 0;
  for (const line of text.split("\n")) {
    lines++;
    if (line.length > maxLineLength && line.replace(/A{200,}/g, "").length > maxLineLength) return true;
    const indent = line.length - line.trimStart().length;
    const nested = /^(?:\s*(?:>|[-+*](?=\s)|\d{1,9}[.)](?=\s)))+/.exec(line)?.[0].replace(/[^>*+.)-]/g, "").length ?? 0;
    if (nested > maxNesting || (nested > 0 && indent > maxNesting * 4)) return true;
    const marksOfLine = line.match(/[[\]*_`|<!&\\]/g)?.length ?? 0;
    if (marksOfLine > maxMarksOfLine) return true;
    marks += line.length === 0 ? 0 : 1 + marksOfLine;
  }
  return lines > maxLines || marks > maxMarks;
}

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Line and column in the file of offsets in the body, which begins at `firstLine`. */
function placing(text: string, firstLine: number): (offset: number) => Place {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: firstLine + low, column: offset - (starts[low] ?? 0) + 1 };
  };
}

const listMark = /^(?:[-*+]|\d{1,9}[.)])\s/;

/** Pieces in order, folded into sections, tables and lines beneath their headings. */
class Assembly {
  readonly #place: (offset: number) => Place;
  readonly #above: Heading[] = [];
  readonly #texts: PlacedText[] = [];
  readonly #sections: MarkdownSection[] = [];
  readonly #tables: MarkdownTable[] = [];
  readonly #lines: MarkdownLine[] = [];

  readonly #source: string;

  constructor(place: (offset: number) => Place, source: string) {
    this.#place = place;
    this.#source = source;
  }

  add(piece: Piece): void {
    switch (piece.kind) {
      case "heading":
        this.#endSection();
        this.#heading(piece.title, piece.depth, this.#place(piece.offset).line);
        return;
      case "table":
        this.#table(piece.rows, piece.offset);
        this.#texts.push(...piece.rows.map((row) => rowText(row)).filter(({ text }) => text !== ""));
        return;
      case "prose":
        for (const { text, offset } of piece.texts) {
          const { line, column } = this.#place(offset);
          const before = this.#source.slice(offset - column + 1, offset);
          const indent = before.length - before.trimStart().length;
          this.#lines.push({ text, line, indent, item: listMark.test(before.slice(indent)), under: this.#titles() });
        }
        this.#texts.push(...piece.texts);
        return;
      case "code":
        this.#texts.push(...piece.texts);
    }
  }

  body(): MarkdownBody {
    this.#endSection();
    return {
      sections: this.#sections,
      tables: this.#tables,
      lines: this.#lines,
    };
  }

  #titles(): string[] {
    return this.#above.map(({ title }) => title);
  }

  #heading(title: string, depth: number, line: number): void {
    while ((this.#above.at(-1)?.depth ?? 0) >= depth) this.#above.pop();
    this.#above.push({ title, depth, line });
  }

  #endSection(): void {
    const heading = this.#above.at(-1);
    const texts = this.#texts.splice(0);
    if (heading === undefined) return;
    const first = texts[0];
    this.#sections.push({
      heading,
      under: this.#titles().slice(0, -1),
      text: texts.map(({ text }) => text).join("\n"),
      textLine: first === undefined ? heading.line : this.#place(first.offset).line,
    });
  }

  #table(rows: readonly (readonly PlacedText[])[], offset: number): void {
    const cells = rows.map((row) => row.map(({ text, offset: at }): Cell => ({ text, ...this.#place(at) })));
    const [header = [], ...body] = cells;
    this.#tables.push({
      header,
      rows: body,
      under: this.#titles(),
      line: this.#place(offset).line,
    });
  }
}

function rowText(row: readonly PlacedText[]): PlacedText {
  const text = row.map((cell) => cell.text).filter((cell) => cell !== "");
  return { text: text.join(" "), offset: row[0]?.offset ?? 0 };
}

const htmlTablePiece = (table: HtmlTable): Piece => ({
  kind: "table",
  rows: [table.header, ...table.rows],
  offset: table.offset,
});

/**
 * Sections, tables and lines of the Markdown `text` whose first line is line `firstLine` (from 1) of its file.
 * HTML tables and headings count as Markdown's own. A body that would cost too much to read gives an empty one that
 * says so.
 */
export function markdownBody(text: string, firstLine: number): MarkdownBody {
  const plain = withoutHtmlCode(withoutPictures(text));
  const { markdown, regions } = withoutHtmlTables(plain);
  if (tooCostly(markdown)) return { ...noBody, tooLarge: true };
  const tables = regions.flatMap(({ start, end }) => htmlTables(htmlTokens(plain, start, end)));
  const pieces = [...(plainPieces(markdown) ?? wholePieces(markdown)), ...tables.map(htmlTablePiece)];
  const assembly = new Assembly(placing(plain, firstLine), plain);
  for (const piece of pieces.sort((one, other) => one.offset - other.offset)) assembly.add(piece);
  return assembly.body();
}
