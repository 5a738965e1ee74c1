import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type Alternative, symmetricPValue } from "./alternative.js";
import { type SampleSummary, summaryFault } from "./sample-summary.js";
import { studentUpperTail } from "./student-t-distribution.js";
import { firstFault } from "./validity.js";

export interface TTest {
  readonly t: number;
  /** Of freedom; whole or not. */
  readonly degrees: number;
  readonly p: number;
}

/**
 * Welch's t test of two means with unequal variances, from summaries.
 *
 * @param first mean, standard deviation and size of the first sample
 * @param second of the second
 * @param alternative about the first mean less the second
 * @returns not estimable where a sample has fewer than two values, or neither varies; invalid where an argument lies
 *   outside its range
 * @see Welch (1947), Biometrika 34, 28-35; degrees of freedom after Satterthwaite (1946)
 * @example welchTTest({ mean: 0.82, standardDeviation: 0.0216, size: 7 },
 *   { mean: 0.79, standardDeviation: 0.0158, size: 5 }, "two-sided")
 *   // { kind: "value", value: { t: 2.778, degrees: 9.967, p: 0.0196 } }
 */
export function welchTTest(first: SampleSummary, second: SampleSummary, alternative: Alternative): Estimate<TTest> {
  const difference = welchDifference(first, second);
  if (difference.kind !== "value") return difference;
  const { standardError, degrees } = difference.value;
  const t = difference.value.difference / standardError;
  return value({ t, degrees, p: symmetricPValue(t, alternative, (statistic) => studentUpperTail(statistic, degrees)) });
}

export interface WelchDifference {
  readonly difference: number;
  readonly standardError: number;
  readonly degrees: number;
}

/**
 * The difference of two means with its standard error and degrees of freedom.
 *
 * @see Welch (1947), Biometrika 34, 28-35; Satterthwaite (1946), Biometrics Bulletin 2, 110-114
 */
export function welchDifference(first: SampleSummary, second: SampleSummary): Estimate<WelchDifference> {
  const fault = firstFault(summaryFault("first", first), summaryFault("second", second));
  if (fault !== undefined) return invalid(fault);
  if (first.size < 2 || second.size < 2) return notEstimable("a sample has fewer than two values");
  if (first.standardDeviation === 0 && second.standardDeviation === 0) return notEstimable("neither sample varies");
  const firstError = first.standardDeviation / Math.sqrt(first.size);
  const secondError = second.standardDeviation / Math.sqrt(second.size);
  const standardError = Math.hypot(firstError, secondError);
  if (standardError === 0) return notEstimable("the samples vary by less than a double can hold");
  const firstShare = (firstError / standardError) ** 2;
  const secondShare = (secondError / standardError) ** 2;
  const degrees = 1 / (firstShare ** 2 / (first.size - 1) + secondShare ** 2 / (second.size - 1));
  return value({ difference: first.mean - second.mean, standardError, degrees });
}
