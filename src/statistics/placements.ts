import { sortedRows } from "./ascending-order.js";
import { decimalSteps, type DecimalSteps } from "./decimal-steps.js";

/**
 * Where each row ranks among the other class: its level says all of it, so that a table of the levels stands for the
 * rows. Ties count half, which is why the counts are doubled.
 */
export interface RowPlacements {
  /** Place of each row's score in ascending order: rows of equal scores share a level. */
  readonly levels: Uint32Array;
  /** Twice the negatives below each level, with those on it once. */
  readonly negativesBelow: Uint32Array;
  /** Twice the positives below each level, with those on it once. */
  readonly positivesBelow: Uint32Array;
  readonly positives: number;
  readonly negatives: number;
  /** The area under the ROC curve, counted and rounded once. */
  readonly area: number;
}

/** How many of the labels are 1. */
export function countPositives(labels: ArrayLike<number>): number {
  let positives = 0;
  for (let row = 0; row < labels.length; row++) positives += labels[row] ?? NaN;
  return positives;
}

/**
 * Each row's placement among the other class. Their means are the area under the ROC curve, their variances make DeLong's:
 * whoever needs several of these sorts once.
 *
 * @param labels 0 or 1 for each of fewer than 2³¹ rows
 * @param scores finite
 * @returns undefined where one class is absent
 * @see Sun & Xu (2014), IEEE Signal Processing Letters 21, 1389-1393; one sort and one pass
 */
export function placementOfEachRow(labels: ArrayLike<number>, scores: ArrayLike<number>): RowPlacements | undefined {
  const positives = countPositives(labels);
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) return undefined;
  const { steps: levels, count } = decimalSteps(scores) ?? stepsBySorting(scores);
  // How many rows of each class a level holds, in small tables, since rows ask of them in no order.
  const negativesBelow = new Uint32Array(count);
  const positivesBelow = new Uint32Array(count);
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? 0;
    if (labels[row] === 1) positivesBelow[level] = (positivesBelow[level] ?? 0) + 1;
    else negativesBelow[level] = (negativesBelow[level] ?? 0) + 1;
  }
  let below = 0;
  let above = 0;
  let outranked = 0;
  for (let level = 0; level < count; level++) {
    const negativesHere = negativesBelow[level] ?? 0;
    const positivesHere = positivesBelow[level] ?? 0;
    const twice = 2 * below + negativesHere;
    negativesBelow[level] = twice;
    positivesBelow[level] = 2 * above + positivesHere;
    outranked += positivesHere * twice;
    below += negativesHere;
    above += positivesHere;
  }
  const area = outranked / 2 / (positives * negatives);
  return { levels, negativesBelow, positivesBelow, positives, negatives, area };
}

/** The same for values that lie on no common steps: a step for each distinct value. */
function stepsBySorting(scores: ArrayLike<number>): Pick<DecimalSteps, "steps" | "count"> {
  const { sorted, order } = sortedRows(scores);
  const steps = new Uint32Array(order.length);
  let step = 0;
  for (let place = 0; place < order.length; place++) {
    if (place > 0 && sorted[place] !== sorted[place - 1]) step++;
    steps[order[place] ?? 0] = step;
  }
  return { steps, count: step + 1 };
}

/** For a positive, the share of the negatives that it outranks; for a negative, that of the positives that outrank it. */
export function placementShares(labels: ArrayLike<number>, placements: RowPlacements): Float64Array {
  const { levels, negativesBelow, positivesBelow, positives, negatives } = placements;
  const shares = new Float64Array(levels.length);
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? 0;
    shares[row] =
      labels[row] === 1
        ? (negativesBelow[level] ?? NaN) / 2 / negatives
        : 1 - (positivesBelow[level] ?? NaN) / 2 / positives;
  }
  return shares;
}

/**
 * The variance of the area: of the mean placement, both classes' together; null where a class has fewer than two rows.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845: S₁₀/m + S₀₁/n
 */
export function areaVariance(labels: ArrayLike<number>, placements: RowPlacements): number | null {
  const { levels, negativesBelow, positivesBelow, positives, negatives, area } = placements;
  let ofPositives = 0;
  let ofNegatives = 0;
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? 0;
    if (labels[row] === 1) {
      const apart = (negativesBelow[level] ?? NaN) / 2 / negatives - area;
      ofPositives += apart * apart;
    } else {
      const apart = 1 - (positivesBelow[level] ?? NaN) / 2 / positives - area;
      ofNegatives += apart * apart;
    }
  }
  return varianceOfMeans(ofPositives, ofNegatives, placements);
}

/**
 * The same of the difference of two areas on the same rows, first less second. Each row's difference of placements is
 * one of counts, so that nothing cancels.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988), Biometrics 44, 837-845
 */
export function areaDifferenceVariance(
  labels: ArrayLike<number>,
  first: RowPlacements,
  second: RowPlacements,
): number | null {
  const { levels, negativesBelow, positivesBelow, positives, negatives } = first;
  const { levels: otherLevels, negativesBelow: otherNegatives, positivesBelow: otherPositives } = second;
  const difference = first.area - second.area;
  let ofPositives = 0;
  let ofNegatives = 0;
  for (let row = 0; row < levels.length; row++) {
    const level = levels[row] ?? 0;
    const other = otherLevels[row] ?? 0;
    if (labels[row] === 1) {
      const apart = ((negativesBelow[level] ?? NaN) - (otherNegatives[other] ?? NaN)) / 2 / negatives - difference;
      ofPositives += apart * apart;
    } else {
      const apart = ((otherPositives[other] ?? NaN) - (positivesBelow[level] ?? NaN)) / 2 / positives - difference;
      ofNegatives += apart * apart;
    }
  }
  return varianceOfMeans(ofPositives, ofNegatives, first);
}

function varianceOfMeans(
  ofPositives: number,
  ofNegatives: number,
  { positives, negatives }: RowPlacements,
): number | null {
  if (positives < 2 || negatives < 2) return null;
  return ofPositives / (positives - 1) / positives + ofNegatives / (negatives - 1) / negatives;
}
