import { betaTerm, incompleteBeta } from "./incomplete-beta.js";
import { logConcaveQuantile, type Side } from "./log-concave-quantile.js";

/** A share and what it leaves of 1, each with all its digits. */
export interface Share {
  readonly x: number;
  readonly y: number;
}

/**
 * The x below (or above) which a beta variable lies with a probability.
 *
 * @param probability of the tail, 0 to 1
 * @param side `lower`: the tail below x; `upper`: the tail above it, exact also where 1 minus the probability is not
 * @param a above 0
 * @param b above 0
 * @returns x and 1 − x; NaN where an argument lies outside its range
 * @see Newton's method in the log odds, where every beta density is log-concave
 * @example betaQuantile(0.025, "lower", 9, 2).x // 0.5550
 */
export function betaQuantile(probability: number, side: Side, a: number, b: number): Share {
  if (!(probability >= 0 && probability <= 1 && a > 0 && b > 0)) return { x: NaN, y: NaN };
  if (probability === 0) return side === "lower" ? { x: 0, y: 1 } : { x: 1, y: 0 };
  if (probability > 0.5) return betaQuantile(1 - probability, side === "lower" ? "upper" : "lower", a, b);
  const logOdds = logConcaveQuantile(probability, side, Math.log(a / b), (point) => {
    const { x, y } = shareOf(point);
    return { ...incompleteBeta(x, y, a, b), density: betaTerm(x, y, a, b) };
  });
  return shareOf(logOdds);
}

const shareOf = (logOdds: number): Share => ({ x: 1 / (1 + Math.exp(-logOdds)), y: 1 / (1 + Math.exp(logOdds)) });
