import { invalid, value, type Estimate } from "../model/estimate.js";
import { adaptiveWindowTest } from "../statistics/adaptive-window-test.js";
import { driftDetectionMethod } from "../statistics/drift-detection-method.js";
import { pageHinkleyTest } from "../statistics/page-hinkley-test.js";

/** A test on a stream of errors. */
export type Detector = "page-hinkley" | "ddm" | "adwin";

export interface DetectorLimits {
  /** Page–Hinkley: the rise that is tolerated. */
  readonly tolerated: number;
  /** Page–Hinkley: the sum of rises that alarms. */
  readonly threshold: number;
  readonly warmUp: number;
  /** ADWIN: chance of a false cut. */
  readonly delta: number;
}

/**
 * Which value alarmed, from 1; null where none did. Only rises alarm: errors that fall are no drift that harms.
 *
 * @param errors in order of time
 * @returns invalid where the detector cannot take the values: DDM takes single predictions, ADWIN shares
 */
export function detectChange(
  detector: Detector,
  errors: readonly number[],
  limits: DetectorLimits,
): Estimate<number | null> {
  switch (detector) {
    case "page-hinkley": {
      const answer = pageHinkleyTest(errors, { ...limits, delta: limits.tolerated });
      return answer.kind === "value" ? value(answer.value.alarmAt) : answer;
    }
    case "ddm": {
      if (errors.some((error) => error !== 0 && error !== 1))
        return invalid("DDM takes single predictions, 1 for a wrong one and 0 for a right one");
      const answer = driftDetectionMethod(errors, { warmUp: limits.warmUp, warning: 2, drift: 3 });
      return answer.kind === "value" ? value(answer.value.driftAt) : answer;
    }
    case "adwin": {
      const answer = adaptiveWindowTest(errors, limits.delta);
      if (answer.kind !== "value") return answer;
      const { cutAt, mean, meanBefore } = answer.value;
      return value(cutAt !== null && meanBefore !== null && mean > meanBefore ? cutAt : null);
    }
  }
}
