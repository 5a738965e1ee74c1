import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalLineParts, canonicalLines } from "../../src/report/canonical-json.js";

describe("the lines of a value, part by part", () => {
  test("are those of the whole, for any value", () => {
    const values = fc.oneof(fc.array(fc.jsonValue()), fc.dictionary(fc.string(), fc.jsonValue()));
    fc.assert(fc.property(values, (value) => [...canonicalLineParts(value)].join("") === canonicalLines(value)));
  });

  test.each([
    ["a field that is left out", { b: undefined, a: [] }],
    ["a hole in a list", { a: [undefined, 1] }],
    ["no field", {}],
    ["a list of nothing", []],
  ])("are the same with %s", (_, value) => {
    expect([...canonicalLineParts(value)].join("")).toBe(canonicalLines(value));
  });

  test("come in more than one part only where they are long, and no part is longer than it must be", () => {
    expect([...canonicalLineParts({ a: [1, 2, 3] })]).toHaveLength(1);
    const parts = [...canonicalLineParts({ a: Array.from({ length: 100_000 }, (_, index) => index) })];
    expect(parts.length).toBeGreaterThan(5);
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(70_000);
  });
});
