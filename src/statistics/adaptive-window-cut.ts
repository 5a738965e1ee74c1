import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { countFault, firstFault, nonNegativeFault, openShareFault } from "./validity.js";

/**
 * The difference of means at which ADWIN cuts its window in two.
 *
 * @param olderSize values in the older part, a whole number
 * @param newerSize values in the newer part, a whole number
 * @param variance of the whole window, 0 or above
 * @param delta chance of a false cut, above 0 and below 1
 * @returns not estimable where a part is empty; invalid where an argument lies outside its range
 * @see Bifet & Gavaldà (2007), SIAM International Conference on Data Mining, 443-448
 */
export function adaptiveWindowCut(
  olderSize: number,
  newerSize: number,
  variance: number,
  delta: number,
): Estimate<number> {
  const fault = firstFault(
    countFault("older size", olderSize),
    countFault("newer size", newerSize),
    nonNegativeFault("variance", variance),
    openShareFault("delta", delta),
  );
  if (fault !== undefined) return invalid(fault);
  if (olderSize === 0 || newerSize === 0) return notEstimable("a part of the window is empty");
  const inverseMean = 1 / olderSize + 1 / newerSize;
  const logTerm = Math.log((2 * Math.log(olderSize + newerSize)) / delta);
  return value(Math.sqrt(2 * variance * logTerm * inverseMean) + (2 / 3) * logTerm * inverseMean);
}
