import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { placementOfEachRow } from "./placements.js";
import { scoredLabelsFault } from "./scored-labels.js";

/**
 * Area under the ROC curve: the chance that a positive row scores above a negative one, ties counting half.
 *
 * @param labels 0 or 1 for each row
 * @param scores finite, the greater the likelier positive
 * @returns 0 to 1; not estimable where one class is absent; invalid where lengths, labels or scores are wrong
 * @see Mann & Whitney (1947); Hanley & McNeil (1982), Radiology 143, 29-36
 * @example areaUnderRocCurve([1, 1, 0, 0], [0.9, 0.4, 0.6, 0.1]) // { kind: "value", value: 0.75 }
 */
export function areaUnderRocCurve(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate<number> {
  const fault = scoredLabelsFault(labels, "scores", scores);
  if (fault !== undefined) return invalid(fault);
  const placements = placementOfEachRow(labels, scores);
  return placements === undefined ? notEstimable("only one class is present") : value(placements.area);
}
