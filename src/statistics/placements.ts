import { ascendingOrder } from "./ascending-order.js";
import { eachRun } from "./sorted-values.js";

/** Of each row of a class, the share of the other class's rows that rank on its right side; ties count half. */
export interface Placements {
  /** For each positive, in the order of the rows: the share of the negatives that it outranks. */
  readonly ofPositives: Float64Array;
  /** For each negative, in the order of the rows: the share of the positives that outrank it. */
  readonly ofNegatives: Float64Array;
}

/**
 * Placements of scored rows among the other class. The mean of either is the area under the ROC curve, their variances
 * make DeLong's.
 *
 * @param labels 0 or 1 for each row
 * @param scores finite
 * @returns undefined where one class is absent
 * @see Sun & Xu (2014), IEEE Signal Processing Letters 21, 1389-1393; one sort and one pass
 */
export function placementsOf(labels: ArrayLike<number>, scores: ArrayLike<number>): Placements | undefined {
  const positives = countPositives(labels);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const shares = sharesOfOtherClass(labels, scores, positives, negatives);
  const ofPositives = new Float64Array(positives);
  const ofNegatives = new Float64Array(negatives);
  let seen = 0;
  for (let row = 0; row < shares.length; row++) {
    if (labels[row] === 1) ofPositives[seen++] = shares[row] ?? NaN;
    else ofNegatives[row - seen] = shares[row] ?? NaN;
  }
  return { ofPositives, ofNegatives };
}

export function countPositives(labels: ArrayLike<number>): number {
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row] ?? NaN;
  return positives;
}

function sharesOfOtherClass(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  positives: number,
  negatives: number,
): Float64Array {
  const order = ascendingOrder(scores);
  const shares = new Float64Array(order.length);
  let positivesBelow = 0;
  eachRun(scores, order, (start, end) => {
    let positivesHere = 0;
    for (let place = start; place < end; place++) positivesHere += labels[order[place] ?? 0] ?? NaN;
    const negativesBelow = start - positivesBelow;
    const negativesHere = end - start - positivesHere;
    const outranked = (negativesBelow + negativesHere / 2) / negatives;
    const outranking = 1 - (positivesBelow + positivesHere / 2) / positives;
    for (let place = start; place < end; place++) {
      const row = order[place] ?? 0;
      shares[row] = labels[row] === 1 ? outranked : outranking;
    }
    positivesBelow += positivesHere;
  });
  return shares;
}
