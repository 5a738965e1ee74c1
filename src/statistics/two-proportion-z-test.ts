import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type Alternative, symmetricPValue } from "./alternative.js";
import { normalUpperTail } from "./normal-distribution.js";
import { type Tally, tallyFault } from "./tally.js";
import { firstFault } from "./validity.js";

/** `pooled` takes one rate for both arms, as the null hypothesis says; `unpooled` takes each arm's own. */
export type ProportionVariance = "pooled" | "unpooled";

export interface ZTest {
  readonly z: number;
  readonly p: number;
}

/**
 * z test for the difference of two independent proportions.
 *
 * @param first successes and trials of the first arm
 * @param second successes and trials of the second arm
 * @param alternative about the first arm less the second
 * @returns not estimable where an arm has no trials, or where nothing varies (all succeeded or none did); invalid
 *   where an argument lies outside its range
 * @see z = (x1/n1 − x2/n2) / sqrt(p(1 − p)(1/n1 + 1/n2)), p = (x1 + x2)/(n1 + n2)
 * @example twoProportionZTest({ successes: 56, trials: 70 }, { successes: 48, trials: 80 }, "two-sided", "pooled")
 *   // { kind: "value", value: { z: 2.650, p: 0.00805 } }
 */
export function twoProportionZTest(
  first: Tally,
  second: Tally,
  alternative: Alternative,
  variance: ProportionVariance,
): Estimate<ZTest> {
  const fault = firstFault(tallyFault("first", first), tallyFault("second", second));
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  const spread = varianceOfDifference(first, second, variance);
  if (spread === 0) return notEstimable("nothing varies: all trials succeeded or all failed");
  const z = (first.successes / first.trials - second.successes / second.trials) / Math.sqrt(spread);
  return value({ z, p: symmetricPValue(z, alternative, normalUpperTail) });
}

function varianceOfDifference(first: Tally, second: Tally, variance: ProportionVariance): number {
  switch (variance) {
    case "pooled": {
      const trials = first.trials + second.trials;
      const rate = (first.successes + second.successes) / trials;
      return rate * (1 - rate) * (1 / first.trials + 1 / second.trials);
    }
    case "unpooled":
      return varianceOfRate(first) + varianceOfRate(second);
  }
}

/** Of the observed rate, with the observed rate for the true one: p(1 − p)/n. @param trials 1 or more */
export function varianceOfRate({ successes, trials }: Tally): number {
  const rate = successes / trials;
  return (rate * (1 - rate)) / trials;
}
