import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { DifferenceInterval } from "./newcombe-difference-interval.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { type PairedTally, pairedTallyFault } from "./paired-tally.js";
import { firstFault, openShareFault } from "./validity.js";
import { wilsonLimits } from "./wilson-interval.js";

/**
 * Newcombe's hybrid score interval for the difference of two proportions on the same rows: candidate against champion
 * on one test set. Narrower than the independent one, since rows that are easy for one are easy for the other.
 *
 * @param tally how many rows both, only one, and neither got right
 * @param confidence two-sided, above 0 and below 1
 * @returns first rate less second with limits in −1 to 1; not estimable where there are no rows; invalid where an
 *   argument lies outside its range
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 2635-2650, method 10: the correlation is taken as 0 where a
 *   margin is empty, and lessened by half a row where it is positive
 * @example newcombePairedDifferenceInterval({ both: 20, onlyFirst: 12, onlySecond: 2, neither: 16 }, 0.95)
 *   // { kind: "value", value: { difference: 0.2, lower: 0.0562, upper: 0.3292 } }
 */
export function newcombePairedDifferenceInterval(tally: PairedTally, confidence: number): Estimate<DifferenceInterval> {
  const fault = firstFault(pairedTallyFault(tally), openShareFault("confidence", confidence));
  if (fault !== undefined) return invalid(fault);
  if (rowsOf(tally) === 0) return notEstimable("no rows");
  return value(newcombePairedLimits(tally, normalCriticalValue(confidence)));
}

/** The difference and its limits, for arguments that were checked; counts need not be whole here. */
export function newcombePairedLimits(tally: PairedTally, z: number): DifferenceInterval {
  const rows = rowsOf(tally);
  const firstRight = tally.both + tally.onlyFirst;
  const secondRight = tally.both + tally.onlySecond;
  const first = wilsonLimits(firstRight, rows, z);
  const second = wilsonLimits(secondRight, rows, z);
  const firstRate = firstRight / rows;
  const secondRate = secondRight / rows;
  const correlation = correctedCorrelation(tally, rows);
  const difference = (tally.onlyFirst - tally.onlySecond) / rows;
  return {
    difference,
    lower: difference - correlatedReach(firstRate - first.lower, second.upper - secondRate, correlation),
    upper: difference + correlatedReach(first.upper - firstRate, secondRate - second.lower, correlation),
  };
}

const rowsOf = ({ both, onlyFirst, onlySecond, neither }: PairedTally): number =>
  both + onlyFirst + onlySecond + neither;

function correctedCorrelation({ both, onlyFirst, onlySecond, neither }: PairedTally, rows: number): number {
  const margins = [both + onlyFirst, onlySecond + neither, both + onlySecond, onlyFirst + neither];
  if (margins.includes(0)) return 0;
  const excess = both * neither - onlyFirst * onlySecond;
  const corrected = excess > 0 ? Math.max(excess - rows / 2, 0) : excess;
  return margins.reduce((quotient, margin) => quotient / Math.sqrt(margin), corrected);
}

const correlatedReach = (left: number, right: number, correlation: number): number =>
  Math.sqrt(Math.max(0, left * left - 2 * correlation * left * right + right * right));
