/** Arithmetic mean of at least one value, summed with compensation, so that large and small ones mix. */
export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  let lost = 0;
  for (let index = 0; index < values.length; index++) {
    const addend = values[index] ?? NaN;
    const next = sum + addend;
    lost += Math.abs(sum) >= Math.abs(addend) ? sum - next + addend : addend - next + sum;
    sum = next;
  }
  return (sum + lost) / values.length;
}

/** Sum of squares about the mean over n − 1; at least two values. Two passes, so that nothing cancels. */
export function sampleVariance(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let squares = 0;
  for (let index = 0; index < values.length; index++) squares += ((values[index] ?? NaN) - mean) ** 2;
  return squares / (values.length - 1);
}
