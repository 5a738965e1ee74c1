import { type HtmlTag, type HtmlToken } from "./html-fragment.js";

/** A cell of an HTML table, after `rowspan` and `colspan` are spread out. */
export interface HtmlCell {
  readonly text: string;
  readonly offset: number;
}

export interface HtmlTable {
  readonly header: readonly HtmlCell[];
  readonly rows: readonly (readonly HtmlCell[])[];
  readonly offset: number;
}

interface OpenCell {
  readonly heading: boolean;
  readonly across: number;
  readonly down: number;
  text: string;
  offset: number | undefined;
  readonly tagOffset: number;
}

interface OpenTable {
  readonly offset: number;
  readonly rows: { cells: HtmlCell[]; heading: boolean }[];
  /** Cells that reach down from rows above: column to cell and rows left. */
  readonly reaching: Map<number, { cell: HtmlCell; left: number }>;
  inHead: boolean;
  cell: OpenCell | undefined;
  cells: number;
}

const maxCells = 20_000;
const maxNesting = 8;

function span(attributes: string, name: "colspan" | "rowspan"): number {
  const stated = new RegExp(`\\b${name}\\s*=\\s*["']?\\s*(\\d{1,4})`, "i").exec(attributes);
  const cells = Number(stated?.[1] ?? 1);
  return Math.min(Math.max(cells, 1), 100);
}

const openTable = (offset: number): OpenTable => ({
  offset,
  rows: [],
  reaching: new Map(),
  inHead: false,
  cell: undefined,
  cells: 0,
});

/** Appends the cells that reach into the row's next column from above. */
function takeReaching(table: OpenTable, row: HtmlCell[]): void {
  for (;;) {
    const reaching = table.reaching.get(row.length);
    if (reaching === undefined) return;
    if (reaching.left === 1) table.reaching.delete(row.length);
    else reaching.left--;
    row.push(reaching.cell);
  }
}

function endCell(table: OpenTable): void {
  const { cell } = table;
  table.cell = undefined;
  const row = table.rows.at(-1);
  if (cell === undefined || row === undefined || table.cells >= maxCells) return;
  takeReaching(table, row.cells);
  const placed = {
    text: cell.text.replace(/\s+/g, " ").trim(),
    offset: cell.offset ?? cell.tagOffset,
  };
  if (!cell.heading) row.heading = false;
  for (let across = 0; across < cell.across; across++) {
    if (cell.down > 1)
      table.reaching.set(row.cells.length, {
        cell: placed,
        left: cell.down - 1,
      });
    row.cells.push(placed);
    table.cells++;
  }
}

function endRow(table: OpenTable): void {
  endCell(table);
  const row = table.rows.at(-1);
  if (row !== undefined && row.cells.length > 0) takeReaching(table, row.cells);
}

function beginRow(table: OpenTable): void {
  endRow(table);
  table.rows.push({ cells: [], heading: true });
}

function beginCell(table: OpenTable, tag: HtmlTag): void {
  endCell(table);
  if (table.rows.length === 0) beginRow(table);
  table.cell = {
    heading: tag.name === "th" || table.inHead,
    across: span(tag.attributes, "colspan"),
    down: span(tag.attributes, "rowspan"),
    text: "",
    offset: undefined,
    tagOffset: tag.offset,
  };
}

function addText(table: OpenTable, text: string, offset: number): void {
  const { cell } = table;
  if (cell === undefined) return;
  cell.text += text;
  if (cell.offset === undefined && text.trim() !== "") cell.offset = offset + text.length - text.trimStart().length;
}

/** Several rows of headings become one: the texts of a column, outermost first, each once. */
function mergedHeader(rows: readonly { readonly cells: readonly HtmlCell[] }[]): HtmlCell[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  return Array.from({ length: width }, (_, column) => {
    const stack = rows.map(({ cells }) => cells[column]).filter((cell) => cell !== undefined && cell.text !== "");
    const texts = [...new Set(stack.map((cell) => cell?.text ?? ""))];
    const last = stack.at(-1) ?? rows.at(-1)?.cells[column] ?? rows[0]?.cells[column];
    return { text: texts.join(" "), offset: last?.offset ?? 0 };
  });
}

function finished(table: OpenTable): HtmlTable | undefined {
  endRow(table);
  const rows = table.rows.filter(({ cells }) => cells.length > 0);
  if (rows.length === 0) return undefined;
  const body = rows.findIndex(({ heading }) => !heading);
  const headings = body < 0 ? 1 : body;
  const header = headings > 0 ? mergedHeader(rows.slice(0, headings)) : (rows[0]?.cells ?? []);
  return {
    header,
    rows: rows.slice(Math.max(headings, 1)).map(({ cells }) => cells),
    offset: table.offset,
  };
}

function onTag(table: OpenTable, tag: HtmlTag): void {
  if (tag.name === "thead") table.inHead = !tag.closing;
  else if (tag.name === "tr") (tag.closing ? endRow : beginRow)(table);
  else if (tag.name === "td" || tag.name === "th") tag.closing ? endCell(table) : beginCell(table, tag);
  else if (tag.name === "br" || tag.name === "p" || tag.name === "div" || tag.name === "li") {
    if (table.cell !== undefined) table.cell.text += " ";
  }
}

/**
 * The tables among the tokens, inner ones before those that hold them. A table without heading cells takes its first
 * row as its header, as Markdown does. Unclosed rows and cells end where the next begins.
 */
export function htmlTables(tokens: readonly HtmlToken[]): HtmlTable[] {
  const done: HtmlTable[] = [];
  const open: OpenTable[] = [];
  for (const token of tokens) {
    const table = open.at(-1);
    if (token.kind === "text") {
      if (table !== undefined) addText(table, token.text, token.offset);
    } else if (token.name === "table" && !token.closing) {
      if (open.length < maxNesting) open.push(openTable(token.offset));
    } else if (token.name === "table") {
      const ended = open.pop();
      const read = ended === undefined ? undefined : finished(ended);
      if (read !== undefined) done.push(read);
    } else if (table !== undefined) onTag(table, token);
  }
  for (const unclosed of open.reverse()) {
    const read = finished(unclosed);
    if (read !== undefined) done.push(read);
  }
  return done;
}
