import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { type Tally, wholeTallyFault } from "./tally.js";
import { type Fault, firstFault } from "./validity.js";

/** Two arms within one part of the data. */
export interface Stratum {
  readonly first: Tally;
  readonly second: Tally;
}

export interface SimpsonCheck {
  /** First rate less second over everything. */
  readonly aggregateDifference: number;
  /** The same in each stratum; null where an arm has no trials in it. */
  readonly stratumDifferences: readonly (number | null)[];
  /** Mantel–Haenszel: the difference and the odds ratio within strata, pooled; null where not defined. */
  readonly pooledDifference: number | null;
  readonly pooledOddsRatio: number | null;
  /** True where every stratum says the opposite of the aggregate: it compares mixtures, not arms. */
  readonly reversal: boolean;
}

/**
 * Simpson's check: does a difference hold within the parts of the data, or does it come from their mixture?
 *
 * @param strata whole numbers
 * @returns not estimable where an arm has no trials at all; invalid where a tally is
 * @see Simpson (1951), J. R. Statist. Soc. B 13, 238-241; Mantel & Haenszel (1959), JNCI 22, 719-748
 */
export function simpsonCheck(strata: readonly Stratum[]): Estimate<SimpsonCheck> {
  const fault = strataFault(strata);
  if (fault !== undefined) return invalid(fault);
  const whole = {
    first: together(strata.map(({ first }) => first)),
    second: together(strata.map(({ second }) => second)),
  };
  const aggregateDifference = differenceIn(whole);
  if (aggregateDifference === null) return notEstimable("an arm has no trials");
  const stratumDifferences = strata.map(differenceIn);
  const seen = stratumDifferences.filter((difference) => difference !== null);
  return value({
    aggregateDifference,
    stratumDifferences,
    pooledDifference: pooledDifference(strata),
    pooledOddsRatio: pooledOddsRatio(strata),
    reversal: seen.length > 0 && seen.every((difference) => difference * aggregateDifference < 0),
  });
}

const together = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (sum, { successes, trials }) => ({ successes: sum.successes + successes, trials: sum.trials + trials }),
    { successes: 0, trials: 0 },
  );

const differenceIn = ({ first, second }: Stratum): number | null =>
  first.trials === 0 || second.trials === 0 ? null : first.successes / first.trials - second.successes / second.trials;

function pooledDifference(strata: readonly Stratum[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const stratum of strata) {
    const difference = differenceIn(stratum);
    if (difference === null) continue;
    const weight = 1 / (1 / stratum.first.trials + 1 / stratum.second.trials);
    sum += weight * difference;
    weights += weight;
  }
  return weights === 0 ? null : sum / weights;
}

function pooledOddsRatio(strata: readonly Stratum[]): number | null {
  let agreeing = 0;
  let opposing = 0;
  for (const { first, second } of strata) {
    const trials = first.trials + second.trials;
    if (trials === 0) continue;
    agreeing += (first.successes * (second.trials - second.successes)) / trials;
    opposing += ((first.trials - first.successes) * second.successes) / trials;
  }
  return opposing === 0 ? null : agreeing / opposing;
}

const strataFault = (strata: readonly Stratum[]): Fault =>
  strata
    .map(({ first, second }, index) =>
      firstFault(
        wholeTallyFault(`first of stratum ${index + 1}`, first),
        wholeTallyFault(`second of stratum ${index + 1}`, second),
      ),
    )
    .find((fault) => fault !== undefined);
