import { betaQuantile } from "./beta-distribution.js";
import { incompleteBeta } from "./incomplete-beta.js";

/**
 * Probability that a Student t variable exceeds `t`: the p-value of a t statistic.
 *
 * @param t any number, the infinities included
 * @param degrees of freedom, above 0, whole or not
 * @returns NaN where an argument lies outside its range
 * @see Abramowitz & Stegun (1964) 26.7.1: half the incomplete beta function of degrees/(degrees + t²)
 * @example studentUpperTail(2.2281388519649385, 10) // 0.025
 */
export function studentUpperTail(t: number, degrees: number): number {
  if (Number.isNaN(t) || !(degrees > 0)) return NaN;
  if (t < 0) return 1 - studentUpperTail(-t, degrees);
  const square = (t * t) / degrees;
  const share = square === Infinity ? { x: 0, y: 1 } : { x: 1 / (1 + square), y: square / (1 + square) };
  return incompleteBeta(share.x, share.y, degrees / 2, 0.5).lower / 2;
}

/**
 * The t that a Student variable exceeds with a probability.
 *
 * @param probability of the upper tail, 0 to 1
 * @param degrees of freedom, above 0
 * @returns NaN where an argument lies outside its range
 * @see `studentUpperTail`, of which it is the inverse
 * @example studentUpperQuantile(0.025, 10) // 2.228138851964939
 */
export function studentUpperQuantile(probability: number, degrees: number): number {
  if (!(probability >= 0 && probability <= 1 && degrees > 0)) return NaN;
  if (probability > 0.5) return -studentUpperQuantile(1 - probability, degrees);
  if (probability === 0.5) return 0;
  const { x, y } = betaQuantile(2 * probability, "lower", degrees / 2, 0.5);
  return Math.sqrt((degrees * y) / x);
}
