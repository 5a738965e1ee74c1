import { logRatio } from "./log-concave-quantile.js";

const DENSITY_AT_ZERO = 1 / Math.sqrt(2 * Math.PI);
/** Up to here the series around zero keeps all digits; beyond it the continued fraction does. */
const SERIES_UP_TO = 1.5;
/** Here the density is less than the smallest double. */
const NO_DENSITY_BEYOND = 40;
/** More steps than any start needs: Newton's steps square the error. */
const MOST_STEPS = 60;

/** Density of the standard normal distribution at `z`, correct in the far tails, where `z * z` alone loses digits. */
export function normalDensity(z: number): number {
  if (Math.abs(z) > NO_DENSITY_BEYOND) return 0;
  const coarse = Math.fround(z);
  return DENSITY_AT_ZERO * Math.exp((-coarse * coarse) / 2) * Math.exp((-(z - coarse) * (z + coarse)) / 2);
}

/**
 * Probability that a standard normal variable is greater than `z`: the p-value of a z statistic. Relative accuracy
 * is better than 1e-13 as far as a double reaches (z of about 38); never written as 1 minus something in the tail.
 *
 * @param z any number; NaN gives NaN
 * @returns from 0 to 1
 * @see Abramowitz & Stegun (1964) 26.2.11 (series), 26.2.14 (continued fraction of Mills' ratio)
 * @example normalUpperTail(1.959963984540054) // 0.025
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -SERIES_UP_TO) return 1 - normalUpperTail(-z);
  return z <= SERIES_UP_TO ? 0.5 - centralArea(z) : normalDensity(z) * millsRatio(z);
}

/** Probability that a standard normal variable is at most `z`; as exact in the lower tail as `normalUpperTail` is in the upper. */
export const normalLowerTail = (z: number): number => normalUpperTail(-z);

/**
 * The z below which a standard normal variable lies with probability `p`: the inverse of `normalLowerTail`, to about
 * 1e-15 of its value over the whole range of doubles.
 *
 * @param p a probability, 0 to 1; 0 and 1 give the infinities, anything else NaN
 * @see Newton's method on ln Q(z), which is concave, so that each step from the right stays on the right of the root
 * @example normalQuantile(0.975) // 1.959963984540054
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return -Infinity;
  if (p === 0.5) return 0;
  return p > 0.25 ? -quantileNearCentre(0.5 - p) : -quantileInTail(p);
}

/**
 * The z of a two-sided interval: a standard normal variable lies within ±z with probability `confidence`.
 *
 * @param confidence above 0 and below 1
 * @example normalCriticalValue(0.95) // 1.959963984540054
 */
export const normalCriticalValue = (confidence: number): number => -normalQuantile((1 - confidence) / 2);

/** The area between zero and `z`, as a power series with positive terms. */
function centralArea(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return normalDensity(z) * sum;
}

/** Upper tail over density, for z above zero: 1/(z + 1/(z + 2/(z + 3/(z + …)))), by Lentz's method. */
function millsRatio(z: number): number {
  if (z > 1e8) return 1 / z;
  let ratio = z;
  let numerators = z;
  let denominators = 0;
  for (let step = 1; step < 10_000; step++) {
    denominators = 1 / (z + step * denominators);
    numerators = z + step / numerators;
    const change = numerators * denominators;
    ratio *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return 1 / ratio;
}

/** The z above which the tail holds `tail`, a probability from 0 (exclusive) to 0.25. */
function quantileInTail(tail: number): number {
  let z = Math.sqrt(-2 * Math.log(tail));
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const upper = normalUpperTail(z);
    if (upper === 0) {
      z -= 0.01;
      continue;
    }
    const step = -logRatio(tail, upper) * millsRatio(z);
    z += step;
    if (Math.abs(step) < 1e-15 * z) break;
  }
  return z;
}

/** The z for which the area between zero and z is `area`, from 0 to 0.25. */
function quantileNearCentre(area: number): number {
  let z = area / DENSITY_AT_ZERO;
  for (let steps = 0; steps < MOST_STEPS; steps++) {
    const step = (area - centralArea(z)) / normalDensity(z);
    z += step;
    if (Math.abs(step) <= 1e-16 * Math.abs(z)) break;
  }
  return z;
}
