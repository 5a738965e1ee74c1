import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { forecastsFault } from "./forecasts.js";

export interface BrierDecomposition {
  /** Mean squared distance of forecast and outcome: reliability − resolution + uncertainty. */
  readonly brier: number;
  /** How far outcomes lie from their forecasts; smaller is better. */
  readonly reliability: number;
  /** How far outcomes of different forecasts lie apart; greater is better. */
  readonly resolution: number;
  /** Of the outcomes themselves. */
  readonly uncertainty: number;
}

/**
 * The Brier score and its parts, over the distinct forecasts.
 *
 * @param labels 0 or 1 for each row
 * @param probabilities of class 1, 0 to 1
 * @returns not estimable where there are no rows; invalid where lengths, labels or probabilities are wrong
 * @see Murphy (1973), Journal of Applied Meteorology 12, 595-600
 */
export function brierDecomposition(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): Estimate<BrierDecomposition> {
  const fault = forecastsFault(labels, probabilities);
  if (fault !== undefined) return invalid(fault);
  const rows = labels.length;
  if (rows === 0) return notEstimable("no rows");
  const forecasts = new Map<number, { rows: number; positives: number }>();
  let positives = 0;
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    const label = at(labels, row);
    const probability = at(probabilities, row);
    const forecast = forecasts.get(probability) ?? { rows: 0, positives: 0 };
    forecasts.set(probability, { rows: forecast.rows + 1, positives: forecast.positives + label });
    positives += label;
    squares += (probability - label) ** 2;
  }
  const base = positives / rows;
  const meanOver = (term: (probability: number, rate: number) => number): number =>
    [...forecasts].reduce(
      (sum, [probability, group]) => sum + group.rows * term(probability, group.positives / group.rows),
      0,
    ) / rows;
  return value({
    brier: squares / rows,
    reliability: meanOver((probability, rate) => (probability - rate) ** 2),
    resolution: meanOver((_, rate) => (rate - base) ** 2),
    uncertainty: base * (1 - base),
  });
}
