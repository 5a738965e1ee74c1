import { describe, expect, test } from "vitest";
import { independentChange } from "../../src/judging/independent-change.js";
import { spreadUncertainty, type Uncertainty } from "../../src/judging/uncertainty.js";

const spread = (value: number, standardError: number, n = 1000): { value: number; uncertainty: Uncertainty } => ({
  value,
  uncertainty: spreadUncertainty({ value, standardError, n, rung: "standard-error", method: "DeLong", degrees: null }),
});

describe("the difference of two independent results", () => {
  // Standard errors of 0.03 and 0.04 make one of 0.05; z of 0.975 is 1.959964, the upper tail of 1.6 is 0.0547993.
  const change = independentChange(spread(0.9, 0.03), spread(0.8, 0.04));

  test("has the interval that the errors of both, squared and added, make", () => {
    const { lower, upper } = change.interval(0.95) ?? { lower: Number.NaN, upper: Number.NaN };
    expect(lower).toBeCloseTo(0.1 - 1.959963984540054 * 0.05, 12);
    expect(upper).toBeCloseTo(0.1 + 1.959963984540054 * 0.05, 12);
  });

  test("has the p-values of the normal distribution where both are normal", () => {
    expect(change.above(0.02)).toBeCloseTo(0.05479929169955799, 9);
    expect(change.below(0.02)).toBeCloseTo(1 - 0.05479929169955799, 9);
    expect(change.above(0.1)).toBeCloseTo(0.5, 12);
  });

  test("turns round with its sides", () => {
    const back = independentChange(spread(0.8, 0.04), spread(0.9, 0.03));
    expect(back.below(-0.02)).toBeCloseTo(change.above(0.02), 12);
    expect(back.interval(0.9)?.lower).toBeCloseTo(-(change.interval(0.9)?.upper ?? Number.NaN), 12);
  });

  test("is settled by as many more rows as it says", () => {
    const more = change.more(0.02, 0.95) ?? Number.NaN;
    const shrunk = Math.sqrt(1000 / (1000 + more));
    const settled = independentChange(spread(0.9, 0.03 * shrunk), spread(0.8, 0.04 * shrunk));
    expect(more).toBeGreaterThan(0);
    expect(settled.above(0.02)).toBeLessThanOrEqual(0.05 * (1 + 1e-9));
    expect(change.above(0.02)).toBeGreaterThan(0.05);
  });

  test("tells no chance below what either side can tell", () => {
    const coarse: Uncertainty = { ...spread(0.5, 0.001).uncertainty, above: () => 1 / 2001, below: () => 1 / 2001 };
    const far = independentChange({ value: 0.5, uncertainty: coarse }, spread(0.1, 0.001));
    expect(far.above(0)).toBe(1 / 2001);
    expect(far.below(0)).toBe(1 - 1 / 2001);
  });

  test("is unknown where one side has no interval", () => {
    const none: Uncertainty = { ...spread(0.5, 0.001).uncertainty, interval: () => null };
    expect(independentChange({ value: 0.5, uncertainty: none }, spread(0.1, 0.001)).interval(0.95)).toBeNull();
  });
});
