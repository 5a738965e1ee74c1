import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { scoredLabelsFault } from "./scored-labels.js";

/**
 * Average precision: the precision at each distinct threshold, weighted by the recall it adds. Not the trapezoid area
 * under the precision-recall curve, which is too kind. Equal scores throughout give the share of positives.
 *
 * @param labels 0 or 1 for each row
 * @param scores finite, the greater the likelier positive
 * @returns 0 to 1; not estimable where there are no positives; invalid where lengths, labels or scores are wrong
 * @see Σ (R_k − R_(k−1)) P_k, as scikit-learn's average_precision_score
 * @example averagePrecision([1, 0, 1, 0], [0.9, 0.8, 0.7, 0.1]) // { kind: "value", value: 0.8333 }
 */
export function averagePrecision(labels: ArrayLike<number>, scores: ArrayLike<number>): Estimate<number> {
  const fault = scoredLabelsFault(labels, "scores", scores);
  if (fault !== undefined) return invalid(fault);
  const order = Uint32Array.from(scores, (_, row) => row).sort((left, right) => at(scores, right) - at(scores, left));
  let sum = 0;
  let positives = 0;
  let pending = 0;
  order.forEach((row, rank) => {
    pending += at(labels, row);
    const next = rank + 1;
    if (next < order.length && at(scores, at(order, next)) === at(scores, row)) return;
    positives += pending;
    sum += pending * (positives / next);
    pending = 0;
  });
  return positives === 0 ? notEstimable("no positive rows") : value(sum / positives);
}
