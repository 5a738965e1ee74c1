import { sortedRows } from "./ascending-order.js";
import { decimalSteps, type DecimalSteps } from "./decimal-steps.js";

/** Of each row, the share of the other class's rows that rank on its right side; ties count half. */
export interface RowPlacements {
  /** For a positive, the share of the negatives that it outranks; for a negative, that of the positives that outrank it. */
  readonly shares: Float64Array<ArrayBuffer>;
  /** The mean of the shares of either class: the area under the ROC curve, counted and rounded once. */
  readonly area: number;
}

export function countPositives(labels: ArrayLike<number>): number {
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row] ?? NaN;
  return positives;
}

/**
 * Each row's placement among the other class. Their means are the area under the ROC curve, their variances make DeLong's:
 * whoever needs several of these sorts once.
 *
 * @param labels 0 or 1 for each row
 * @param scores finite
 * @returns undefined where one class is absent
 * @see Sun & Xu (2014), IEEE Signal Processing Letters 21, 1389-1393; one sort and one pass
 */
export function placementOfEachRow(labels: ArrayLike<number>, scores: ArrayLike<number>): RowPlacements | undefined {
  const positives = countPositives(labels);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  // Twice the rows must fit a word of the tables.
  const steps = labels.length < 2 ** 31 ? decimalSteps(scores) : undefined;
  return steps === undefined
    ? bySorting(labels, scores, positives, negatives)
    : byCounting(labels, steps, positives, negatives);
}

function bySorting(
  labels: ArrayLike<number>,
  scores: ArrayLike<number>,
  positives: number,
  negatives: number,
): RowPlacements {
  const { sorted, order } = sortedRows(scores);
  const { length: rows } = order;
  // A byte a row stays in the cache while rows are asked for out of their order.
  const positive = new Uint8Array(rows);
  for (let row = 0; row < rows; row++) positive[row] = labels[row] ?? 0;
  const shares = new Float64Array(rows);
  let positivesBelow = 0;
  let outranked = 0;
  for (let start = 0; start < rows;) {
    const score = sorted[start];
    let positivesHere = 0;
    let end = start;
    do {
      positivesHere += positive[order[end] ?? 0] ?? 0;
      end++;
    } while (end < rows && sorted[end] === score);
    const below = start - positivesBelow + (end - start - positivesHere) / 2;
    const ofPositive = below / negatives;
    const ofNegative = 1 - (positivesBelow + positivesHere / 2) / positives;
    for (let place = start; place < end; place++) {
      const row = order[place] ?? 0;
      shares[row] = positive[row] === 1 ? ofPositive : ofNegative;
    }
    outranked += positivesHere * below;
    positivesBelow += positivesHere;
    start = end;
  }
  return { shares, area: outranked / (positives * negatives) };
}

/** The same where scores are decimals of which each may be counted. */
function byCounting(
  labels: ArrayLike<number>,
  { steps, count }: DecimalSteps,
  positives: number,
  negatives: number,
): RowPlacements {
  const { length: rows } = steps;
  // How many rows of each class a step holds; then twice how many of the other class lie below it, halves of ties with
  // them. Small tables, since rows ask of them in no order.
  const ofNegatives = new Uint32Array(count);
  const ofPositives = new Uint32Array(count);
  for (let row = 0; row < rows; row++) {
    const step = steps[row] ?? 0;
    if (labels[row] === 1) ofPositives[step] = (ofPositives[step] ?? 0) + 1;
    else ofNegatives[step] = (ofNegatives[step] ?? 0) + 1;
  }
  let positivesBelow = 0;
  let negativesBelow = 0;
  let outranked = 0;
  for (let step = 0; step < count; step++) {
    const negativesHere = ofNegatives[step] ?? 0;
    const positivesHere = ofPositives[step] ?? 0;
    const below = 2 * negativesBelow + negativesHere;
    ofNegatives[step] = 2 * positivesBelow + positivesHere;
    ofPositives[step] = below;
    outranked += positivesHere * below;
    positivesBelow += positivesHere;
    negativesBelow += negativesHere;
  }
  const shares = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const step = steps[row] ?? 0;
    shares[row] =
      labels[row] === 1 ? (ofPositives[step] ?? NaN) / 2 / negatives : 1 - (ofNegatives[step] ?? NaN) / 2 / positives;
  }
  return { shares, area: outranked / 2 / (positives * negatives) };
}

/**
 * The variance of a mean of placements, or of differences of placements: both classes' together.
 *
 * @param shares one for each row
 * @param mean of the shares of either class, which is the same
 * @returns null where a class has fewer than two rows
 */
export function placementVariance(labels: ArrayLike<number>, shares: Float64Array, mean: number): number | null {
  let positives = 0;
  let ofPositives = 0;
  let ofNegatives = 0;
  for (let row = 0; row < shares.length; row++) {
    const apart = (shares[row] ?? NaN) - mean;
    if (labels[row] === 1) {
      positives++;
      ofPositives += apart * apart;
    } else ofNegatives += apart * apart;
  }
  const negatives = shares.length - positives;
  if (positives < 2 || negatives < 2) return null;
  return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
}
