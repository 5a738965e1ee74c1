import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type Alternative, symmetricPValue } from "./alternative.js";
import { normalUpperTail } from "./normal-distribution.js";
import { tallyFault } from "./tally.js";
import { firstFault, shareFault } from "./validity.js";

export interface ScoreTest {
  /** Infinite where the bound is 0 or 1 and the trials contradict it outright. */
  readonly z: number;
  readonly p: number;
}

/**
 * Score test of a proportion against a bound: the p-value that goes with the Wilson interval, which is this test
 * turned inside out. "The true rate is at least 0.9" is contradicted at level a by `alternative: "less"` and p < a,
 * exactly where the upper Wilson bound at one-sided confidence 1 − a lies below 0.9.
 *
 * @param successes 0 to `trials`
 * @param trials a whole number
 * @param bound the rate under the null hypothesis, 0 to 1
 * @param alternative `less` to show that the rate is below the bound, `greater` that it is above
 * @returns not estimable where there are no trials; invalid where an argument lies outside its range
 * @see E. B. Wilson (1927), JASA 22, 209-212; z = (x/n − b) / sqrt(b(1 − b)/n)
 * @example proportionScoreTest(85, 100, 0.9, "less") // { kind: "value", value: { z: -1.667, p: 0.0478 } }
 */
export function proportionScoreTest(
  successes: number,
  trials: number,
  bound: number,
  alternative: Alternative,
): Estimate<ScoreTest> {
  const fault = firstFault(tallyFault("score test:", { successes, trials }), shareFault("bound", bound));
  if (fault !== undefined) return invalid(fault);
  if (trials === 0) return notEstimable("no trials");
  const z = scoreStatistic(successes, trials, bound);
  if (z === 0) return value({ z, p: whereNothingDiffers(bound, alternative) });
  return value({ z, p: symmetricPValue(z, alternative, normalUpperTail) });
}

function scoreStatistic(successes: number, trials: number, bound: number): number {
  const distance = successes - trials * bound;
  return distance === 0 ? 0 : distance / Math.sqrt(trials * bound * (1 - bound));
}

/** At a bound of 0 or 1 a rate equal to it speaks for it and nothing against; elsewhere either side is as likely. */
const whereNothingDiffers = (bound: number, alternative: Alternative): number =>
  bound === 0 || bound === 1 || alternative === "two-sided" ? 1 : 0.5;
