import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { sharesOf, totalOf } from "./bin-counts.js";
import { chiSquaredUpperTail } from "./chi-squared-distribution.js";
import { countFault, elementFault, finiteFault, firstFault, lengthFault, nonNegativeFault } from "./validity.js";

export interface SampleRatioTest {
  /** Infinite where an arm that should get nothing got traffic. */
  readonly statistic: number;
  /** Of freedom. */
  readonly degrees: number;
  /** Below 0.0005 to 0.01 the split is broken, and nothing that the experiment measured can be trusted. */
  readonly p: number;
}

/**
 * Sample ratio mismatch: did the arms of an experiment get the traffic that they should?
 *
 * @param observed exposures of each arm, whole numbers
 * @param planned share of each arm, in any unit, 0 or above
 * @returns not estimable where fewer than two arms should or did get traffic, or there is none; invalid where an argument
 *   lies outside its range
 * @see Fabijan et al. (2019), KDD, 2156-2164
 * @example sampleRatioMismatchTest([821588, 815482], [1, 1]) // p 1.8e-6
 */
export function sampleRatioMismatchTest(
  observed: readonly number[],
  planned: readonly number[],
): Estimate<SampleRatioTest> {
  const fault = firstFault(
    lengthFault("observed", observed.length, "planned", planned.length),
    elementFault(observed, (count, arm) => countFault(`observed[${arm}]`, count)),
    elementFault(planned, (share, arm) => nonNegativeFault(`planned[${arm}]`, share)),
    finiteFault("the total of planned", totalOf(planned)),
  );
  if (fault !== undefined) return invalid(fault);
  const total = totalOf(observed);
  const whole = totalOf(planned);
  const shares = sharesOf(planned) ?? [];
  const arms = observed.map((count, arm) => ({ count, expected: total * (shares[arm] ?? 0) }));
  const used = arms.filter(({ count, expected }) => count > 0 || expected > 0);
  if (total === 0 || whole === 0) return notEstimable("there is no traffic");
  if (used.length < 2) return notEstimable("fewer than two arms");
  const statistic = used.reduce((sum, { count, expected }) => sum + (count - expected) ** 2 / expected, 0);
  const degrees = used.length - 1;
  return value({ statistic, degrees, p: chiSquaredUpperTail(statistic, degrees) });
}
