import type { Tails } from "./incomplete-gamma.js";
import { devianceTerm, stirlingError } from "./stirling-error.js";

const MOST_TERMS = 10_000_000;

/**
 * The regularised incomplete beta function I_x(a, b) (lower) and its complement I_y(b, a) (upper), y = 1 − x.
 *
 * @param x 0 to 1
 * @param y 1 − x, given apart so that neither loses digits where the other is nearly 1
 * @param a above 0
 * @param b above 0
 * @returns NaN twice where an argument lies outside its range
 * @see the even part of the continued fraction of Abramowitz & Stegun (1964) 26.5.8 (DiDonato & Morris (1992), ACM
 *   TOMS 18, 360-373), by Lentz's method; the factor before it by saddle point (Loader 2000)
 * @example incompleteBeta(0.5, 0.5, 2, 3).lower // 0.6875
 */
export function incompleteBeta(x: number, y: number, a: number, b: number): Tails {
  if (!(x >= 0 && y >= 0 && a > 0 && b > 0 && a + b < Infinity)) return { lower: NaN, upper: NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (y === 0) return { lower: 1, upper: 0 };
  if (x * (b + 1) <= y * (a + 1)) {
    const lower = Math.min(1, betaTerm(x, y, a, b) / fraction(x, y, a, b));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, betaTerm(x, y, a, b) / fraction(y, x, b, a));
  return { lower: 1 - upper, upper };
}

/** x^a y^b / B(a, b): the density of the log odds of X. */
export function betaTerm(x: number, y: number, a: number, b: number): number {
  const sum = a + b;
  const exponent =
    stirlingError(sum) - stirlingError(a) - stirlingError(b) - devianceTerm(a, sum * x) - devianceTerm(b, sum * y);
  return Math.sqrt((a / sum) * (b / (2 * Math.PI))) * Math.exp(exponent);
}

/** The continued fraction that divides the term: good for x up to about a/(a+b). */
function fraction(x: number, y: number, a: number, b: number): number {
  let value = partialDenominator(0, x, y, a, b);
  let numerators = value;
  let denominators = 0;
  for (let step = 1; step < MOST_TERMS; step++) {
    const ratio = x / (a + 2 * step - 1);
    const numerator = (a + step - 1) * (a + b + step - 1) * step * (b - step) * ratio * ratio;
    const denominator = partialDenominator(step, x, y, a, b);
    denominators = 1 / nonZero(denominator + numerator * denominators);
    numerators = nonZero(denominator + numerator / numerators);
    const change = numerators * denominators;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return value;
}

function partialDenominator(step: number, x: number, y: number, a: number, b: number): number {
  const straight = ((a + step) * (a * y - b * x + 1 + step * (1 + y))) / (a + 2 * step + 1);
  return step === 0 ? straight : step + (step * (b - step) * x) / (a + 2 * step - 1) + straight;
}

const nonZero = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x);
