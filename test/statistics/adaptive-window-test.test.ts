import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { adaptiveWindowTest } from "../../src/statistics/adaptive-window-test.js";

const repeated = (value: number, times: number): readonly number[] => Array.from({ length: times }, () => value);

describe("adaptiveWindowTest", () => {
  test("keeps the whole window of a stream that does not change", () => {
    expect(adaptiveWindowTest(repeated(0.3, 200), 0.002)).toMatchObject({
      kind: "value",
      value: { cutAt: null, width: 200, meanBefore: null },
    });
  });

  // By hand, at the first cut of 0s before 1s: n0 = 100 and n1 = k give 1/m = 1/100 + 1/k, the variance p(1 - p) with
  // p = k / (100 + k), and L = ln(2 ln(100 + k) / 0.002). The allowed difference sinks below 1 at k = 11: 0.959; it is 1.012 at 10.
  test("cuts a step where the allowed difference first sinks below it", () => {
    expect(adaptiveWindowTest([...repeated(0, 100), ...repeated(1, 40)], 0.002)).toMatchObject({
      kind: "value",
      value: { cutAt: 111, mean: 1, meanBefore: 0 },
    });
  });

  test.each<[title: string, values: readonly number[], delta: number]>([
    ["no value", [], 0.002],
    ["a value above 1", [0.5, 1.2], 0.002],
    ["a value that is no number", [0.5, Number.NaN], 0.002],
    ["a delta of 0", [0.5], 0],
  ])("refuses %s", (_title, values, delta) => {
    expect(adaptiveWindowTest(values, delta).kind).toBe("invalid");
  });

  test("keeps at least one value, and a mean within the values", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 60 }), (values) => {
        const answer = adaptiveWindowTest(values, 0.05);
        if (answer.kind !== "value") return false;
        const { width, mean } = answer.value;
        return width >= 1 && mean >= Math.min(...values) - 1e-12 && mean <= Math.max(...values) + 1e-12;
      }),
      { numRuns: 50 },
    );
  });
});
