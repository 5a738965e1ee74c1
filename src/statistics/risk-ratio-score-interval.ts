import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { type Tally, tallyFault } from "./tally.js";
import { firstFault, openShareFault } from "./validity.js";

const MOST_HALVINGS = 200;
/** Logarithm of a ratio beyond all that is observed. */
const FAR = 300;

/**
 * Koopman's score interval for the ratio of two independent proportions: good also for few successes, where Katz's is
 * too narrow or has no limits.
 *
 * @param first successes and trials of the first arm
 * @param second of the second, by which is divided
 * @param confidence two-sided, above 0 and below 1
 * @returns from 0 to Infinity; not estimable where an arm has no trials or neither has successes; invalid where an
 *   argument lies outside its range
 * @see Koopman (1984), Biometrics 40, 513-517
 */
export function riskRatioScoreInterval(first: Tally, second: Tally, confidence: number): Estimate<Interval> {
  const fault = firstFault(
    tallyFault("first", first),
    tallyFault("second", second),
    openShareFault("confidence", confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  if (first.successes === 0 && second.successes === 0) return notEstimable("neither arm has successes");
  const limit = normalCriticalValue(confidence) ** 2;
  const start = startOf(first, second);
  const contradicted = (logRatio: number): boolean => scoreStatistic(first, second, Math.exp(logRatio)) > limit;
  return value({
    lower: first.successes === 0 ? 0 : Math.exp(borderFrom(start, -1, contradicted)),
    upper: second.successes === 0 ? Infinity : Math.exp(borderFrom(start, 1, contradicted)),
  });
}

/** The logarithm of the observed ratio; far out where it is 0 or infinite. */
function startOf(first: Tally, second: Tally): number {
  if (first.successes === 0) return -FAR;
  if (second.successes === 0) return FAR;
  return Math.log(first.successes / first.trials / (second.successes / second.trials));
}

/** Where, away from a start in one direction, the data begin to contradict. */
function borderFrom(start: number, direction: 1 | -1, contradicted: (logRatio: number) => boolean): number {
  let inside = start;
  let reach = 1;
  while (reach < 2 * FAR && !contradicted(start + direction * reach)) reach *= 2;
  let outside = start + direction * reach;
  for (let halvings = 0; halvings < MOST_HALVINGS; halvings++) {
    const middle = (inside + outside) / 2;
    if (contradicted(middle)) outside = middle;
    else inside = middle;
  }
  return (inside + outside) / 2;
}

/** Pearson's chi-squared at the likeliest rates whose ratio is `ratio`. */
function scoreStatistic(first: Tally, second: Tally, ratio: number): number {
  const trials = first.trials + second.trials;
  const successes = first.successes + second.successes;
  const linear = ratio * (first.trials + second.successes) + first.successes + second.trials;
  const root = Math.sqrt(Math.max(0, linear * linear - 4 * ratio * trials * successes));
  const secondRate = (2 * successes) / (linear + root);
  return chiSquaredOf(first, Math.min(1, ratio * secondRate)) + chiSquaredOf(second, secondRate);
}

function chiSquaredOf({ successes, trials }: Tally, rate: number): number {
  const distance = successes - trials * rate;
  return distance === 0 ? 0 : distance ** 2 / (trials * rate * (1 - rate));
}
