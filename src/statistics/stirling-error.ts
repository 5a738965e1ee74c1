const LOG_SQRT_TWO_PI = 0.9189385332046727;
/** From here on seven terms of the series give every digit. */
const SERIES_FROM = 16;

/**
 * What Stirling's formula leaves out: ln Γ(x) − ((x − ½) ln x − x + ½ ln 2π). Probabilities written with it keep
 * their digits for arguments of any size, where differences of ln Γ would cancel.
 *
 * @param x above 0
 * @see Loader (2000), "Fast and accurate computation of binomial probabilities"; below 16 by the recurrence
 *   from x + 1
 * @example stirlingError(10) // 0.008330563433362871
 */
export function stirlingError(x: number): number {
  let shifted = x;
  let error = 0;
  for (; shifted < SERIES_FROM; shifted++) error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
  const square = 1 / (shifted * shifted);
  const inner = 1 / 1680 - square * (1 / 1188 - square * (691 / 360360 - square / 156));
  return error + (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square * inner))) / shifted;
}

/**
 * The deviance part of a probability: x ln(x / mean) + mean − x, from 0 up, exact also where x is nearly the mean.
 *
 * @param x 0 or above
 * @param mean above 0
 * @example devianceTerm(3, 2) // 0.21639532432449285
 */
export function devianceTerm(x: number, mean: number): number {
  if (x === 0) return mean;
  const distance = x - mean;
  if (Math.abs(distance) >= 0.1 * (x + mean)) return x * Math.log(x / mean) - distance;
  const ratio = distance / (x + mean);
  let sum = distance * ratio;
  let power = 2 * x * ratio;
  for (let odd = 3; ; odd += 2) {
    power *= ratio * ratio;
    const next = sum + power / odd;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Natural logarithm of the gamma function.
 *
 * @param x above 0; anything else gives NaN
 * @example logGamma(5) // ln 24 = 3.1780538303479458
 */
export function logGamma(x: number): number {
  if (!(x > 0)) return NaN;
  if (x === 1 || x === 2 || x === Infinity) return x === Infinity ? Infinity : 0;
  return (x - 0.5) * Math.log(x) - x + LOG_SQRT_TWO_PI + stirlingError(x);
}
