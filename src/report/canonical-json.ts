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

const lines = new WeakMap<object, string>();

/** The lines of a report that two forms ask for: kept for the second, and let go with it. */
export function sharedLines(report: object): string {
  const known = lines.get(report);
  if (known !== undefined) {
    lines.delete(report);
    return known;
  }
  const made = canonicalLines(report);
  lines.set(report, made);
  return made;
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
