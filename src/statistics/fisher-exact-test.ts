import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import type { Alternative } from "./alternative.js";
import { wholeTallyFault, type Tally } from "./tally.js";
import { firstFault } from "./validity.js";

/** Tables this close in probability count as equally likely: they differ by rounding only. */
const TIE = 1 + 1e-7;
/** Tables less likely than this, against the likeliest, add nothing. */
const SMALLEST_WEIGHT = 1e-300;
/** Of two arms together; beyond, there are too many tables to be looked at. */
const MOST_TRIALS = 1e12;

/**
 * Fisher's exact test for two independent proportions: how often tables with these margins lie as far out.
 *
 * @param first successes and trials of the first arm, whole numbers
 * @param second successes and trials of the second arm, whole numbers
 * @param alternative about the first arm's rate against the second's; `two-sided` adds the tables that are no more
 *   likely than the observed one
 * @returns the p-value, 1 where a margin is empty; not estimable beyond 10¹² trials; invalid where an argument lies
 *   outside its range
 * @see R. A. Fisher (1935), The Design of Experiments; the two-sided rule is that of R and SciPy
 * @example fisherExactTest({ successes: 8, trials: 10 }, { successes: 1, trials: 6 }, "greater")
 *   // { kind: "value", value: 0.02448 }
 */
export function fisherExactTest(first: Tally, second: Tally, alternative: Alternative): Estimate<number> {
  const fault = firstFault(wholeTallyFault("first", first), wholeTallyFault("second", second));
  if (fault !== undefined) return invalid(fault);
  if (first.trials + second.trials > MOST_TRIALS) return notEstimable("more trials than can be counted table by table");
  let observed = 0;
  eachTable(first, second, (successes, weight) => {
    if (successes === first.successes) observed = weight;
  });
  const counts = (successes: number, weight: number): boolean => {
    switch (alternative) {
      case "greater":
        return successes >= first.successes;
      case "less":
        return successes <= first.successes;
      case "two-sided":
        return weight <= observed * TIE;
    }
  };
  let total = 0;
  let extreme = 0;
  eachTable(first, second, (successes, weight) => {
    total += weight;
    if (counts(successes, weight)) extreme += weight;
  });
  return value(Math.min(1, extreme / total));
}

/** Visits the tables of these margins with their weight relative to the likeliest, as far as a double reaches. */
function eachTable(first: Tally, second: Tally, visit: (successes: number, weight: number) => void): void {
  const successes = first.successes + second.successes;
  const lowest = Math.max(0, successes - second.trials);
  const highest = Math.min(first.trials, successes);
  const mode = Math.floor(((first.trials + 1) * (successes + 1)) / (first.trials + second.trials + 2));
  const start = Math.min(highest, Math.max(lowest, mode));
  const growth = (x: number): number =>
    ((first.trials - x) * (successes - x)) / ((x + 1) * (second.trials - successes + x + 1));
  visit(start, 1);
  for (let x = start, weight = 1; x < highest && weight > SMALLEST_WEIGHT; x++) {
    weight *= growth(x);
    visit(x + 1, weight);
  }
  for (let x = start - 1, weight = 1; x >= lowest && weight > SMALLEST_WEIGHT; x--) {
    weight /= growth(x);
    visit(x, weight);
  }
}
