import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { kendallCorrelation } from "./kendall-correlation.js";
import { cutoffFault } from "./normalised-discounted-cumulative-gain.js";
import { spearmanCorrelation } from "./spearman-correlation.js";
import { finiteListFault, firstFault, lengthFault } from "./validity.js";

export interface ImportanceStability {
  /** Null, as is `kendall`, where one side is constant. */
  readonly spearman: number | null;
  readonly kendall: number | null;
  /** Features among the most important of both, over those of either; 0 to 1. */
  readonly topOverlap: number;
}

/**
 * How alike two explanations rank the features. Compare mean absolute attributions over the same rows and background.
 *
 * @param first importance of each feature, finite
 * @param second of the same features in the same order
 * @param top how many count as most important, by size, 1 or more; ties go to the earlier feature
 * @returns not estimable where there are no features; invalid where an argument lies outside its range
 * @see spearmanCorrelation, kendallCorrelation; Jaccard (1912) for the overlap
 */
export function importanceStability(
  first: readonly number[],
  second: readonly number[],
  top: number,
): Estimate<ImportanceStability> {
  const fault = firstFault(
    lengthFault("first", first.length, "second", second.length),
    finiteListFault("first", first),
    finiteListFault("second", second),
    cutoffFault(top),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.length === 0) return notEstimable("no features");
  const mostOfFirst = mostImportant(first, top);
  const mostOfSecond = mostImportant(second, top);
  const shared = [...mostOfFirst].filter((feature) => mostOfSecond.has(feature)).length;
  return value({
    spearman: spearmanCorrelation(first, second),
    kendall: kendallCorrelation(first, second),
    topOverlap: shared / (mostOfFirst.size + mostOfSecond.size - shared),
  });
}

const mostImportant = (importances: readonly number[], top: number): ReadonlySet<number> =>
  new Set(
    [...importances.keys()]
      .sort((left, right) => Math.abs(at(importances, right)) - Math.abs(at(importances, left)) || left - right)
      .slice(0, top),
  );
