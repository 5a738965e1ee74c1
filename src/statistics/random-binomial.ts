import { at } from "./element.js";
import type { RandomSource } from "./random-source.js";
import { devianceTerm, stirlingError } from "./stirling-error.js";

/** Below this mean, counting up from 0 is faster than rejection. */
const SMALL_MEAN = 10;

/**
 * A number of successes drawn from the binomial distribution, exactly, in a time that does not grow with the trials.
 *
 * @param trials a whole number
 * @param rate of success, 0 to 1
 * @see Hörmann (1993), Journal of Statistical Computation and Simulation 46, 101-110: transformed rejection (BTRS)
 */
export function drawBinomial(trials: number, rate: number, random: RandomSource): number {
  if (trials === 0 || rate <= 0) return 0;
  if (rate >= 1) return trials;
  if (rate > 0.5) return trials - drawBinomial(trials, 1 - rate, random);
  return trials * rate < SMALL_MEAN ? countedUp(trials, rate, random) : byRejection(trials, rate, random);
}

/**
 * Counts of cells drawn from the multinomial distribution: what resampling rows with replacement does to a table of
 * counts, without touching the rows.
 *
 * @param counts of the observed table, whole numbers
 * @param total their sum
 * @see Devroye (1986), Non-Uniform Random Variate Generation, section XI.1: one binomial draw a cell, of what is left
 */
export function drawMultinomial(counts: readonly number[], total: number, random: RandomSource): Float64Array {
  const drawn = new Float64Array(counts.length);
  let rowsLeft = total;
  let countsLeft = total;
  for (let cell = 0; cell < counts.length && rowsLeft > 0; cell++) {
    const count = at(counts, cell);
    const taken = drawBinomial(rowsLeft, Math.min(1, count / countsLeft), random);
    drawn[cell] = taken;
    rowsLeft -= taken;
    countsLeft -= count;
  }
  return drawn;
}

/** Subtracts probabilities from a uniform number until it is used up. */
function countedUp(trials: number, rate: number, random: RandomSource): number {
  const odds = rate / (1 - rate);
  let probability = Math.exp(trials * Math.log1p(-rate));
  let left = random.share();
  let successes = 0;
  while (left > probability && successes < trials) {
    left -= probability;
    probability *= (odds * (trials - successes)) / (successes + 1);
    successes++;
  }
  return successes;
}

/** The constants are Hörmann's: a hat over the binomial that accepts about seven draws of eight. */
function byRejection(trials: number, rate: number, random: RandomSource): number {
  const deviation = Math.sqrt(trials * rate * (1 - rate));
  const b = 1.15 + 2.53 * deviation;
  const a = -0.0873 + 0.0248 * b + 0.01 * rate;
  const alpha = (2.83 + 5.1 / b) * deviation;
  const quickLimit = 0.92 - 4.2 / b;
  const mode = Math.floor((trials + 1) * rate);
  const atMode = logProbability(mode, trials, rate);
  for (;;) {
    const across = random.share() - 0.5;
    const height = random.share();
    const edge = 0.5 - Math.abs(across);
    const successes = Math.floor(((2 * a) / edge + b) * across + trials * rate + 0.5);
    if (edge >= 0.07 && height <= quickLimit) return successes;
    if (successes < 0 || successes > trials) continue;
    const limit = logProbability(successes, trials, rate) - atMode;
    if (Math.log((height * alpha) / (a / (edge * edge) + b)) <= limit) return successes;
  }
}

function logProbability(successes: number, trials: number, rate: number): number {
  const failures = trials - successes;
  if (successes === 0) return trials * Math.log1p(-rate);
  if (failures === 0) return trials * Math.log(rate);
  return (
    stirlingError(trials) -
    stirlingError(successes) -
    stirlingError(failures) -
    devianceTerm(successes, trials * rate) -
    devianceTerm(failures, trials * (1 - rate)) +
    Math.log(trials / (2 * Math.PI * successes * failures)) / 2
  );
}
