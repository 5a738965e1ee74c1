import type { Value } from "../model/adapter.js";
import { fault, placeOf, type Fault } from "./fault.js";
import type { Limits } from "./limits.js";
import { scanJson, type JsonFault, type ScannedJson } from "./json-scanner.js";

export interface ParsedDocument {
  /** Of a broken document, what could be read before the fault. */
  readonly value: Value | undefined;
  readonly broken: boolean;
  readonly faults: readonly Fault[];
}

/** Parses one JSON document; reads NaN and Infinity as numbers, names every fault with its place. */
export function parseJson(text: string, limits: Limits): ParsedDocument {
  let value: Value;
  try {
    value = JSON.parse(text) as Value;
  } catch {
    return scanned(text, scanJson(text, limits.depth));
  }
  if (!mayHoldDuplicates(text, value, limits)) return { value, broken: false, faults: [] };
  return scanned(text, scanJson(text, limits.depth));
}

function scanned(text: string, { value, fault: stopped, duplicates }: ScannedJson): ParsedDocument {
  const faults = duplicates.map(({ pointer, offset }) =>
    fault(
      "duplicate-key",
      `the key at ${pointer} stands twice; which of the two values is meant cannot be told`,
      "write each key once",
      placeOf(text, offset),
    ),
  );
  if (stopped === null) return { value, broken: false, faults };
  return { value, broken: true, faults: [...faults, jsonFault(text, stopped)] };
}

function jsonFault(text: string, stopped: JsonFault): Fault {
  const place = placeOf(text, stopped.offset);
  switch (stopped.kind) {
    case "truncated":
      return fault("truncated", `the JSON is cut short: ${stopped.message}`, "write the file anew, whole", place);
    case "python-repr":
      return fault(
        "python-repr",
        `this is a printed Python object, not JSON: ${stopped.message}`,
        "write it with json.dump",
        place,
      );
    case "template":
      return fault(
        "template",
        `this is a template that nobody filled in, not JSON: ${stopped.message}`,
        "commit what the template gives",
        place,
      );
    case "too-deep":
      return fault("limit", `the JSON is refused: ${stopped.message}`, "write it flatter", place);
    case "unreadable":
      return fault("unreadable", `this is not JSON: ${stopped.message}`, "write the file with a JSON writer", place);
  }
}

/**
 * True unless it is certain that no object of `value` had a key twice in `text`, and that it keeps the limits. Every
 * member has one colon behind a closing quote; as many of them as there are distinct keys leaves no room for a double.
 */
function mayHoldDuplicates(text: string, value: Value, limits: Limits): boolean {
  let colons = 0;
  for (let at = text.indexOf(":"); at !== -1; at = text.indexOf(":", at + 1)) {
    const before = text.charCodeAt(at - 1);
    if (before === 34 ? !isEscaped(text, at - 1) : isSpace(before) && followsQuote(text, at - 1)) colons++;
  }
  return countKeys(value, 1, limits.depth) !== colons;
}

const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9;

function followsQuote(text: string, space: number): boolean {
  let at = space;
  while (isSpace(text.charCodeAt(at))) at--;
  return text.charCodeAt(at) === 34 && !isEscaped(text, at);
}

/** True for a quote within a string: an odd number of backslashes stands before it. */
function isEscaped(text: string, quote: number): boolean {
  let at = quote;
  while (text.charCodeAt(at - 1) === 92) at--;
  return (quote - at) % 2 === 1;
}

/** Distinct keys in all objects; NaN, which equals nothing, where `value` is nested too deep. */
export function countKeys(value: Value, depth: number, maximumDepth: number): number {
  if (typeof value !== "object" || value === null) return 0;
  if (depth > maximumDepth) return Number.NaN;
  let count = 0;
  if (Array.isArray(value)) {
    const elements: readonly Value[] = value;
    // Not for…of: many numbers in half the time.
    for (let at = 0; at < elements.length; at++) {
      const element = elements[at];
      if (typeof element === "object" && element !== null) count += countKeys(element, depth + 1, maximumDepth);
    }
    return count;
  }
  const object = value as { readonly [key: string]: Value };
  for (const key in object) {
    count++;
    const element = object[key];
    if (typeof element === "object" && element !== null) count += countKeys(element, depth + 1, maximumDepth);
  }
  return count;
}
