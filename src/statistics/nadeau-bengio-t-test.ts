import { type Estimate, invalid } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { tTestOfMean } from "./paired-t-test.js";
import { firstFault, positiveFault } from "./validity.js";
import type { TTest } from "./welch-t-test.js";

/**
 * Corrected resampled t test: two models over the folds of a cross-validation or repeated random splits. A plain t test
 * over folds counts the shared training rows as independent, and finds differences that are not there.
 *
 * @param differences first less second of each fold or split, finite
 * @param trainingRows of one fold, above 0
 * @param testRows of one fold, above 0
 * @param alternative about their mean
 * @returns not estimable where there are fewer than two, or all are equal; invalid where an argument lies outside its
 *   range
 * @see Nadeau & Bengio (2003), Machine Learning 52, 239-281: the variance is s² (1/k + testRows/trainingRows)
 */
export function nadeauBengioTTest(
  differences: readonly number[],
  trainingRows: number,
  testRows: number,
  alternative: Alternative,
): Estimate<TTest> {
  const fault = firstFault(positiveFault("training rows", trainingRows), positiveFault("test rows", testRows));
  if (fault !== undefined) return invalid(fault);
  return tTestOfMean(differences, alternative, 1 / differences.length + testRows / trainingRows);
}
