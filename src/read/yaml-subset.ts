import type { Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { emptyFlow, FlowReader } from "./yaml-flow.js";
import { keyText, mayBegin, member, notMine, type Marks, type Read } from "./yaml-marks.js";
import { documentRanges, type TextRange } from "./yaml-ranges.js";
import { blockText, isBlockHeader, joinedLines, quotedLines } from "./yaml-text.js";
import { isNull, quotedEnd, quotedText, scalarOf } from "./yaml-scalar.js";

/**
 * The part of YAML 1.2 (core schema) that people and tools write: block mappings and lists, flow ones, plain, quoted and
 * block scalars, comments, several documents. Whatever else there is (anchors, tags, tabs, merge keys), valid or not,
 * is left to a whole YAML parser, which gives the same value for all that is read here and costs many times more.
 */

/** Tabs, control characters, byte-order marks, lone surrogates: rules for them differ, so they are not ours. */
const unusual = /[^\n\r\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufdcf\ufe00-\ufefe\uff00-\uffef\u{10000}-\u{1fffd}]/u;

/** Levels that are read; what is nested deeper is left to a whole parser, and its limits. */
export const SUBSET_DEPTH = 40;

const CR = 13;
const SPACE = 32;
const QUOTE = 34;
const HASH = 35;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const BRACKET = 91;
const BRACE = 123;

class SubsetReader {
  /** Offset of the current line's first character, of its content and of its end (spaces at the end taken off). */
  #lineStart = 0;
  #content = 0;
  #end = 0;
  #next: number;
  /** Column of the content, from 0; -1 at the end of the document. */
  #indent = 0;
  private readonly limit: number;

  constructor(
    private readonly text: string,
    range: TextRange,
    private readonly marks: Marks | undefined,
  ) {
    this.#next = range.start;
    this.limit = range.end;
  }

  document(): Read {
    this.#advance();
    if (this.#indent < 0) return notMine;
    // A text alone is no document that anything here writes.
    if (!this.#isItem() && !this.#isFlow(this.#content) && this.#keyEnd() < 0) return notMine;
    const value = this.#block(-1, "", 0, null);
    return this.#indent >= 0 ? notMine : value;
  }

  /** Goes to the next line that holds more than a comment. */
  #advance(): void {
    const { text, limit } = this;
    for (;;) {
      if (this.#next >= limit) {
        this.#indent = -1;
        return;
      }
      const start = this.#next;
      let end = text.indexOf("\n", start);
      if (end < 0 || end > limit) end = limit;
      this.#next = end + 1;
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

  #isFlow(offset: number): boolean {
    const first = this.text.charCodeAt(offset);
    return first === BRACE || first === BRACKET;
  }

  #mark(at: string, key: number | null, value: number | null, block = false): void {
    this.marks?.set(at, { key, value, block });
  }

  /** What begins at the current content, below a line that is indented by `parent`. */
  #block(parent: number, at: string, depth: number, key: number | null): Read {
    if (depth > SUBSET_DEPTH) return notMine;
    if (this.#isItem()) {
      this.#mark(at, key, this.#content);
      return this.#list(this.#indent, at, depth);
    }
    if (this.#isFlow(this.#content) || this.#keyEnd() < 0) return this.#scalar(this.#content, parent, at, depth, key);
    this.#mark(at, key, this.#content);
    return this.#mapping(this.#indent, at, depth);
  }

  #list(indent: number, at: string, depth: number): Read {
    const items: Value[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const item = this.#item(indent, this.marks === undefined ? "" : pointer(at, items.length), depth);
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
      this.#mark(at, null, dash);
      this.#advance();
      return this.#indent > indent ? this.#block(indent, at, depth + 1, null) : null;
    }
    // The rest of the line is a line of its own, further in.
    this.#content = content;
    this.#indent = content - this.#lineStart;
    return this.#isItem() ? notMine : this.#block(indent, at, depth + 1, null);
  }

  #mapping(indent: number, at: string, depth: number): Read {
    const mapping: Record<string, Value> = {};
    while (this.#indent === indent) {
      const keyEnd = this.#keyEnd();
      if (keyEnd < 0) return notMine;
      const key = keyText(this.text, this.#content, keyEnd);
      if (key === undefined || Object.hasOwn(mapping, key)) return notMine;
      const value = this.#entry(keyEnd, indent, this.marks === undefined ? "" : pointer(at, key), depth);
      if (value === notMine) return notMine;
      member(mapping, key, value);
    }
    return this.#indent > indent ? notMine : mapping;
  }

  #entry(keyEnd: number, indent: number, at: string, depth: number): Read {
    const { text } = this;
    const key = this.#content;
    let content = keyEnd + 1;
    while (content < this.#end && text.charCodeAt(content) === SPACE) content++;
    if (content < this.#end && text.charCodeAt(content) !== HASH) return this.#scalar(content, indent, at, depth, key);
    this.#mark(at, key, null);
    this.#advance();
    if (this.#indent > indent) return this.#block(indent, at, depth + 1, key);
    if (this.#indent !== indent || !this.#isItem()) return null;
    return this.#block(indent, at, depth + 1, key);
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
    for (colon++; colon < this.#end; colon++) {
      const code = text.charCodeAt(colon);
      if (code === COLON && this.#endsKey(colon)) return colon;
      // A colon behind a comment's mark is the comment's.
      if (code === HASH && text.charCodeAt(colon - 1) === SPACE) return -1;
    }
    return -1;
  }

  #endsKey = (colon: number): boolean => colon + 1 === this.#end || this.text.charCodeAt(colon + 1) === SPACE;

  /** A value that begins at `content`; `indent` is that of the mapping or list that it stands in. */
  #scalar(content: number, indent: number, at: string, depth: number, key: number | null): Read {
    const { text } = this;
    if (this.#isFlow(content)) return this.#flow(content, indent, at, depth, key);
    this.#mark(at, key, content);
    const first = text.charCodeAt(content);
    if (first === QUOTE || first === APOSTROPHE) return this.#quoted(content, indent);
    if (isBlockHeader(first)) {
      this.#mark(at, key, content, true);
      return this.#taken(blockText(text, content, this.limit, indent));
    }
    if (!mayBegin(text, content, this.#end)) return notMine;
    let plain = text.slice(content, this.#end);
    const comment = plain.indexOf(" #");
    if (comment >= 0) plain = plain.slice(0, comment).trimEnd();
    if (plain.includes(": ") || plain.endsWith(":")) return notMine;
    this.#advance();
    if (this.#indent > indent) {
      return comment >= 0 ? notMine : this.#taken(joinedLines(text, content, this.limit, indent));
    }
    return scalarOf(plain) ?? (isNull(plain) ? null : notMine);
  }

  #quoted(content: number, indent: number): Read {
    const { text } = this;
    const end = quotedEnd(text, content, this.#end);
    if (end < 0) return this.#taken(quotedLines(text, content, this.limit, indent));
    if (!this.#endsAt(end)) return notMine;
    this.#advance();
    return this.#indent > indent ? notMine : (quotedText(text, content, end) ?? notMine);
  }

  /** Takes a text that ends before the line at `next`, and goes to that line. */
  #taken(found: { readonly value: string; readonly next: number } | undefined): Read {
    if (found === undefined) return notMine;
    this.#next = found.next;
    this.#advance();
    return found.value;
  }

  #flow(content: number, indent: number, at: string, depth: number, key: number | null): Read {
    const { text } = this;
    const empty = emptyFlow(text, content, this.#end);
    if (empty !== undefined) {
      this.#mark(at, key, content);
      this.#advance();
      return this.#indent > indent ? notMine : empty;
    }
    const flow = new FlowReader(text, this.limit, indent, this.marks, SUBSET_DEPTH);
    const value = flow.read(content, at, depth, key);
    if (value === notMine) return notMine;
    let end = text.indexOf("\n", flow.at);
    if (end < 0 || end > this.limit) end = this.limit;
    this.#next = end + 1;
    this.#end = text.charCodeAt(end - 1) === CR ? end - 1 : end;
    if (!this.#endsAt(flow.at)) return notMine;
    this.#advance();
    return this.#indent > indent ? notMine : value;
  }

  /** True where nothing but spaces and a comment follows on the line. */
  #endsAt = (offset: number): boolean =>
    offset >= this.#end || /^ *$|^ +#/.test(this.text.slice(offset, Math.min(this.#end, offset + 200)));
}

function ranges(text: string): readonly TextRange[] | undefined {
  if (unusual.test(text) || text.startsWith("%")) return undefined;
  if (text.includes("\r") && /\r(?!\n|$)/.test(text)) return undefined;
  return documentRanges(text);
}

/** The values of a text's documents; undefined where it is not of the subset, valid or not, or a document is empty. */
export function parseYamlSubset(text: string): readonly Value[] | undefined {
  const values: Value[] = [];
  for (const range of ranges(text) ?? []) {
    const value = new SubsetReader(text, range, undefined).document();
    if (value === notMine) return undefined;
    values.push(value);
  }
  return values.length === 0 ? undefined : values;
}

/**
 * Where the keys and values of a document stand. Undefined where the text is not of the subset.
 *
 * @param document which document of the text, from 0
 */
export function yamlSubsetMarks(text: string, document = 0): Marks | undefined {
  const range = ranges(text)?.[document];
  if (range === undefined) return undefined;
  const marks: Marks = new Map();
  return new SubsetReader(text, range, marks).document() === notMine ? undefined : marks;
}
