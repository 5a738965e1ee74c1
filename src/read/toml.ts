import { parse, type TomlValue } from "smol-toml";
import type { Value } from "../model/adapter.js";
import { defaultLimits } from "./limits.js";

/** Parses TOML; dates become their ISO texts, `nan` and `inf` stay numbers. Undefined where it is none, or nested too deep. */
export function parseToml(text: string): Value | undefined {
  try {
    return plain(parse(text, { maxDepth: defaultLimits.depth }));
  } catch {
    return undefined;
  }
}

function plain(value: TomlValue): Value {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "object") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, plain(child)]));
}
