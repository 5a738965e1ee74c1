import { type Estimate, invalid, value } from "../model/estimate.js";
import { at } from "./element.js";
import { countFault, finiteListFault, firstFault, nonNegativeFault, positiveFault } from "./validity.js";

export interface PageHinkleyLimits {
  /** The rise that is tolerated, 0 or above. */
  readonly delta: number;
  /** The sum of rises that alarms, above 0. */
  readonly threshold: number;
  /** No alarm before so many values. */
  readonly warmUp: number;
}

export interface PageHinkley {
  /** Which value alarmed, from 1; null where none did. */
  readonly alarmAt: number | null;
  /** At the alarm, or at the end. */
  readonly statistic: number;
}

/**
 * Page–Hinkley test: has the mean of a stream risen?
 *
 * @param values in order of time, finite
 * @returns the first alarm, where it stops; invalid where an argument lies outside its range
 * @see Page (1954), Biometrika 41, 100-115; Gama et al. (2014), ACM Computing Surveys 46, 44: m = Σ (x − mean so far −
 *   delta), alarm where m less its least value (at most 0) exceeds the threshold
 */
export function pageHinkleyTest(values: ArrayLike<number>, limits: PageHinkleyLimits): Estimate<PageHinkley> {
  const fault = firstFault(
    finiteListFault("values", values),
    nonNegativeFault("delta", limits.delta),
    positiveFault("threshold", limits.threshold),
    countFault("warm-up", limits.warmUp),
  );
  if (fault !== undefined) return invalid(fault);
  let mean = 0;
  let sum = 0;
  let least = 0;
  for (let index = 0; index < values.length; index++) {
    const element = at(values, index);
    mean += (element - mean) / (index + 1);
    sum += element - mean - limits.delta;
    least = Math.min(least, sum);
    if (index + 1 >= limits.warmUp && sum - least > limits.threshold) {
      return value({ alarmAt: index + 1, statistic: sum - least });
    }
  }
  const statistic = sum - least;
  if (!Number.isFinite(statistic)) return invalid("the values are too great to be added up");
  return value({ alarmAt: null, statistic });
}
