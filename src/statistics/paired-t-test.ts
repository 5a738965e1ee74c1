import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type Alternative, symmetricPValue } from "./alternative.js";
import { meanOf, sampleVariance, unitOf } from "./sample-moments.js";
import { studentUpperTail } from "./student-t-distribution.js";
import { finiteListFault } from "./validity.js";
import type { TTest } from "./welch-t-test.js";

/**
 * Paired t test of differences that are independent of each other. Not for the folds of a cross-validation, which share
 * their training rows: see `nadeauBengioTTest`.
 *
 * @param differences first less second of each pair, finite
 * @param alternative about their mean
 * @returns not estimable where there are fewer than two, or all are equal; invalid where one is not finite
 * @see Student (1908), Biometrika 6, 1-25
 * @example pairedTTest([0.01, 0.02, -0.005, 0.015, 0.012], "two-sided")
 *   // { kind: "value", value: { t: 2.475, degrees: 4, p: 0.0686 } }
 */
export const pairedTTest = (differences: readonly number[], alternative: Alternative): Estimate<TTest> =>
  tTestOfMean(differences, alternative, 1 / differences.length);

/** t test of a mean whose variance is the sample's times `varianceFactor`. */
export function tTestOfMean(
  differences: readonly number[],
  alternative: Alternative,
  varianceFactor: number,
): Estimate<TTest> {
  const fault = finiteListFault("differences", differences);
  if (fault !== undefined) return invalid(fault);
  if (differences.length < 2) return notEstimable("fewer than two differences");
  if (differences.every((difference) => difference === differences[0])) {
    return notEstimable("all differences are equal");
  }
  const degrees = differences.length - 1;
  // The statistic has no unit of its own.
  const unit = unitOf(differences);
  const scaled = differences.map((difference) => difference / unit);
  const t = meanOf(scaled) / Math.sqrt(varianceFactor * sampleVariance(scaled));
  return value({ t, degrees, p: symmetricPValue(t, alternative, (statistic) => studentUpperTail(statistic, degrees)) });
}
