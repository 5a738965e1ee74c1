import type { Value } from "../../model/adapter.js";
import { parseJson } from "../../read/json.js";
import { defaultLimits } from "../../read/limits.js";

/** The value of JSON that a format keeps inside a text; undefined where the text is none. */
export function jsonInText(text: string | undefined): Value | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  const { value, broken } = parseJson(text, defaultLimits);
  return broken ? undefined : value;
}
