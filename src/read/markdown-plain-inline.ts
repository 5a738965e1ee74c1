import type { PlacedText } from "./markdown-blocks.js";

/** Inline content of the everyday kind: its texts, and how many nodes it is made of. */
export interface PlainInline {
  readonly texts: readonly InlineText[];
  readonly nodes: number;
}

export interface InlineText extends PlacedText {
  readonly code: boolean;
  /** True where no emphasis or link is around it. */
  readonly outermost: boolean;
}

const mark = /`[^`\n]*`|!?\[[^[\]]*\]\([^\s()<>[\]\\`*&]*\)|<!--(?![->])(?:(?!--)[^\n])*-->|\*+|_+/g;
/** What means something else than itself and is no everyday inline content, once that is taken out. */
const beyond = /[\\`]|\]\(|<[A-Za-z/!?]|&[#A-Za-z][^\s;]{0,40};/;

/** Of halves of a character nothing is said. */
const letter = /[A-Za-z0-9]|(?![\uD800-\uDFFF])[\p{L}\p{N}]/u;
const punctuation = /(?![\uD800-\uDFFF])[\p{P}\p{S}]/u;

type Beside = "space" | "punctuation" | "letter" | "unclear";

function classOf(character: string | undefined): Beside {
  if (character === undefined || /[\n\p{Zs}]/u.test(character)) return "space";
  if (punctuation.test(character)) return "punctuation";
  return letter.test(character) ? "letter" : "unclear";
}

interface Run {
  readonly at: number;
  readonly text: string;
  readonly opens: boolean;
  readonly closes: boolean;
}

/** A run of `*` or `_` that may begin or end emphasis; null where it is only itself, undefined where that is unclear. */
function runAt(whole: string, at: number, text: string): Run | null | undefined {
  const [before, after] = [classOf(whole[at - 1]), classOf(whole[at + text.length])];
  if (before === "unclear" || after === "unclear") return undefined;
  const left = after !== "space" && (after !== "punctuation" || before !== "letter");
  const right = before !== "space" && (before !== "punctuation" || after !== "letter");
  if (!left && !right) return null;
  if (text.startsWith("*")) return { at, text, opens: left, closes: right };
  const opens = left && (!right || before === "punctuation");
  const closes = right && (!left || after === "punctuation");
  return opens || closes ? { at, text, opens, closes } : null;
}

/**
 * Reads inline content that is text, `code`, [links](x), ![images](x), <!-- comments --> and *emphasis* or **strong**
 * words that hold no further emphasis.
 *
 * @param offset of its first character in the body
 * @returns null for anything else, which is left to a parser of all of Markdown
 */
export function plainInline(whole: string, offset: number, outermost = true): PlainInline | null {
  // Two backticks are a mark of their own.
  if (whole.includes("``")) return null;
  const texts: InlineText[] = [];
  const runs: Run[] = [];
  const pieces: { readonly at: number; readonly end: number; readonly inner: PlainInline }[] = [];
  let rest = "";
  let from = 0;
  for (const { 0: text, index } of whole.matchAll(mark)) {
    if (text.startsWith("*") || text.startsWith("_")) {
      const run = runAt(whole, index, text);
      if (run === undefined) return null;
      if (run !== null) runs.push(run);
      continue;
    }
    rest += `${whole.slice(from, index)} `;
    from = index + text.length;
    const inner = spanOf(text, offset + index);
    if (inner === null) return null;
    pieces.push({ at: index, end: from, inner });
  }
  rest += whole.slice(from);
  if (beyond.test(rest)) return null;
  const ranges = emphasised(runs);
  if (ranges === null) return null;

  let nodes = 0;
  let inside = false;
  let open = false;
  const say = (text: string, at: number): void => {
    if (text === "") return;
    texts.push({ text, offset: offset + at, code: false, outermost: outermost && !inside });
    if (!inside && !open) nodes += 1;
    open = true;
  };
  let at = 0;
  const cuts = [
    ...pieces,
    ...ranges.map(({ at: start, length, begins }) => ({ at: start, end: start + length, begins })),
  ].sort((a, b) => a.at - b.at);
  for (const cut of cuts) {
    say(whole.slice(at, cut.at), at);
    at = cut.end;
    open = false;
    if ("begins" in cut) {
      if (cut.begins) nodes += 1;
      inside = cut.begins;
      continue;
    }
    if (!inside) nodes += 1;
    texts.push(...cut.inner.texts.map((text) => ({ ...text, outermost: text.outermost && outermost && !inside })));
  }
  say(whole.slice(at), at);
  return { texts, nodes };
}

/** Code, a link, an image or a comment. */
function spanOf(text: string, offset: number): PlainInline | null {
  if (text.startsWith("`")) {
    const code = text.slice(1, -1);
    if (code === "" || /^ | $/.test(code)) return null;
    return { texts: [{ text: code, offset, code: true, outermost: true }], nodes: 1 };
  }
  if (text.startsWith("[")) {
    const label = text.slice(1, text.lastIndexOf("]("));
    const inner = plainInline(label, offset + 1, false);
    return inner;
  }
  return { texts: [], nodes: 1 };
}

interface Delimiter {
  readonly at: number;
  readonly length: number;
  readonly begins: boolean;
}

/**
 * Runs paired with the next one; those that can begin nothing, and a last one, are only themselves. Null where they are
 * nested, or of unlike lengths.
 */
function emphasised(runs: readonly Run[]): readonly Delimiter[] | null {
  const delimiters: Delimiter[] = [];
  for (let at = 0; at < runs.length; at++) {
    const [first, second] = [runs[at], runs[at + 1]];
    if (first === undefined || second === undefined) break;
    if (!first.opens) continue;
    if (first.text !== second.text || first.text.length > 2 || !second.closes) return null;
    delimiters.push({ at: first.at, length: first.text.length, begins: true });
    delimiters.push({ at: second.at, length: second.text.length, begins: false });
    at += 1;
  }
  return delimiters;
}
