import type { Value } from "../model/adapter.js";
import type { Expression, ExpressionCompiler } from "../model/expression.js";
import type { KnownNames, OptionKind, OptionSpec, OptionValues } from "../model/option.js";
import { isRecord } from "../read/shape.js";
import {
  durationOf,
  durationWords,
  numberWords,
  percentWords,
  proportionOf,
  quantityOf,
  quantityWords,
  spelling,
} from "./amounts.js";
import { choice, flag, leaf, listed, oneOrMore, text, type Form } from "./form.js";
import { writtenDate } from "./instant-form.js";
import { nearest, nearestAdvice } from "./nearest.js";
import { shown } from "./shown.js";

/** One kind of option: how it is written in a policy, and how it is said in a sentence. */
export interface Kind<T> {
  form(ways?: OptionWays): Form<T>;
  words(value: T): string;
}

/** What an option's own reading needs beside its kind. */
export interface OptionWays {
  readonly choices?: readonly string[] | undefined;
  readonly known?: KnownNames | undefined;
  readonly topics?: Readonly<Record<string, KnownNames | null>> | undefined;
  /** Null while no policy is known to hold an expression, so that the compiler is not loaded. */
  readonly expressions?: ExpressionCompiler | null;
}

/** A number that is written in quotes, or with a comma. */
function numberMend(value: Value): string {
  const [, digits, unit = ""] =
    typeof value === "string"
      ? (/^["'“”„]?\s*([+-]?\d{1,15}(?:[.,]\d{1,15})?)\s?(%|ms|s)?["'“”]?$/.exec(value) ?? [])
      : [];
  return digits === undefined
    ? "write a number, such as 0.8, 80% or 150ms"
    : `write ${digits.replace(",", ".")}${unit}, ${digits.includes(",") ? "with a point" : "without quotes"}`;
}

const quantity = leaf(
  "a number, such as 0.8, 80% or 150ms",
  { anyOf: [{ type: "number" }, { type: "string", pattern: spelling.quantity.source }] },
  quantityOf,
  numberMend,
);

const proportion = leaf(
  "a proportion from 0 to 1, such as 10% or 0.1",
  {
    anyOf: [
      { type: "number", minimum: 0, maximum: 1 },
      { type: "string", pattern: spelling.proportion.source },
    ],
  },
  proportionOf,
  (value) => (typeof value === "number" && value > 1 && value <= 100 ? `write ${value}%` : "write it as 10% or 0.1"),
);

const duration = leaf(
  "a span of time, such as 7d, 12h, 30m or 2w",
  { type: "string", pattern: spelling.duration.source },
  durationOf,
  (value) => (typeof value === "number" ? `write ${value}d for ${value} days` : "write it as 7d, 12h, 30m or 2w"),
);

const count = leaf("a whole number, 0 or more", { type: "integer", minimum: 0, maximum: 1e15 }, (value) =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= 1e15 ? value : undefined,
);

type Scalar = string | number | boolean;

const isScalar = (value: Value): value is Scalar =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

const fields: Form<OptionValues["fields"]> = leaf(
  "fields and the values that they must have, such as { split: test }",
  { type: "object", minProperties: 1, additionalProperties: { type: ["string", "number", "boolean"] } },
  (value) => {
    if (!isRecord(value)) return undefined;
    const entries = Object.entries(value).flatMap(([key, child]) => (isScalar(child) ? [[key, child] as const] : []));
    return entries.length > 0 && entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
  },
);

const scalarSchema = { type: ["string", "number", "boolean"] } as const;

/** Fields of certain names alone, or parts of the data by their column: `slice.country`. */
const namedFields = (names: readonly string[]): Form<OptionValues["fields"]> => ({
  schema: {
    type: "object",
    minProperties: 1,
    properties: Object.fromEntries(names.map((name) => [name, scalarSchema])),
    patternProperties: { "^slice\\..": scalarSchema },
    additionalProperties: false,
  },
  read(value, at) {
    const read = fields.read(value, at);
    const strange = Object.keys(read ?? {}).filter((name) => !names.includes(name) && !/^slice\../.test(name));
    for (const name of strange) at.complainOfKey(name, `no fact has a field \`${name}\``, nearestAdvice(name, names));
    return strange.length === 0 ? read : undefined;
  },
});

const sliceKeys: Form<OptionValues["slice-keys"]> = oneOrMore(oneOrMore(text));

function textOf(ways: OptionWays | undefined): Form<string> {
  if (ways?.choices !== undefined) return choice(ways.choices);
  if (ways?.topics !== undefined) return topicOf(ways.topics);
  return ways?.known === undefined ? text : nameOf(ways.known);
}

/** A name in the spelling of well-known ones that is nearly one of them is a slip; any other text is the writer's own. */
const nameOf = ({ names, understands }: KnownNames): Form<string> => ({
  schema: { anyOf: [{ enum: names }, text.schema] },
  read(value, at) {
    const written = text.read(value, at);
    if (written === undefined || names.includes(written) || understands(written)) return written;
    if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(written) || nearest(written, names) === null) return written;
    at.complain(`${at.name} is ${shown(value)}, which is not known`, nearestAdvice(written, names));
    return undefined;
  },
});

/** A topic, and what it is about behind a colon where it has that. */
const topicOf = (topics: Readonly<Record<string, KnownNames | null>>): Form<string> => ({
  schema: { type: "string", pattern: `^\\s*(${Object.keys(topics).join("|")})(:.*)?$` },
  read(value, at) {
    const written = text.read(value, at);
    if (written === undefined) return undefined;
    const [topic = "", ...rest] = written.split(":");
    const known = Object.hasOwn(topics, topic) ? topics[topic] : undefined;
    if (known === undefined) {
      at.complain(
        `${at.name} is ${shown(value)}, which is no kind of evidence`,
        nearestAdvice(topic, Object.keys(topics)),
      );
      return undefined;
    }
    const about = rest.join(":").trim();
    if (known === null || about === "" || known.names.includes(about) || known.understands(about)) return written;
    const near = nearest(about, known.names);
    if (near === null) return written;
    at.complain(`${at.name} is ${shown(value)}, which is not known`, `did you mean \`${topic}:${near}\`?`);
    return undefined;
  },
});

/** The text of an expression; compiled where there is a compiler. */
const expressionOf = (ways: OptionWays | undefined): Form<Expression> => ({
  schema: {
    type: ["string", "boolean"],
    pattern: "\\S",
    description: "an expression of the Common Expression Language",
  },
  read(value, at) {
    // A constant may stand without quotes.
    const written = text.read(typeof value === "boolean" ? String(value) : value, at);
    if (written === undefined) return undefined;
    const compiled = ways?.expressions?.(written);
    if (compiled?.kind === "expression") return compiled.expression;
    for (const { offset, message, mend } of compiled?.faults ?? []) at.complainWithin(offset, message, mend);
    return undefined;
  },
});

/** Every kind of option. The JSON Schema, the reader and the words of a kind stand together here. */
export const optionKinds: { readonly [K in OptionKind]: Kind<OptionValues[K]> } = {
  quantity: { form: () => quantity, words: quantityWords },
  proportion: { form: () => proportion, words: percentWords },
  duration: { form: () => duration, words: durationWords },
  count: { form: () => count, words: numberWords },
  flag: { form: () => flag, words: (value) => (value ? "yes" : "no") },
  text: { form: textOf, words: (value) => value },
  date: { form: () => writtenDate, words: (value) => value },
  texts: { form: (ways) => oneOrMore(textOf(ways)), words: (value) => joined(value) },
  "slice-keys": {
    form: () => sliceKeys,
    words: (value) => joined(value.map((keys) => keys.join(" × "))),
  },
  fields: {
    form: (ways) => (ways?.choices === undefined ? fields : namedFields(ways.choices)),
    words: (value) => joined(Object.entries(value).map(([key, wanted]) => `${key} is ${wanted}`)),
  },
  expression: { form: expressionOf, words: ({ text: written }) => written },
};

const joined = (words: readonly string[]): string => listed(words).replace(/ or ([^,]*)$/, " and $1");

/** How a check's option is written: the schema of its kind, and the reader. */
export function optionForm(spec: OptionSpec, expressions: ExpressionCompiler | null = null): Form<unknown> {
  return optionKinds[spec.kind].form({ choices: spec.choices, known: spec.known, topics: spec.topics, expressions });
}

/** The same of an option whose type is forgotten: what the loader read by the kind itself. */
export const anyOptionWords = (kind: OptionKind, value: unknown): string =>
  (optionKinds[kind] as Kind<unknown>).words(value);

/** A value of a kind in a sentence: `80 %`, `7 days`, `150 ms`, `country and age_band`. */
export const optionWords = <K extends OptionKind>(kind: K, value: OptionValues[K]): string =>
  optionKinds[kind].words(value);
