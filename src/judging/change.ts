import { normalInterval } from "../statistics/normal-interval.js";
import { normalUpperTail } from "../statistics/normal-distribution.js";
import { newcombeDifferenceInterval } from "../statistics/newcombe-difference-interval.js";
import { trialsToSettleDifference } from "../statistics/samples-to-settle-difference.js";
import { samplesToSettleMean } from "../statistics/samples-to-settle.js";
import {
  found,
  keeps,
  outcomeOf,
  plainlyMet,
  testBy,
  type BoundJudgement,
  type Direction,
  type Quantified,
} from "./bound.js";
import { independentChange } from "./independent-change.js";
import { successesOf } from "./rounding.js";
import { deviateTouching, type Uncertainty } from "./uncertainty.js";

/**
 * Holds a change, candidate less baseline, against a bound: by the rows that both answered, where there are any. Else
 * the two are taken as independent, which is the cautious reading of results on the same rows.
 *
 * @param paired what the rows of both say of the change
 * @param brief true where nobody is shown the interval of a point that meets its bound
 */
export function judgeChange(
  candidate: Quantified,
  baseline: Quantified,
  direction: Direction,
  bound: number,
  confidence: number | null,
  paired: Uncertainty | null = null,
  brief = false,
): BoundJudgement {
  const change = candidate.value - baseline.value;
  // Held as values, not as their difference: what subtracting cancels is no part of either.
  const kept = keeps(candidate.value, direction, baseline.value + bound);
  if (brief && confidence === null && kept) return plainlyMet;
  const independent = changeInterval(candidate, baseline);
  const rows = paired ?? (independent === null ? rowsOfEach(candidate, baseline) : null);
  const byRows = rows?.interval(0.95) ?? null;
  const limits =
    rows !== null && byRows !== null ? { rung: rows.rung, method: rows.method, limits: byRows } : independent;
  const shown = {
    rung: limits?.rung ?? ("point" as const),
    method: limits?.method ?? null,
    interval: limits?.limits ?? null,
  };
  if (confidence === null) {
    return {
      ...shown,
      outcome: kept ? "met" : "not-met",
      rung: "point",
      pValue: null,
      samplesNeeded: null,
    };
  }
  if (rows !== null) {
    const tested = testBy(rows, direction, bound);
    const outcome = outcomeOf(tested, confidence);
    const samplesNeeded = outcome === "inconclusive" ? rows.more(bound, confidence) : null;
    return { ...shown, outcome, rung: tested.rung, pValue: tested.against, samplesNeeded };
  }
  if (limits === null) return { ...shown, outcome: "inconclusive", rung: "point", pValue: null, samplesNeeded: null };
  const p = changePValues(candidate, baseline, change, direction, bound);
  const outcome = outcomeOf(p, confidence);
  const samplesNeeded = outcome === "inconclusive" ? neededForChange(candidate, baseline, bound, confidence) : null;
  return { ...shown, outcome, pValue: p.against, samplesNeeded };
}

/** What rows of their own say of two metrics that have neither a standard error nor trials, such as AUC and F1. */
const rowsOfEach = (candidate: Quantified, baseline: Quantified): Uncertainty | null =>
  candidate.uncertainty === undefined || baseline.uncertainty === undefined
    ? null
    : independentChange(
        { value: candidate.value, uncertainty: candidate.uncertainty },
        { value: baseline.value, uncertainty: baseline.uncertainty },
      );

/** More samples of the candidate, where the baseline's grow by the same factor. */
function neededForChange(
  candidate: Quantified,
  baseline: Quantified,
  bound: number,
  confidence: number,
): number | null {
  const spread = spreadOf(candidate, baseline);
  const change = candidate.value - baseline.value;
  if (spread !== null)
    return candidate.n === null
      ? null
      : (found(samplesToSettleMean(change, spread, candidate.n, bound, confidence))?.more ?? null);
  const tallies = talliesOf(candidate, baseline);
  if (tallies === null) return null;
  return found(trialsToSettleDifference(tallies.first, tallies.second, bound, confidence))?.first.more ?? null;
}

function changeInterval(candidate: Quantified, baseline: Quantified) {
  const spread = spreadOf(candidate, baseline);
  if (spread !== null) {
    const limits = found(normalInterval(candidate.value - baseline.value, spread, 0.95));
    if (limits !== null) return { rung: "standard-error" as const, method: "normal", limits };
  }
  const tallies = talliesOf(candidate, baseline);
  if (tallies === null) return null;
  const limits = found(newcombeDifferenceInterval(tallies.first, tallies.second, 0.95));
  return limits === null ? null : { rung: "trials" as const, method: "Newcombe", limits };
}

const spreadOf = (candidate: Quantified, baseline: Quantified): number | null =>
  candidate.standardError === null || baseline.standardError === null
    ? null
    : Math.hypot(candidate.standardError, baseline.standardError);

function talliesOf(candidate: Quantified, baseline: Quantified) {
  if (candidate.trials === null || baseline.trials === null) return null;
  const now = successesOf(candidate.value, candidate.trials);
  const before = successesOf(baseline.value, baseline.trials);
  if (now === null || before === null) return null;
  return {
    first: { successes: now, trials: candidate.trials },
    second: { successes: before, trials: baseline.trials },
  };
}

/** By the normal distribution where there are standard errors; else the level at which Newcombe's limit is the bound. */
function changePValues(
  candidate: Quantified,
  baseline: Quantified,
  change: number,
  direction: Direction,
  bound: number,
): { readonly against: number; readonly inFavour: number } {
  const spread = spreadOf(candidate, baseline);
  const tallies = talliesOf(candidate, baseline);
  const z =
    spread !== null && spread > 0
      ? (change - bound) / spread
      : tallies === null
        ? 0
        : deviateTouching(bound, change, (level) =>
            found(newcombeDifferenceInterval(tallies.first, tallies.second, level)),
          );
  const above = normalUpperTail(z);
  const below = normalUpperTail(-z);
  return direction === "at-least" ? { against: below, inFavour: above } : { against: above, inFavour: below };
}
