import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { fUpperTail } from "./f-distribution.js";
import { unitOf } from "./sample-moments.js";
import { studentUpperTail } from "./student-t-distribution.js";
import { finiteListFault, firstFault } from "./validity.js";

/** First less second model, on each half of one split. */
export type SplitDifferences = readonly [number, number];

export interface FiveByTwoTest {
  /** Dietterich's t with 5 degrees of freedom, and its two-sided p-value. */
  readonly t: number;
  readonly tP: number;
  /** Alpaydın's F with 10 and 5, which does not hang on the first split alone. */
  readonly f: number;
  readonly fP: number;
}

/**
 * Two models over five repetitions of two-fold cross-validation.
 *
 * @param splits the differences of the five repetitions, finite
 * @returns not estimable where no repetition's halves differ; invalid where there are not five or one is not finite
 * @see Dietterich (1998), Neural Computation 10, 1895-1923; Alpaydın (1999), ibid. 11, 1885-1892
 */
export function fiveByTwoCrossValidationTest(splits: readonly SplitDifferences[]): Estimate<FiveByTwoTest> {
  const differences = splits.flat();
  const fault = firstFault(
    splits.length === 5 ? undefined : `five repetitions are needed, got ${splits.length}`,
    finiteListFault("differences", differences),
  );
  if (fault !== undefined) return invalid(fault);
  if (splits.every(([first, second]) => first === second)) return notEstimable("no repetition's halves differ");
  // Neither statistic has a unit of its own.
  const unit = unitOf(differences);
  const scaled = splits.map(([first, second]) => [first / unit, second / unit] as const);
  const variances = scaled.reduce((sum, [first, second]) => sum + (first - second) ** 2 / 2, 0);
  const t = (scaled[0]?.[0] ?? 0) / Math.sqrt(variances / 5);
  const f = scaled.flat().reduce((sum, difference) => sum + difference ** 2, 0) / (2 * variances);
  return value({ t, tP: Math.min(1, 2 * studentUpperTail(Math.abs(t), 5)), f, fP: fUpperTail(f, 10, 5) });
}
