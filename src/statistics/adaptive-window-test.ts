import { type Estimate, invalid, value } from "../model/estimate.js";
import { adaptiveWindowCut } from "./adaptive-window-cut.js";
import { at } from "./element.js";
import { elementFault, firstFault, openShareFault, shareFault } from "./validity.js";

export interface AdaptiveWindow {
  /** Which value the first cut was made at, from 1; null where none was. */
  readonly cutAt: number | null;
  /** How many of the newest values are left at the end. */
  readonly width: number;
  /** Mean of what is left. */
  readonly mean: number;
  /** Mean of what the first cut dropped; null where there was none. */
  readonly meanBefore: number | null;
}

/** More values than this are too many to try every cut at every value. */
const MOST_VALUES = 5000;

/**
 * ADWIN: a window over a stream that drops its older part whenever both parts' means differ by more than chance allows.
 * Every cut is tried, where the usual form tries only those between exponential buckets; it is exact and slower.
 *
 * @param values in order of time, each from 0 to 1; of more than 5000 the newest
 * @param delta chance of a false cut, above 0 and below 1
 * @returns invalid where there is no value or an argument lies outside its range
 * @see Bifet & Gavaldà (2007), SIAM International Conference on Data Mining, 443-448; adaptiveWindowCut
 */
export function adaptiveWindowTest(values: ArrayLike<number>, delta: number): Estimate<AdaptiveWindow> {
  const fault = firstFault(
    values.length > 0 ? undefined : "there must be one value at least",
    elementFault(values, (one, index) => shareFault(`values[${index}]`, one)),
    openShareFault("delta", delta),
  );
  if (fault !== undefined) return invalid(fault);
  const skipped = Math.max(0, values.length - MOST_VALUES);
  const sums = runningSums(values, skipped);
  let start = 0;
  let cutAt: number | null = null;
  let meanBefore: number | null = null;
  for (let end = 1; end < sums.length; end++) {
    let cut = cutOf(sums, start, end, delta);
    while (cut !== null) {
      cutAt ??= skipped + end;
      meanBefore ??= meanBetween(sums, start, cut);
      start = cut;
      cut = cutOf(sums, start, end, delta);
    }
  }
  const end = sums.length - 1;
  return value({ cutAt, width: end - start, mean: meanBetween(sums, start, end), meanBefore });
}

interface Sums {
  readonly total: number;
  readonly squares: number;
}

function runningSums(values: ArrayLike<number>, skipped: number): readonly Sums[] {
  const sums: Sums[] = [{ total: 0, squares: 0 }];
  for (let index = skipped; index < values.length; index++) {
    const { total, squares } = at(sums, sums.length - 1);
    const one = at(values, index);
    sums.push({ total: total + one, squares: squares + one * one });
  }
  return sums;
}

const meanBetween = (sums: readonly Sums[], start: number, end: number): number =>
  (at(sums, end).total - at(sums, start).total) / (end - start);

/** Where the older part ends at the cut that chance explains least; null where it explains every one. */
function cutOf(sums: readonly Sums[], start: number, end: number, delta: number): number | null {
  const size = end - start;
  if (size < 2) return null;
  const mean = meanBetween(sums, start, end);
  const variance = Math.max(0, (at(sums, end).squares - at(sums, start).squares) / size - mean * mean);
  let found: number | null = null;
  let most = 0;
  for (let cut = start + 1; cut < end; cut++) {
    const apart = Math.abs(meanBetween(sums, start, cut) - meanBetween(sums, cut, end));
    const allowed = adaptiveWindowCut(cut - start, end - cut, variance, delta);
    if (allowed.kind !== "value" || apart - allowed.value <= most) continue;
    most = apart - allowed.value;
    found = cut;
  }
  return found;
}
