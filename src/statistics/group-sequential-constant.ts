import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { crossing } from "./crossing-probability.js";
import { equallySpaced } from "./information-fractions.js";
import { normalQuantile } from "./normal-distribution.js";
import { firstFault, openShareFault } from "./validity.js";

/** `pocock`: the same bound C at each look; `obrien-fleming`: C √(looks/look), high at first. */
export type BoundaryShape = "pocock" | "obrien-fleming";

/** More looks than this cost more than they tell. */
const MOST_LOOKS = 100;
const MOST_STEPS = 60;

/**
 * The constant C of two-sided group sequential bounds at equally spaced looks.
 *
 * @param looks 1 to 100
 * @param alpha of all looks together, above 0 and below 1
 * @returns not estimable where alpha is too small for a double to hold what crosses; invalid where an argument lies
 *   outside its range
 * @see Pocock (1977), Biometrika 64, 191-199; O'Brien & Fleming (1979), Biometrics 35, 549-556; Jennison & Turnbull
 *   (2000), Group Sequential Methods, tables 2.1 and 2.3
 * @example groupSequentialConstant(5, 0.05, "pocock") // { kind: "value", value: 2.413 }
 */
export function groupSequentialConstant(looks: number, alpha: number, shape: BoundaryShape): Estimate<number> {
  const fault = firstFault(
    Number.isInteger(looks) && looks >= 1 && looks <= MOST_LOOKS
      ? undefined
      : `looks must be a whole number from 1 to ${MOST_LOOKS}, got ${looks}`,
    openShareFault("alpha", alpha),
  );
  if (fault !== undefined) return invalid(fault);
  const single = -normalQuantile(alpha / 2);
  if (looks === 1) return value(single);
  return crossingRoot(looks, alpha, shape, single, -normalQuantile(alpha / (2 * looks)));
}

/** False position with halved weights (Illinois) on the logarithm of the crossing probability, between the bound of one look and Bonferroni's. */
function crossingRoot(looks: number, alpha: number, shape: BoundaryShape, low: number, high: number): Estimate<number> {
  const fractions = equallySpaced(looks);
  const excess = (constant: number): Estimate<number> => {
    const crossed = crossing(fractions, boundsOf(constant, fractions, shape));
    if (crossed.kind !== "value") return crossed;
    return crossed.value > 0 ? value(Math.log(crossed.value / alpha)) : notEstimable("alpha is too small");
  };
  const atLow = excess(low);
  const atHigh = excess(high);
  if (atLow.kind !== "value") return atLow;
  if (atHigh.kind !== "value") return atHigh;
  let [left, right] = [
    { x: low, y: atLow.value },
    { x: high, y: atHigh.value },
  ];
  for (let steps = 0; steps < MOST_STEPS && Math.abs(right.x - left.x) > 1e-10; steps++) {
    const x = (left.x * right.y - right.x * left.y) / (right.y - left.y);
    const y = excess(x);
    if (y.kind !== "value") return y;
    if (Math.abs(y.value) < 1e-12) return value(x);
    left = y.value * right.y < 0 ? right : { x: left.x, y: left.y / 2 };
    right = { x, y: y.value };
  }
  return value(right.x);
}

function boundsOf(constant: number, fractions: readonly number[], shape: BoundaryShape): readonly number[] {
  switch (shape) {
    case "pocock":
      return fractions.map(() => constant);
    case "obrien-fleming":
      return fractions.map((fraction) => constant / Math.sqrt(fraction));
  }
}
