import type { Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { keyText, mayBegin, member, notMine, type Marks, type Read } from "./yaml-marks.js";
import { isNull, quotedEnd, quotedText, scalarOf } from "./yaml-scalar.js";

const LF = 10;
const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const COMMA = 44;
const COLON = 58;
const BRACKET = 91;
const BRACKET_END = 93;
const BRACE = 123;
const BRACE_END = 125;

const isSpace = (code: number): boolean => code === SPACE || code === LF || code === CR;
const isFlowSign = (code: number): boolean =>
  code === COMMA || code === BRACKET || code === BRACKET_END || code === BRACE || code === BRACE_END;

/** `[]` and `{}` alone on the rest of a line, which are by far the most. */
export function emptyFlow(text: string, start: number, end: number): Value | undefined {
  if (end - start !== 2) return undefined;
  const close = text.charCodeAt(start + 1);
  if (close === BRACKET_END && text.charCodeAt(start) === BRACKET) return [];
  return close === BRACE_END && text.charCodeAt(start) === BRACE ? {} : undefined;
}

/** Reads lists in brackets and mappings in braces, over any number of lines that are further in than `indent`. */
export class FlowReader {
  /** Just past what was read. */
  at = 0;
  #end = -1;

  constructor(
    private readonly text: string,
    private readonly limit: number,
    private readonly indent: number,
    private readonly marks: Marks | undefined,
    private readonly maxDepth: number,
  ) {}

  read(start: number, at: string, depth: number, key: number | null): Read {
    if (depth > this.maxDepth) return notMine;
    this.at = start;
    this.marks?.set(at, { key, value: start, block: false });
    const first = this.text.charCodeAt(start);
    if (first === BRACE) return this.#mapping(at, depth);
    if (first === BRACKET) return this.#list(at, depth);
    return this.#scalar();
  }

  /** Passes spaces, line ends and comments; false where a line is not far enough in, or the text ends. */
  #skip(): boolean {
    const { text, limit } = this;
    for (;;) {
      while (this.at < limit && text.charCodeAt(this.at) === SPACE) this.at++;
      const code = text.charCodeAt(this.at);
      if (this.at >= limit) return false;
      if (code === HASH && isSpace(text.charCodeAt(this.at - 1))) {
        this.at = this.#lineEnd();
      } else if (code === LF || code === CR) {
        this.at++;
        if (code === LF && !this.#isFarIn()) return false;
      } else return true;
    }
  }

  /** Whether the line that begins here is blank, or further in than what the collection stands in. */
  #isFarIn(): boolean {
    let content = this.at;
    while (this.text.charCodeAt(content) === SPACE) content++;
    const code = this.text.charCodeAt(content);
    return content - this.at > this.indent || code === LF || code === CR;
  }

  #list(at: string, depth: number): Read {
    const items: Value[] = [];
    this.at++;
    for (;;) {
      if (!this.#skip()) return notMine;
      if (this.text.charCodeAt(this.at) === BRACKET_END) break;
      const itemAt = this.marks === undefined ? "" : pointer(at, items.length);
      const item = this.read(this.at, itemAt, depth + 1, null);
      if (item === notMine) return notMine;
      items.push(item);
      if (!this.#skip() || !this.#separated(BRACKET_END)) return notMine;
    }
    this.at++;
    return items;
  }

  #mapping(at: string, depth: number): Read {
    const mapping: Record<string, Value> = {};
    this.at++;
    for (;;) {
      if (!this.#skip()) return notMine;
      if (this.text.charCodeAt(this.at) === BRACE_END) break;
      const start = this.at;
      const key = this.#key();
      if (key === undefined || Object.hasOwn(mapping, key) || !this.#skip()) return notMine;
      const code = this.text.charCodeAt(this.at);
      // `{ a: }` and `{ a: , b: 1 }` are legal, and seldom meant.
      if (code === COMMA || code === BRACE_END) return notMine;
      const value = this.read(this.at, this.marks === undefined ? "" : pointer(at, key), depth + 1, start);
      if (value === notMine) return notMine;
      member(mapping, key, value);
      if (!this.#skip() || !this.#separated(BRACE_END)) return notMine;
    }
    this.at++;
    return mapping;
  }

  /** Passes the comma behind an entry; the collection's end is left for its reader. */
  #separated(end: number): boolean {
    const code = this.text.charCodeAt(this.at);
    if (code === COMMA) this.at++;
    return code === COMMA || code === end;
  }

  /** Reads a key and the colon behind it. */
  #key(): string | undefined {
    const { text } = this;
    const start = this.at;
    const first = text.charCodeAt(start);
    const quoted = first === QUOTE || first === APOSTROPHE;
    const end = quoted ? quotedEnd(text, start, this.#lineEnd()) : this.#plainEnd();
    if (end < 0 || text.charCodeAt(end) !== COLON) return undefined;
    this.at = end + 1;
    return keyText(text, start, end);
  }

  /** The end of the line, sought once a line: a document may be one long line. */
  #lineEnd(): number {
    if (this.#end < this.at) {
      const end = this.text.indexOf("\n", this.at);
      this.#end = end < 0 || end > this.limit ? this.limit : end;
    }
    return this.#end;
  }

  /** Where a plain scalar ends: at a sign of the collection's, a colon with a space, a comment, a line's end. */
  #plainEnd(): number {
    const { text, limit } = this;
    let at = this.at;
    for (; at < limit; at++) {
      const code = text.charCodeAt(at);
      if (isFlowSign(code) || code === LF || code === CR) break;
      if (code === HASH && text.charCodeAt(at - 1) === SPACE) break;
      if (code !== COLON) continue;
      const next = text.charCodeAt(at + 1);
      if (isSpace(next) || isFlowSign(next)) break;
    }
    return at;
  }

  #scalar(): Read {
    const { text } = this;
    const start = this.at;
    const first = text.charCodeAt(start);
    if (first === QUOTE || first === APOSTROPHE) {
      const end = quotedEnd(text, start, this.#lineEnd());
      if (end < 0) return notMine;
      this.at = end;
      return quotedText(text, start, end) ?? notMine;
    }
    const end = this.#plainEnd();
    if (!mayBegin(text, start, end)) return notMine;
    this.at = end;
    const plain = text.slice(start, end).trimEnd();
    return scalarOf(plain) ?? (isNull(plain) ? null : notMine);
  }
}
