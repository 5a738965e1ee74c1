import type { Estimate } from "../model/estimate.js";
import type { TableColumn } from "../model/table.js";
import { chiSquaredUpperTail } from "../statistics/chi-squared-distribution.js";
import { chiSquaredHomogeneityTest } from "../statistics/chi-squared-homogeneity-test.js";
import { hellingerDistance } from "../statistics/hellinger-distance.js";
import { jensenShannonDivergence } from "../statistics/jensen-shannon-divergence.js";
import { kolmogorovSmirnovTest } from "../statistics/kolmogorov-smirnov-test.js";
import { populationStabilityCriticalValue } from "../statistics/population-stability-critical-value.js";
import { populationStabilityIndex } from "../statistics/population-stability-index.js";
import { wassersteinDistance } from "../statistics/wasserstein-distance.js";
import { binnedColumns, sortedColumns, type Binned, type DriftBinning, type SortedColumns } from "./drift-bins.js";

/** Methods that are computed from tables. */
export const computedMethods = [
  "psi",
  "ks",
  "chi-square",
  "cramers-v",
  "jensen-shannon",
  "jensen-shannon-divergence",
  "hellinger",
  "wasserstein",
  "wasserstein-normed",
] as const;

export type ComputedMethod = (typeof computedMethods)[number];

/** How far one column has moved. */
export interface DriftScore {
  readonly score: number;
  /** How it was computed: binning, logarithm, unit. */
  readonly how: string;
  /** The chance that luck alone moves a column that has not drifted so far; null where it is not known. */
  readonly byLuck: number | null;
  /** What a column that has not drifted exceeds one time in twenty, by the index's own distribution; null where none is known. */
  readonly usual: number | null;
  readonly reference: number;
  readonly current: number;
}

/** How the score of a column is computed. */
export interface ScoreAsked {
  readonly method: ComputedMethod;
  readonly binning: DriftBinning;
  readonly bins: number | null;
}

/** The score of one column of two tables, or why there is none. */
export function driftScore(reference: TableColumn, current: TableColumn, asked: ScoreAsked): DriftScore | string {
  const sorted = reference.kind === "numbers" && current.kind === "numbers" ? sortedColumns(reference, current) : null;
  if (sorted !== null && [sorted.reference, sorted.current].some(isInfinite)) return "it holds infinite values";
  if (reference.kind !== current.kind) return "it holds numbers in one table and texts in the other";
  switch (asked.method) {
    case "ks":
    case "wasserstein":
    case "wasserstein-normed":
      return sorted === null ? `${asked.method} is of numbers, and it holds texts` : ofNumbers(asked.method, sorted);
    default:
      return ofBins(asked.method, reference, current, sorted, asked);
  }
}

const isInfinite = (sorted: Float64Array): boolean => {
  const ends = [sorted[0] ?? 0, sorted[sorted.length - 1] ?? 0];
  return ends.some((end) => !Number.isFinite(end));
};

function ofNumbers(
  method: "ks" | "wasserstein" | "wasserstein-normed",
  { reference, current }: SortedColumns,
): DriftScore | string {
  const test = kolmogorovSmirnovTest(reference, current, "asymptotic");
  if (test.kind !== "value") return test.reason;
  const sizes = { byLuck: test.value.p, usual: null, reference: reference.length, current: current.length };
  if (method === "ks")
    return { ...sizes, score: test.value.statistic, how: "widest gap of the distribution functions" };
  const distance = wassersteinDistance(reference, current);
  if (distance.kind !== "value") return distance.reason;
  if (method === "wasserstein") return { ...sizes, score: distance.value.distance, how: "in the column's unit" };
  return distance.value.normed === null
    ? "the reference does not vary"
    : { ...sizes, score: distance.value.normed, how: "over the reference's standard deviation" };
}

function ofBins(
  method: Exclude<ComputedMethod, "ks" | "wasserstein" | "wasserstein-normed">,
  reference: TableColumn,
  current: TableColumn,
  sorted: SortedColumns | null,
  asked: ScoreAsked,
): DriftScore | string {
  const binned = binnedColumns(reference, current, sorted, asked.binning, asked.bins);
  if (typeof binned === "string") return binned;
  const [before, after] = [sum(binned.reference), sum(binned.current)];
  if (before === 0 || after === 0) return "a sample is empty";
  const test = chiSquaredHomogeneityTest([binned.reference, binned.current]);
  const found = scoreOf(method, binned, asked.binning, test);
  if (found.kind !== "value") return found.reason;
  const used = binned.reference.filter((count, bin) => count + (binned.current[bin] ?? 0) > 0).length;
  const homogeneous = test.kind === "value" ? test.value.p : null;
  // Empty bins make the index greater than its distribution knows: the test on the same bins then speaks for luck.
  const luck = method === "psi" ? luckOfPsi(found.value, before, after, used) : null;
  const byLuck = luck === null || homogeneous === null ? (homogeneous ?? luck) : Math.max(luck, homogeneous);
  // Cochran's rule: the chi-squared distribution knows tables of so few expected rows only roughly.
  const rough =
    test.kind === "value" && test.value.sparse ? ", some with so few rows that chance is known roughly" : "";
  const how = `${binned.how}${method.startsWith("jensen") ? ", natural logarithm" : ""}${rough}`;
  const usual = method === "psi" ? usualIndex(before, after, used) : null;
  return { score: found.value, how, byLuck, usual, reference: before, current: after };
}

function scoreOf(
  method: Exclude<ComputedMethod, "ks" | "wasserstein" | "wasserstein-normed">,
  { reference, current }: Binned,
  binning: DriftBinning,
  test: ReturnType<typeof chiSquaredHomogeneityTest>,
): Estimate<number> {
  switch (method) {
    case "psi":
      return populationStabilityIndex(
        reference,
        current,
        binning === "sturges" ? { policy: "replace-small" } : { policy: "replace", share: 1e-4 },
      );
    case "hellinger":
      return hellingerDistance(reference, current);
    case "jensen-shannon":
    case "jensen-shannon-divergence": {
      const found = jensenShannonDivergence(reference, current, Math.E);
      if (found.kind !== "value") return found;
      return { kind: "value", value: method === "jensen-shannon" ? found.value.distance : found.value.divergence };
    }
    case "chi-square":
    case "cramers-v": {
      // One category on both sides is no drift; the test does not exist for it.
      if (reference.length < 2) return { kind: "value", value: 0 };
      if (test.kind !== "value") return test;
      const rows = sum(reference) + sum(current);
      const value = method === "chi-square" ? test.value.statistic : Math.sqrt(test.value.statistic / rows);
      return { kind: "value", value };
    }
  }
}

/** The chance that the index exceeds its value where nothing has moved: over (1/N + 1/M) it is nearly chi-squared. */
const luckOfPsi = (index: number, reference: number, current: number, bins: number): number | null =>
  bins < 2 ? null : chiSquaredUpperTail(index / (1 / reference + 1 / current), bins - 1);

function usualIndex(reference: number, current: number, bins: number): number | null {
  const usual = bins < 2 ? null : populationStabilityCriticalValue(reference, current, bins, 0.05);
  return usual?.kind === "value" ? usual.value.chiSquared : null;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
