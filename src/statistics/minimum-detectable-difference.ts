import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { planFault, type TestPlan, trialsOfFirstArm } from "./sample-size-for-two-proportions.js";
import { firstFault, positiveFault, shareFault } from "./validity.js";

export interface DetectableDifference {
  /** The smallest greater rate of the second arm that the test would see. */
  readonly rate: number;
  readonly difference: number;
}

/**
 * The smallest rise of a proportion that a test with so many trials would see with the planned power: "no gap found" by
 * a test that could not have shown one is no finding.
 *
 * @param rate of the first arm, 0 to 1
 * @param trials of the first arm, above 0
 * @returns not estimable where not even a rate of 1 would be told apart; invalid where an argument lies outside its
 *   range
 * @see the root of `sampleSizeForTwoProportions` in the second rate
 * @example minimumDetectableDifference(0.1, 5000, { alpha: 0.05, power: 0.8, sides: "two-sided", ratio: 1 })
 *   // { kind: "value", value: { rate: 0.11744, difference: 0.01744 } }
 */
export function minimumDetectableDifference(
  rate: number,
  trials: number,
  plan: TestPlan,
): Estimate<DetectableDifference> {
  const fault = firstFault(shareFault("rate", rate), positiveFault("trials", trials), planFault(plan));
  if (fault !== undefined) return invalid(fault);
  if (rate === 1 || trialsOfFirstArm(rate, 1, plan) > trials) return notEstimable("no rate would be told apart");
  let missed = rate;
  let seen = 1;
  for (let halvings = 0; halvings < 100; halvings++) {
    const middle = (missed + seen) / 2;
    if (trialsOfFirstArm(rate, middle, plan) > trials) missed = middle;
    else seen = middle;
  }
  return value({ rate: seen, difference: seen - rate });
}
