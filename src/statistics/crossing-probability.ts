import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { informationFault } from "./information-fractions.js";
import { beforeAnyLook, crossingAt, survive, type SurvivingPath } from "./surviving-path.js";
import { elementFault, firstFault, lengthFault, positiveFault } from "./validity.js";

/**
 * How often an experiment without any difference crosses a bound at one of its looks: what repeated looking makes of a
 * level that was meant for one. Five looks at 1.96 come to 0.142, not 0.05.
 *
 * @param fractions of the planned information at each look: above 0, rising, at most 1
 * @param bounds for |z| at each look, above 0
 * @returns 0 to 1; not estimable where looks lie too close together; invalid where an argument lies outside its range
 * @see Armitage, McPherson & Rowe (1969), J. R. Statist. Soc. A 132, 235-244
 */
export function crossingProbability(fractions: readonly number[], bounds: readonly number[]): Estimate<number> {
  const fault = firstFault(
    informationFault(fractions),
    lengthFault("fractions", fractions.length, "bounds", bounds.length),
    elementFault(bounds, (bound, look) => positiveFault(`bounds[${look}]`, bound)),
  );
  return fault === undefined ? crossing(fractions, bounds) : invalid(fault);
}

/** The same for arguments that were checked. */
export function crossing(fractions: readonly number[], bounds: readonly number[]): Estimate<number> {
  let path: SurvivingPath | undefined = beforeAnyLook;
  let crossed = 0;
  for (const [look, information] of fractions.entries()) {
    const bound = bounds[look] ?? Infinity;
    crossed += crossingAt(path, information, bound);
    const next = fractions[look + 1];
    if (next === undefined) break;
    path = survive(path, information, bound, next);
    if (path === undefined) return notEstimable("looks lie too close together");
  }
  return value(crossed);
}
