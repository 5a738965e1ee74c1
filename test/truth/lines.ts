import type { Fact } from "../../src/model/fact.js";

/** Whether what a fact states is written on the line that its source names. */

/** The numbers and words that state the fact: one of them stands on its line. Empty where the fact states no value. */
function stated(fact: Fact): readonly (number | string | boolean)[] {
  switch (fact.kind) {
    case "measurement":
      return known(fact.non_finite, fact.value);
    case "drift":
      return known(fact.non_finite, fact.score, fact.p_value, fact.share);
    case "attribution":
      return known(fact.non_finite, fact.importance);
    case "card":
      return fact.field === null ? [] : known(fact.value);
    default:
      return [];
  }
}

const known = (...values: readonly (number | string | boolean | null)[]): readonly (number | string | boolean)[] =>
  values.filter((value) => value !== null);

const plainNumber = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/g;
const grouped = /[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?/g;

const equal = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

function holdsNumber(line: string, value: number): boolean {
  const written = [
    ...(line.match(plainNumber) ?? []),
    ...(line.match(grouped) ?? []).map((n) => n.replaceAll(",", "")),
  ];
  return written.some((text) => equal(Math.abs(Number(text)), Math.abs(value)));
}

/** Tools write what is not finite as a word, as null, and one of them as the greatest number. */
const notFinite = /nan|inf|null|1\.797/i;

/** The beginning of a text, without quotes and escapes, which the format chooses. */
const beginning = (text: string): string => /[\p{L}\p{N}]+/u.exec(text)?.[0] ?? "";

function stands(line: string, value: number | string | boolean): boolean {
  if (typeof value === "number") return holdsNumber(line, value);
  if (value === "NaN" || value === "Infinity" || value === "-Infinity") return notFinite.test(line);
  if (typeof value === "boolean") return /true|false|yes|no|on|off/i.test(line);
  return line.includes(beginning(value)) || /\\u[0-9a-f]{4}/i.test(line);
}

/** A value computed from a list, record or element stands where that begins, and so does a text of several lines. */
const beginsPart = (rest: string): boolean => /^\s*(?:[[{]|- |-$|<\w+>\s*$|[|>][-+0-9]*\s*$)/.test(rest);

/** A value computed from a column stands under the column's name, a count of rows at the first of them. */
function ofColumn(fact: Fact, text: string): boolean {
  if (fact.source.pointer !== null) return false;
  if (fact.kind === "attribution") return fact.source.line === 1 && text.includes(fact.feature);
  if (fact.kind !== "measurement") return false;
  return fact.unit === "count" || (fact.source.line === 1 && text.includes(fact.raw_metric));
}

const binary = /\.(parquet|eval|wandb)$/;

/** What is wrong with the lines of facts, given the text of each file by its path. */
export function lineFaults(facts: readonly Fact[], textOf: (path: string) => string): readonly string[] {
  const texts = new Map<string, readonly string[]>();
  return facts.flatMap((fact) => {
    const { path } = fact.source;
    if (binary.test(path)) return [];
    const lines = texts.get(path) ?? linesOf(textOf(path));
    texts.set(path, lines);
    return lineFault(fact, lines) ?? [];
  });
}

/** Why the fact's line does not hold what it states; null where it does, and where it states no value. */
function lineFault(fact: Fact, lines: readonly string[]): string | null {
  const values = stated(fact);
  if (values.length === 0) return null;
  const { path, pointer, line, column } = fact.source;
  const place = `${path}:${line ?? "?"} ${pointer ?? ""} (${fact.format ?? ""})`;
  if (line === null) return `${place} has no line`;
  const text = lines[line - 1];
  if (text === undefined) return `${place} is behind the end of the file`;
  if (values.some((value) => stands(text, value))) return null;
  if (beginsPart(text.slice((column ?? 1) - 1)) || ofColumn(fact, text)) return null;
  return `${place} does not hold ${values.join(", ")}: ${text.slice(0, 120)}`;
}

/** The lines of a text, whichever of the three line ends it has. */
const linesOf = (text: string): readonly string[] =>
  text.split(text.includes("\n") || !text.includes("\r") ? "\n" : "\r");
