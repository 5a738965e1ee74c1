import type { Value } from "../../model/adapter.js";
import { members, scalarText } from "../../read/shape.js";

/** What a check's `observed` and `expected` may hold. */
export type CheckValue = number | string | boolean | null;

/**
 * A scalar as a check's observed or expected value; null for lists, records and absent values. A number that is not
 * finite becomes its name, since it must not be taken for an absent one.
 */
export function checkValue(value: Value | undefined): CheckValue {
  if (typeof value === "number") return Number.isFinite(value) ? value : String(value);
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

const LONGEST = 240;

/** A text of at most 240 characters, with `…` where it was cut. */
export const shortened = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`);

/** The members of a record as `key=value, …`; lists and records in JSON; null where there is none. */
export function optionsText(options: Value | undefined, without: ReadonlySet<string>): string | null {
  const parts = members(options)
    .filter(([key, value]) => !without.has(key) && value !== null)
    .map(([key, value]) => `${key}=${scalarText(value) ?? JSON.stringify(value)}`);
  return parts.length === 0 ? null : shortened(parts.join(", "));
}
