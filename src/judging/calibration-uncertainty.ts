import type { CalibrationBin, CalibrationError } from "../statistics/calibration-error.js";
import { normalCriticalValue, normalQuantile, normalUpperTail } from "../statistics/normal-distribution.js";
import { seededRandom } from "../statistics/random-source.js";
import { sampleQuantile } from "../statistics/sample-quantile.js";
import { countBelow } from "../statistics/sorted-values.js";
import { RESAMPLES, resamplesSaid } from "./predictions/resampling.js";
import type { Uncertainty } from "./uncertainty.js";

const SEED = 1;

/**
 * How far the gap of each bin may be off, times its rows: by what its labels scatter about the forecasts or, where few
 * labels seem to scatter less, by what calibrated labels would.
 */
const scatterOf = ({ rows, forecasts, squares }: CalibrationBin): number =>
  Math.sqrt(Math.max(squares, forecasts * (1 - forecasts / rows)));

/**
 * The expected calibration error is the sum of gaps without their signs, so that noise alone makes it greater than it
 * is: a bound is broken only where the error exceeds it by more than the noise of all bins together would, which is
 * drawn. It is never less than the sum with any fixed signs, which is normal: that shows how great the true error may be.
 * Both hold by the triangle inequality, whatever the true gaps.
 */
export function expectedErrorUncertainty({ expected, bins }: CalibrationError, n: number, cut: string): Uncertainty {
  const noise = noiseOf(bins.map((bin) => scatterOf(bin) / n));
  const squares = bins.reduce((sum, bin) => sum + scatterOf(bin) ** 2, 0);
  const deviation = Math.sqrt(Math.max(squares / n - expected ** 2, 0) / n);
  const reach = (share: number): number => sampleQuantile(noise, share);
  return bounded({
    value: expected,
    n,
    method: `${cut}, noise of the bins, ${resamplesSaid}`,
    exceeds: (excess) => (noise.length - countBelow(noise, excess) + 1) / (noise.length + 1),
    beyond: (error) => reach(1 - error),
    deviation,
  });
}

/**
 * Sums of the sizes of normal draws, sorted.
 *
 * @see Box & Muller (1958), Annals of Mathematical Statistics 29, 610-611
 */
function noiseOf(deviations: readonly number[]): Float64Array {
  const random = seededRandom(SEED);
  const sums = new Float64Array(RESAMPLES);
  for (const deviation of deviations)
    for (let draw = 0; draw < RESAMPLES; draw += 2) {
      const length = deviation * Math.sqrt(-2 * Math.log(1 - random.share()));
      const angle = 2 * Math.PI * random.share();
      sums[draw] = (sums[draw] ?? 0) + Math.abs(length * Math.cos(angle));
      sums[draw + 1] = (sums[draw + 1] ?? 0) + Math.abs(length * Math.sin(angle));
    }
  return sums.sort();
}

/** The same of the widest gap: exceeded by chance where any bin's noise reaches so far, and at least the gap of any bin. */
export function greatestErrorUncertainty({ greatest, bins }: CalibrationError, n: number, cut: string): Uncertainty {
  const deviations = bins.map((bin) => scatterOf(bin) / bin.rows);
  const exceeds = (excess: number): number =>
    -Math.expm1(deviations.reduce((sum, deviation) => sum + Math.log1p(-2 * normalUpperTail(excess / deviation)), 0));
  return bounded({
    value: greatest,
    n,
    method: `${cut}, noise of the bins`,
    exceeds,
    beyond: (error) => reaching(exceeds, error),
    deviation: Math.max(...deviations),
  });
}

/** The excess, from 0 to 1, that is exceeded with a probability; found by halving. */
function reaching(exceeds: (excess: number) => number, error: number): number {
  let low = 0;
  let high = 1;
  for (let halvings = 0; halvings < 50; halvings++) {
    const middle = (low + high) / 2;
    if (exceeds(middle) > error) low = middle;
    else high = middle;
  }
  return high;
}

interface ErrorBounds {
  readonly value: number;
  readonly n: number;
  readonly method: string;
  /** The chance that noise makes the error so much greater than it is. */
  exceeds(excess: number): number;
  /** The excess that noise exceeds with a probability. */
  beyond(error: number): number;
  /** How far the error may be seen too small, as a standard deviation. */
  readonly deviation: number;
}

const bounded = ({ value, n, method, exceeds, beyond, deviation }: ErrorBounds): Uncertainty => ({
  rung: "standard-error",
  method,
  n,
  interval: (confidence) => ({
    lower: Math.max(0, value - beyond((1 - confidence) / 2)),
    upper: Math.min(1, value + normalCriticalValue(confidence) * deviation),
  }),
  above: (bound) => (value <= bound ? 1 : exceeds(value - bound)),
  below: (bound) => (deviation === 0 ? (value < bound ? 0 : 1) : normalUpperTail((bound - value) / deviation)),
  more: (bound, confidence) => {
    if (value === bound) return null;
    const reach = value > bound ? beyond(1 - confidence) : -normalQuantile(1 - confidence) * deviation;
    return Math.max(1, Math.ceil(n * ((reach / (value - bound)) ** 2 - 1)));
  },
});
