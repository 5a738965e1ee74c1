import { inParts } from "./in-parts.js";

/**
 * A value as JSON in the order of RFC 8785: keys by their UTF-16 code units, numbers as ECMAScript writes them, no
 * space. Two values that are equal have the same text on any machine, so that its digest names the value.
 *
 * Fields that are undefined are left out, as JSON.stringify does; numbers that are not finite have no JSON and throw.
 *
 * @see RFC 8785, "JSON Canonicalization Scheme (JCS)"
 */
export const canonicalJson = (value: unknown): string => written(value, "", "");

/** The same order and texts, a line for each entry: for files that people compare. It ends with a line end. */
export const canonicalLines = (value: unknown): string => `${written(value, "\n", "  ")}\n`;

/**
 * The same lines, part by part: a report of ten thousand models would be one of the longest strings that there can be,
 * and most of the memory of the run that writes it.
 */
export const canonicalLineParts = (value: object): Iterable<string> => inParts(pieces(value));

/** An object's fields, those that are lists entry by entry, and the last line's end. */
function* pieces(value: object): Generator<string> {
  if (Array.isArray(value)) return yield canonicalLines(value);
  let isFirst = true;
  for (const key of Object.keys(value).sort()) {
    const entry: unknown = Reflect.get(value, key);
    if (entry === undefined) continue;
    yield `${isFirst ? "{" : ","}\n  ${JSON.stringify(key)}: `;
    isFirst = false;
    if (Array.isArray(entry) && entry.length > 0) yield* entries(entry);
    else yield written(entry, "\n  ", "  ");
  }
  yield isFirst ? "{}\n" : "\n}\n";
}

function* entries(list: readonly unknown[]): Generator<string> {
  let before = "[";
  for (const entry of list) {
    yield `${before}\n    ${written(entry ?? null, "\n    ", "  ")}`;
    before = ",";
  }
  yield "\n  ]";
}

function written(value: unknown, lineEnd: string, step: string): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object" || value === null) {
    if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON`);
    return JSON.stringify(value ?? null);
  }
  const inner = lineEnd === "" ? "" : lineEnd + step;
  // Joined as it goes: a report of a thousand models has a million of these.
  let text = "";
  if (Array.isArray(value)) {
    for (const entry of value) text += `${text === "" ? inner : `,${inner}`}${written(entry ?? null, inner, step)}`;
    return text === "" ? "[]" : `[${text}${lineEnd}]`;
  }
  const colon = step === "" ? ":" : ": ";
  for (const key of Object.keys(value).sort()) {
    const entry: unknown = Reflect.get(value, key);
    if (entry === undefined) continue;
    text += `${text === "" ? inner : `,${inner}`}${JSON.stringify(key)}${colon}${written(entry, inner, step)}`;
  }
  return text === "" ? "{}" : `{${text}${lineEnd}}`;
}
