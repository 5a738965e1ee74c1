import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { ascendingOrder } from "./ascending-order.js";
import { countPositives } from "./placements.js";
import { scoredLabelsFault } from "./scored-labels.js";
import { eachRun } from "./sorted-values.js";

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
  const order = ascendingOrder(scores);
  const positives = countPositives(labels);
  if (positives === 0) return notEstimable("no positive rows");
  let found = positives;
  let sum = 0;
  eachRun(scores, order, (start, end) => {
    let here = 0;
    for (let place = start; place < end; place++) here += labels[order[place] ?? 0] ?? NaN;
    sum += here * (found / (order.length - start));
    found -= here;
  });
  return value(sum / positives);
}
