import type { Slice } from "../model/fact.js";

/** A number for people: up to four decimals, no exponent where it can be helped, a true minus is left to the reports. */
export function shownNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  const magnitude = Math.abs(value);
  if (magnitude >= 1e6 || (magnitude < 1e-4 && magnitude > 0)) return value.toPrecision(3);
  return trimmed(value.toFixed(magnitude >= 100 ? 1 : magnitude >= 10 ? 2 : 4));
}

/** A number of samples that was estimated: to two digits, upwards, since nobody knows the third. */
export function shownEstimate(count: number): string {
  const whole = Math.ceil(count);
  if (!(whole < 1e15)) return whole.toPrecision(2);
  const step = 10 ** Math.max(0, String(whole).length - 2);
  return String(Math.ceil(whole / step) * step);
}

/**
 * A number beside the one that it is held against: with as many digits as it takes to see that the two differ. Numbers
 * that are equal within 1e-12 of the larger one are shown alike.
 */
export function shownBeside(value: number, other: number): string {
  const usual = shownNumber(value);
  const alike = Math.abs(value - other) <= 1e-12 * Math.max(Math.abs(value), Math.abs(other));
  if (alike || usual !== shownNumber(other) || !Number.isFinite(value) || !Number.isFinite(other)) return usual;
  for (let digits = 5; digits < 17; digits++) {
    const longer = Number(value.toPrecision(digits));
    if (longer !== Number(other.toPrecision(digits))) return String(longer);
  }
  return String(value);
}

const trimmed = (text: string): string => text.replace(/(\.\d*[1-9])0+$|\.0*$/, "$1");

/** With its sign, for changes. */
export const shownChange = (value: number): string => (value > 0 ? `+${shownNumber(value)}` : shownNumber(value));

/** A change beside the bound that it is held against; the bound of a loss is stated without its sign. */
export const shownChangeBeside = (change: number, bound: number): string =>
  `${change > 0 ? "+" : change < 0 ? "-" : ""}${shownBeside(Math.abs(change), Math.abs(bound))}`;

/** `country=DE, age_band=65+`; empty for everything. */
export const shownSlice = (slice: Slice): string =>
  Object.keys(slice)
    .sort()
    .map((key) => `${key}=${slice[key] ?? ""}`)
    .join(", ");

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[], last = "and"): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} ${last} ${words[words.length - 1] ?? ""}`;
}

const DAY = 86_400_000;

/** A span in the largest unit that keeps it readable. */
export function shownSpan(milliseconds: number): string {
  if (milliseconds >= 2 * DAY) return `${Math.round(milliseconds / DAY)} days`;
  if (milliseconds >= 3_600_000) return `${Math.round(milliseconds / 3_600_000)} hours`;
  return `${Math.round(milliseconds / 60_000)} minutes`;
}
