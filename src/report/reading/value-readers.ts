import type { Value } from "../../model/adapter.js";

const isRecord = (value: Value | undefined): value is { readonly [key: string]: Value } =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value);

/** Reads a value of unknown origin as `T`, or says at which pointer it is something else. */
export type Reader<T> = (value: Value | undefined, at: string) => T;

/** The place at which a value is not what its form asks for. */
export class Misshapen extends Error {
  override readonly name = "Misshapen";
  constructor(
    readonly pointer: string,
    readonly wanted: string,
  ) {
    super(`${pointer === "" ? "the document" : pointer} is not ${wanted}`);
  }
}

/** Longer than any sentence of ours, shorter than what could fill a page. */
const longestText = 20_000;
/** The findings of some hundred thousand models. */
const longestList = 10_000_000;

export const aText: Reader<string> = (value, at) => {
  if (typeof value === "string" && value.length <= longestText) return value;
  throw new Misshapen(at, "a text");
};

export const aNumber: Reader<number> = (value, at) => {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new Misshapen(at, "a number");
};

export const aFlag: Reader<boolean> = (value, at) => {
  if (typeof value === "boolean") return value;
  throw new Misshapen(at, "true or false");
};

/** A text of a certain form. */
export const matching =
  (pattern: RegExp, wanted: string): Reader<string> =>
  (value, at) => {
    const text = aText(value, at);
    if (pattern.test(text)) return text;
    throw new Misshapen(at, wanted);
  };

export const oneOf =
  <const T extends string | number>(...known: readonly T[]): Reader<T> =>
  (value, at) => {
    const found = known.find((candidate) => candidate === value);
    if (found !== undefined) return found;
    throw new Misshapen(at, `one of ${known.join(", ")}`);
  };

export const orNull =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value, at) =>
    value === null ? null : read(value, at);

/** Reads a list whole, or entry by entry where it is too long to be held twice. */
export interface ListReader<T> extends Reader<readonly T[]> {
  /** @param texts the JSON of each entry */
  readonly each: (texts: Iterable<string>, at: string) => readonly T[];
}

export const listOf = <T>(read: Reader<T>): ListReader<T> =>
  Object.assign(
    (value: Value | undefined, at: string): readonly T[] => {
      if (!isList(value) || value.length > longestList) throw new Misshapen(at, "a list");
      return value.map((entry, index) => read(entry, `${at}/${index}`));
    },
    {
      each(texts: Iterable<string>, at: string): readonly T[] {
        const entries: T[] = [];
        for (const text of texts) {
          if (entries.length === longestList) throw new Misshapen(at, "a list");
          const value: Value = JSON.parse(text);
          entries.push(read(value, `${at}/${entries.length}`));
        }
        return entries;
      },
    },
  );

/** A record from any own key to `T`. */
export const recordOf =
  <T>(read: Reader<T>): Reader<Readonly<Record<string, T>>> =>
  (value, at) => {
    if (!isRecord(value)) throw new Misshapen(at, "an object");
    return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, read(entry, `${at}/${key}`)]));
  };

export type FieldsOf<T> = { readonly [K in keyof T]-?: Reader<T[K]> };

/** An object with exactly these fields: one more is as wrong as one less. */
export function object<T extends object>(fields: FieldsOf<T>): Reader<T> {
  const readers: readonly (readonly [string, Reader<unknown>])[] = Object.entries(fields);
  return (value, at) => {
    if (!isRecord(value)) throw new Misshapen(at, "an object");
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    if (unknown !== undefined) throw new Misshapen(`${at}/${unknown}`, "known");
    const read = readers.map(([key, reader]) => [
      key,
      reader(Object.hasOwn(value, key) ? value[key] : undefined, `${at}/${key}`),
    ]);
    // Every field of T has been read by the reader of its own type.
    return Object.fromEntries(read) as T;
  };
}
