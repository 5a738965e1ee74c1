import type { Cell, MarkdownBody } from "../../model/adapter.js";

/** Documents whose decimals stand behind a comma, so that a dot before three digits parts thousands. */

const commas = /(?<![\d.,])(?:0,\d{2,6}|\d{1,4},\d{1,2}\s?%)(?![\d,])/;
const dots = /(?<![\d.,])(?:0?\.\d+|\d+\.(?:\d{1,2}|\d{4,}))(?![\d.])/;
const thousands = /(?<![\p{L}\d.,])[1-9]\d{0,2}(?:\.\d{3})+(?![\d.]|,\d{3})/gu;

const withoutDots = (text: string): string =>
  text.length > 300 ? text : text.replace(thousands, (number) => number.replaceAll(".", ""));

/** The document with "12.546" as 12546, where its numbers are written so throughout; else as it is. */
export function withPlainThousands(body: MarkdownBody): MarkdownBody {
  const cells = body.tables.flatMap(({ rows }) => rows.flat());
  const texts = [...cells, ...body.lines].map(({ text }) => text);
  if (!texts.some((text) => commas.test(text)) || cells.some(({ text }) => dots.test(text))) return body;
  const plain = (cell: Cell): Cell => ({ ...cell, text: withoutDots(cell.text) });
  return {
    ...body,
    tables: body.tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(plain)) })),
    lines: body.lines.map((line) => ({ ...line, text: withoutDots(line.text) })),
  };
}
