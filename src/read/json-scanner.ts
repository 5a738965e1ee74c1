import type { Value } from "../model/adapter.js";

/**
 * A JSON reader that goes on where `JSON.parse` stops: it reads the NaN and Infinity that Python writes, says what is
 * wrong and where, finds keys that stand twice, and tells where each value begins.
 */

export type JsonFaultKind = "truncated" | "unreadable" | "python-repr" | "template" | "too-deep";

export interface JsonFault {
  readonly kind: JsonFaultKind;
  readonly message: string;
  readonly offset: number;
}

export interface ScannedJson {
  /** What was read; up to the fault where there is one. */
  readonly value: Value | undefined;
  readonly fault: JsonFault | null;
  /** Pointers of members whose key already stood in the same object, with the offset of the second key. */
  readonly duplicates: readonly { readonly pointer: string; readonly offset: number }[];
}

class Stop extends Error {
  constructor(readonly fault: JsonFault) {
    super(fault.message);
  }
}

const QUOTE = 34;
const BACKSLASH = 92;
const numberPattern = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const wordPattern = /[-+]?[A-Za-z_][A-Za-z_0-9]*/y;
const words: Readonly<Record<string, number | boolean | null>> = {
  true: true,
  false: false,
  null: null,
  NaN: Number.NaN,
  Infinity: Number.POSITIVE_INFINITY,
  "-Infinity": Number.NEGATIVE_INFINITY,
  "-NaN": Number.NaN,
};

/** Marks of template languages: `{{ x }}`, `{% if %}`, `<% x %>`, `${X}`, `$(X)`, `<x>`, `@X@`. In JSON a brace may be read already. */
const templateMark = /\{\{|\{%|<%|\$\{|\$\(|<[A-Za-z][\w .-]{0,60}>|@[A-Z_]{2,60}@/y;

function isTemplateMark(text: string, at: number): boolean {
  for (const start of [at, at - 1]) {
    templateMark.lastIndex = Math.max(0, start);
    if (templateMark.test(text)) return true;
  }
  return false;
}

/** The offset behind the closing quote of the string that begins at `start`; -1 where it is never closed. */
export function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (quote !== -1) {
    let backslashes = 0;
    while (text.charCodeAt(quote - 1 - backslashes) === BACKSLASH) backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    quote = text.indexOf('"', quote + 1);
  }
  return -1;
}

/** The first offset from `at` that holds no white space. */
export function skipSpace(text: string, at: number): number {
  let offset = at;
  for (;;) {
    const code = text.charCodeAt(offset);
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return offset;
    offset++;
  }
}

/**
 * Reads JSON as Python and others write it.
 *
 * @param text the whole document
 * @param maximumDepth levels of nesting that are read; one more is a fault `too-deep`
 */
export function scanJson(text: string, maximumDepth: number): ScannedJson {
  const duplicates: { pointer: string; offset: number }[] = [];
  const path: (string | number)[] = [];
  let at = 0;

  const stop = (kind: JsonFaultKind, message: string, offset = at): never => {
    throw new Stop({ kind, message, offset });
  };
  const atEnd = (): boolean => at >= text.length;
  const unexpected = (wanted: string): never => {
    if (atEnd()) return stop("truncated", `the file ends where ${wanted} is due`);
    if (isTemplateMark(text, at)) return stop("template", `a placeholder stands where ${wanted} is due`);
    const found = text[at] === "'" ? "a single quote" : JSON.stringify(text[at]);
    return stop(text[at] === "'" ? "python-repr" : "unreadable", `${found} stands where ${wanted} is due`);
  };

  const readString = (): string => {
    const end = endOfString(text, at);
    if (end === -1) return stop("truncated", "a text is never closed");
    const raw = text.slice(at, end);
    const start = at;
    at = end;
    try {
      return JSON.parse(raw) as string;
    } catch {
      return stop("unreadable", "a text holds a line end or an unknown escape", start);
    }
  };

  const readBare = (): Value => {
    numberPattern.lastIndex = at;
    const found = numberPattern.exec(text)?.[0];
    if (found !== undefined && !/[A-Za-z_0-9.]/.test(text[at + found.length] ?? "")) {
      at += found.length;
      if (atEnd() && path.length > 0) stop("truncated", "the file ends inside a number");
      return Number(found);
    }
    wordPattern.lastIndex = at;
    const word = wordPattern.exec(text)?.[0];
    if (word === undefined) return unexpected("a value");
    const known = Object.hasOwn(words, word) ? words[word] : undefined;
    if (known !== undefined) {
      at += word.length;
      return known;
    }
    if (at + word.length >= text.length) return stop("truncated", "the file ends inside a word");
    const python =
      word === "None" || word === "True" || word === "False" || word === "nan" || word === "inf" || word === "array";
    return stop(
      python ? "python-repr" : "unreadable",
      python ? `${word} is Python's own notation, not JSON` : `${JSON.stringify(word.slice(0, 40))} is no JSON value`,
    );
  };

  // Containers are filled in place, so that what was read before a fault is still there.
  const readValue = (place: (value: Value) => void, depth: number): void => {
    const first = text.charCodeAt(at);
    if (first === 123) return readObject(place, depth);
    if (first === 91) return readArray(place, depth);
    place(first === QUOTE ? readString() : readBare());
  };

  const readObject = (place: (value: Value) => void, depth: number): void => {
    if (depth > maximumDepth) stop("too-deep", `more than ${maximumDepth} levels of nesting`);
    const object: Record<string, Value> = {};
    place(object);
    at = skipSpace(text, at + 1);
    if (text[at] === "}") {
      at++;
      return;
    }
    for (;;) {
      if (text[at] !== '"') unexpected("a key in double quotes");
      const keyOffset = at;
      const key = readString();
      path.push(key);
      if (Object.hasOwn(object, key)) duplicates.push({ pointer: pointerOf(path), offset: keyOffset });
      at = skipSpace(text, at);
      if (text[at] !== ":") unexpected("a colon");
      at = skipSpace(text, at + 1);
      readValue(
        (value) => Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true }),
        depth + 1,
      );
      path.pop();
      at = skipSpace(text, at);
      if (text[at] === "}") {
        at++;
        return;
      }
      if (text[at] !== ",") unexpected("a comma or a closing brace");
      at = skipSpace(text, at + 1);
      if (text[at] === "}") stop("unreadable", "a comma stands before the closing brace");
    }
  };

  const readArray = (place: (value: Value) => void, depth: number): void => {
    if (depth > maximumDepth) stop("too-deep", `more than ${maximumDepth} levels of nesting`);
    const array: Value[] = [];
    place(array);
    at = skipSpace(text, at + 1);
    if (text[at] === "]") {
      at++;
      return;
    }
    for (;;) {
      path.push(array.length);
      readValue((value) => array.push(value), depth + 1);
      path.pop();
      at = skipSpace(text, at);
      if (text[at] === "]") {
        at++;
        return;
      }
      if (text[at] !== ",") unexpected("a comma or a closing bracket");
      at = skipSpace(text, at + 1);
      if (text[at] === "]") stop("unreadable", "a comma stands before the closing bracket");
    }
  };

  let root: Value | undefined;
  try {
    at = skipSpace(text, 0);
    if (atEnd()) stop("truncated", "there is nothing in the file");
    readValue((value) => (root = value), 1);
    at = skipSpace(text, at);
    if (!atEnd()) stop("unreadable", "something stands behind the end of the document");
    return { value: root, fault: null, duplicates };
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    return { value: root, fault: error.fault, duplicates };
  }
}

const pointerOf = (path: readonly (string | number)[]): string =>
  path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");
