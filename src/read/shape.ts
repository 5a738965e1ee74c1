import type { Value } from "../model/adapter.js";

/** Narrowing of parsed values: each function gives undefined where the value has another shape. */

export type ValueRecord = { readonly [key: string]: Value };

export const isRecord = (value: Value | undefined): value is ValueRecord =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

export const record = (value: Value | undefined): ValueRecord | undefined => (isRecord(value) ? value : undefined);

export const list = (value: Value | undefined): readonly Value[] | undefined => (isList(value) ? value : undefined);

export const text = (value: Value | undefined): string | undefined => (typeof value === "string" ? value : undefined);

export const number = (value: Value | undefined): number | undefined => (typeof value === "number" ? value : undefined);

export const boolean = (value: Value | undefined): boolean | undefined =>
  typeof value === "boolean" ? value : undefined;

/** A member of a record, own keys only; undefined where `value` is no record or has no such key. */
export function member(value: Value | undefined, key: string): Value | undefined {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The value below a path of keys and indexes. */
export function below(value: Value | undefined, ...path: readonly (string | number)[]): Value | undefined {
  let current = value;
  for (const key of path) {
    if (current === undefined) return undefined;
    current = typeof key === "number" ? list(current)?.[key] : member(current, key);
  }
  return current;
}

type Members = readonly (readonly [string, Value])[];

/** From this many members on, listing them anew for every recogniser would cost more than reading the file. */
const MANY = 1_000;

let listed: { readonly of: ValueRecord; readonly members: Members } | null = null;

/** Own members of a record; none where it is no record. */
export function members(value: Value | undefined): Members {
  if (!isRecord(value)) return [];
  if (listed !== null && listed.of === value) return listed.members;
  const found = Object.entries(value);
  if (found.length >= MANY) listed = { of: value, members: found };
  return found;
}

/** True where `value` is a record that has all the keys. */
export const hasKeys = (value: Value | undefined, ...keys: readonly string[]): boolean =>
  isRecord(value) && keys.every((key) => Object.hasOwn(value, key));

/** A finite number, or a number written as text; undefined otherwise. */
export function numeric(value: Value | undefined): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !/^\s*[+-]?(\d+(?:\.\d*)?|\.\d+)([eE][+-]?\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

/** A scalar as text; undefined for records, lists and null. */
export function scalarText(value: Value | undefined): string | undefined {
  if (typeof value === "string") return value;
  return typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
