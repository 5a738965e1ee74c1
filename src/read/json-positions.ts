import { pointerKeys } from "../model/source.js";
import { endOfString, skipSpace } from "./json-scanner.js";

/** A document, and its characters as bytes: one is read in half the time of a string's character. */
interface Document {
  readonly text: string;
  /** What stands behind the document's own length is of another. */
  readonly codes: Uint8Array;
}

/** Filled anew for each document: to ask for memory costs as much as to walk it. Larger ones have their own. */
const reused = new Uint8Array(262_144);

interface Branch {
  wanted: string[];
  readonly children: Map<string, Branch>;
}

/**
 * Where values begin in a JSON text, found in one walk that skips whatever is not asked for.
 *
 * @param text a JSON document (NaN and Infinity allowed)
 * @param pointers RFC 6901 pointers; those that lead nowhere are absent from the answer
 * @returns offset by pointer; of a key that stands twice, the last, as `JSON.parse` reads it
 */
export function jsonOffsets(text: string, pointers: Iterable<string>): ReadonlyMap<string, number> {
  const root: Branch = { wanted: [], children: new Map() };
  for (const pointer of pointers) {
    let branch = root;
    for (const key of pointerKeys(pointer)) {
      let child = branch.children.get(key);
      if (child === undefined) branch.children.set(key, (child = { wanted: [], children: new Map() }));
      branch = child;
    }
    branch.wanted.push(pointer);
  }
  const offsets = new Map<string, number>();
  walk({ text, codes: codesOf(text) }, skipSpace(text, 0), root, offsets);
  return offsets;
}

/** A byte for each UTF-16 unit, as offsets are counted; no syntax of JSON is outside ASCII, so that the rest are alike. */
function codesOf(text: string): Uint8Array {
  const codes = text.length <= reused.length ? reused : new Uint8Array(text.length);
  if (Buffer.byteLength(text) === text.length) {
    Buffer.from(codes.buffer).write(text, "latin1");
    return codes;
  }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    codes[at] = code < 128 ? code : 0;
  }
  return codes;
}

/** Walks the value at `start` and gives the offset behind it. */
function walk(document: Document, start: number, branch: Branch, offsets: Map<string, number>): number {
  for (const pointer of branch.wanted) offsets.set(pointer, start);
  const open = document.codes[start];
  if (branch.children.size === 0 || (open !== 123 && open !== 91)) return skipValue(document, start);
  return open === 123 ? walkObject(document, start, branch, offsets) : walkArray(document, start, branch, offsets);
}

function walkObject(document: Document, start: number, branch: Branch, offsets: Map<string, number>): number {
  const { text } = document;
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) === 34) {
    const end = endOfString(text, at);
    if (end === -1) return text.length;
    const raw = text.slice(at + 1, end - 1);
    const child = branch.children.get(raw.includes("\\") ? unescaped(raw) : raw);
    at = skipSpace(text, skipSpace(text, end) + 1);
    at = skipSpace(text, child === undefined ? skipValue(document, at) : walk(document, at, child, offsets));
    if (text.charCodeAt(at) !== 44) break;
    at = skipSpace(text, at + 1);
  }
  return at + 1;
}

function walkArray(document: Document, start: number, branch: Branch, offsets: Map<string, number>): number {
  const { text } = document;
  let at = skipSpace(text, start + 1);
  let left = branch.children.size;
  for (let index = 0; at < text.length && text.charCodeAt(at) !== 93; index++) {
    const child = left === 0 ? undefined : branch.children.get(String(index));
    if (child !== undefined) left--;
    at = skipSpace(text, child === undefined ? skipValue(document, at) : walk(document, at, child, offsets));
    if (text.charCodeAt(at) !== 44) break;
    at = skipSpace(text, at + 1);
  }
  return at + 1;
}

/** What a code means outside of texts: 1 a text begins, 2 something opens, 3 something closes, 0 the rest. */
const meanings = new Uint8Array(256);
meanings[34] = 1;
meanings[91] = meanings[123] = 2;
meanings[93] = meanings[125] = 3;

/** The offset behind the value at `start`. */
function skipValue({ text, codes }: Document, start: number): number {
  const first = codes[start];
  if (first === 34) {
    const end = endOfString(text, start);
    return end === -1 ? text.length : end;
  }
  return first === 123 || first === 91 ? skipContainer(codes, start, text.length) : skipBare(codes, start, text.length);
}

function skipBare(codes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (; at < end; at++) {
    const code = codes[at];
    if (code === 44 || code === 125 || code === 93 || code === 32 || code === 10 || code === 13 || code === 9) break;
  }
  return at;
}

function skipContainer(codes: Uint8Array, start: number, end: number): number {
  let depth = 0;
  for (let at = start; at < end; at++) {
    const meaning = meanings[codes[at] ?? 0];
    if (meaning === 0) continue;
    if (meaning === 2) depth++;
    else if (meaning === 1) {
      for (at++; at < end; at++) {
        const code = codes[at];
        if (code === 34) break;
        if (code === 92) at++;
      }
    } else if (--depth === 0) return at + 1;
  }
  return end;
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
