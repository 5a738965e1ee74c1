import { at } from "./element.js";
import { meanOf } from "./sample-moments.js";
import { midranks } from "./sorted-values.js";

/**
 * Spearman's rank correlation, ties sharing their mean rank.
 *
 * @param first finite
 * @param second of the same length
 * @returns −1 to 1; null where there are fewer than two values or one side is constant
 * @see Spearman (1904), American Journal of Psychology 15, 72-101
 * @example spearmanCorrelation([1, 2, 3], [3, 2, 1]) // -1
 */
export function spearmanCorrelation(first: ArrayLike<number>, second: ArrayLike<number>): number | null {
  const left = fromMean(midranks(first));
  const right = fromMean(midranks(second));
  const squares = dot(left, left) * dot(right, right);
  return squares === 0 ? null : dot(left, right) / Math.sqrt(squares);
}

function fromMean(ranks: Float64Array): Float64Array {
  const mean = meanOf(ranks);
  return ranks.map((rank) => rank - mean);
}

const dot = (left: Float64Array, right: Float64Array): number =>
  left.reduce((sum, element, index) => sum + element * at(right, index), 0);
