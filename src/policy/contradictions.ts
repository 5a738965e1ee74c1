import { quantityWords } from "./amounts.js";
import type { At } from "./form.js";
import { isQuantity } from "./proportions.js";

/** Bounds of one quantity from below and from above. */
const pairs = [
  ["at-least", "at-most"],
  ["change-at-least", "change-at-most"],
  ["relative-change-at-least", "relative-change-at-most"],
] as const;

/** Complains of bounds that nothing can meet together. True where it complained. */
export function complainOfContradictions(values: Readonly<Record<string, unknown>>, at: At): boolean {
  const apart = pairs.filter(([least, most]) => {
    const [lower, upper] = [values[least], values[most]];
    if (!isQuantity(lower) || !isQuantity(upper) || lower.value <= upper.value) return false;
    const message = `nothing is \`${least}\` ${quantityWords(lower)} and \`${most}\` ${quantityWords(upper)} at once`;
    at.below(most).complain(message, "change one of them, or make two rules of it");
    return true;
  });
  return apart.length > 0;
}
