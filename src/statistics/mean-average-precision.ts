import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { averagePrecisionAtK } from "./average-precision-at-k.js";
import { meanOf } from "./sample-moments.js";

export interface RankedQuery {
  /** 1 for a relevant place, 0 for another, in ranked order. */
  readonly relevant: readonly number[];
  /** Null where the list holds all that is relevant. */
  readonly totalRelevant: number | null;
}

export interface MeanAveragePrecision {
  readonly mean: number;
  /** Queries that the mean is of. */
  readonly queries: number;
  /** Queries left out because nothing is relevant to them. */
  readonly withoutRelevant: number;
}

/**
 * Mean average precision over queries. Queries to which nothing is relevant are left out and counted: with 0 for them
 * it would be another number.
 *
 * @param cutoff how many places count, 1 or more; null counts all
 * @returns not estimable where no query has anything relevant; invalid where a query is
 * @see averagePrecisionAtK
 * @example meanAveragePrecision([{ relevant: [1, 0], totalRelevant: null }], null)
 *   // { kind: "value", value: { mean: 1, queries: 1, withoutRelevant: 0 } }
 */
export function meanAveragePrecision(
  queries: readonly RankedQuery[],
  cutoff: number | null,
): Estimate<MeanAveragePrecision> {
  const precisions: number[] = [];
  for (const [index, { relevant, totalRelevant }] of queries.entries()) {
    const precision = averagePrecisionAtK(relevant, cutoff, totalRelevant);
    if (precision.kind === "invalid") return invalid(`query ${index + 1}: ${precision.reason}`);
    if (precision.kind === "value") precisions.push(precision.value);
  }
  if (precisions.length === 0) return notEstimable("nothing is relevant to any query");
  return value({
    mean: meanOf(precisions),
    queries: precisions.length,
    withoutRelevant: queries.length - precisions.length,
  });
}
