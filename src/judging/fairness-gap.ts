import type { Estimate, Interval } from "../model/estimate.js";
import { newcombeDifferenceInterval } from "../statistics/newcombe-difference-interval.js";
import { normalUpperTail } from "../statistics/normal-distribution.js";
import { riskRatioScoreInterval } from "../statistics/risk-ratio-score-interval.js";
import { samplesToReachLevel } from "../statistics/samples-to-reach-level.js";
import type { Tally } from "../statistics/tally.js";
import { keeps, outcomeOf, type BoundJudgement } from "./bound.js";
import { deviateTouching } from "./uncertainty.js";

const found = <T>(estimate: Estimate<T>): T | null => (estimate.kind === "value" ? estimate.value : null);

/** A group beside the one with the highest rate. */
export interface GroupGap {
  readonly rate: number;
  readonly best: number;
  readonly tally: Tally | null;
  readonly bestTally: Tally | null;
}

/**
 * Holds the ratio of a group's rate to the highest one against its lower bound, with Koopman's score interval.
 *
 * @param confidence one-sided; null judges the point
 */
export function judgeRatio(gap: GroupGap, bound: number, confidence: number | null): BoundJudgement {
  const value = gap.best === 0 ? NaN : gap.rate / gap.best;
  const limits = limitsBy(gap, riskRatioScoreInterval);
  const method = "Koopman score interval of the ratio";
  return judgeGap(value, bound, "at-least", confidence, limits, method, gap.tally?.trials ?? 0);
}

/** Holds how far a group's rate lies below the highest one against its upper bound, with Newcombe's interval. */
export function judgeDifference(gap: GroupGap, bound: number, confidence: number | null): BoundJudgement {
  const limits = limitsBy({ ...gap, tally: gap.bestTally, bestTally: gap.tally }, newcombeDifferenceInterval);
  return judgeGap(gap.best - gap.rate, bound, "at-most", confidence, limits, "Newcombe", gap.tally?.trials ?? 0);
}

type Limits = (confidence: number) => Interval | null;

function limitsBy(
  { tally, bestTally }: GroupGap,
  interval: (first: Tally, second: Tally, confidence: number) => Estimate<Interval>,
): Limits | null {
  return tally === null || bestTally === null ? null : (confidence) => found(interval(tally, bestTally, confidence));
}

function judgeGap(
  value: number,
  bound: number,
  direction: "at-least" | "at-most",
  confidence: number | null,
  limits: Limits | null,
  method: string,
  people: number,
): BoundJudgement {
  const interval = limits?.(0.95) ?? null;
  const shown = { interval, samplesNeeded: null };
  if (Number.isNaN(value)) return { ...shown, outcome: "inconclusive", rung: "point", method: null, pValue: null };
  if (confidence === null)
    return {
      ...shown,
      outcome: keeps(value, direction, bound) ? "met" : "not-met",
      rung: "point",
      method: interval === null ? null : method,
      pValue: null,
    };
  if (limits === null || interval === null)
    return { ...shown, outcome: "inconclusive", rung: "point", method: null, pValue: null };
  const above = normalUpperTail(deviateTouching(bound, value, limits));
  const below = 1 - above;
  const tested = direction === "at-least" ? { against: below, inFavour: above } : { against: above, inFavour: below };
  const outcome = outcomeOf(tested, confidence);
  const nearer = Math.min(1, Math.max(0, Math.min(tested.against, tested.inFavour)));
  const more = outcome === "inconclusive" ? found(samplesToReachLevel(nearer, people, 1 - confidence)) : null;
  return { ...shown, outcome, rung: "trials", method, pValue: tested.against, samplesNeeded: more?.more ?? null };
}
