import { describe, expect, test } from "vitest";
import { binomialLowerTail, binomialProbability } from "../../src/statistics/binomial-distribution.js";
import { chiSquaredUpperQuantile, chiSquaredUpperTail } from "../../src/statistics/chi-squared-distribution.js";
import { clopperPearsonInterval } from "../../src/statistics/clopper-pearson-interval.js";
import { fUpperTail } from "../../src/statistics/f-distribution.js";
import { incompleteBeta } from "../../src/statistics/incomplete-beta.js";
import { kolmogorovUpperTail } from "../../src/statistics/kolmogorov-distribution.js";
import { normalQuantile, normalUpperTail } from "../../src/statistics/normal-distribution.js";
import { logGamma } from "../../src/statistics/stirling-error.js";
import { studentUpperQuantile, studentUpperTail } from "../../src/statistics/student-t-distribution.js";
import { disagreements } from "./agreement.js";
import { valueOf } from "./estimates.js";
import table from "./special-functions.json" with { type: "json" };

interface TableCase {
  readonly function: string;
  readonly arguments: readonly number[];
  readonly expected: number | readonly number[];
}
const cases: readonly TableCase[] = table.cases;

/** The worst relative error allowed; abs 0, so that a flat 0 in a tail fails. */
const functions: Readonly<
  Record<string, { readonly rel: number; readonly compute: (...given: number[]) => number | readonly number[] }>
> = {
  normalUpperTail: { rel: 1e-14, compute: normalUpperTail },
  normalQuantile: { rel: 2e-15, compute: normalQuantile },
  logGamma: { rel: 2e-14, compute: logGamma },
  chiSquaredUpperTail: { rel: 2e-13, compute: chiSquaredUpperTail },
  chiSquaredUpperQuantile: { rel: 2e-14, compute: chiSquaredUpperQuantile },
  studentUpperTail: { rel: 2e-13, compute: studentUpperTail },
  studentUpperQuantile: { rel: 2e-14, compute: studentUpperQuantile },
  fUpperTail: { rel: 2e-14, compute: fUpperTail },
  kolmogorovUpperTail: { rel: 2e-15, compute: kolmogorovUpperTail },
  binomialProbability: { rel: 2e-13, compute: binomialProbability },
  binomialLowerTail: { rel: 2e-13, compute: binomialLowerTail },
  incompleteBetaLower: { rel: 3e-13, compute: (x = NaN, a = NaN, b = NaN) => incompleteBeta(x, 1 - x, a, b).lower },
  incompleteBetaUpper: { rel: 3e-13, compute: (x = NaN, a = NaN, b = NaN) => incompleteBeta(x, 1 - x, a, b).upper },
  clopperPearsonInterval: {
    rel: 2e-14,
    compute: (successes = NaN, trials = NaN, confidence = NaN) => {
      const { lower, upper } = valueOf(clopperPearsonInterval(successes, trials, confidence));
      return [lower, upper];
    },
  },
};

describe("special functions agree with 40-digit arithmetic", () => {
  test("the table holds 301 values, of every function", () => {
    expect(cases).toHaveLength(301);
    expect([...new Set(cases.map((entry) => entry.function))].sort()).toEqual(Object.keys(functions).sort());
  });

  test.each(cases)("$function of $arguments", ({ function: name, arguments: given, expected }) => {
    const { rel = 0, compute } = functions[name] ?? {};
    expect(disagreements(compute?.(...given), expected, { abs: 0, rel })).toEqual([]);
  });
});

describe("outside their range they give NaN, never a number", () => {
  test.each([
    ["normalUpperTail(NaN)", normalUpperTail(NaN)],
    ["normalQuantile(-0.1)", normalQuantile(-0.1)],
    ["normalQuantile(1.1)", normalQuantile(1.1)],
    ["normalQuantile(NaN)", normalQuantile(NaN)],
    ["logGamma(0)", logGamma(0)],
    ["chiSquaredUpperTail(-1, 2)", chiSquaredUpperTail(-1, 2)],
    ["chiSquaredUpperTail(1, 0)", chiSquaredUpperTail(1, 0)],
    ["chiSquaredUpperQuantile(1.5, 2)", chiSquaredUpperQuantile(1.5, 2)],
    ["studentUpperTail(NaN, 5)", studentUpperTail(NaN, 5)],
    ["studentUpperTail(1, 0)", studentUpperTail(1, 0)],
    ["studentUpperQuantile(2, 5)", studentUpperQuantile(2, 5)],
    ["fUpperTail(-1, 2, 3)", fUpperTail(-1, 2, 3)],
    ["kolmogorovUpperTail(-1)", kolmogorovUpperTail(-1)],
  ])("%s", (_, result) => expect(result).toBeNaN());
});

describe("at the ends of their range", () => {
  test.each([
    ["normalUpperTail(Infinity)", normalUpperTail(Infinity), 0],
    ["normalUpperTail(-Infinity)", normalUpperTail(-Infinity), 1],
    ["normalQuantile(0)", normalQuantile(0), -Infinity],
    ["normalQuantile(1)", normalQuantile(1), Infinity],
    ["chiSquaredUpperTail(Infinity, 1)", chiSquaredUpperTail(Infinity, 1), 0],
    ["chiSquaredUpperTail(0, 1)", chiSquaredUpperTail(0, 1), 1],
    ["chiSquaredUpperQuantile(0, 3)", chiSquaredUpperQuantile(0, 3), Infinity],
    ["chiSquaredUpperQuantile(1, 3)", chiSquaredUpperQuantile(1, 3), 0],
    ["studentUpperTail(Infinity, 3)", studentUpperTail(Infinity, 3), 0],
    ["studentUpperQuantile(0.5, 3)", studentUpperQuantile(0.5, 3), 0],
    ["studentUpperQuantile(0, 3)", studentUpperQuantile(0, 3), Infinity],
    ["fUpperTail(Infinity, 2, 3)", fUpperTail(Infinity, 2, 3), 0],
    ["kolmogorovUpperTail(0)", kolmogorovUpperTail(0), 1],
  ])("%s", (_, result, expected) => expect(result).toBe(expected));
});
