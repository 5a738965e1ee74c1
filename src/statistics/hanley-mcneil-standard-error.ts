import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { countFault, firstFault, shareFault } from "./validity.js";

/**
 * Standard error of an area under the ROC curve where only the area and the class sizes are known. With the scores at
 * hand use `delongVariance`.
 *
 * @param area 0 to 1. At 0 and 1 the formula gives 0, which is no certainty: treat it as unknown
 * @param positives rows of class 1, a whole number
 * @param negatives rows of class 0, a whole number
 * @returns not estimable where one class is absent; invalid where an argument lies outside its range
 * @see Hanley & McNeil (1982), Radiology 143, 29-36
 * @example hanleyMcneilStandardError(0.893, 100, 100) // { kind: "value", value: 0.02339 }
 */
export function hanleyMcneilStandardError(area: number, positives: number, negatives: number): Estimate<number> {
  const fault = firstFault(
    shareFault("area", area),
    countFault("positives", positives),
    countFault("negatives", negatives),
  );
  if (fault !== undefined) return invalid(fault);
  if (positives === 0 || negatives === 0) return notEstimable("only one class is present");
  const rest = 1 - area;
  // Their Q₁ − A² and Q₂ − A², over A(1 − A): as differences they lose their digits where the area is nearly 1.
  const ofPositives = (positives - 1) * (rest / (2 - area));
  const ofNegatives = (negatives - 1) * (area / (1 + area));
  const single = (area / positives) * (rest / negatives);
  return value(Math.sqrt(single * (1 + ofPositives + ofNegatives)));
}
