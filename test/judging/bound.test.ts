import { describe, expect, test } from "vitest";
import { judgeBound, keeps, nearlyEqual, type Direction, type Quantified } from "../../src/judging/bound.js";
import { judgeChange } from "../../src/judging/change.js";

const bare = (value: number): Quantified => ({ value, standardError: null, trials: null, n: null });
const withError = (value: number, standardError: number): Quantified => ({ ...bare(value), standardError });
const ofTrials = (value: number, trials: number): Quantified => ({ ...bare(value), trials, n: trials });

describe("bare numbers", () => {
  test.each<[value: number, direction: Direction, bound: number, kept: boolean]>([
    [0.2 + 0.1, "at-least", 0.3, true],
    [0.2 + 0.1, "at-most", 0.3, true],
    [0.3 - 1e-9, "at-least", 0.3, false],
    [0.3 + 1e-9, "at-most", 0.3, false],
    [-0.55, "at-least", -0.5, false],
    [-0.45, "at-least", -0.5, true],
    [-0.55, "at-most", -0.5, true],
    [0, "at-least", 0, true],
    [-1e-15, "at-least", 0, false],
    [1e300, "at-most", 1e299, false],
    [Number.NaN, "at-least", 0.3, false],
    [Number.NaN, "at-most", 0.3, false],
    [0.3, "at-least", Number.NaN, false],
  ])("%d is %s %d: %s", (value, direction, bound, kept) => {
    expect(keeps(value, direction, bound)).toBe(kept);
  });

  test("numbers are nearly equal within 1e-12 of the larger one", () => {
    expect(nearlyEqual(1000, 1000 + 9e-10)).toBe(true);
    expect(nearlyEqual(1000, 1000 + 2e-9)).toBe(false);
  });

  test.each<Direction>(["at-least", "at-most"])("say nothing where a confidence is asked, %s", (direction) => {
    expect(judgeBound(bare(0.99), direction, 0.5, 0.95)).toEqual({
      outcome: "inconclusive",
      rung: "point",
      method: null,
      interval: null,
      pValue: null,
      samplesNeeded: null,
    });
  });
});

// Tail areas and quantiles of the normal distribution: SciPy 1.17.1, norm.cdf, norm.sf and norm.ppf.
describe("a value and its standard error", () => {
  test.each<[bound: number, direction: Direction, outcome: string, p: number]>([
    [0.88, "at-least", "met", 0.9772498680518209],
    [0.89, "at-least", "inconclusive", 0.8413447460685431],
    [0.92, "at-least", "not-met", 0.0227501319481791],
    [0.88, "at-most", "not-met", 0.0227501319481791],
    [0.89, "at-most", "inconclusive", 0.15865525393145685],
    [0.92, "at-most", "met", 0.9772498680518209],
  ])("0.9 with 0.01 against %d, %s: %s", (bound, direction, outcome, p) => {
    const judgement = judgeBound(withError(0.9, 0.01), direction, bound, 0.95);
    expect(judgement).toMatchObject({ outcome, rung: "standard-error", method: "normal" });
    expect(judgement.pValue).toBeCloseTo(p, 12);
    expect(judgement.interval?.lower).toBeCloseTo(0.8804003601545994, 12);
    expect(judgement.interval?.upper).toBeCloseTo(0.9195996398454006, 12);
  });

  test.each([-0.01, Number.NaN, Infinity])("an error of %d shows nothing", (error) => {
    expect(judgeBound(withError(0.99, error), "at-least", 0.5, 0.95)).toMatchObject({
      outcome: "inconclusive",
      rung: "point",
    });
  });
});

// Score tests: statsmodels 0.15.0, proportions_ztest with prop_var at the bound; limits: proportion_confint, wilson.
describe("a rate and its trials", () => {
  test.each<[value: number, trials: number, bound: number, outcome: string, p: number, limits: [number, number]]>([
    [0.9, 1000, 0.88, "met", 0.9741874833028809, [0.8798480368046516, 0.9170905564069044]],
    [0.9, 1000, 0.89, "inconclusive", 0.8439123985174748, [0.8798480368046516, 0.9170905564069044]],
    [0.9, 1000, 0.92, "not-met", 0.009869773784969019, [0.8798480368046516, 0.9170905564069044]],
    [0.9, 50, 0.8, "met", 0.9614500641282291, [0.7863976856252034, 0.9565242350681095]],
    [0.9, 50, 0.95, "inconclusive", 0.052378744924865606, [0.7863976856252034, 0.9565242350681095]],
  ])("%d of %i at least %d: %s", (value, trials, bound, outcome, p, [lower, upper]) => {
    const judgement = judgeBound(ofTrials(value, trials), "at-least", bound, 0.95);
    expect(judgement).toMatchObject({ outcome, rung: "trials", method: "Wilson" });
    expect(judgement.pValue).toBeCloseTo(p, 12);
    expect(judgement.interval?.lower).toBeCloseTo(lower, 10);
    expect(judgement.interval?.upper).toBeCloseTo(upper, 10);
  });

  test("an inconclusive one says how many more would settle it", () => {
    const { samplesNeeded } = judgeBound(ofTrials(0.9, 1000), "at-least", 0.89, 0.95);
    // (1.6449 / 0.01)^2 x 0.89 x 0.11 = 2649 in all, at an unchanged rate
    expect(samplesNeeded).toBeGreaterThan(1600);
    expect(samplesNeeded).toBeLessThan(1750);
  });

  test("of so few that all of them were right, a bound of 1 is not shown", () => {
    expect(judgeBound(ofTrials(1, 50), "at-least", 1, 0.95).outcome).toBe("inconclusive");
  });

  test.each<[title: string, value: number, trials: number]>([
    ["no count of 3 gives 0.85", 0.85, 3],
    ["no count of 10 gives 0.8537", 0.8537, 10],
    ["half a trial", 0.5, 1],
    ["no trials", 0.9, 0],
    ["trials that are no whole number", 0.9, 10.5],
    ["a rate above 1", 1.2, 100],
    ["a rate below 0", -0.1, 100],
  ])("%s: no binomial, nothing is shown", (_title, value, trials) => {
    expect(judgeBound(ofTrials(value, trials), "at-least", 0.01, 0.6)).toMatchObject({
      outcome: "inconclusive",
      rung: "point",
      interval: null,
    });
  });

  test.each<[value: number, trials: number]>([
    [0.67, 3],
    [0.6667, 3],
    [2 / 3, 3],
    [0.9, 11],
    [0.01 * 87.3, 1000],
    [0.913, 9999],
  ])("%d of %i is a rounded rate", (value, trials) => {
    expect(judgeBound(ofTrials(value, trials), "at-least", 0.01, 0.6)).toMatchObject({ rung: "trials" });
  });
});

