import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCases, referenceFunctions } from "./reference/misses.js";
import { referenceInput } from "./reference/reference-input.js";

const cases = parseCases(readFileSync(new URL("./reference/cases.json", import.meta.url), "utf8"));

/** What numbers turn into: ends of the ranges of doubles, of shares and of counts, and zero with a sign. */
const strange = [
  ...[0, -0, 1, -1, 0.5, 2, 7, 1e9, 1e15, 1e-9, 0.1 + 0.2, 1 - 2 ** -53],
  ...[5e-324, 1e-300, 1e300, Number.MAX_VALUE, -Number.MAX_VALUE],
];

/** What becomes of a number, in turn: one in three stays. */
type Turn = number;

const changed = (given: unknown, turns: readonly Turn[], at: { place: number }): unknown => {
  if (typeof given === "number") return turned(given, turns[at.place++ % turns.length] ?? 0);
  if (Array.isArray(given)) return given.map((element) => changed(element, turns, at));
  if (typeof given !== "object" || given === null) return given;
  return Object.fromEntries(Object.entries(given).map(([name, member]) => [name, changed(member, turns, at)]));
};

function turned(number: number, turn: Turn): number {
  if (turn < strange.length) return strange[turn] ?? 0;
  if (turn === strange.length) return number * 1e150;
  return turn === strange.length + 1 ? number * 1e-150 : number;
}

const turns = fc.array(fc.integer({ min: 0, max: 2 * strange.length }), { minLength: 1, maxLength: 8 });

const holdsNaN = (answer: unknown): boolean =>
  typeof answer === "object" && answer !== null
    ? Object.values(answer).some((member) => holdsNaN(member))
    : Number.isNaN(answer);

/** What a case answers; null where the input is refused. @throws where something else goes wrong */
function answerOf(name: string, input: unknown): unknown {
  try {
    return referenceFunctions[name]?.(referenceInput(input));
  } catch (error) {
    if (error instanceof Error && /^invalid: .|is \S+, not one of/.test(error.message)) return null;
    throw error;
  }
}

/** `distribution` is asked beyond its range too: there NaN is its documented answer. */
const guarded = Object.keys(referenceFunctions).filter(
  (name) => name !== "distribution" && name !== "group_sequential_constant",
);

describe("whatever numbers are given, an answer is a value, a reason, or a refusal, and never NaN", () => {
  test.each(guarded)("%s", (name) => {
    const own = cases.filter((one) => one.function === name);
    fc.assert(
      fc.property(fc.constantFrom(...own), turns, (one, chosen) => {
        expect(holdsNaN(answerOf(name, changed(one.input, chosen, { place: 0 })))).toBe(false);
      }),
      { numRuns: 60, seed: 7 },
    );
  });
});
