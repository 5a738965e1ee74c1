import { normalQuantile } from "../statistics/normal-distribution.js";

/**
 * Trials that a perfect score needs to show a proportion of at least `bound` by the score test: with all of n trials
 * successes the statistic is sqrt(n (1 - bound) / bound), which must reach the quantile of the confidence.
 *
 * @param bound from 0 to 1
 * @param confidence one-sided, from 0.5 up to 1
 * @returns null where no number of trials is enough
 */
export function trialsNeeded(bound: number, confidence: number): number | null {
  if (bound >= 1) return null;
  if (bound <= 0) return 0;
  const z = normalQuantile(confidence);
  return Math.ceil((z ** 2 * bound) / (1 - bound));
}
