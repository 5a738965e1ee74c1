import { incompleteBeta } from "./incomplete-beta.js";

/**
 * Probability that an F variable exceeds `f`: the p-value of a ratio of variances.
 *
 * @param f 0 or above, infinity included
 * @param numeratorDegrees above 0
 * @param denominatorDegrees above 0
 * @returns NaN where an argument lies outside its range
 * @see Abramowitz & Stegun (1964) 26.6.2
 * @example fUpperTail(4.735063, 10, 5) // 0.05
 */
export function fUpperTail(f: number, numeratorDegrees: number, denominatorDegrees: number): number {
  if (!(f >= 0)) return NaN;
  const ratio = (f * numeratorDegrees) / denominatorDegrees;
  const share = ratio === Infinity ? { x: 0, y: 1 } : { x: 1 / (1 + ratio), y: ratio / (1 + ratio) };
  return incompleteBeta(share.x, share.y, denominatorDegrees / 2, numeratorDegrees / 2).lower;
}
