/** Where a value's text begins and ends, in bytes. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING = { object: 0x7b, list: 0x5b } as const;
const CLOSING = { object: 0x7d, list: 0x5d } as const;

/**
 * The fields of a JSON object and where their values lie, without parsing them: a report of ten thousand models is too
 * long for one text. A value's own text is still to be parsed.
 *
 * @returns null where the document is no object
 * @throws SyntaxError where it is cut short, is no JSON, or has a field twice
 */
export function fieldsOf(bytes: Uint8Array): ReadonlyMap<string, Span> | null {
  const first = afterSpace(bytes, 0);
  if (bytes[first] !== OPENING.object) {
    JSON.parse(textAt(bytes, { start: 0, end: bytes.length }));
    return null;
  }
  const fields = new Map<string, Span>();
  let at = afterSpace(bytes, first + 1);
  if (bytes[at] === CLOSING.object) return ended(bytes, at, fields);
  for (;;) {
    if (bytes[at] !== QUOTE) throw new SyntaxError("a field has no name");
    const name = textEnd(bytes, at);
    const field: unknown = JSON.parse(textAt(bytes, { start: at, end: name }));
    at = afterSpace(bytes, name);
    if (typeof field !== "string" || bytes[at] !== COLON || fields.has(field)) {
      throw new SyntaxError("a field has no value, or stands twice");
    }
    const start = afterSpace(bytes, at + 1);
    const end = valueEnd(bytes, start);
    fields.set(field, { start, end });
    at = afterSpace(bytes, end);
    if (bytes[at] === CLOSING.object) return ended(bytes, at, fields);
    if (bytes[at] !== COMMA) throw new SyntaxError("fields are not parted");
    at = afterSpace(bytes, at + 1);
  }
}

function ended<Fields>(bytes: Uint8Array, at: number, fields: Fields): Fields {
  if (afterSpace(bytes, at + 1) === bytes.length) return fields;
  throw new SyntaxError("something follows the object");
}

export const isList = (bytes: Uint8Array, { start }: Span): boolean => bytes[start] === OPENING.list;

/** The text of each entry of a list, one at a time. @throws SyntaxError where it is none */
export function* entriesOf(bytes: Uint8Array, { start, end }: Span): Generator<string> {
  let at = afterSpace(bytes, start + 1);
  if (bytes[at] === CLOSING.list && at === end - 1) return;
  while (at < end) {
    const last = valueEnd(bytes, at);
    yield textAt(bytes, { start: at, end: last });
    at = afterSpace(bytes, last);
    if (bytes[at] === CLOSING.list && at === end - 1) return;
    if (bytes[at] !== COMMA) break;
    at = afterSpace(bytes, at + 1);
  }
  throw new SyntaxError("a list is not as JSON has it");
}

/** Bytes between two places as text; no further than they go. */
export const textAt = (bytes: Uint8Array, { start, end }: Span): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8", start, end);

function afterSpace(bytes: Uint8Array, from: number): number {
  let at = from;
  for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;) byte = bytes[++at];
  return at;
}

/** Behind the closing quotation mark of the text that begins here. */
function textEnd(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte === BACKSLASH) at++;
  }
  throw new SyntaxError("a text has no end");
}

/** Behind the value that begins here, by its quotation marks and brackets alone. */
function valueEnd(bytes: Uint8Array, from: number): number {
  const first = bytes[from];
  if (first === QUOTE) return textEnd(bytes, from);
  if (first !== OPENING.object && first !== OPENING.list) return scalarEnd(bytes, from);
  let depth = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) at = textEnd(bytes, at) - 1;
    else if (byte === OPENING.object || byte === OPENING.list) depth++;
    else if ((byte === CLOSING.object || byte === CLOSING.list) && --depth === 0) return at + 1;
  }
  throw new SyntaxError("a bracket is not closed");
}

/** Behind a number, true, false or null: what else stands here is found by parsing it. */
function scalarEnd(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at < bytes.length && !endsScalar(bytes[at])) at++;
  if (at === from) throw new SyntaxError("a value is missing");
  return at;
}

const endsScalar = (byte: number | undefined): boolean =>
  byte === undefined || byte <= 0x20 || byte === COMMA || byte === CLOSING.list || byte === CLOSING.object;
