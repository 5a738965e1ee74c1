import { parse } from "smol-toml";
import type { Value } from "../model/adapter.js";

/** Parses TOML; dates become their ISO texts. Undefined where it is none. */
export function parseToml(text: string): Value | undefined {
  try {
    return JSON.parse(JSON.stringify(parse(text))) as Value;
  } catch {
    return undefined;
  }
}
