import { gammaTerm, incompleteGamma } from "./incomplete-gamma.js";
import { logConcaveQuantile } from "./log-concave-quantile.js";

/**
 * Probability that a chi-squared variable exceeds `x`: the p-value of a chi-squared statistic.
 *
 * @param x 0 or above, infinity included
 * @param degrees of freedom, above 0
 * @returns NaN where an argument lies outside its range
 * @see Abramowitz & Stegun (1964), 26.4.19: the incomplete gamma function of half the degrees at half of x
 * @example chiSquaredUpperTail(3.841458820694124, 1) // 0.05
 */
export const chiSquaredUpperTail = (x: number, degrees: number): number => incompleteGamma(degrees / 2, x / 2).upper;

/**
 * The value that a chi-squared variable exceeds with a probability.
 *
 * @param probability of the upper tail, 0 to 1
 * @param degrees of freedom, above 0
 * @returns NaN where an argument lies outside its range
 * @see `chiSquaredUpperTail`, of which it is the inverse
 * @example chiSquaredUpperQuantile(0.05, 1) // 3.841458820694124
 */
export function chiSquaredUpperQuantile(probability: number, degrees: number): number {
  if (!(probability >= 0 && probability <= 1 && degrees > 0)) return NaN;
  if (probability === 0 || probability === 1) return probability === 0 ? Infinity : 0;
  const shape = degrees / 2;
  const [tail, side] = probability > 0.5 ? ([1 - probability, "lower"] as const) : ([probability, "upper"] as const);
  const logHalf = logConcaveQuantile(tail, side, Math.log(shape), (point) => {
    const x = Math.exp(point);
    return { ...incompleteGamma(shape, x), density: gammaTerm(shape, x) };
  });
  return 2 * Math.exp(logHalf);
}
