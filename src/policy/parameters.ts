import type { Value } from "../model/adapter.js";
import { isList, isRecord } from "../read/shape.js";
import { leaf, type At, type Form, type Schema } from "./form.js";
import { nearestAdvice } from "./nearest.js";

/** A name of a parameter, and the text that stands for its value: `$floor`. */
export const parameterName = /^[A-Za-z][A-Za-z0-9_-]*$/;
const usage = /^\$[A-Za-z][A-Za-z0-9_-]*$/;

export const usageSchema: Schema = {
  type: "string",
  pattern: usage.source,
  description: "the value of a parameter",
};

const scalarSchema = { type: ["string", "number", "boolean"] } as const;

/** A value that is named once: a text, a number, true or false, or a list of these. */
export const parameterValue: Form<Value> = leaf<Value>(
  "a text, a number, true or false, or a list of these",
  { anyOf: [scalarSchema, { type: "array", minItems: 1, items: scalarSchema }] },
  (value) => (isNameable(value) || (isList(value) && value.length > 0 && value.every(isNameable)) ? value : undefined),
);

const isNameable = (value: Value): boolean =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/** True where a value, or anything within it, stands for the parameter. */
export function usesParameter(value: Value, name: string): boolean {
  if (typeof value === "string") return value === `$${name}`;
  if (isList(value)) return value.some((element) => usesParameter(element, name));
  return isRecord(value) && Object.values(value).some((child) => usesParameter(child, name));
}

/** The value with each `$name` in it replaced; undefined, after a complaint, where a name is not known. */
export function withParameters(value: Value, parameters: ReadonlyMap<string, Value>, at: At): Value | undefined {
  if (typeof value === "string") {
    if (!usage.test(value)) return value;
    const found = parameters.get(value.slice(1));
    if (found !== undefined) return found;
    const known = [...parameters.keys()].map((name) => `$${name}`);
    at.complain(
      `\`${value}\` is no parameter of this policy`,
      known.length === 0 ? `name its value: \`parameters: { ${value.slice(1)}: … }\`` : nearestAdvice(value, known),
    );
    return undefined;
  }
  if (isList(value)) {
    const replaced = value.map((element, index) => withParameters(element, parameters, at.below(index)));
    return replaced.every((element) => element !== undefined) ? replaced : undefined;
  }
  if (!isRecord(value)) return value;
  const entries = Object.entries(value).flatMap(([key, child]) => {
    const replaced = withParameters(child, parameters, at.below(key));
    return replaced === undefined ? [] : [[key, replaced] as const];
  });
  return entries.length === Object.keys(value).length ? Object.fromEntries(entries) : undefined;
}
