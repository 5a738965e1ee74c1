import type { Value } from "../model/adapter.js";

// eslint-disable-next-line no-control-regex -- control characters are what it is about
const control = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g;

/** A wrong value in a message: short, on one line, without control characters. */
export function shown(value: Value): string {
  if (value === null) return "empty";
  if (typeof value === "string") {
    const short = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    return value === "" ? "an empty text" : `\`${short.replaceAll(control, " ")}\``;
  }
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : "a list";
  return Object.keys(value).length === 0 ? "an empty mapping" : "a mapping";
}
