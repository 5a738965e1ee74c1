import { describe, expect, test } from "vitest";
import { disagreements, type Tolerance } from "./agreement.js";
import cases from "./reference/cases.json" with { type: "json" };
import { predictions } from "./reference/predictions.js";
import { proportions } from "./reference/proportions.js";
import { referenceInput } from "./reference/reference-input.js";
import { samples } from "./reference/samples.js";

/**
 * Every case was computed by a direct coding of its formula and, where there is one, by a second implementation: SciPy,
 * statsmodels, scikit-learn, Fairlearn, R. `source` of a case says which.
 */
interface ReferenceCase {
  readonly id: string;
  readonly function: string;
  readonly source: string;
  readonly input: unknown;
  readonly expected: unknown;
  readonly tolerance: Tolerance;
}
const referenceFunctions = { ...proportions, ...samples, ...predictions };
const reference: readonly ReferenceCase[] = cases;

describe("the statistics agree with the reference", () => {
  test("the reference holds its 218 cases", () => {
    expect(reference).toHaveLength(218);
  });

  test("every function of the reference is ours too, and every one of ours is asked for", () => {
    const asked = [...new Set(reference.map((entry) => entry.function))].sort();
    expect(Object.keys(referenceFunctions).sort()).toEqual(asked);
  });

  test.each(reference)("$id", (entry) => {
    const result = referenceFunctions[entry.function]?.(referenceInput(entry.input));
    expect(disagreements(result, entry.expected, entry.tolerance)).toEqual([]);
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
});
