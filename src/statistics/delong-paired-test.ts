import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { symmetricPValue } from "./alternative.js";
import { normalUpperTail } from "./normal-distribution.js";
import { areaDifferenceVariance, placementOfEachRow, type RowPlacements } from "./placements.js";
import { scoredLabelsFault } from "./scored-labels.js";
import { firstFault } from "./validity.js";

export interface PairedAreas {
  readonly firstArea: number;
  readonly secondArea: number;
  /** First less second. */
  readonly difference: number;
  /** Of the difference; null where a class has fewer than two rows. */
  readonly variance: number | null;
  /** Null, as is `p`, where the variance is null or zero: both rank the rows alike. */
  readonly z: number | null;
  /** Two-sided. */
  readonly p: number | null;
}

/**
 * DeLong's test of two areas under the ROC curve on the same rows.
 *
 * @param labels 0 or 1 for each row
 * @param firstScores finite, of the same rows
 * @param secondScores finite, of the same rows
 * @returns not estimable where one class is absent; invalid where lengths, labels or scores are wrong
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845; the variance is taken of the differences of the
 *   components, which is the same and does not cancel
 * @example delongPairedTest([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1], [0.9, 0.8, 0.6, 0.1])
 *   // { kind: "value", value: { firstArea: 0.75, secondArea: 1, difference: -0.25, variance: 0.125, z: -0.707, p: 0.48 } }
 */
export function delongPairedTest(
  labels: ArrayLike<number>,
  firstScores: ArrayLike<number>,
  secondScores: ArrayLike<number>,
): Estimate<PairedAreas> {
  const fault = firstFault(
    scoredLabelsFault(labels, "first scores", firstScores),
    scoredLabelsFault(labels, "second scores", secondScores),
  );
  if (fault !== undefined) return invalid(fault);
  const first = placementOfEachRow(labels, firstScores);
  const second = placementOfEachRow(labels, secondScores);
  if (first === undefined || second === undefined) return notEstimable("only one class is present");
  return value(pairedAreas(labels, first, second));
}

/** The same of placements that were made before. @param labels of both classes */
export function pairedAreas(labels: ArrayLike<number>, first: RowPlacements, second: RowPlacements): PairedAreas {
  const difference = first.area - second.area;
  const variance = areaDifferenceVariance(labels, first, second);
  const z = variance === null || variance === 0 ? null : difference / Math.sqrt(variance);
  const p = z === null ? null : symmetricPValue(z, "two-sided", normalUpperTail);
  return { firstArea: first.area, secondArea: second.area, difference, variance, z, p };
}
