import type { Value } from "../../model/adapter.js";
import { pointer, type Where } from "../../model/source.js";
import { isList, isRecord, list, member, members } from "../../read/shape.js";

/** Model Card Toolkit's card as protocol buffers print it: the schema's names in camel case. */

const parts = ["modelParameters", "quantitativeAnalysis", "considerations"];

/** True for a card with the parts of the schema under such names. */
export const isProtoJson = (value: Value | undefined): boolean =>
  isRecord(member(value, "modelDetails")) && parts.some((key) => isRecord(member(value, key)));

const snake = (key: string): string => key.replace(/([a-z0-9])([A-Z])/g, "$1_$2").toLowerCase();

const deepest = 20;

/** The same card under the names of the schema. */
export function inSnakeCase(value: Value, depth = 0): Value {
  if (depth > deepest) return value;
  if (isList(value)) return value.map((item) => inSnakeCase(item, depth + 1));
  if (!isRecord(value)) return value;
  return Object.fromEntries(members(value).map(([key, child]) => [snake(key), inSnakeCase(child, depth + 1)]));
}

/** Where a value of the renamed card stands in the card as it is written. */
export function asWritten(card: Value, where: Where): Where {
  if (!("pointer" in where)) return where;
  let at = "";
  let here: Value | undefined = card;
  for (const segment of where.pointer.split("/").slice(1)) {
    const key = segment.replaceAll("~1", "/").replaceAll("~0", "~");
    const items: readonly Value[] | undefined = list(here ?? null);
    const found: string = items === undefined ? (members(here).find(([name]) => snake(name) === key)?.[0] ?? key) : key;
    here = items === undefined ? member(here, found) : items[Number(key)];
    at = pointer(at, found);
  }
  return { pointer: at };
}
