/**
 * Limiting distribution of the Kolmogorov–Smirnov statistic: probability that √n D exceeds `x`.
 *
 * @param x 0 or above
 * @see Kolmogorov (1933); below 1 by the theta-function form, which converges where the alternating one does not
 * @example kolmogorovUpperTail(1.3580986393225507) // 0.05
 */
export function kolmogorovUpperTail(x: number): number {
  if (!(x >= 0)) return NaN;
  return x < 1 ? 1 - lowerTailByTheta(x) : upperTailBySeries(x);
}

/** √(2π)/x Σ exp(−(2k−1)² π² / 8x²) */
function lowerTailByTheta(x: number): number {
  if (x < 0.03) return 0;
  const exponent = -(Math.PI * Math.PI) / (8 * x * x);
  let sum = 0;
  for (let odd = 1; odd <= 15; odd += 2) sum += Math.exp(odd * odd * exponent);
  return (Math.sqrt(2 * Math.PI) / x) * sum;
}

/** 2 Σ (−1)^(k−1) exp(−2k²x²) */
function upperTailBySeries(x: number): number {
  let sum = 0;
  for (let k = 8; k >= 1; k--) sum += (k % 2 === 1 ? 1 : -1) * Math.exp(-2 * k * k * x * x);
  return 2 * sum;
}
