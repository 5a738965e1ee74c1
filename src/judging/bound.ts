import type { Rung } from "../model/finding.js";
import { normalBoundTest, normalInterval } from "../statistics/normal-interval.js";
import { proportionScoreTest } from "../statistics/proportion-score-test.js";
import { samplesToSettleMean, trialsToSettle } from "../statistics/samples-to-settle.js";
import { wilsonInterval } from "../statistics/wilson-interval.js";
import type { Estimate } from "../model/estimate.js";
import { successesOf } from "./rounding.js";
import type { Uncertainty } from "./uncertainty.js";

export type Direction = "at-least" | "at-most";

/** A value with what is known of its uncertainty, in the unit of the bound. */
export interface Quantified {
  readonly value: number;
  readonly standardError: number | null;
  /** Denominator, for proportions only. */
  readonly trials: number | null;
  readonly n: number | null;
  /** What the rows behind the value say of it; before a standard error and trials. */
  readonly uncertainty?: Uncertainty;
}

export interface BoundJudgement {
  readonly outcome: "met" | "not-met" | "inconclusive";
  readonly rung: Rung;
  readonly method: string | null;
  /** Two-sided 95 %, for the eye. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
  /** One-sided p-value of "the bound holds": small where it does not. Null for a bare point. */
  readonly pValue: number | null;
  readonly samplesNeeded: number | null;
}

/** True where two numbers are equal within 1e-12 of the larger one: 0.2 + 0.1 meets 0.3. */
export const nearlyEqual = (a: number, b: number): boolean =>
  Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b));

/** Whether a bare number keeps a bound. Numbers that are nearly equal keep it. */
export const keeps = (value: number, direction: Direction, bound: number): boolean =>
  nearlyEqual(value, bound) || (direction === "at-least" ? value > bound : value < bound);

/** A bare value that keeps its bound, where nobody is shown more. */
export const plainlyMet: BoundJudgement = {
  outcome: "met",
  rung: "point",
  method: null,
  interval: null,
  pValue: null,
  samplesNeeded: null,
};

/** The value, or null where there is none. */
export const found = <T>(estimate: Estimate<T>): T | null => (estimate.kind === "value" ? estimate.value : null);

/**
 * Holds a value against a bound: by the best rung that the evidence allows, or the bare point where no confidence is
 * asked.
 *
 * @param confidence one-sided level of the bound, above 0.5; null judges the point
 * @param brief true where nobody is shown the interval of a point that meets its bound
 */
export function judgeBound(
  quantified: Quantified,
  direction: Direction,
  bound: number,
  confidence: number | null,
  brief = false,
): BoundJudgement {
  if (brief && confidence === null && keeps(quantified.value, direction, bound)) return plainlyMet;
  const interval = intervalOf(quantified);
  const shown = {
    rung: interval?.rung ?? ("point" as const),
    method: interval?.method ?? null,
    interval: interval?.limits ?? null,
  };
  if (confidence === null) {
    return {
      ...shown,
      outcome: keeps(quantified.value, direction, bound) ? "met" : "not-met",
      rung: "point",
      pValue: null,
      samplesNeeded: null,
    };
  }
  const tested = testOf(quantified, direction, bound);
  if (tested === null) return { ...shown, outcome: "inconclusive", rung: "point", pValue: null, samplesNeeded: null };
  const outcome = outcomeOf(tested, confidence);
  return {
    ...shown,
    outcome,
    rung: tested.rung,
    pValue: tested.against,
    samplesNeeded: outcome === "inconclusive" ? neededFor(quantified, bound, confidence) : null,
  };
}

interface BoundTest {
  readonly rung: Rung;
  /** P-value of "the bound holds". */
  readonly against: number;
  /** P-value of "the bound is broken". */
  readonly inFavour: number;
}

/** The bound is shown to hold, shown to be broken, or neither, at a one-sided level. */
export const outcomeOf = (
  { against, inFavour }: Pick<BoundTest, "against" | "inFavour">,
  confidence: number,
): BoundJudgement["outcome"] => {
  const error = 1 - confidence;
  if (inFavour <= error * (1 + 1e-12)) return "met";
  return against < error ? "not-met" : "inconclusive";
};

/** The same by what rows say. */
export const testBy = ({ rung, above, below }: Uncertainty, direction: Direction, bound: number): BoundTest =>
  direction === "at-least"
    ? { rung, against: below(bound), inFavour: above(bound) }
    : { rung, against: above(bound), inFavour: below(bound) };

function testOf(
  { value, standardError, trials, uncertainty }: Quantified,
  direction: Direction,
  bound: number,
): BoundTest | null {
  if (uncertainty !== undefined) return testBy(uncertainty, direction, bound);
  const [against, inFavour] =
    direction === "at-least" ? (["less", "greater"] as const) : (["greater", "less"] as const);
  if (standardError !== null) {
    const broken = found(normalBoundTest(value, standardError, bound, against));
    const holds = found(normalBoundTest(value, standardError, bound, inFavour));
    if (broken !== null && holds !== null) return { rung: "standard-error", against: broken.p, inFavour: holds.p };
  }
  const successes = trials === null ? null : successesOf(value, trials);
  if (trials !== null && successes !== null) {
    const clamped = Math.min(1, Math.max(0, bound));
    const broken = found(proportionScoreTest(successes, trials, clamped, against));
    const holds = found(proportionScoreTest(successes, trials, clamped, inFavour));
    if (broken !== null && holds !== null) return { rung: "trials", against: broken.p, inFavour: holds.p };
  }
  return null;
}

function intervalOf({ value, standardError, trials, uncertainty }: Quantified): {
  readonly rung: Rung;
  readonly method: string;
  readonly limits: { readonly lower: number; readonly upper: number };
} | null {
  const limitsByRows = uncertainty?.interval(0.95) ?? null;
  if (uncertainty !== undefined && limitsByRows !== null)
    return { rung: uncertainty.rung, method: uncertainty.method, limits: limitsByRows };
  if (standardError !== null) {
    const limits = found(normalInterval(value, standardError, 0.95));
    if (limits !== null) return { rung: "standard-error", method: "normal", limits };
  }
  const successes = trials === null ? null : successesOf(value, trials);
  if (trials === null || successes === null) return null;
  const limits = found(wilsonInterval(successes, trials, 0.95));
  return limits === null ? null : { rung: "trials", method: "Wilson", limits };
}

function neededFor(quantified: Quantified, bound: number, confidence: number): number | null {
  const { value, standardError, trials, n, uncertainty } = quantified;
  if (uncertainty !== undefined) return uncertainty.more(bound, confidence);
  if (standardError !== null && n !== null)
    return found(samplesToSettleMean(value, standardError, n, bound, confidence))?.more ?? null;
  const successes = trials === null ? null : successesOf(value, trials);
  if (trials === null || successes === null || bound < 0 || bound > 1) return null;
  return found(trialsToSettle(successes, trials, bound, confidence))?.more ?? null;
}
