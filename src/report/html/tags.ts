import { escapeHtml } from "../escape.js";
import { plainText } from "../plain.js";

/** A piece of a page whose every text is escaped. Only this file makes one, so that nothing from outside is markup. */
export interface Html {
  readonly markup: string;
}

export type Part = Html | string | number | null | readonly Part[];

/** Code points of a text from outside that a page shows. */
const longest = 600;

const markupOf = (part: Part): string => {
  if (part === null) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapeHtml(plainText(part, longest));
  if (isParts(part)) return part.map(markupOf).join("");
  return part.markup;
};

const isParts = (part: Html | readonly Part[]): part is readonly Part[] => Array.isArray(part);

/** Elements around which white space says nothing. */
const block =
  "table|caption|t[rdh]|tbody|thead|li|[ou]l|d[ldt]|div|section|header|footer|main|nav|p|h[1-6]|figure|details";
const beforeBlock = new RegExp(`(?<!\\s)\\s+(?=</?(?:${block})\\b)`, "g");
const afterBlock = new RegExp(`(</?(?:${block})\\b[^<>]*>)\\s+`, "g");

const written = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Our own markup without the line ends and indents of our sources. */
function compact(pieces: TemplateStringsArray): readonly string[] {
  let known = written.get(pieces);
  if (known === undefined) {
    known = pieces.map((piece) =>
      piece
        .replace(/(?<!\s)\s*\n\s*/g, " ")
        .replace(beforeBlock, "")
        .replace(afterBlock, "$1"),
    );
    written.set(pieces, known);
  }
  return known;
}

/**
 * Markup with texts in it: what stands in the template is ours, what is put in is escaped, unless it is Html itself.
 * A text that is put in loses the space at its ends: spaces stand in the template.
 */
export const marked = (pieces: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: compact(pieces)
    .map((piece, index) => piece + markupOf(parts[index] ?? null))
    .join(""),
});

export const none: Html = { markup: "" };

export const joined = (parts: readonly Part[], between: string): Html => ({
  markup: parts.map(markupOf).join(escapeHtml(between)),
});

/** Our own words as markup: style sheets and the script, which hold nothing from outside. */
export const ours = (markup: string): Html => ({ markup });

/** An anchor's name for a text: the same text has the same name, and two texts differ. */
export const anchor = (prefix: string, index: number): string => `${prefix}-${index + 1}`;
