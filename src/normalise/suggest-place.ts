import type { Value } from "../model/adapter.js";

/** What proposals of mappings share: records, where they stand, and the fields that lead to them. */

/** A `map` of the configuration, as it would be written there. */
export type WrittenMapping = { readonly [key: string]: Value };

export type Item = { readonly [key: string]: Value };

/** Where an item stands: the paths that lead to it, and what else its facts may say. */
export interface ItemPlace {
  /** Outer to inner; empty where the item is the document itself. */
  readonly each: readonly string[];
  /** From the innermost item to the record; `$` where they are one. */
  readonly path: string;
  /** Columns and values of the slice, by the keys of the items. */
  readonly slice: { readonly [column: string]: string };
  /** Fields that the document states for all, such as the data set and the date. */
  readonly shared: { readonly [field: string]: string };
  /** True where the items are named by their keys. */
  readonly keyed: boolean;
  /** The whole document. */
  readonly document: Value;
}

export const featureKey =
  /^(features?|feature_?name|columns?|col|column_?name|columna|variables?|vari[aá]vel|field|attribute)$/i;
export const isItem = (value: Value | undefined): value is Item =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A number, or in a table's cell the text of one. */
export const isNumeric = (value: Value | undefined): boolean =>
  typeof value === "number" || (typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)));

/** The path of a key below another path. */
export const stepTo = (path: string, key: string): string =>
  /^[A-Za-z0-9_@+-]+$/.test(key)
    ? `${path}.${key}`
    : `${path}["${key.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"]`;

export const keyOf = (item: Item, pattern: RegExp, fits: (value: Value) => boolean): string | undefined =>
  Object.keys(item).find((key) => pattern.test(key) && fits(item[key] ?? null));

export const isText = (value: Value): boolean => typeof value === "string";
export const isTruth = (value: Value): boolean => typeof value === "boolean" || /^(true|false)$/i.test(String(value));

/** `{}` where there is no such key, so that a mapping names only what is there. */
export const fieldAt = (field: string, place: ItemPlace, key: string | undefined): WrittenMapping =>
  key === undefined ? {} : { [field]: stepTo(place.path, key) };

export const start = (kind: string, { each }: ItemPlace): WrittenMapping => ({
  kind,
  ...(each.length === 0 ? {} : { each: each.length === 1 ? (each[0] ?? "") : [...each] }),
});

/** Only what every kind of fact has. */
export const dated = ({ shared }: ItemPlace): WrittenMapping =>
  shared["at"] === undefined ? {} : { at: shared["at"] };
