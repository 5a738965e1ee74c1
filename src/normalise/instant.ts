const extended =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/i;
/** A date with hyphens and a time without colons, as names of files and runs have it: `2019-03-25T182103.123456Z`. */
const mixed = /^(\d{4})-(\d{2})-(\d{2})T(\d{2})(\d{2})(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?$/i;
const basic = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * A moment from the texts that tools write: ISO 8601, with a space for the T, in the basic form or half of it, to the nanosecond, or
 * a date alone. A time without a zone is taken as UTC.
 *
 * @returns ISO 8601 in UTC, with the fraction of a second that the text has; null where it is no such moment
 */
export function readInstant(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const written = text.trim();
  const match = extended.exec(written) ?? mixed.exec(written) ?? basic.exec(written);
  if (match === null) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", zone = "Z"] = match;
  const local = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  const valid = new Date(local);
  if (Number.isNaN(local) || valid.getUTCDate() !== Number(day) || valid.getUTCMonth() !== Number(month) - 1)
    return null;
  return withFraction(instantOf(local - offsetOf(zone)), fraction);
}

/** Fractions of a second as written, to the nanosecond, and at least to the millisecond where there are any. */
function withFraction(instant: string | null, fraction: string): string | null {
  const digits = fraction.slice(0, 9);
  return instant === null || /^0*$/.test(digits) ? instant : `${instant.slice(0, 19)}.${digits.padEnd(3, "0")}Z`;
}

/** Milliseconds that a zone lies before UTC's clock. */
function offsetOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

/** ISO 8601 in UTC of milliseconds since 1970; null where they are out of range. */
export function instantOf(milliseconds: number): string | null {
  const date = new Date(milliseconds);
  if (Number.isNaN(date.getTime())) return null;
  return milliseconds % 1000 === 0 ? `${date.toISOString().slice(0, 19)}Z` : date.toISOString();
}
