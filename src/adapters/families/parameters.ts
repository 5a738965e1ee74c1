import type { Value } from "../../model/adapter.js";
import type { ParameterValue } from "../../model/fact.js";
import { isRecord, members } from "../../read/shape.js";

/** A parameter as a fact holds it: lists as JSON. */
export function parameterValue(value: Value): ParameterValue {
  if (typeof value !== "object" || value === null) return value;
  return JSON.stringify(value);
}

/** Nested parameters as one record, keys joined by dots; lists and empty records as JSON. */
export function flatParameters(nested: Value | undefined): Readonly<Record<string, ParameterValue>> {
  const flat: [string, ParameterValue][] = [];
  collect(nested, "", flat);
  return Object.fromEntries(flat);
}

function collect(value: Value | undefined, prefix: string, flat: [string, ParameterValue][]): void {
  for (const [key, child] of members(value)) {
    const name = prefix === "" ? key : `${prefix}.${key}`;
    if (isRecord(child) && Object.keys(child).length > 0) collect(child, name, flat);
    else flat.push([name, parameterValue(child)]);
  }
}
