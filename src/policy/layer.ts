import type { Value } from "../model/adapter.js";
import type { Problem } from "../model/problem.js";
import { pointer as extended } from "../model/source.js";
import { isRecord, record, type ValueRecord } from "../read/shape.js";
import { atDocument, type WrittenDocument } from "./document.js";
import { policyFields } from "./envelope.js";
import {
  complainOfUnknownKeys,
  leaf,
  mapOf,
  mapping,
  oneOrMore,
  text,
  type At,
  type FieldValues,
  type Form,
} from "./form.js";
import { parameterName, parameterValue } from "./parameters.js";

/** What one file says of a rule: keys and values as written, or that the rule is switched off. */
export interface LayerRule {
  readonly id: string;
  readonly keys: ValueRecord | "disabled";
  readonly at: At;
  readonly line: number;
  /** The line of one of its keys. */
  lineOf(key: string): number;
}

/** One policy file or pack by itself, before what it extends has its say. */
export interface Layer {
  /** File relative to the configuration, or `referee:<pack>`. */
  readonly path: string;
  readonly text: string;
  readonly extends: readonly { readonly reference: string; readonly at: At }[];
  readonly fields: Partial<FieldValues<typeof policyFields>>;
  readonly parameters: ReadonlyMap<string, Value>;
  /** The line of one of its parameters. */
  lineOfParameter(name: string): number;
  readonly rules: readonly LayerRule[];
  readonly at: At;
}

export const ruleName = /^[^\s/]+$/;

export const extendsForm = oneOrMore(text);
export const parametersForm = mapOf(parameterValue, parameterName);

/** What a rule is before its check is known. */
export const ruleKeys: Form<ValueRecord | "disabled"> = leaf<ValueRecord | "disabled">(
  "a mapping with one check and its options, or disabled",
  { anyOf: [{ const: "disabled" }, { type: "object", minProperties: 1 }] },
  (value) => {
    if (value === "disabled") return value;
    return isRecord(value) && Object.keys(value).length > 0 ? value : undefined;
  },
  (value) =>
    value === false || value === "off" ? "write `disabled`" : "write it as { metric: recall, at-least: 80% }",
);

const rulesForm = mapOf(ruleKeys, ruleName);
const envelope = mapping(policyFields);
const keysApart = ["extends", "parameters", "rules"] as const;

/** Reads a parsed file; all that is wrong with it, but for its rules' own keys, goes to `problems`. */
export function readLayer(document: WrittenDocument, source: string, problems: Problem[]): Layer {
  const at = atDocument(document, problems);
  const { value } = document;
  const written = record(value);
  if (written === undefined) envelope.read(value, at);
  const part = <T>(key: string, form: Form<T>): T | undefined =>
    written !== undefined && Object.hasOwn(written, key) ? form.read(written[key] ?? null, at.below(key)) : undefined;
  const keys = Object.keys(written ?? {});
  const known = [...Object.keys(policyFields), ...keysApart];
  // Rules that stand beside `rules`, and not below it.
  const strayed =
    written?.["rules"] === null
      ? keys.filter((key) => !known.includes(key) && isRecord(value) && isRecord(value[key]))
      : [];
  for (const key of strayed)
    at.complainOfKey(key, `\`${key}\` stands beside \`rules\`, not below it`, "indent it by two spaces");
  complainOfUnknownKeys(
    keys.filter((key) => !strayed.includes(key)),
    known,
    at,
  );
  const own = Object.entries(written ?? {}).filter(([key]) => Object.hasOwn(policyFields, key));
  const references = part("extends", extendsForm) ?? [];
  const rules = part("rules", rulesForm) ?? new Map<string, ValueRecord | "disabled">();
  return {
    path: document.path,
    text: source,
    extends: references.map((reference, index) => ({
      reference,
      at: typeof written?.["extends"] === "string" ? at.below("extends") : at.below("extends").below(index),
    })),
    fields: envelope.read(Object.fromEntries(own), at) ?? {},
    parameters: part("parameters", parametersForm) ?? new Map<string, Value>(),
    lineOfParameter: (name) => document.place(extended("/parameters", name), "key").line,
    rules: [...rules].map(([id, ruleAsWritten]) => ({
      id,
      keys: ruleAsWritten,
      at: at.below("rules").below(id),
      line: document.place(extended("/rules", id), "key").line,
      lineOf: (key) => document.place(extended("/rules", id, key), "key").line,
    })),
    at,
  };
}
