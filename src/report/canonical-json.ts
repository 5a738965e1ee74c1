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

function written(value: unknown, lineEnd: string, step: string): string {
  if (Array.isArray(value)) {
    const entries = value.map((entry: unknown) => written(entry ?? null, deeper(lineEnd, step), step));
    return enclosed("[", entries, "]", lineEnd, step);
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
      .map(
        ([key, inner]) =>
          `${JSON.stringify(key)}:${step === "" ? "" : " "}${written(inner, deeper(lineEnd, step), step)}`,
      );
    return enclosed("{", entries, "}", lineEnd, step);
  }
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`${value} has no JSON`);
  return JSON.stringify(value ?? null);
}

const deeper = (lineEnd: string, step: string): string => (lineEnd === "" ? "" : lineEnd + step);

function enclosed(open: string, entries: readonly string[], close: string, lineEnd: string, step: string): string {
  if (entries.length === 0) return open + close;
  return `${open}${deeper(lineEnd, step)}${entries.join(`,${deeper(lineEnd, step)}`)}${lineEnd}${close}`;
}
