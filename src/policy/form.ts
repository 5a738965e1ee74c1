import type { Value } from "../model/adapter.js";
import { isList, isRecord } from "../read/shape.js";
import { keyAdvice, nearestAdvice } from "./nearest.js";
import { shown } from "./shown.js";

export type Schema = { readonly [keyword: string]: Value };

/** A place in what a person wrote, to which complaints are pinned. */
export interface At {
  /** For messages: `` `confidence` ``. */
  readonly name: string;
  complain(message: string, mend: string): void;
  /** Complains of a key of the mapping here. */
  complainOfKey(key: string, message: string, mend: string): void;
  /** Complains of a character of the text here, from 0. */
  complainWithin(offset: number, message: string, mend: string): void;
  below(key: string | number): At;
}

/** What may be written at a place: its JSON Schema, and its reader. */
export interface Form<T> {
  /** Put together when it is asked for: those who read do not ask. */
  readonly schema: Schema;
  /** Undefined where the value is wrong; then it has complained, once for each fault. */
  read(value: Value, at: At): T | undefined;
}

export interface Field<T, Required extends boolean> {
  readonly form: Form<T>;
  readonly required: Required;
  readonly description: string;
}

export const required = <T>(form: Form<T>, description: string): Field<T, true> => ({
  form,
  required: true,
  description,
});

export const optional = <T>(form: Form<T>, description: string): Field<T, false> => ({
  form,
  required: false,
  description,
});

export type Fields = Readonly<Record<string, Field<unknown, boolean>>>;

export type FieldValues<F extends Fields> = {
  readonly [K in keyof F]: F[K] extends Field<infer T, true>
    ? T
    : F[K] extends Field<infer T, boolean>
      ? T | undefined
      : never;
};

/** A leaf: `parse` gives undefined where the value is not `expected`. */
export const leaf = <T>(
  expected: string,
  schema: Schema,
  parse: (value: Value) => T | undefined,
  mend: (value: Value) => string = () => `write ${expected}`,
): Form<T> => ({
  schema,
  read(value, at) {
    const parsed = parse(value);
    if (parsed === undefined) at.complain(`${at.name} is ${shown(value)}; expected ${expected}`, mend(value));
    return parsed;
  },
});

export const text = leaf(
  "a text",
  { type: "string", pattern: "\\S" },
  (value) => (typeof value === "string" && /\S/.test(value) ? value : undefined),
  (value) =>
    typeof value === "number" || typeof value === "boolean" ? `write "${String(value)}", in quotes` : "write a text",
);

const flagWords: Readonly<Record<string, string>> = { yes: "true", on: "true", no: "false", off: "false" };

export const flag = leaf(
  "true or false",
  { type: "boolean" },
  (value) => (typeof value === "boolean" ? value : undefined),
  (value) => {
    const word = String(value).toLowerCase();
    return `write ${Object.hasOwn(flagWords, word) ? (flagWords[word] ?? "") : "true or false"}`;
  },
);

export const choice = <T extends string>(choices: readonly T[]): Form<T> =>
  leaf(
    listed(choices),
    { enum: choices },
    (value) => choices.find((known) => known === value),
    (value) => nearestAdvice(typeof value === "string" ? value : shown(value), choices),
  );

/** One or a list of at least one; read as a list. */
export function oneOrMore<T>(form: Form<T>): Form<readonly T[]> {
  const several = listOf(form);
  return {
    get schema() {
      return { anyOf: [form.schema, several.schema] };
    },
    read(value, at) {
      if (isList(value)) return several.read(value, at);
      // Where one may be a mapping, its own reader tells what is wrong with it.
      if (isRecord(value) && form.schema["type"] === "string")
        return wrong(at, value, "one value, or a list of them", "write one, or [ … ] around several");
      const one = form.read(value, at);
      return one === undefined ? undefined : [one];
    },
  };
}

