import type { Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import type { Place } from "./yaml-positions.js";
import { quotedEnd, quotedText, scalarOf } from "./yaml-scalar.js";

/**
 * The part of YAML 1.2 (core schema) that most front matter is written in: block mappings and block lists of plain and
 * quoted scalars that stand on one line. Whatever else there is, valid or not, is left to a whole YAML parser, which
 * gives the same value for all that is read here and costs many times more.
 */

/** Tabs, control characters, byte-order marks, lone surrogates: rules for them differ, so they are not ours. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufe00-\ufefe\uff00-\uffef\u{10000}-\u{1fffd}]/u;

const maxDepth = 40;

const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;

/** Characters that a plain scalar cannot begin with; `-`, `?` and `:` may, where no space follows. */
const indicators = new Set([...",[]{}#&*!|>'\"%@`"].map((sign) => sign.charCodeAt(0)));

/** What is read is not of the subset. */
const notMine = Symbol("not of the subset");

type Read = Value | typeof notMine;

class SubsetReader {
  /** Offset of the current line's first character, of its content and of its end (without a comment's text taken off). */
  #lineStart = 0;
  #content = 0;
  #end = 0;
  #next = 0;
  #line = 0;
  /** Column of the content, from 0; -1 at the end of the text. */
  #indent = 0;

  constructor(
    private readonly text: string,
    private readonly places: Map<string, Place> | undefined,
    firstLine: number,
  ) {
    this.#line = firstLine - 1;
  }

  document(): Read {
    this.#advance();
    if (this.#indent < 0) return notMine;
    const value = this.#block(this.#indent, "", 0);
    return this.#indent >= 0 ? notMine : value;
  }

  /** Goes to the next line that holds more than a comment. */
  #advance(): void {
    const { text } = this;
    for (;;) {
      if (this.#next >= text.length) {
        this.#indent = -1;
        return;
      }
      const start = this.#next;
      let end = text.indexOf("\n", start);
      if (end < 0) end = text.length;
      this.#next = end + 1;
      this.#line++;
      if (text.charCodeAt(end - 1) === CR && end > start) end--;
      let content = start;
      while (content < end && text.charCodeAt(content) === SPACE) content++;
      if (content === end || text.charCodeAt(content) === HASH) continue;
      while (text.charCodeAt(end - 1) === SPACE) end--;
      this.#lineStart = start;
      this.#content = content;
      this.#end = end;
      this.#indent = content - start;
      return;
    }
  }

  /** True where the content begins with a dash and a space, or is a dash. */
  #isItem(): boolean {
    if (this.text.charCodeAt(this.#content) !== DASH) return false;
    return this.#content + 1 === this.#end || this.text.charCodeAt(this.#content + 1) === SPACE;
  }

  #mark(at: string, offset: number): void {
    this.places?.set(at, { line: this.#line, column: offset - this.#lineStart + 1 });
  }

  #block(indent: number, at: string, depth: number): Read {
    if (depth > maxDepth) return notMine;
    this.#mark(at, this.#content);
    return this.#isItem() ? this.#list(indent, at, depth) : this.#mapping(indent, at, depth);
  }

  #list(indent: number, at: string, depth: number): Read {
    const items: Value[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const item = this.#item(indent, this.places === undefined ? "" : pointer(at, items.length), depth);
      if (item === notMine) return notMine;
      items.push(item);
    }
    return this.#indent > indent ? notMine : items;
  }

  #item(indent: number, at: string, depth: number): Read {
    const { text } = this;
    const dash = this.#content;
    let content = dash + 1;
    while (content < this.#end && text.charCodeAt(content) === SPACE) content++;
    if (content === this.#end || text.charCodeAt(content) === HASH) {
      this.#mark(at, dash);
      this.#advance();
      return this.#indent > indent ? this.#block(this.#indent, at, depth + 1) : null;
    }
    // The rest of the line is a line of its own, further in.
    this.#content = content;
    this.#indent = content - this.#lineStart;
    if (this.#isItem()) return notMine;
    if (this.#keyEnd() >= 0) return this.#block(this.#indent, at, depth + 1);
    return this.#scalar(content, indent, at);
  }

  #mapping(indent: number, at: string, depth: number): Read {
    const mapping: Record<string, Value> = {};
    while (this.#indent === indent) {
      const keyEnd = this.#keyEnd();
      if (keyEnd < 0) return notMine;
      const key = this.#key(keyEnd);
      if (key === undefined || Object.hasOwn(mapping, key)) return notMine;
      const value = this.#entry(keyEnd, indent, this.places === undefined ? "" : pointer(at, key), depth);
      if (value === notMine) return notMine;
      if (key === "__proto__") {
        Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
      } else mapping[key] = value;
    }
    return this.#indent > indent ? notMine : mapping;
  }

  #entry(keyEnd: number, indent: number, at: string, depth: number): Read {
    const { text } = this;
    let content = keyEnd + 1;
    while (content < this.#end && text.charCodeAt(content) === SPACE) content++;
    if (content < this.#end && text.charCodeAt(content) !== HASH) return this.#scalar(content, indent, at);
    this.#mark(at, this.#content);
    this.#advance();
    if (this.#indent > indent || (this.#indent === indent && this.#isItem())) {
      return this.#block(this.#indent, at, depth + 1);
    }
    return null;
  }

  /** Offset of the colon that ends the key at the content; -1 where there is none. */
  #keyEnd(): number {
    const { text } = this;
    const first = text.charCodeAt(this.#content);
    let colon = this.#content;
    if (first === QUOTE || first === APOSTROPHE) {
      colon = quotedEnd(text, this.#content, this.#end);
      return colon >= 0 && text.charCodeAt(colon) === COLON && this.#endsKey(colon) ? colon : -1;
    }
    do {
      colon = text.indexOf(":", colon + 1);
      if (colon < 0 || colon >= this.#end) return -1;
    } while (!this.#endsKey(colon));
    return colon;
  }

  #endsKey = (colon: number): boolean => colon + 1 === this.#end || this.text.charCodeAt(colon + 1) === SPACE;

  /** Undefined where the key is no plain or quoted text of the subset. */
  #key(keyEnd: number): string | undefined {
    if (keyEnd - this.#content > 500) return undefined;
    const first = this.text.charCodeAt(this.#content);
    if (first === QUOTE || first === APOSTROPHE) return quotedText(this.text, this.#content, keyEnd);
    const key = this.text.slice(this.#content, keyEnd);
    if (!this.#mayBegin(this.#content) || key.endsWith(" ") || key.includes(" #") || key === "<<") return undefined;
    // Keys that are no text have rules of their own.
    return typeof scalarOf(key) === "string" ? key : undefined;
  }

  #mayBegin(offset: number): boolean {
    const first = this.text.charCodeAt(offset);
    if (indicators.has(first)) return false;
    if (first !== DASH && first !== COLON && first !== 63) return true;
    const second = offset + 1 < this.#end ? this.text.charCodeAt(offset + 1) : SPACE;
    return second !== SPACE;
  }

  /** A scalar that begins at `content` and ends on its line; `indent` is that of the mapping or list it stands in. */
  #scalar(content: number, indent: number, at: string): Read {
    this.#mark(at, content);
    const value = this.#scalarOnLine(content);
    this.#advance();
    // A line further in would continue a plain scalar, or be a mistake.
    return this.#indent > indent ? notMine : value;
  }

  #scalarOnLine(content: number): Read {
    const { text } = this;
    const first = text.charCodeAt(content);
    if (first === QUOTE || first === APOSTROPHE) {
      const end = quotedEnd(text, content, this.#end);
      if (end < 0 || !/^(?: +#.*)?$/.test(text.slice(end, this.#end))) return notMine;
      return quotedText(text, content, end) ?? notMine;
    }
    if (!this.#mayBegin(content)) return this.#emptyFlow(content);
    let plain = text.slice(content, this.#end);
    const comment = plain.indexOf(" #");
    if (comment >= 0) plain = plain.slice(0, comment).trimEnd();
    if (plain.includes(": ") || plain.endsWith(":")) return notMine;
    return scalarOf(plain) ?? (isNull(plain) ? null : notMine);
  }

  #emptyFlow(content: number): Read {
    const rest = this.text.slice(content, this.#end);
    if (rest === "[]") return [];
    return rest === "{}" ? {} : notMine;
  }
}

const isNull = (plain: string): boolean => plain === "null" || plain === "~" || plain === "Null" || plain === "NULL";

function read(yaml: string, places: Map<string, Place> | undefined, firstLine: number): Value | undefined {
  if (unusual.test(yaml) || yaml.startsWith("%") || /(?:^|\n)(?:---|\.\.\.)(?=[\s]|$)/.test(yaml)) return undefined;
  if (yaml.includes("\r") && /\r(?!\n|$)/.test(yaml)) return undefined;
  const value = new SubsetReader(yaml, places, firstLine).document();
  return value === notMine ? undefined : value;
}

/** The value of a front matter; undefined where it is not of the subset, valid or not, or is empty. */
export const parseFrontMatterSubset = (yaml: string): Value | undefined => read(yaml, undefined, 1);

/**
 * Where the value of every RFC 6901 pointer begins; empty values stand where their key does. Undefined where the front
 * matter is not of the subset.
 *
 * @param firstLine line of the text's first line in its file
 */
export function frontMatterSubsetPlaces(yaml: string, firstLine: number): ReadonlyMap<string, Place> | undefined {
  const places = new Map<string, Place>();
  return read(yaml, places, firstLine) === undefined ? undefined : places;
}
