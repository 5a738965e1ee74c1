import { type Estimate, invalid, value } from "../model/estimate.js";
import type { SampleSummary } from "./sample-summary.js";
import { studentUpperTail } from "./student-t-distribution.js";
import { finiteFault, firstFault } from "./validity.js";
import { welchDifference } from "./welch-t-test.js";

export interface EquivalenceTest {
  /** Of "the difference is at most `low`". */
  readonly lowerP: number;
  /** Of "the difference is at least `high`". */
  readonly upperP: number;
  /** The greater of the two: small where the means are shown to be alike. */
  readonly p: number;
  readonly degrees: number;
}

/**
 * Two one-sided Welch tests: is the difference of two means shown to lie between two limits? At level a, exactly where
 * the interval at confidence 1 − 2a lies between them.
 *
 * @param first mean, standard deviation and size of the first sample
 * @param second of the second
 * @param low the greatest acceptable fall, below `high`, in the unit of the means
 * @param high the greatest acceptable rise
 * @returns not estimable where a sample has fewer than two values, or neither varies; invalid where an argument lies
 *   outside its range
 * @see Schuirmann (1987), J. Pharmacokinetics and Biopharmaceutics 15, 657-680
 */
export function welchEquivalenceTest(
  first: SampleSummary,
  second: SampleSummary,
  low: number,
  high: number,
): Estimate<EquivalenceTest> {
  const fault = firstFault(
    finiteFault("low", low),
    finiteFault("high", high),
    low < high ? undefined : `low must lie below high, got ${low} and ${high}`,
  );
  if (fault !== undefined) return invalid(fault);
  const estimate = welchDifference(first, second);
  if (estimate.kind !== "value") return estimate;
  const { difference, standardError, degrees } = estimate.value;
  const lowerP = studentUpperTail((difference - low) / standardError, degrees);
  const upperP = studentUpperTail((high - difference) / standardError, degrees);
  return value({ lowerP, upperP, p: Math.max(lowerP, upperP), degrees });
}