/** A list of at least `least`. */
export const listOf = <T>(form: Form<T>, least: 0 | 1 = 1): Form<readonly T[]> => ({
  get schema() {
    return { type: "array", minItems: least, items: form.schema };
  },
  read(value, at) {
    if (!isList(value)) return wrong(at, value, "a list", "write `- ` before each entry, or [ … ] around them all");
    if (value.length < least) return wrong(at, value, "a list of at least one");
    const read = value.map((element, index) => form.read(element, at.below(index)));
    return read.every((element) => element !== undefined) ? read : undefined;
  },
});

/** A mapping with names of the writer's own. */
export const mapOf = <T>(form: Form<T>, names = /^[^\s/]+$/): Form<ReadonlyMap<string, T>> => ({
  get schema() {
    return {
      type: "object",
      minProperties: 1,
      propertyNames: { pattern: names.source },
      additionalProperties: form.schema,
    };
  },
  read(value, at) {
    if (!isRecord(value)) return wrong(at, value, "a mapping", mapMend(value));
    if (Object.keys(value).length === 0) return wrong(at, value, "a mapping of at least one");
    const read = new Map<string, T>();
    for (const [key, child] of Object.entries(value)) {
      if (!names.test(key)) at.complainOfKey(key, `\`${key}\` is no name`, "write it without spaces and slashes");
      const element = form.read(child, at.below(key));
      if (element !== undefined) read.set(key, element);
    }
    return read;
  },
});

/** A mapping with these keys and no others; undefined where a required one is absent or wrong. */
export function mapping<const F extends Fields>(fields: F, description?: string): Form<FieldValues<F>> {
  return {
    get schema() {
      return {
        type: "object",
        ...(description === undefined ? {} : { description }),
        properties: propertiesOf(fields),
        required: Object.keys(fields).filter((key) => fields[key]?.required),
        additionalProperties: false,
      };
    },
    read(value, at) {
      if (!isRecord(value)) return wrong(at, value, `a mapping with ${listed(Object.keys(fields))}`);
      complainOfUnknownKeys(Object.keys(value), Object.keys(fields), at);
      const read: Record<string, unknown> = {};
      let whole = true;
      for (const [key, field] of Object.entries(fields)) {
        if (Object.hasOwn(value, key)) read[key] = field.form.read(value[key] ?? null, at.below(key));
        else if (field.required) at.complain(`${at.name} has no \`${key}\``, `write \`${key}\`: ${field.description}`);
        whole &&= !field.required || read[key] !== undefined;
      }
      return whole ? (read as FieldValues<F>) : undefined;
    },
  };
}

/** The form of a mapping all of whose keys may be left out; keys that are left out are absent from what is read. */
export const withoutAbsent = <T extends object>(
  form: Form<{ readonly [K in keyof T]-?: T[K] | undefined }>,
): Form<T> => ({
  get schema() {
    return form.schema;
  },
  read(value, at) {
    const read = form.read(value, at);
    if (read === undefined) return undefined;
    return Object.fromEntries(Object.entries(read).filter(([, child]) => child !== undefined)) as T;
  },
});

export const propertiesOf = (fields: Fields): Schema =>
  Object.fromEntries(
    Object.entries(fields).map(([key, { form, description }]) => [key, { description, ...form.schema }]),
  );

export function complainOfUnknownKeys(keys: readonly string[], known: readonly string[], at: At): void {
  for (const key of keys) {
    if (!known.includes(key)) at.complainOfKey(key, `unknown key \`${key}\``, keyAdvice(key, known));
  }
}

function wrong(at: At, value: Value, expected: string, mend = `write ${expected}`): undefined {
  at.complain(`${at.name} is ${shown(value)}; expected ${expected}`, mend);
  return undefined;
}

function mapMend(value: Value): string {
  if (isList(value)) return "write a name and a colon before each entry, and no `- `";
  return value === null ? "write its entries below it, indented by two spaces" : "write each entry as `name: …`";
}

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? "nothing") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
