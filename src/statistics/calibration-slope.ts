import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { forecastsFault } from "./forecasts.js";
import { curvatureAt, type LabelledPoint, logisticIntercept, logisticLine } from "./logistic-line.js";

export interface CalibrationSlope {
  readonly intercept: number;
  /** 1 where forecasts are spread as they should be; below 1 where they are too bold. */
  readonly slope: number;
  /** The intercept at slope 1: 0 where forecasts are right on the whole, above 0 where they are too low. */
  readonly inTheLarge: number;
  /** Standard errors of the slope and of the intercept at slope 1, by Fisher's information. */
  readonly slopeError: number;
  readonly inTheLargeError: number;
}

/**
 * Calibration intercept and slope: the logistic regression of the outcome on the log odds of the forecast.
 *
 * @param labels 0 or 1 for each row
 * @param probabilities of class 1, 0 to 1
 * @returns not estimable where one class is absent, a forecast is 0 or 1, all forecasts are equal, or the forecasts
 *   separate the classes; invalid where lengths, labels or probabilities are wrong
 * @see Cox (1958), Biometrika 45, 562-565
 */
export function calibrationSlope(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
): Estimate<CalibrationSlope> {
  const fault = forecastsFault(labels, probabilities);
  if (fault !== undefined) return invalid(fault);
  const rows = Array.from(labels, (label, row) => ({ label, x: logOddsOf(at(probabilities, row)) }));
  const reason = whyNoFit(rows);
  if (reason !== undefined) return notEstimable(reason);
  const free = logisticLine(rows);
  const atSlopeOne = logisticIntercept(rows, 1);
  if (free === undefined || atSlopeOne === undefined) return notEstimable("the regression did not settle");
  const curvature = curvatureAt(rows, free);
  const determinant = curvature.ofIntercept * curvature.ofSlope - curvature.ofBoth ** 2;
  return value({
    ...free,
    inTheLarge: atSlopeOne,
    slopeError: Math.sqrt(curvature.ofIntercept / determinant),
    inTheLargeError: 1 / Math.sqrt(curvatureAt(rows, { intercept: atSlopeOne, slope: 1 }).ofIntercept),
  });
}

const logOddsOf = (probability: number): number => Math.log(probability) - Math.log1p(-probability);

function whyNoFit(rows: readonly LabelledPoint[]): string | undefined {
  const positives = rangeOf(rows.filter(({ label }) => label === 1));
  const negatives = rangeOf(rows.filter(({ label }) => label === 0));
  if (positives === undefined || negatives === undefined) return "only one class is present";
  const lowest = Math.min(positives.lowest, negatives.lowest);
  const highest = Math.max(positives.highest, negatives.highest);
  if (!Number.isFinite(lowest) || !Number.isFinite(highest)) return "a forecast is 0 or 1";
  if (lowest === highest) return "all forecasts are equal";
  const apart = negatives.highest <= positives.lowest || positives.highest <= negatives.lowest;
  return apart ? "the forecasts separate the classes" : undefined;
}

interface Range {
  readonly lowest: number;
  readonly highest: number;
}

const rangeOf = (rows: readonly LabelledPoint[]): Range | undefined =>
  rows.length === 0
    ? undefined
    : rows.reduce(({ lowest, highest }, { x }) => ({ lowest: Math.min(lowest, x), highest: Math.max(highest, x) }), {
        lowest: Infinity,
        highest: -Infinity,
      });
