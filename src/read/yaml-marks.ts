import type { Value } from "../model/adapter.js";
import { quotedText, scalarOf } from "./yaml-scalar.js";

/** Where a value stands: offsets of its key and of itself, null where it has none. */
export interface Mark {
  readonly key: number | null;
  readonly value: number | null;
  /** True for texts that begin with `|` or `>`. */
  readonly block: boolean;
}

/** Marks by RFC 6901 pointer. */
export type Marks = Map<string, Mark>;

/** What is read is not of the subset. */
export const notMine = Symbol("not of the subset");

export type Read = Value | typeof notMine;

const SPACE = 32;
const QUOTE = 34;
const APOSTROPHE = 39;
const DASH = 45;
const COLON = 58;
const QUESTION = 63;

/** Characters that a plain scalar cannot begin with; `-`, `?` and `:` may, where no space follows. */
const indicators = new Set([...",[]{}#&*!|>'\"%@`"].map((sign) => sign.charCodeAt(0)));

/** True where a plain scalar may begin with the character at `offset`. */
export function mayBegin(text: string, offset: number, end: number): boolean {
  const first = text.charCodeAt(offset);
  if (indicators.has(first)) return false;
  if (first !== DASH && first !== COLON && first !== QUESTION) return true;
  const second = offset + 1 < end ? text.charCodeAt(offset + 1) : SPACE;
  return second !== SPACE && !(second === 44 || second === 91 || second === 93 || second === 123 || second === 125);
}

/** Keys that are no text have rules of their own; whole numbers are written the same by all. */
const wholeNumber = /^(?:0|[1-9][0-9]{0,8})$/;

/** The key from `start` to `end`; undefined where it is no plain or quoted text of the subset. */
export function keyText(text: string, start: number, end: number): string | undefined {
  if (end - start > 500) return undefined;
  const first = text.charCodeAt(start);
  if (first === QUOTE || first === APOSTROPHE) return quotedText(text, start, end);
  const key = text.slice(start, end);
  if (!mayBegin(text, start, end) || key.endsWith(" ") || key.includes(" #") || key === "<<") return undefined;
  return typeof scalarOf(key) === "string" || wholeNumber.test(key) ? key : undefined;
}

/** Sets a member, whatever its name. */
export function member(mapping: Record<string, Value>, key: string, value: Value): void {
  if (key === "__proto__") {
    Object.defineProperty(mapping, key, { value, enumerable: true, configurable: true, writable: true });
  } else mapping[key] = value;
}
