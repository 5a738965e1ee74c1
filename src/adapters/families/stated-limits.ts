import type { Value } from "../../model/adapter.js";
import type { Limit, LimitSense, LimitValue } from "../../model/fact.js";
import { sha256 } from "../../model/sha256.js";
import { list } from "../../read/shape.js";

const MOST_VALUES = 200;
const LONGEST = 240;

const isScalar = (value: Value): value is LimitValue =>
  typeof value === "string" || typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value));

/**
 * A limit of a file. What is neither a scalar nor a short list of them may only stay as it is: it is held by its JSON, by
 * the digest of that where it is long.
 */
export function statedLimit(name: string, sense: LimitSense, value: Value): Limit {
  if (isScalar(value)) return { name, sense, value: typeof value === "string" ? held(value) : value };
  const values = list(value);
  return values !== undefined && values.length <= MOST_VALUES && values.every(isScalar)
    ? { name, sense, value: values.map((one) => (typeof one === "string" ? held(one) : one)) }
    : { name, sense: "as-is", value: held(JSON.stringify(value)) };
}

/** A text by its beginning and its digest where it is long, so that no change of it is overlooked. */
const held = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, 40)}… sha256:${sha256(text)}`);

/**
 * The one number that a figure was held against, where the file does not say how: what passes above it asks for more, and
 * so does what fails below it.
 */
export function thresholdLimit(
  observed: number | undefined,
  threshold: number | undefined,
  passed: boolean | null,
): readonly Limit[] | null {
  if (threshold === undefined || !Number.isFinite(threshold)) return null;
  const told = observed !== undefined && passed !== null && observed !== threshold;
  const sense = !told ? "as-is" : observed > threshold === passed ? "at-least" : "at-most";
  return [{ name: "threshold", sense, value: threshold }];
}

const dated = /^\d{4}-\d{2}-\d{2}(?:[T ].{0,30})?$/;

/** True for a date: the window of the data moves on, and its ends with it. */
export const isDate = (value: Value): boolean => typeof value === "string" && dated.test(value);
