import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { binCountsFault, paired, sharesOf, totalOf } from "./bin-counts.js";
import { type Fault, finiteFault, firstFault, positiveFault } from "./validity.js";

/**
 * What an empty bin means: `infinite` says so where only one side is empty; `replace` puts a small share in its place
 * (1e-4 is usual); `replace-small` puts 1e-4, or a millionth of the sample's least share where that is no more than
 * 1e-4, as Evidently does; `add` adds to every count of both sides.
 */
export type EmptyBins =
  | { readonly policy: "infinite" }
  | { readonly policy: "replace"; readonly share: number }
  | { readonly policy: "replace-small" }
  | { readonly policy: "add"; readonly count: number };

/**
 * Population stability index: how far the shares of bins have moved.
 *
 * @param expected counts or shares of the reference, 0 or above
 * @param actual of the current sample, in the same bins
 * @returns 0 or above, Infinity with an empty bin and `infinite`; not estimable where a sample is empty; invalid where
 *   lengths or counts are wrong. The customary limits 0.1 and 0.25 know nothing of sample size: see
 *   `populationStabilityCriticalValue`
 * @see Lewis (1994); Siddiqi (2006), Credit Risk Scorecards: Σ (a − e) ln(a/e)
 * @example populationStabilityIndex([0.1, 0.2, 0.3, 0.4], [0.2, 0.2, 0.3, 0.3], { policy: "infinite" })
 *   // { kind: "value", value: 0.0981 }
 */
export function populationStabilityIndex(
  expected: readonly number[],
  actual: readonly number[],
  emptyBins: EmptyBins,
): Estimate<number> {
  const fault = firstFault(
    binCountsFault("expected", expected, "actual", actual),
    emptyBinsFault(emptyBins, expected.length),
  );
  if (fault !== undefined) return invalid(fault);
  if (totalOf(expected) === 0 || totalOf(actual) === 0) return notEstimable("a sample is empty");
  const before = filled(expected, emptyBins);
  const after = filled(actual, emptyBins);
  return value(paired(before, after).reduce((sum, [e, a]) => sum + (a === e ? 0 : (a - e) * Math.log(a / e)), 0));
}

function emptyBinsFault(emptyBins: EmptyBins, bins: number): Fault {
  switch (emptyBins.policy) {
    case "infinite":
    case "replace-small":
      return undefined;
    case "replace":
      return positiveFault("share of an empty bin", emptyBins.share);
    case "add":
      return firstFault(
        positiveFault("count added to each bin", emptyBins.count),
        finiteFault("what is added to all bins", 2 * bins * emptyBins.count),
      );
  }
}

function filled(counts: readonly number[], emptyBins: EmptyBins): readonly number[] {
  switch (emptyBins.policy) {
    case "infinite":
      return sharesOf(counts) ?? [];
    case "replace":
      return (sharesOf(counts) ?? []).map((share) => (share === 0 ? emptyBins.share : share));
    case "replace-small": {
      const shares = sharesOf(counts) ?? [];
      const least = shares.reduce((least, share) => (share > 0 ? Math.min(least, share) : least), 1);
      return shares.map((share) => (share > 0 ? share : least <= 1e-4 ? least / 1e6 : 1e-4));
    }
    case "add":
      return sharesOf(counts.map((count) => count + emptyBins.count)) ?? [];
  }
}
