import { describe, expect, test } from "vitest";
import { shownEstimate } from "../../src/judging/wording.js";

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
