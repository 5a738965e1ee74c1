import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { type SampleSummary, summaryFault } from "./sample-summary.js";
import { studentUpperQuantile } from "./student-t-distribution.js";
import { firstFault, openShareFault } from "./validity.js";

/**
 * Student's interval for the mean of independent values, from their summary. Not for the folds of a cross-validation,
 * which share their training rows.
 *
 * @param sample mean, standard deviation and size
 * @param confidence two-sided, above 0 and below 1
 * @returns not estimable where there are fewer than two values or they do not vary; invalid where an argument lies
 *   outside its range
 * @see Student (1908), Biometrika 6, 1-25
 * @example meanInterval({ mean: 10, standardDeviation: 2, size: 16 }, 0.95)
 *   // { kind: "value", value: { lower: 8.934, upper: 11.066 } }
 */
export function meanInterval(sample: SampleSummary, confidence: number): Estimate<Interval> {
  const fault = firstFault(summaryFault("sample", sample), openShareFault("confidence", confidence));
  if (fault !== undefined) return invalid(fault);
  if (sample.size < 2) return notEstimable("fewer than two values");
  if (sample.standardDeviation === 0) return notEstimable("the values do not vary");
  const quantile = studentUpperQuantile((1 - confidence) / 2, sample.size - 1);
  const reach = (quantile * sample.standardDeviation) / Math.sqrt(sample.size);
  return value({ lower: sample.mean - reach, upper: sample.mean + reach });
}
