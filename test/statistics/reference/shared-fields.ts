import type { ReferenceInput } from "./reference-input.js";

/** The tallies of a case's two arms. */
export const arms = (given: ReferenceInput) =>
  [
    { successes: given.number("x1"), trials: given.number("n1") },
    { successes: given.number("x2"), trials: given.number("n2") },
  ] as const;

/** Renames the fields of a result that the reference calls otherwise; null stays null. */
export function renamed<T extends object>(result: T | null, names: Readonly<Record<string, keyof T>>): unknown {
  if (result === null) return null;
  return {
    ...result,
    ...Object.fromEntries(Object.entries(names).map(([theirs, ours]) => [theirs, result[ours]])),
  };
}

export const alternative = (given: ReferenceInput) =>
  given.optional("alternative") === undefined
    ? "two-sided"
    : given.oneOf("alternative", ["two-sided", "greater", "less"]);

export const confidence = (given: ReferenceInput): number => given.numberOr("confidence", 0.95);
