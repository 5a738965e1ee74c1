import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { cutoffFault } from "./normalised-discounted-cumulative-gain.js";
import { labelsFault } from "./scored-labels.js";
import { countFault, type Fault, firstFault } from "./validity.js";

/**
 * Average precision of one ranked list, cut off.
 *
 * @param relevant 1 for a relevant place, 0 for another, in ranked order
 * @param cutoff how many places count, 1 or more; null counts all
 * @param totalRelevant relevant documents there are, also beyond the list; null where the list holds them all
 * @returns 0 to 1; not estimable where nothing is relevant; invalid where an argument lies outside its range
 * @see Σ P@i rel_i / min(R, k)
 * @example averagePrecisionAtK([1, 0, 1, 0, 0, 1], null, null) // { kind: "value", value: 0.7222 }
 */
export function averagePrecisionAtK(
  relevant: readonly number[],
  cutoff: number | null,
  totalRelevant: number | null,
): Estimate<number> {
  const listed = relevant.reduce((sum, mark) => sum + mark, 0);
  const total = totalRelevant ?? listed;
  const fault = firstFault(
    labelsFault("relevant", relevant),
    cutoff === null ? undefined : cutoffFault(cutoff),
    totalFault(total, listed),
  );
  if (fault !== undefined) return invalid(fault);
  if (total === 0) return notEstimable("nothing is relevant");
  const depth = cutoff ?? relevant.length;
  let found = 0;
  let sum = 0;
  relevant.slice(0, depth).forEach((mark, place) => {
    found += mark;
    sum += (mark * found) / (place + 1);
  });
  return value(sum / Math.min(total, Math.max(depth, 1)));
}

const totalFault = (total: number, listed: number): Fault =>
  firstFault(
    countFault("total relevant", total),
    total < listed ? `total relevant is ${total}, but the list alone holds ${listed}` : undefined,
  );
