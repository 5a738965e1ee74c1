import type { CorrectedReplicates } from "../../statistics/bca-interval.js";
import { sampleVariance } from "../../statistics/sample-moments.js";
import { resampledUncertainty, spreadUncertainty, type Uncertainty } from "../uncertainty.js";

export function spread(
  value: number,
  variance: number | null,
  n: number,
  rung: "paired" | "standard-error",
  method: string,
  scale: number,
): Uncertainty | null {
  if (variance === null || !(variance > 0)) return null;
  return spreadUncertainty({ value, standardError: scale * Math.sqrt(variance), n, rung, method, degrees: null });
}

/** Null where there are none, or all are the same. */
export function byReplicates(
  value: number,
  replicates: CorrectedReplicates | null,
  n: number,
  rung: "paired" | "standard-error",
  method: string,
): Uncertainty | null {
  if (replicates === null) return null;
  const { sorted } = replicates;
  // These metrics are shares: what lies nearer is rounding.
  if ((sorted.at(-1) ?? NaN) - (sorted[0] ?? NaN) <= 1e-12) return null;
  return resampledUncertainty(value, replicates, n, rung, method);
}

/** True where no influence differs from 0 by more than rounding. */
export const allWithin = (influences: Float64Array, rounding: number): boolean =>
  influences.every((influence) => Math.abs(influence) <= rounding);

/** By the spread of the influences: of a mean it is the standard error itself. Null where they do not vary. */
export function byInfluence(
  value: number,
  influences: Float64Array,
  rung: "paired" | "standard-error",
  method: string,
): Uncertainty | null {
  const { length: n } = influences;
  if (n < 2 || allWithin(influences, 1e-12 * Math.abs(value))) return null;
  const variance = sampleVariance(influences) / n;
  if (!(variance > 0)) return null;
  return spreadUncertainty({ value, standardError: Math.sqrt(variance), n, rung, method, degrees: n - 1 });
}
