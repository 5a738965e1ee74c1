import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalQuantile } from "./normal-distribution.js";
import { type Fault, firstFault, openShareFault, positiveFault, shareFault } from "./validity.js";

export type Sides = "one-sided" | "two-sided";

export interface TestPlan {
  /** Chance of an alarm where there is no difference, above 0 and below 1. */
  readonly alpha: number;
  /** Chance of seeing the difference where it is there, above 0 and below 1. */
  readonly power: number;
  readonly sides: Sides;
  /** Trials of the second arm for each of the first, above 0. */
  readonly ratio: number;
}

export interface SampleSizes {
  /** Of the first arm, before rounding up. */
  readonly exact: number;
  readonly first: number;
  readonly second: number;
}

/**
 * How many trials each arm needs to tell two rates apart.
 *
 * @param firstRate 0 to 1
 * @param secondRate 0 to 1
 * @returns not estimable where the rates are equal; invalid where an argument lies outside its range
 * @see Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, without continuity correction
 * @example sampleSizeForTwoProportions(0.5, 0.75, { alpha: 0.05, power: 0.9, sides: "two-sided", ratio: 1 })
 *   // { kind: "value", value: { exact: 76.70693, first: 77, second: 77 } }
 */
export function sampleSizeForTwoProportions(
  firstRate: number,
  secondRate: number,
  plan: TestPlan,
): Estimate<SampleSizes> {
  const fault = firstFault(shareFault("first rate", firstRate), shareFault("second rate", secondRate), planFault(plan));
  if (fault !== undefined) return invalid(fault);
  if (firstRate === secondRate) return notEstimable("there is no difference to find");
  const exact = trialsOfFirstArm(firstRate, secondRate, plan);
  if (!(plan.ratio * exact < Infinity && exact < Infinity)) return notEstimable("no number of trials would do");
  return value({ exact, first: Math.ceil(exact), second: Math.ceil(plan.ratio * exact) });
}

/** What is wrong with a plan: a level or a power outside 0 to 1, or a ratio that is not above 0. */
export const planFault = ({ alpha, power, ratio }: TestPlan): Fault =>
  firstFault(openShareFault("alpha", alpha), openShareFault("power", power), positiveFault("ratio", ratio));

/** For arguments that were checked. */
export function trialsOfFirstArm(firstRate: number, secondRate: number, plan: TestPlan): number {
  const { alpha, power, ratio, sides } = plan;
  const pooled = (firstRate + ratio * secondRate) / (1 + ratio);
  const underNone = Math.sqrt((1 + 1 / ratio) * pooled * (1 - pooled));
  const underDifference = Math.sqrt(firstRate * (1 - firstRate) + (secondRate * (1 - secondRate)) / ratio);
  const zAlpha = -normalQuantile(sides === "two-sided" ? alpha / 2 : alpha);
  const reach = zAlpha * underNone + normalQuantile(power) * underDifference;
  return (reach / (firstRate - secondRate)) ** 2;
}
