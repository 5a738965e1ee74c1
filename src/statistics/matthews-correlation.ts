import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { countFault, firstFault } from "./validity.js";

/** Rows by truth and prediction; whole numbers. */
export interface ConfusionCounts {
  readonly truePositives: number;
  readonly falsePositives: number;
  readonly falseNegatives: number;
  readonly trueNegatives: number;
}

/**
 * Matthews correlation coefficient of a two-class confusion matrix.
 *
 * @returns −1 to 1; not estimable where a margin is empty (one class only in truth or prediction; some tools say 0);
 *   invalid where a count is
 * @see Matthews (1975), Biochim. Biophys. Acta 405, 442-451; square roots are divided by one after the other, since the
 *   product of the margins leaves the exact range at 1e9 rows
 * @example matthewsCorrelation({ truePositives: 6, falsePositives: 2, falseNegatives: 1, trueNegatives: 3 })
 *   // { kind: "value", value: 0.4781 }
 */
export function matthewsCorrelation(counts: ConfusionCounts): Estimate<number> {
  const { truePositives, falsePositives, falseNegatives, trueNegatives } = counts;
  const fault = firstFault(...Object.entries(counts).map(([name, count]) => countFault(name, count)));
  if (fault !== undefined) return invalid(fault);
  const margins = [
    truePositives + falsePositives,
    truePositives + falseNegatives,
    trueNegatives + falsePositives,
    trueNegatives + falseNegatives,
  ];
  if (margins.includes(0)) return notEstimable("truth or prediction holds one class only");
  const excess = truePositives * trueNegatives - falsePositives * falseNegatives;
  return value(margins.reduce((quotient, margin) => quotient / Math.sqrt(margin), excess));
}
