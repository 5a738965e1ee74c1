import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { placements } from "./placements.js";
import { meanOf, sampleVariance } from "./sample-moments.js";
import { type ClassScores, scoredLabelsFault, scoresByClass } from "./scored-labels.js";

export interface AreaWithVariance {
  readonly area: number;
  /** Null where a class has fewer than two rows. */
  readonly variance: number | null;
}

/**
 * Area under the ROC curve with DeLong's estimate of its variance.
 *
 * @param labels 0 or 1 for each row
 * @param scores finite
 * @returns not estimable where one class is absent; invalid where lengths, labels or scores are wrong
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845; O(n log n) by placements after Sun & Xu (2014),
 *   IEEE Signal Processing Letters 21, 1389-1393
 * @example delongVariance([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1])
 *   // { kind: "value", value: { area: 0.75, variance: 0.125 } }
 */
export function delongVariance(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate<AreaWithVariance> {
  const fault = scoredLabelsFault(labels, "scores", scores);
  if (fault !== undefined) return invalid(fault);
  const classes = scoresByClass(labels, scores);
  if (classes.positives.length === 0 || classes.negatives.length === 0)
    return notEstimable("only one class is present");
  const components = structuralComponents(classes);
  return value({ area: meanOf(components.ofPositives), variance: componentVariance(components) });
}

export interface StructuralComponents {
  /** Share of the negatives that each positive outranks. */
  readonly ofPositives: Float64Array;
  /** Share of the positives that outrank each negative. */
  readonly ofNegatives: Float64Array;
}

export const structuralComponents = ({ positives, negatives }: ClassScores): StructuralComponents => ({
  ofPositives: placements(positives, negatives),
  ofNegatives: placements(negatives, positives).map((share) => 1 - share),
});

/** Null where a class has fewer than two rows. */
export function componentVariance({ ofPositives, ofNegatives }: StructuralComponents): number | null {
  if (ofPositives.length < 2 || ofNegatives.length < 2) return null;
  return sampleVariance(ofPositives) / ofPositives.length + sampleVariance(ofNegatives) / ofNegatives.length;
}
