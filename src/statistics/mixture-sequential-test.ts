import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { finiteFault, firstFault, nonNegativeFault, openShareFault, positiveFault } from "./validity.js";

export interface MixtureSequentialTest {
  /** Natural logarithm of the mixture likelihood ratio. */
  readonly logRatio: number;
  /** Valid at this look whenever one looks; over several looks the least one stands. */
  readonly p: number;
  /** Of the interval about the difference that holds at all looks together. */
  readonly halfWidth: number;
}

/**
 * Mixture sequential probability ratio test of a difference of means: for an experiment that is watched while it runs,
 * where a p-value for a fixed end would alarm far too often.
 *
 * @param difference observed so far
 * @param variance of that difference, 0 or above
 * @param mixingVariance of the differences that are thought likely, above 0; chosen before the experiment
 * @param alpha above 0 and below 1
 * @returns not estimable where the variance is 0; invalid where an argument lies outside its range
 * @see Johari, Koomen, Pekelis & Walsh (2022), Operations Research 70, 1806-1821; Robbins (1970)
 */
export function mixtureSequentialTest(
  difference: number,
  variance: number,
  mixingVariance: number,
  alpha: number,
): Estimate<MixtureSequentialTest> {
  const fault = firstFault(
    finiteFault("difference", difference),
    nonNegativeFault("variance", variance),
    positiveFault("mixing variance", mixingVariance),
    openShareFault("alpha", alpha),
  );
  if (fault !== undefined) return invalid(fault);
  if (variance === 0) return notEstimable("the difference has no variance");
  const both = variance + mixingVariance;
  const logShrink = Math.log1p(mixingVariance / variance) / 2;
  const logRatio = ((mixingVariance / both) * (difference * difference)) / (2 * variance) - logShrink;
  if (!Number.isFinite(logRatio)) return notEstimable("the difference or a variance is too great for doubles");
  const halfWidth = Math.sqrt(2 * variance * (both / mixingVariance) * (logShrink - Math.log(alpha)));
  return value({ logRatio, p: Math.min(1, Math.exp(-logRatio)), halfWidth });
}
