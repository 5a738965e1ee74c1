import type { Check } from "../model/check.js";
import type { Quantity } from "../model/option.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { numberWords } from "./amounts.js";
import type { At } from "./form.js";

/** Bounds in the metric's own unit; a relative change may be larger than the whole. */
const inOwnUnit: ReadonlySet<string> = new Set([
  "at-least",
  "at-most",
  "may-lose",
  "change-at-least",
  "change-at-most",
]);

/**
 * Complains of bounds above 1 on metrics that never are: `at-least: 80` of recall is met by nothing, and `at-most: 80`
 * by everything. True where it complained.
 */
export function complainOfProportions(check: Check, values: Readonly<Record<string, unknown>>, at: At): boolean {
  const names = metricsOf(check, values[check.id]);
  const highest = names.map(interpretMetric).map(({ known, range }) => (known ? range.upper : null));
  if (names.length === 0 || !highest.every((upper) => upper === 1)) return false;
  let complained = false;
  for (const bound of (check.bounds ?? []).filter((key) => inOwnUnit.has(key))) {
    const quantity = values[bound];
    if (!isQuantity(quantity) || quantity.unit === "time" || Math.abs(quantity.value) <= 1) continue;
    const { value, unit } = quantity;
    complained = true;
    at.below(bound).complain(
      `\`${bound}\` is ${unit === "percent" ? `${numberWords(value * 100)}%` : numberWords(value)}, and ${names.join(", ")} never lies above 1`,
      unit === "plain" && Math.abs(value) <= 100 ? `write ${numberWords(value)}%` : "write a bound of at most 100%",
    );
  }
  return complained;
}

function metricsOf({ needs, subject }: Check, value: unknown): readonly string[] {
  if (!needs.includes("measurement") || subject.kind !== "texts" || !Array.isArray(value)) return [];
  return value.filter((name) => typeof name === "string");
}

/** True for a bound of kind `quantity` as it was read. */
export function isQuantity(value: unknown): value is Quantity {
  if (typeof value !== "object" || value === null || !("value" in value) || !("unit" in value)) return false;
  const { value: amount, unit } = value;
  return typeof amount === "number" && (unit === "plain" || unit === "percent" || unit === "time");
}
