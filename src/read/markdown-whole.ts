import type { Nodes, PhrasingContent, Root, TableCell } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmTable } from "micromark-extension-gfm-table";
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

/** The pieces of any body, by a parser of all of Markdown, in no particular order. */
export const wholePieces = (body: string): readonly Piece[] =>
  piecesOf(fromMarkdown(body, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] }), body);

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

/** A cell's text. Code keeps its marks beside other words, where they are part of a name. */
function cellText(cell: TableCell): PlacedText {
  const alone = cell.children.length === 1;
  const children = cell.children.map((child) =>
    child.type === "inlineCode" && !alone ? { ...child, value: `\`${child.value}\`` } : child,
  );
  return placedCell(inlineTexts(children, []), offsetOf(cell));
}

/** The nesting of blocks is already bounded. */
function piecesOf(node: Root | Nodes, body: string): Piece[] {
  switch (node.type) {
    case "heading":
      return [
        {
          kind: "heading",
          title: lineText(inlineTexts(node.children, [])),
          depth: node.depth,
          offset: offsetOf(node),
        },
      ];
    case "paragraph":
      return [paragraphPiece(inlineTexts(node.children, []), offsetOf(node), body)];
    case "table":
      return [
        {
          kind: "table",
          rows: node.children.map((row) => row.children.map(cellText)),
          offset: offsetOf(node),
        },
      ];
    case "code":
      return [codePiece(body, offsetOf(node), endOf(node))];
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
