import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalUpperTail } from "./normal-distribution.js";
import { type Tally, tallyFault } from "./tally.js";
import { varianceOfRate, type ZTest } from "./two-proportion-z-test.js";
import { firstFault } from "./validity.js";

/** `farrington-manning` takes the variance under the null hypothesis and stays defined at rates of 0 and 1. */
export type NonInferiorityMethod = "wald" | "farrington-manning";

/**
 * Is the first proportion no worse than the second by more than a margin? A small p-value shows that it is not; a large
 * p-value of a test for any difference would show nothing of the kind.
 *
 * @param first successes and trials of the candidate
 * @param second successes and trials of the champion, on other rows
 * @param margin the largest loss that is acceptable, 0 or above and below 1
 * @returns z and the one-sided p-value of "the first is worse by the margin or more"; not estimable where an arm has no
 *   trials or the variance is zero; invalid where an argument lies outside its range
 * @see Farrington & Manning (1990), Statistics in Medicine 9, 1447-1454; Miettinen & Nurminen (1985), ibid. 4, 213-226
 * @example nonInferiorityTest({ successes: 85, trials: 100 }, { successes: 90, trials: 100 }, 0.1, "farrington-manning")
 *   // { kind: "value", value: { z: 1.052, p: 0.146 } }
 */
export function nonInferiorityTest(
  first: Tally,
  second: Tally,
  margin: number,
  method: NonInferiorityMethod,
): Estimate<ZTest> {
  const fault = firstFault(
    tallyFault("first", first),
    tallyFault("second", second),
    margin >= 0 && margin < 1 ? undefined : `margin must lie from 0 to below 1, got ${margin}`,
  );
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  const variance = varianceBy[method](first, second, margin);
  if (!(variance > 0)) return notEstimable("nothing varies: all trials succeeded or all failed");
  const z = (first.successes / first.trials - second.successes / second.trials + margin) / Math.sqrt(variance);
  return value({ z, p: normalUpperTail(z) });
}

const varianceBy: Readonly<Record<NonInferiorityMethod, (first: Tally, second: Tally, margin: number) => number>> = {
  wald: (first, second) => varianceOfRate(first) + varianceOfRate(second),
  "farrington-manning": (first, second, margin) => {
    const rate = likeliestRate(first, second, margin);
    const other = rate + margin;
    return (rate * (1 - rate)) / first.trials + (other * (1 - other)) / second.trials;
  },
};

/** The first arm's likeliest rate where the second's is greater by the margin: the likelihood is concave, so halve. */
function likeliestRate(first: Tally, second: Tally, margin: number): number {
  const slope = (rate: number): number => scoreOf(first, rate) + scoreOf(second, rate + margin);
  let low = 0;
  let high = 1 - margin;
  for (let halvings = 0; halvings < 100; halvings++) {
    const middle = (low + high) / 2;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  if (low === 0) return 0;
  return high === 1 - margin ? high : (low + high) / 2;
}

/** Slope of the log-likelihood of a rate. */
function scoreOf({ successes, trials }: Tally, rate: number): number {
  const failures = trials - successes;
  return (successes === 0 ? 0 : successes / rate) - (failures === 0 ? 0 : failures / (1 - rate));
}
