import { expect, test } from "vitest";
import { readEvidence, readFiles } from "../read-evidence.js";
import type { Fact } from "../../src/model/fact.js";

/** Fields that some fact of a file must have, all of them. */
export type Expected = Readonly<Record<string, unknown>>;

/** Where a fact stands: its pointer, or the number of its line. */
export const placeOf = ({ source }: Fact): string => source.pointer ?? String(source.line);

const fields = (fact: Fact): Record<string, unknown> => ({ ...fact, place: placeOf(fact) });

const has = (fact: Fact, wanted: Expected): boolean => {
  const got = fields(fact);
  return Object.entries(wanted).every(([key, value]) => JSON.stringify(got[key]) === JSON.stringify(value));
};

/** A fact with all the fields, else a difference against the fact of the same kind that comes nearest. */
function expectFact(facts: readonly Fact[], wanted: Expected): void {
  if (facts.some((fact) => has(fact, wanted))) return;
  const agreeing = (fact: Fact): number =>
    Object.keys(wanted).filter((key) => has(fact, { [key]: wanted[key] })).length;
  const nearest = [...facts].sort((a, b) => agreeing(b) - agreeing(a))[0];
  const got = nearest === undefined ? {} : fields(nearest);
  expect(Object.fromEntries(Object.keys(wanted).map((key) => [key, got[key]]))).toEqual(wanted);
}

const fixture = (path: string): string => new URL(`../fixtures/${path}`, import.meta.url).pathname;

/** One test a row: the file (below `test/fixtures`), what is said of it, the facts that it states, and those that it does not. */
export function describeFixtures(
  format: string,
  rows: readonly (readonly [
    file: string,
    saying: string,
    expected: readonly Expected[],
    never?: readonly Expected[],
  ])[],
): void {
  for (const [file, saying, expected, never] of rows)
    test(`${file}: ${saying}`, async () => {
      const facts = await readEvidence(fixture(file));
      for (const wanted of expected) expectFact(facts, { format, ...wanted });
      for (const unwanted of never ?? []) expect(facts.filter((fact) => has(fact, unwanted))).toEqual([]);
    });
}

/** The facts of one document that a test writes itself. */
export const factsOfText = async (name: string, text: string): Promise<readonly Fact[]> => readFiles({ [name]: text });

export { expectFact };
