import { ascendingOrder } from "./ascending-order.js";

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
  const shares = placementOfEachRow(labels, scores);
  if (shares === undefined) return undefined;
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

/** The same in the order of the rows, both classes together. */
export function placementOfEachRow(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
): Float64Array<ArrayBuffer> | undefined {
  const positives = countPositives(labels);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const order = ascendingOrder(scores);
  const shares = new Float64Array(order.length);
  let positivesBelow = 0;
  for (let start = 0; start < order.length;) {
    const score = scores[order[start] ?? 0];
    let positivesHere = 0;
    let end = start;
    for (; end < order.length; end++) {
      const row = order[end] ?? 0;
      if (scores[row] !== score) break;
      positivesHere += labels[row] ?? NaN;
    }
    const negativesBelow = start - positivesBelow;
    const negativesHere = end - start - positivesHere;
    const outranked = (negativesBelow + negativesHere / 2) / negatives;
    const outranking = 1 - (positivesBelow + positivesHere / 2) / positives;
    for (let place = start; place < end; place++) {
      const row = order[place] ?? 0;
      shares[row] = labels[row] === 1 ? outranked : outranking;
    }
    positivesBelow += positivesHere;
    start = end;
  }
  return shares;
}