describe("a change", () => {
  test.each<[candidate: number, baseline: number, direction: Direction, bound: number, outcome: string]>([
    [0.895, 0.9, "at-least", -0.005, "met"],
    [0.89999, 0.9, "at-least", -0.00001, "met"],
    [100_000.1, 100_000, "at-most", 0.1, "met"],
    [100_000.1001, 100_000, "at-most", 0.1, "not-met"],
    [0.89998, 0.9, "at-least", -0.00001, "not-met"],
    [-0.4, -0.5, "at-least", 0.1, "met"],
    [-0.6, -0.5, "at-least", -0.05, "not-met"],
  ])("from %d, baseline %d, %s %d: %s", (candidate, baseline, direction, bound, outcome) => {
    expect(judgeChange(bare(candidate), bare(baseline), direction, bound, null).outcome).toBe(outcome);
  });

  test("of bare values shows nothing where a confidence is asked", () => {
    expect(judgeChange(bare(0.99), bare(0.5), "at-least", 0, 0.95)).toMatchObject({
      outcome: "inconclusive",
      pValue: null,
    });
    expect(judgeChange(ofTrials(0.99, 1000), bare(0.5), "at-least", 0, 0.95)).toMatchObject({
      outcome: "inconclusive",
    });
  });

  test("of two standard errors is normal with their root of squares (SciPy 1.17.1)", () => {
    const judgement = judgeChange(withError(0.9, 0.01), withError(0.92, 0.01), "at-least", -0.05, 0.95);
    expect(judgement).toMatchObject({ outcome: "met", rung: "standard-error", method: "normal" });
    expect(judgement.pValue).toBeCloseTo(0.9830525732376554, 12);
    expect(judgement.interval?.lower).toBeCloseTo(-0.04771807648699356, 12);
    expect(judgement.interval?.upper).toBeCloseTo(0.007718076486993557, 12);
  });

  // statsmodels 0.15.0, confint_proportions_2indep(900, 1000, 920, 1000, method="newcomb"): at 95 % and 90 %.
  const change = (bound: number) => judgeChange(ofTrials(0.9, 1000), ofTrials(0.92, 1000), "at-least", bound, 0.95);

  test("of two rates has Newcombe's interval", () => {
    expect(change(-0.05)).toMatchObject({ rung: "trials", method: "Newcombe" });
    expect(change(-0.05).interval?.lower).toBeCloseTo(-0.04527298879190266, 10);
    expect(change(-0.05).interval?.upper).toBeCloseTo(0.005161408719066448, 10);
  });

  test("that is inconclusive tells the examples that would settle it", () => {
    const { samplesNeeded } = change(-0.03);
    const grown = (more: number) =>
      judgeChange(ofTrials(0.9, 1000 + more), ofTrials(0.92, 1000 + more), "at-least", -0.03, 0.95).outcome;
    expect(samplesNeeded).toBeGreaterThan(3000);
    // The nearest fifties above and below, so that whole numbers of trials give the rates.
    expect(grown(50 * Math.ceil((samplesNeeded ?? 0) / 50))).toBe("met");
    expect(grown(50 * Math.floor((samplesNeeded ?? 0) / 50) - 50)).toBe("inconclusive");
    // (1.6448536 · hypot(0.01, 0.01) / 0.01)² = 5.411 times the 1000: SciPy 1.17.1, norm.ppf(0.95).
    const spread = { ...withError(0.9, 0.01), n: 1000 };
    expect(judgeChange(spread, withError(0.92, 0.01), "at-least", -0.03, 0.95).samplesNeeded).toBe(4412);
  });

  test.each<[bound: number, outcome: string]>([
    [-0.04117, "met"],
    [-0.04116, "inconclusive"],
    [0.00108, "inconclusive"],
    [0.00109, "not-met"],
  ])("of two rates against %d: %s, as its one-sided limits have it", (bound, outcome) => {
    expect(change(bound).outcome).toBe(outcome);
  });
});
