import { type Estimate, invalid, value } from "../model/estimate.js";
import { labelsFault } from "./scored-labels.js";
import { at } from "./element.js";
import { countFault, firstFault, positiveFault } from "./validity.js";

export interface DriftDetectionLimits {
  /** Nothing is judged before so many predictions; 30 is usual. */
  readonly warmUp: number;
  /** Deviations above the best error rate that warn; 2 is usual. */
  readonly warning: number;
  /** Deviations that mean drift; 3 is usual. */
  readonly drift: number;
}

export interface DriftDetection {
  /** Which prediction warned first, from 1; null where none did. */
  readonly warningAt: number | null;
  /** Which prediction showed drift, where it stops; null where none did. */
  readonly driftAt: number | null;
}

/**
 * Drift detection method: has the error rate of a stream of predictions risen above its best?
 *
 * @param errors 1 for a wrong prediction, 0 for a right one, in order of time
 * @returns invalid where an argument lies outside its range. Where the warm-up held no error, the first one fires
 * @see Gama et al. (2004), Learning with Drift Detection, SBIA, LNAI 3171, 286-295
 */
export function driftDetectionMethod(
  errors: ArrayLike<number>,
  limits: DriftDetectionLimits,
): Estimate<DriftDetection> {
  const fault = firstFault(
    labelsFault("errors", errors),
    countFault("warm-up", limits.warmUp),
    positiveFault("warning", limits.warning),
    positiveFault("drift", limits.drift),
  );
  if (fault !== undefined) return invalid(fault);
  let wrong = 0;
  let best = { rate: Infinity, deviation: Infinity };
  let warningAt: number | null = null;
  for (let index = 0; index < errors.length; index++) {
    const seen = index + 1;
    wrong += at(errors, index);
    if (seen < limits.warmUp) continue;
    const rate = wrong / seen;
    const deviation = Math.sqrt((rate * (1 - rate)) / seen);
    if (rate + deviation <= best.rate + best.deviation) best = { rate, deviation };
    const exceeds = (deviations: number): boolean => rate + deviation > best.rate + deviations * best.deviation;
    if (warningAt === null && exceeds(limits.warning)) warningAt = seen;
    if (exceeds(limits.drift)) return value({ warningAt, driftAt: seen });
  }
  return value({ warningAt, driftAt: null });
}
