import type { Cell, MarkdownTable } from "../../model/adapter.js";

/** Tables as tools print them into plain text: between bars, or in columns that blanks align, as pandas has them. */

const mostLines = 20_000;
const longestLine = 2_000;

interface Line {
  readonly text: string;
  /** From 1. */
  readonly number: number;
}

/** `|---|---|`, `+----+----+`, `-----  -----`. */
const isRule = (text: string): boolean => /^[\s|+:=─—-]+$/.test(text) && /[-=─—]{2,}/.test(text);
const isBarred = (text: string): boolean => /^\s*[|+].*[|+]\s*$/.test(text);

const cellAt = ({ number }: Line, text: string, column: number): Cell => ({ text, line: number, column: column + 1 });

/** What stands between the bars of a line. */
function barredCells(line: Line): readonly Cell[] {
  const cells: Cell[] = [];
  const from = line.text.indexOf("|") + 1;
  const to = line.text.lastIndexOf("|");
  let start = from;
  for (const part of line.text.slice(from, to).split("|")) {
    cells.push(cellAt(line, part.trim(), start + part.search(/\S|$/)));
    start += part.length + 1;
  }
  return cells;
}

/** What two blanks or a tab part in a line. */
const spacedCells = (line: Line): readonly Cell[] =>
  [...line.text.matchAll(/\S+(?: \S+)*/g)].map((match) => cellAt(line, match[0], match.index));

const tableOf = (header: readonly Cell[], rows: readonly (readonly Cell[])[]): MarkdownTable => ({
  header,
  rows,
  under: [],
  line: header[0]?.line ?? 1,
});

function barredTable(block: readonly Line[]): MarkdownTable | undefined {
  const told = block.filter(({ text }) => !isRule(text)).map(barredCells);
  const [header, ...rows] = told;
  if (header === undefined || rows.length === 0 || told.length === block.length || header.length < 2) return undefined;
  return tableOf(header, rows);
}

const isNumber = (text: string): boolean => /^[-+]?(\d+(?:\.\d*)?|\.\d+)([eE][-+]?\d+)?%?$|^nan$/i.test(text);

/** `accuracy    0.91`, line by line, and at the end the type: a series of pandas. */
function seriesTable(block: readonly Line[]): MarkdownTable | undefined {
  const last = block.at(-1);
  if (last === undefined || !/^(Name: .{1,80}, )?dtype: (float|int)\d\d$/.test(last.text.trim())) return undefined;
  const rows = block.slice(0, -1).map(spacedCells);
  if (rows.length === 0 || !rows.every((row) => row.length === 2 && isNumber(row[1]?.text ?? ""))) return undefined;
  const [first] = block;
  return first === undefined ? undefined : tableOf([cellAt(first, "metric", 0), cellAt(first, "value", 0)], rows);
}

/** The cells of a row whose index has several levels: each begins where its name does. */
function indexedCells(line: Line, starts: readonly number[], values: number): readonly Cell[] | undefined {
  const words = [...line.text.matchAll(/\S+/g)];
  const told = words.slice(-values);
  const first = told[0]?.index;
  if (words.length < values + 1 || first === undefined) return undefined;
  const levels = starts.map((start, at) => {
    const end = starts[at + 1] ?? first;
    return cellAt(line, line.text.slice(start, Math.min(end, first)).trim(), start);
  });
  return [...levels, ...told.map((word) => cellAt(line, word[0], word.index))];
}

function alignedTable(block: readonly Line[]): MarkdownTable | undefined {
  const [head, ...below] = block.filter(({ text }) => !isRule(text));
  const [second, ...rest] = below;
  if (head === undefined || second === undefined) return undefined;
  const header = spacedCells(head);
  if (header.length === 0 || header.some(({ text }) => isNumber(text))) return undefined;
  const indented = /^\s/.test(head.text);
  // The names of the index stand on a line of their own, below the names of the columns.
  const names = [...second.text.matchAll(/\S+/g)];
  const named =
    indented && rest.length > 0 && /^\S/.test(second.text) && names.length <= 4 && isIndexLine(second, head);
  if (named) {
    const rows = rest.map((line) =>
      indexedCells(
        line,
        names.map(({ index }) => index),
        header.length,
      ),
    );
    const index = names.map((name) => cellAt(second, name[0], name.index));
    return rows.every((row) => row !== undefined) ? settled([...index, ...header], rows) : undefined;
  }
  const rows = below.map(spacedCells);
  const wide = header.length + (indented ? 1 : 0);
  const unnamed = rows.every((row) => row.length === wide) && indented;
  if (!unnamed && !rows.every((row) => row.length === header.length)) return undefined;
  return settled(unnamed ? [cellAt(head, "", 0), ...header] : header, rows);
}

/** True for a line that ends before the first of the columns does, and holds no number. */
function isIndexLine(line: Line, head: Line): boolean {
  const firstColumn = /\S+/.exec(head.text);
  const end = (firstColumn?.index ?? 0) + (firstColumn?.[0].length ?? 0);
  return line.text.trimEnd().length <= end && !/\d/.test(line.text);
}

/** Without the index of a frame whose rows are only counted; undefined where no number stands in it. */
function settled(header: readonly Cell[], rows: readonly (readonly Cell[])[]): MarkdownTable | undefined {
  if (header.length < 2 || rows.length === 0) return undefined;
  if (!rows.some((row) => row.slice(1).some(({ text }) => isNumber(text)))) return undefined;
  const counted = header[0]?.text === "" && rows.every(([first], at) => first?.text === String(at));
  return counted && header.length > 2
    ? tableOf(
        header.slice(1),
        rows.map((row) => row.slice(1)),
      )
    : tableOf(header, rows);
}

/** The tables of a text. Lines before `from` and those that are empty part them. */
export function printedTables(text: string): readonly MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  let block: Line[] = [];
  let barred = false;
  const close = (): void => {
    const table =
      block.length < 2 ? undefined : barred ? barredTable(block) : (seriesTable(block) ?? alignedTable(block));
    if (table !== undefined) tables.push(table);
    block = [];
  };
  for (const [at, line] of text.split(/\r\n|\n|\r/, mostLines).entries()) {
    if (line.trim() === "" || line.length > longestLine) {
      close();
      continue;
    }
    if (block.length > 0 && isBarred(line) !== barred) close();
    if (block.length === 0) barred = isBarred(line);
    block.push({ text: line, number: at + 1 });
  }
  close();
  return tables;
}
