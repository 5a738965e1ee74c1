import { at } from "./element.js";
import { countBelow } from "./sorted-values.js";
import { type Fault, finiteListFault, firstFault } from "./validity.js";

/** Counts of two samples in the same bins. */
export interface BinnedSamples {
  /** Ascending inner borders; a value on a border belongs to the bin above it. */
  readonly borders: readonly number[];
  readonly reference: readonly number[];
  readonly current: readonly number[];
}

/** More bins than this tell values apart, and no distributions. */
const MOST_BINS = 1_000_000;

/** What is wrong with samples that are to be counted in bins. @param fewest bins that make sense */
export const binningFault = (
  reference: ArrayLike<number>,
  current: ArrayLike<number>,
  bins: number,
  fewest: number,
): Fault =>
  firstFault(
    finiteListFault("reference", reference),
    finiteListFault("current", current),
    Number.isInteger(bins) && bins >= fewest && bins <= MOST_BINS
      ? undefined
      : `bins must be a whole number from ${fewest} to ${MOST_BINS}, got ${bins}`,
  );

/** How many of the ascending values lie between neighbouring borders, below the first and above the last. */
export function countsBetween(sorted: Float64Array, borders: readonly number[]): readonly number[] {
  const below = [0, ...borders.map((border) => countBelow(sorted, border)), sorted.length];
  return below.slice(1).map((count, bin) => count - at(below, bin));
}
