import { pointerKeys } from "../model/source.js";
import { endOfString, skipSpace } from "./json-scanner.js";

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
  walk(text, skipSpace(text, 0), root, offsets);
  return offsets;
}

/** Walks the value at `start` and gives the offset behind it. */
function walk(text: string, start: number, branch: Branch, offsets: Map<string, number>): number {
  for (const pointer of branch.wanted) offsets.set(pointer, start);
  const open = text.charCodeAt(start);
  if (branch.children.size === 0 || (open !== 123 && open !== 91)) return skipValue(text, start);
  return open === 123 ? walkObject(text, start, branch, offsets) : walkArray(text, start, branch, offsets);
}

function walkObject(text: string, start: number, branch: Branch, offsets: Map<string, number>): number {
  let at = skipSpace(text, start + 1);
  while (text.charCodeAt(at) === 34) {
    const end = endOfString(text, at);
    if (end === -1) return text.length;
    const raw = text.slice(at + 1, end - 1);
    const child = branch.children.get(raw.includes("\\") ? unescaped(raw) : raw);
    at = skipSpace(text, skipSpace(text, end) + 1);
    at = skipSpace(text, child === undefined ? skipValue(text, at) : walk(text, at, child, offsets));
    if (text.charCodeAt(at) !== 44) break;
    at = skipSpace(text, at + 1);
  }
  return at + 1;
}

function walkArray(text: string, start: number, branch: Branch, offsets: Map<string, number>): number {
  let at = skipSpace(text, start + 1);
  let left = branch.children.size;
  for (let index = 0; at < text.length && text.charCodeAt(at) !== 93; index++) {
    const child = left === 0 ? undefined : branch.children.get(String(index));
    if (child !== undefined) left--;
    at = skipSpace(text, child === undefined ? skipValue(text, at) : walk(text, at, child, offsets));
    if (text.charCodeAt(at) !== 44) break;
    at = skipSpace(text, at + 1);
  }
  return at + 1;
}

/** The offset behind the value at `start`. */
function skipValue(text: string, start: number): number {
  const first = text.charCodeAt(start);
  if (first === 34) {
    const end = endOfString(text, start);
    return end === -1 ? text.length : end;
  }
  let at = start;
  if (first !== 123 && first !== 91) {
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === 44 || code === 125 || code === 93 || code === 32 || code === 10 || code === 13 || code === 9) break;
      at++;
    }
    return at;
  }
  for (let depth = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      const end = endOfString(text, at);
      if (end === -1) return text.length;
      at = end - 1;
    } else if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return at + 1;
  }
  return at;
}

function unescaped(raw: string): string {
  try {
    return String(JSON.parse(`"${raw}"`));
  } catch {
    return raw;
  }
}
