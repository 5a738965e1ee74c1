import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { disagreements, type Tolerance } from "./agreement.js";
import { missesOf, parseCases, referenceFunctions } from "./reference/misses.js";

/**
 * Every case was computed by a direct coding of its formula and, where there is one, by a second implementation: SciPy,
 * statsmodels, scikit-learn, Fairlearn, R. `source` of a case says which.
 */
const casesIn = (file: string) => parseCases(readFileSync(new URL(`./reference/${file}`, import.meta.url), "utf8"));
const reference = casesIn("cases.json");

/** Ends of ranges, a billion rows, constants, far tails: by exact fractions, or by mpmath at 50 digits and more. */
const hard = casesIn("hard-cases.json");

describe("the statistics agree with the reference", () => {
  test("the reference holds its 218 cases", () => {
    expect(reference).toHaveLength(218);
  });

  test("every function of the reference is ours too, and every one of ours is asked for", () => {
    const asked = [...new Set(reference.map((entry) => entry.function))].sort();
    expect(Object.keys(referenceFunctions).sort()).toEqual(asked);
  });

  test("the hard cases leave out few functions", () => {
    const asked = new Set(hard.map((entry) => entry.function));
    expect(Object.keys(referenceFunctions).filter((name) => !asked.has(name))).toEqual(["page_hinkley", "ddm"]);
  });

  test.each([...reference, ...hard])("$id", (entry) => {
    expect(missesOf(entry)).toEqual([]);
  });
});

describe("the comparison can fail", () => {
  const tolerance = { abs: 1e-12, rel: 1e-9 };
  test.each([
    ["a number that is off", 1.00001, 1],
    ["a flat zero for a small tail", 0, 1e-200, { abs: 0, rel: 1e-9 }],
    ["a number where none is estimable", 0, null],
    ["null where there is a number", null, 0],
    ["a missing key", { lower: 1 }, { lower: 1, upper: 2 }],
    ["a key that is off by its own tolerance", { p: 1.1 }, { p: 1 }, { abs: 1, rel: 1, keys: { p: tolerance } }],
    ["a shorter list", [1], [1, 2]],
    ["a finite number for infinity", 1e300, "Infinity"],
    ["NaN", Number.NaN, 1],
  ])("on %s", (_, got, want, own?: Tolerance) => {
    expect(disagreements(got, want, own ?? tolerance)).not.toEqual([]);
  });

  const auc = { id: "one", function: "auc", source: "", tolerance, expected: 1 };
  test.each([
    ["a function that there is not", { ...auc, function: "constructor", input: {} }],
    ["an input that is refused", { ...auc, input: { labels: [0, 2], scores: [0.1, 0.2] } }],
    ["an answer that is off", { ...auc, input: { labels: [0, 1], scores: [0.2, 0.1] } }],
  ])("on %s", (_, one) => {
    expect(missesOf(one)).not.toEqual([]);
  });

  test("an input that must be refused agrees only where it is", () => {
    const refused = { ...auc, expected: "invalid-input", input: { labels: [0, 2], scores: [0.1, 0.2] } };
    expect(missesOf(refused)).toEqual([]);
    expect(missesOf({ ...refused, input: { labels: [0, 1], scores: [0.1, 0.2] } })).not.toEqual([]);
  });

  test.each(["{}", "[{}]", '[{"id":"a","function":"auc","expected":1}]'])("a file that holds %s is refused", (text) => {
    expect(() => parseCases(text)).toThrow();
  });
});
