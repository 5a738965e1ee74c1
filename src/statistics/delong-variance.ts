import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { areaVariance, placementOfEachRow } from "./placements.js";
import { scoredLabelsFault } from "./scored-labels.js";

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
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845; by placements after Sun & Xu (2014),
 *   IEEE Signal Processing Letters 21, 1389-1393
 * @example delongVariance([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1])
 *   // { kind: "value", value: { area: 0.75, variance: 0.125 } }
 */
export function delongVariance(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate<AreaWithVariance> {
  const fault = scoredLabelsFault(labels, "scores", scores);
  if (fault !== undefined) return invalid(fault);
  const placements = placementOfEachRow(labels, scores);
  if (placements === undefined) return notEstimable("only one class is present");
  return value({ area: placements.area, variance: areaVariance(labels, placements) });
}
