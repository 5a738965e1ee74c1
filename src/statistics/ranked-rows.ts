import { ascendingOrder } from "./ascending-order.js";
import { placementShares, type RowPlacements } from "./placements.js";

/** Scored rows with their order, so that statistics of many resamples sort once. */
export interface RankedRows {
  readonly labels: ArrayLike<number>;
  readonly scores: ArrayLike<number>;
  /** Indexes of the rows, ascending by score. */
  readonly order: Uint32Array;
}

/** Rows ordered once, so that every resample need only weigh them. @param labels 0 or 1 @param scores finite */
export const rankRows = (labels: ArrayLike<number>, scores: ArrayLike<number>): RankedRows => ({
  labels,
  scores,
  order: ascendingOrder(scores),
});

/**
 * Area under the ROC curve where each row counts as often as its weight says.
 *
 * @param weights 0 or above, one for each row
 * @returns null where the weights leave one class only
 * @see Hanley & McNeil (1982), Radiology 143, 29-36: Σ w⁺w⁻ψ / Σ w⁺w⁻ over pairs, ties counted as a half
 */
export function weightedArea({ labels, scores, order }: RankedRows, weights: ArrayLike<number>): number | null {
  let positives = 0;
  let negatives = 0;
  let outranked = 0;
  for (let start = 0; start < order.length;) {
    const score = scores[order[start] ?? 0];
    let positivesHere = 0;
    let negativesHere = 0;
    let end = start;
    for (; end < order.length; end++) {
      const row = order[end] ?? 0;
      if (scores[row] !== score) break;
      if (labels[row] === 1) positivesHere += weights[row] ?? 0;
      else negativesHere += weights[row] ?? 0;
    }
    outranked += positivesHere * (negatives + negativesHere / 2);
    positives += positivesHere;
    negatives += negativesHere;
    start = end;
  }
  return positives > 0 && negatives > 0 ? outranked / (positives * negatives) : null;
}

/**
 * Average precision where each row counts as often as its weight says; null where no positive is left.
 *
 * @see `averagePrecision`: Σ (R_k − R_{k−1}) P_k over distinct scores
 */
export function weightedAveragePrecision(
  { labels, scores, order }: RankedRows,
  weights: ArrayLike<number>,
): number | null {
  let found = 0;
  let seen = 0;
  let sum = 0;
  for (let end = order.length; end > 0;) {
    const score = scores[order[end - 1] ?? 0];
    let here = 0;
    let start = end;
    for (; start > 0; start--) {
      const row = order[start - 1] ?? 0;
      if (scores[row] !== score) break;
      const weight = weights[row] ?? 0;
      seen += weight;
      if (labels[row] === 1) here += weight;
    }
    found += here;
    if (here > 0) sum += (here * found) / seen;
    end = start;
  }
  return found > 0 ? sum / found : null;
}

/**
 * How much each row moves the area: n times the change that a little more weight on it makes.
 *
 * @see DeLong, DeLong & Clarke-Pearson (1988): the structural components about their mean
 */
export function areaInfluences(labels: ArrayLike<number>, placements: RowPlacements): Float64Array {
  const { positives, negatives, area } = placements;
  const ofPositives = labels.length / positives;
  const ofNegatives = labels.length / negatives;
  return placementShares(labels, placements).map(
    (share, row) => (share - area) * (labels[row] === 1 ? ofPositives : ofNegatives),
  );
}

/**
 * How much each row moves the average precision: the derivative of ∫ H₁/H dG₁ / p, where H₁ and H are the shares of
 * positives and of rows that score at least as high, and G₁ is the distribution of positives.
 *
 * @param precision the average precision of the rows
 * @see Hampel (1974), JASA 69, 383-393, for the influence function; worked out for this functional here
 */
export function averagePrecisionInfluences(ranked: RankedRows, precision: number): Float64Array {
  const { labels, scores, order } = ranked;
  const rows = order.length;
  const influences = new Float64Array(rows);
  const atLeast = precisionAt(ranked);
  let overRows = 0;
  let overSquares = 0;
  let positives = 0;
  for (let start = 0; start < rows;) {
    const score = scores[order[start] ?? 0];
    let end = start;
    let here = 0;
    for (; end < rows && scores[order[end] ?? 0] === score; end++) here += labels[order[end] ?? 0] === 1 ? 1 : 0;
    const share = (rows - start) / rows;
    const precisionHere = atLeast[start] ?? NaN;
    positives += here;
    overRows += here / rows / share;
    overSquares += (here / rows) * (precisionHere / share);
    for (let place = start; place < end; place++) {
      const row = order[place] ?? 0;
      const label = labels[row] === 1 ? 1 : 0;
      influences[row] = label * (precisionHere + overRows - precision) - overSquares;
    }
    start = end;
  }
  const prevalence = positives / rows;
  return influences.map((influence) => influence / prevalence);
}

/** At the first place of each run of equal scores, the share of positives among the rows from there on. */
function precisionAt({ labels, order }: RankedRows): Float64Array {
  const shares = new Float64Array(order.length);
  let found = 0;
  for (let place = order.length - 1; place >= 0; place--) {
    found += labels[order[place] ?? 0] === 1 ? 1 : 0;
    shares[place] = found / (order.length - place);
  }
  return shares;
}
