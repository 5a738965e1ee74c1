/**
 * Arithmetic mean of at least one value, summed with compensation, so that large and small ones mix.
 *
 * @see Neumaier (1974), Zeitschrift für Angewandte Mathematik und Mechanik 54, 39-51
 */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index++) {
    const addend = values[index] ?? NaN;
    const next = sum + addend;
    lost += Math.abs(sum) >= Math.abs(addend) ? sum - next + addend : addend - next + sum;
    sum = next;
  }
  return Number.isFinite(sum) ? (sum + lost) / values.length : meanOfShares(values);
}

/** The same where the sum leaves the range of doubles, though the mean does not. */
function meanOfShares(values: ArrayLike<number>): number {
  let mean = 0;
  for (let index = 0; index < values.length; index++) mean += (values[index] ?? NaN) / values.length;
  return mean;
}

/** Of the greatest power of two that a double holds. */
const MOST_EXPONENT = 1023;

/**
 * A power of two about as great as the greatest value: divided by it, which rounds nothing, values have squares that
 * neither vanish nor leave the range of doubles.
 *
 * @param values finite, not all 0
 */
export function unitOf(values: ArrayLike<number>): number {
  let greatest = 0;
  for (let index = 0; index < values.length; index++) greatest = Math.max(greatest, Math.abs(values[index] ?? NaN));
  return 2 ** Math.min(MOST_EXPONENT, Math.floor(Math.log2(greatest)));
}

/**
 * Sum of squares about the mean over n − 1; at least two values. Two passes, so that nothing cancels.
 *
 * @see Chan, Golub & LeVeque (1983), The American Statistician 37, 242-247
 */
export function sampleVariance(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] ?? NaN) - mean) ** 2;
  return squares / (values.length - 1);
}
