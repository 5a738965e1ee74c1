import { betaTerm, incompleteBeta } from "./incomplete-beta.js";

/**
 * Probability of exactly `successes` among `trials`.
 *
 * @param successes a whole number, 0 to `trials`
 * @param trials a whole number
 * @param rate of success, above 0 and below 1
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities"
 * @example binomialProbability(5, 10, 0.5) // 0.24609375
 */
export function binomialProbability(successes: number, trials: number, rate: number): number {
  const failures = trials - successes;
  if (successes === 0) return Math.exp(trials * Math.log1p(-rate));
  if (failures === 0) return Math.exp(trials * Math.log(rate));
  return (betaTerm(rate, 1 - rate, successes, failures) * trials) / (successes * failures);
}

/**
 * Probability of at most `successes` among `trials`.
 *
 * @param successes a whole number, 0 to `trials`
 * @param trials a whole number
 * @param rate of success, above 0 and below 1
 * @example binomialLowerTail(1, 8, 0.5) // 0.03515625
 */
export const binomialLowerTail = (successes: number, trials: number, rate: number): number =>
  successes >= trials ? 1 : incompleteBeta(1 - rate, rate, trials - successes, successes + 1).lower;
