import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { normalQuantile } from "./normal-distribution.js";
import type { SamplesToSettle } from "./samples-to-settle.js";
import { countFault, firstFault, openShareFault, shareFault } from "./validity.js";

/**
 * How many samples would bring a one-sided p-value down to a level, if what was observed stays as it is: the standard
 * error shrinks with the square root of the samples, and so the normal deviate grows with it.
 *
 * @param p one-sided, of a statistic that is about normal, 0 to 1
 * @param samples how many samples it is of, 1 or more
 * @param level above 0 and below 0.5
 * @returns not estimable where there are no samples, or where p is 0.5 or more (the observed value lies on the other
 *   side, and no number of samples like these gets there); invalid where an argument lies outside its range
 * @see n (Φ⁻¹(1 − level) / Φ⁻¹(1 − p))², which for the score test is its own solution for n: n = z² b(1 − b) / (x/n − b)²
 * @example samplesToReachLevel(0.03, 400, 0.0125) // { kind: "value", value: { total: 569, more: 169 } }
 */
export function samplesToReachLevel(p: number, samples: number, level: number): Estimate<SamplesToSettle> {
  const fault = firstFault(shareFault("p-value", p), countFault("samples", samples), openShareFault("level", level));
  if (fault !== undefined) return invalid(fault);
  if (level >= 0.5) return invalid(`level must lie below 0.5, got ${level}`);
  if (samples === 0) return notEstimable("no samples");
  if (p >= 0.5) return notEstimable("the observed value does not lie on the side that is to be shown");
  const ratio = p === 0 ? 0 : normalQuantile(level) / normalQuantile(p);
  const total = Math.max(1, Math.ceil(samples * ratio * ratio));
  return value({ total, more: Math.max(0, total - samples) });
}
