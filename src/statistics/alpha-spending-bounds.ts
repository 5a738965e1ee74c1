import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { informationFault } from "./information-fractions.js";
import { normalQuantile, normalUpperTail } from "./normal-distribution.js";
import { beforeAnyLook, boundCrossedWith, survive, type SurvivingPath } from "./surviving-path.js";
import { firstFault, openShareFault } from "./validity.js";

/** What a look may spend of less is no double. */
const LEAST_ALPHA = 1e-100;

/** `obrien-fleming` spends almost nothing early, `pocock` nearly as much at each look. */
export type Spending = "obrien-fleming" | "pocock";

export interface SpendingBounds {
  /** For |z| at each look; Infinity where nothing may be spent yet. */
  readonly bounds: readonly number[];
  /** Alpha spent up to each look. */
  readonly spent: readonly number[];
}

/**
 * Two-sided symmetric bounds for an experiment that is looked at several times.
 *
 * @param fractions of the planned information at each look: above 0, rising, at most 1
 * @param alpha of all looks together, two-sided, above 0 and below 1
 * @returns not estimable where looks lie too close together (below about a thousandth of the information), or alpha
 *   is less than 1e-100; invalid where an argument lies outside its range
 * @see Lan & DeMets (1983), Biometrika 70, 659-663: 4 − 4Φ(z(alpha/4)/√t), or alpha ln(1 + (e − 1)t). The form with
 *   alpha/2 is one-sided
 * @example alphaSpendingBounds([0.5, 1], 0.05, "obrien-fleming")
 *   // { kind: "value", value: { bounds: [2.963, 1.969], spent: [0.00305, 0.05] } }
 */
export function alphaSpendingBounds(
  fractions: readonly number[],
  alpha: number,
  spending: Spending,
): Estimate<SpendingBounds> {
  const fault = firstFault(informationFault(fractions), openShareFault("alpha", alpha));
  if (fault !== undefined) return invalid(fault);
  if (alpha < LEAST_ALPHA) return notEstimable("alpha is too small for doubles");
  const spent = fractions.map((fraction) => spentAt(fraction, alpha, spending));
  const bounds: number[] = [];
  let path: SurvivingPath | undefined = beforeAnyLook;
  for (const [look, information] of fractions.entries()) {
    const bound = boundCrossedWith(path, information, (spent[look] ?? 0) - (spent[look - 1] ?? 0));
    bounds.push(bound);
    const next = fractions[look + 1];
    if (next === undefined) break;
    path = survive(path, information, bound, next);
    if (path === undefined) return notEstimable("looks lie too close together");
  }
  return value({ bounds, spent });
}

function spentAt(fraction: number, alpha: number, spending: Spending): number {
  switch (spending) {
    case "obrien-fleming":
      return 4 * normalUpperTail(-normalQuantile(alpha / 4) / Math.sqrt(fraction));
    case "pocock":
      return alpha * Math.log1p((Math.E - 1) * fraction);
  }
}
