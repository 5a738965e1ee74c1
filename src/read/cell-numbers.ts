/** What a cell of a column of numbers holds, where it takes more than digits and a point to tell. */
export type CellReading =
  | { readonly kind: "number"; readonly value: number; readonly fraction: boolean }
  /** A whole number that a double does not hold: kept as text, unless its column has fractions. */
  | { readonly kind: "wide"; readonly value: number }
  | { readonly kind: "missing" }
  | { readonly kind: "text" };

const missing: CellReading = { kind: "missing" };
const text: CellReading = { kind: "text" };

const missingNumbers = new Set(["", "na", "n/a", "nan", "null", "none", "<na>", "#n/a", "#na", "-nan", "nat"]);

const infinities: Readonly<Record<string, number>> = {
  inf: Infinity,
  infinity: Infinity,
  "+inf": Infinity,
  "+infinity": Infinity,
  "-inf": -Infinity,
  "-infinity": -Infinity,
};

/**
 * Reads a cell as a number. `007` is a code and no number; neither is what holds a decimal comma.
 *
 * @param cell without its quotes
 */
export function readNumber(cell: string): CellReading {
  const trimmed = cell.trim();
  if (/^[+-]?\d+$/.test(trimmed)) {
    if (/^[+-]?0\d/.test(trimmed)) return text;
    const value = Number(trimmed);
    return Number.isSafeInteger(value) ? { kind: "number", value, fraction: false } : { kind: "wide", value };
  }
  if (/^[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?$/.test(trimmed))
    return { kind: "number", value: Number(trimmed), fraction: true };
  const lower = trimmed.toLowerCase();
  if (missingNumbers.has(lower)) return missing;
  const infinite = Object.hasOwn(infinities, lower) ? infinities[lower] : undefined;
  return infinite === undefined ? text : { kind: "number", value: infinite, fraction: true };
}
