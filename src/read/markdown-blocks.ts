import type { Nodes, PhrasingContent, Root, TableCell } from "mdast";
import { htmlTokens, type HtmlToken } from "./html-fragment.js";

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

const offsetOf = (node: Nodes): number => node.position?.start.offset ?? 0;
const endOf = (node: Nodes): number => node.position?.end.offset ?? offsetOf(node);

const lineBreakTag = /^<br\b/i;

/** The texts of inline content, each with its offset; a line break of either kind ends one with "\n". */
function inlineTexts(nodes: readonly PhrasingContent[], texts: PlacedText[]): PlacedText[] {
  for (const node of nodes) {
    if (node.type === "text" || node.type === "inlineCode") texts.push({ text: node.value, offset: offsetOf(node) });
    else if (node.type === "break") texts.push({ text: "\n", offset: offsetOf(node) });
    else if (node.type === "html") {
      if (lineBreakTag.test(node.value)) texts.push({ text: " ", offset: offsetOf(node) });
    } else if ("children" in node) inlineTexts(node.children, texts);
  }
  return texts;
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

function inlineText(nodes: readonly PhrasingContent[]): string {
  return squeezed(
    inlineTexts(nodes, [])
      .map(({ text }) => text)
      .join(""),
  );
}

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

/** A cell's text. Code keeps its marks beside other words, where they are part of a name. */
function cellText(cell: TableCell): PlacedText {
  const alone = cell.children.length === 1;
  const children = cell.children.map((child) =>
    child.type === "inlineCode" && !alone ? { ...child, value: `\`${child.value}\`` } : child,
  );
  const texts = inlineTexts(children, []);
  const first = texts.find(({ text }) => text.trim() !== "");
  return {
    text: squeezed(texts.map(({ text }) => text).join("")),
    offset: first === undefined ? offsetOf(cell) : first.offset,
  };
}

/** The headings and the prose of a block of HTML. Its tables are taken out before Markdown is read. */
function htmlPieces(tokens: readonly HtmlToken[], offset: number): Piece[] {
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

function codeLines(body: string, node: Nodes): PlacedText[] {
  return splitLines(body.slice(offsetOf(node), endOf(node)), offsetOf(node)).filter(
    ({ text }) => !/^(```|~~~)/.test(text),
  );
}

/** The pieces of a parsed body, in no particular order. The nesting of blocks is already bounded. */
export function piecesOf(node: Root | Nodes, body: string): Piece[] {
  switch (node.type) {
    case "heading":
      return [
        {
          kind: "heading",
          title: inlineText(node.children),
          depth: node.depth,
          offset: offsetOf(node),
        },
      ];
    case "paragraph": {
      const texts = sourceLines(inlineTexts(node.children, []), body);
      const rows = rowsWithoutRule(texts);
      return rows === null
        ? [{ kind: "prose", texts, offset: offsetOf(node) }]
        : [{ kind: "table", rows, offset: offsetOf(node) }];
    }
    case "table":
      return [
        {
          kind: "table",
          rows: node.children.map((row) => row.children.map(cellText)),
          offset: offsetOf(node),
        },
      ];
    case "code":
      return [{ kind: "code", texts: codeLines(body, node), offset: offsetOf(node) }];
    case "html":
      return htmlPieces(htmlTokens(body, offsetOf(node), endOf(node)), offsetOf(node));
    case "root":
    case "blockquote":
    case "list":
    case "listItem":
      return node.children.flatMap((child) => piecesOf(child, body));
    default:
      return [];
  }
}
