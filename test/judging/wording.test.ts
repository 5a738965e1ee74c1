import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { shownBeside, shownChangeBeside, shownEstimate } from "../../src/judging/wording.js";

describe("a number of samples that was estimated", () => {
  test.each<[count: number, shown: string]>([
    [0.2, "1"],
    [9, "9"],
    [49, "49"],
    [80, "80"],
    [101, "110"],
    [1765, "1800"],
    [39_987, "40000"],
    [59_400, "60000"],
    [74_548, "75000"],
    [3.2e18, "3.2e+18"],
  ])("%d is shown as %s: two digits, never fewer samples than are needed", (count, shown) => {
    expect(shownEstimate(count)).toBe(shown);
    expect(Number(shown)).toBeGreaterThanOrEqual(count);
  });
});

describe("a number beside its bound", () => {
  test.each<[value: number, bound: number, shown: string]>([
    [0.79998, 0.8, "0.79998"],
    [0.7999999, 0.8, "0.7999999"],
    [0.8, 0.8, "0.8"],
    [0.1 + 0.2, 0.3, "0.3"],
    [149.99, 150, "149.99"],
    [0.91284, 0.8, "0.9128"],
    [NaN, 0.8, "NaN"],
  ])("%d beside %d is shown as %s", (value, bound, shown) => {
    expect(shownBeside(value, bound)).toBe(shown);
  });

  test("a loss beside what may be lost keeps its sign", () => {
    expect(shownChangeBeside(-0.005002, 0.005)).toBe("-0.005002");
    expect(shownChangeBeside(0.02, 0.005)).toBe("+0.02");
  });

  test("never looks like a bound that it misses", () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, (value, bound) => {
        fc.pre(Math.abs(value - bound) > 1e-9);
        expect(Number(shownBeside(value, bound))).not.toBe(Number(shownBeside(bound, value)));
      }),
    );
  });
});
