import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { ascendingOrder } from "./ascending-order.js";
import { at } from "./element.js";
import { forecastsFault } from "./forecasts.js";
import { firstFault } from "./validity.js";

/** `equal-width`: ((i − 1)/M, i/M], 0 in the first; `equal-mass`: sorted and cut into M parts as alike as can be. */
export type Binning = "equal-width" | "equal-mass";

/** More bins than this tell rows apart, and no forecasts. */
const MOST_BINS = 1_000_000;

/** The rows of one bin. */
export interface CalibrationBin {
  readonly rows: number;
  /** Their forecasts together. */
  readonly forecasts: number;
  /** Their forecasts less their labels, together. */
  readonly excess: number;
  /** The squares of these differences, together. */
  readonly squares: number;
}

export interface CalibrationError {
  /** Mean over rows of the gap between forecast and outcome of their bin. */
  readonly expected: number;
  /** The widest gap of a bin. */
  readonly greatest: number;
  /** Those that hold rows, in the order of their forecasts. */
  readonly bins: readonly CalibrationBin[];
}

/**
 * Expected and greatest calibration error of forecasts of class 1. Both hang on the number of bins, on how they are cut
 * and on the number of rows (few rows look worse): compare only numbers made alike.
 *
 * @param labels 0 or 1 for each row
 * @param probabilities of class 1, 0 to 1
 * @param bins 1 to 1,000,000; empty ones are left out
 * @returns not estimable where there are no rows; invalid where an argument lies outside its range
 * @see Guo et al. (2017), ICML, 1321-1330; Nixon et al. (2019), CVPR workshops (equal mass)
 * @example calibrationError([0, 1, 1, 0], [0.1, 0.9, 0.8, 0.3], 2, "equal-width")
 *   // { kind: "value", value: { expected: 0.175, greatest: 0.2 } }
 */
export function calibrationError(
  labels: ArrayLike<number>,
  probabilities: ArrayLike<number>,
  bins: number,
  binning: Binning,
): Estimate<CalibrationError> {
  const fault = firstFault(
    forecastsFault(labels, probabilities),
    Number.isInteger(bins) && bins >= 1 && bins <= MOST_BINS
      ? undefined
      : `bins must be a whole number from 1 to ${MOST_BINS}, got ${bins}`,
  );
  if (fault !== undefined) return invalid(fault);
  const rows = labels.length;
  if (rows === 0) return notEstimable("no rows");
  const binOf = binOfEachRow(probabilities, bins, binning);
  const sums = Array.from({ length: bins + 1 }, () => ({ rows: 0, forecasts: 0, excess: 0, squares: 0 }));
  for (let row = 0; row < rows; row++) {
    const bin = at(sums, at(binOf, row));
    const forecast = at(probabilities, row);
    const excess = forecast - at(labels, row);
    bin.rows++;
    bin.forecasts += forecast;
    bin.excess += excess;
    bin.squares += excess * excess;
  }
  const filled = sums.filter((bin) => bin.rows > 0);
  const expected = filled.reduce((sum, { excess }) => sum + Math.abs(excess), 0) / rows;
  const greatest = filled.reduce((most, bin) => Math.max(most, Math.abs(bin.excess) / bin.rows), 0);
  return value({ expected, greatest, bins: filled });
}

function binOfEachRow(probabilities: ArrayLike<number>, bins: number, binning: Binning): Float64Array {
  switch (binning) {
    case "equal-width":
      return Float64Array.from(probabilities, (probability) => widthBin(probability, bins));
    case "equal-mass":
      return massBins(probabilities, bins);
  }
}

/** From 1; the border i/M itself decides, since probability × M may round to the wrong side of it. */
function widthBin(probability: number, bins: number): number {
  let bin = Math.max(1, Math.ceil(probability * bins));
  while (bin > 1 && probability <= (bin - 1) / bins) bin--;
  while (bin < bins && probability > bin / bins) bin++;
  return bin;
}

/** Equal probabilities in the order of the rows; the first rows mod bins parts hold one row more. */
function massBins(probabilities: ArrayLike<number>, bins: number): Float64Array {
  const rows = probabilities.length;
  const order = ascendingOrder(probabilities);
  const small = Math.floor(rows / bins);
  const inLarge = (rows % bins) * (small + 1);
  const binOf = new Float64Array(rows);
  order.forEach((row, rank) => {
    binOf[row] = rank < inLarge ? Math.floor(rank / (small + 1)) : (rows % bins) + Math.floor((rank - inLarge) / small);
  });
  return binOf;
}
