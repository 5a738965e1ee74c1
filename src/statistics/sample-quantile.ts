import { at } from "./element.js";

/**
 * Quantile of ascending values, interpolated linearly between the two nearest.
 *
 * @param sorted ascending, at least one
 * @param share 0 to 1
 * @see Hyndman & Fan (1996), The American Statistician 50, 361-365, type 7: the default of R and NumPy
 * @example sampleQuantile(Float64Array.of(1, 2, 3, 4), 0.25) // 1.75
 */
export function sampleQuantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const lower = at(sorted, below);
  const upper = at(sorted, Math.min(below + 1, sorted.length - 1));
  const gap = upper - lower;
  const beyond = position - below;
  return Number.isFinite(gap) ? lower + beyond * gap : lower * (1 - beyond) + upper * beyond;
}
