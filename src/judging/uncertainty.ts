import type { Estimate, Interval } from "../model/estimate.js";
import type { Rung } from "../model/finding.js";
import { correctedLimits, correctedLowerTail, type CorrectedReplicates } from "../statistics/bca-interval.js";
import { mcnemarTest } from "../statistics/mcnemar-test.js";
import { newcombePairedDifferenceInterval } from "../statistics/newcombe-paired-difference-interval.js";
import { normalCriticalValue, normalQuantile, normalUpperTail } from "../statistics/normal-distribution.js";
import type { PairedTally } from "../statistics/paired-tally.js";
import { rowsToSettleDifference } from "../statistics/samples-to-settle-difference.js";
import { samplesToSettleMean } from "../statistics/samples-to-settle.js";
import { sampleVariance } from "../statistics/sample-moments.js";
import { studentUpperQuantile, studentUpperTail } from "../statistics/student-t-distribution.js";

/** What rows say of how far a value may be off, in the unit of the value. */
export interface Uncertainty {
  readonly rung: Rung;
  readonly method: string;
  readonly n: number;
  /** Two-sided; null where there is none. */
  interval(confidence: number): Interval | null;
  /** One-sided p-value of "the true value is at most the bound": small where it is shown to lie above. */
  above(bound: number): number;
  /** One-sided p-value of "the true value is at least the bound". */
  below(bound: number): number;
  /** More rows that would settle on which side of the bound it lies; null where unknown. */
  more(bound: number, confidence: number): number | null;
}

const found = <T>(estimate: Estimate<T>): T | null => (estimate.kind === "value" ? estimate.value : null);

interface Spread {
  readonly value: number;
  /** Above 0. */
  readonly standardError: number;
  readonly n: number;
  readonly rung: Rung;
  readonly method: string;
  /** Of freedom; null is the normal distribution. */
  readonly degrees: number | null;
}

/** By a standard error, with Student's distribution where its degrees of freedom are known. */
export function spreadUncertainty({ value, standardError, n, rung, method, degrees }: Spread): Uncertainty {
  const upperTail = (t: number): number => (degrees === null ? normalUpperTail(t) : studentUpperTail(t, degrees));
  return {
    rung,
    method,
    n,
    interval: (confidence) => {
      const deviate =
        degrees === null ? normalCriticalValue(confidence) : studentUpperQuantile((1 - confidence) / 2, degrees);
      const reach = deviate * standardError;
      return { lower: value - reach, upper: value + reach };
    },
    above: (bound) => upperTail((value - bound) / standardError),
    below: (bound) => upperTail((bound - value) / standardError),
    more: (bound, confidence) => found(samplesToSettleMean(value, standardError, n, bound, confidence))?.more ?? null,
  };
}

interface Unvaried {
  readonly value: number;
  /** How many rows the value rests on, none of which is unlike the others. */
  readonly rows: number;
  /** The change of the value that other outcomes on all of them make. */
  readonly scale: number;
  /** The least and the greatest value that there can be. */
  readonly range: Interval;
  readonly n: number;
  readonly rung: Rung;
  readonly method: string;
}

/**
 * A value that no resample changes: models that answer alike on every row, or that are right on all of them. What was
 * not seen is not impossible: outcomes of another kind that make up a share s of rows stay unseen on all of r rows with
 * chance (1 − s)^r, and a value moves by about the share of its rows that turn out otherwise.
 *
 * @see Hanley & Lippman-Hand (1983), JAMA 249, 1743-1745: with nothing in n seen, the upper 95 % limit is about 3/n
 */
export function unvariedUncertainty({ value, rows, scale, range, n, rung, method }: Unvaried): Uncertainty {
  const unseen = (change: number): number => (1 - Math.min(1, change / scale)) ** rows;
  return {
    rung,
    method,
    n,
    interval: (confidence) => {
      const reach = scale * -Math.expm1(Math.log((1 - confidence) / 2) / rows);
      return { lower: Math.max(range.lower, value - reach), upper: Math.min(range.upper, value + reach) };
    },
    above: (bound) => (bound < value ? unseen(value - bound) : 1),
    below: (bound) => (bound > value ? unseen(bound - value) : 1),
    more: (bound, confidence) => {
      const share = Math.abs(bound - value) / scale;
      if (!(share > 0)) return null;
      const needed = share >= 1 ? 1 : Math.ceil(Math.log(1 - confidence) / Math.log1p(-share));
      // All rows grow alike, of which the value rests on some.
      return Math.ceil((Math.max(0, needed - rows) / rows) * n);
    },
  };
}

/** By bootstrap replicates, bias-corrected and accelerated. */
export function resampledUncertainty(
  value: number,
  corrected: CorrectedReplicates,
  n: number,
  rung: Rung,
  method: string,
): Uncertainty {
  return {
    rung,
    method,
    n,
    interval: (confidence) => correctedLimits(corrected, normalCriticalValue(confidence)),
    above: (bound) => correctedLowerTail(corrected, bound),
    below: (bound) => 1 - correctedLowerTail(corrected, bound),
    more: (bound, confidence) =>
      found(samplesToSettleMean(value, Math.sqrt(sampleVariance(corrected.sorted)), n, bound, confidence))?.more ??
      null,
  };
}

/**
 * The difference of two shares of the same rows, first less second: McNemar's test, mid-p, where the bound is 0, and
 * Newcombe's paired interval elsewhere.
 */
export function pairedShareUncertainty(tally: PairedTally): Uncertainty {
  const n = tally.both + tally.onlyFirst + tally.onlySecond + tally.neither;
  const difference = (tally.onlyFirst - tally.onlySecond) / n;
  const limits = (confidence: number): Interval | null => found(newcombePairedDifferenceInterval(tally, confidence));
  const deviate = (bound: number): number =>
    bound === 0 ? mcnemarDeviate(tally) : deviateTouching(bound, difference, limits);
  return {
    rung: "paired",
    method: "McNemar and Newcombe, paired",
    n,
    interval: limits,
    above: (bound) => normalUpperTail(deviate(bound)),
    below: (bound) => normalUpperTail(-deviate(bound)),
    more: (bound, confidence) => found(rowsToSettleDifference(tally, bound, confidence))?.more ?? null,
  };
}

/** The normal deviate that goes with McNemar's one-sided mid-p. */
function mcnemarDeviate({ onlyFirst, onlySecond }: PairedTally): number {
  const p = found(mcnemarTest(onlyFirst, onlySecond, "mid-p"))?.p ?? 1;
  if (onlyFirst === onlySecond) return 0;
  const size = -normalQuantile(Math.max(p / 2, 1e-300));
  return onlyFirst > onlySecond ? size : -size;
}

/**
 * The normal deviate at which an interval's limit on the bound's side touches it, above 0 where the value lies above the
 * bound: the p-value that goes with the interval. Found by halving.
 *
 * @param limits two-sided, at a confidence; null counts as reaching the bound
 */
export function deviateTouching(bound: number, value: number, limits: (confidence: number) => Interval | null): number {
  if (value === bound) return 0;
  const reaches = (deviate: number): boolean => {
    const interval = limits(1 - 2 * normalUpperTail(deviate));
    if (interval === null) return true;
    return value > bound ? interval.lower <= bound : interval.upper >= bound;
  };
  let low = 0;
  let high = -normalQuantile(1e-15);
  if (!reaches(high)) return value > bound ? high : -high;
  for (let halvings = 0; halvings < 60; halvings++) {
    const middle = (low + high) / 2;
    if (middle === 0 || !reaches(middle)) low = middle;
    else high = middle;
  }
  return value > bound ? low : -low;
}
