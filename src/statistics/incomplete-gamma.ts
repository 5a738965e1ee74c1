import { devianceTerm, stirlingError } from "./stirling-error.js";

/** The probability on either side of a point: each computed for itself, so that the small one keeps its digits. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
}

const MOST_TERMS = 10_000_000;

/**
 * The regularised incomplete gamma functions P (lower) and Q (upper).
 *
 * @param shape above 0
 * @param x 0 or above
 * @returns NaN twice where an argument lies outside its range
 * @see Abramowitz & Stegun (1964) 6.5.29 (series) and 6.5.31 (continued fraction, by Lentz's method)
 * @example incompleteGamma(0.5, 1.9207294103470622).upper // 0.05
 */
export function incompleteGamma(shape: number, x: number): Tails {
  if (!(shape > 0 && x >= 0 && shape < Infinity)) return { lower: NaN, upper: NaN };
  if (x === 0) return { lower: 0, upper: 1 };
  if (x === Infinity) return { lower: 1, upper: 0 };
  if (x < shape + 1) {
    const lower = Math.min(1, (gammaTerm(shape, x) / shape) * lowerSeries(shape, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, gammaTerm(shape, x) * upperFraction(shape, x));
  return { lower: 1 - upper, upper };
}

/** x^shape e^(−x) / Γ(shape): the density of ln X. */
export const gammaTerm = (shape: number, x: number): number =>
  Math.sqrt(shape / (2 * Math.PI)) * Math.exp(-stirlingError(shape) - devianceTerm(shape, x));

/** 1 + x/(a+1) + x²/((a+1)(a+2)) + … */
function lowerSeries(shape: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let step = 1; step < MOST_TERMS && term > 1e-17 * sum; step++) {
    term *= x / (shape + step);
    sum += term;
  }
  return sum;
}

/** 1/(x+1−a − 1(1−a)/(x+3−a − 2(2−a)/(x+5−a − …))) */
function upperFraction(shape: number, x: number): number {
  let denominator = x + 1 - shape;
  let numerators = 1e300;
  let denominators = 1 / denominator;
  let fraction = denominators;
  for (let step = 1; step < MOST_TERMS; step++) {
    const numerator = -step * (step - shape);
    denominator += 2;
    denominators = 1 / nonZero(numerator * denominators + denominator);
    numerators = nonZero(denominator + numerator / numerators);
    const change = numerators * denominators;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return fraction;
}

const nonZero = (x: number): number => (Math.abs(x) < 1e-300 ? 1e-300 : x);
