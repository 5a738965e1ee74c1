import type { Value } from "../../model/adapter.js";
import { list } from "../../read/shape.js";

/** Scores of single examples, and what they come to. */
export interface ScoreMean {
  /** Mean of the scores that are finite numbers; NaN where there is none. */
  readonly mean: number;
  /** How many scores there are. */
  readonly n: number;
  /** Entries that are no finite number: the judge failed on them. */
  readonly failed: number;
}

/** The mean of scores as tools compute it: over those that there are. */
export function scoreMean(scores: readonly (number | undefined)[]): ScoreMean {
  let sum = 0;
  let n = 0;
  for (const score of scores) {
    if (score === undefined || !Number.isFinite(score)) continue;
    sum += score;
    n++;
  }
  return { mean: n === 0 ? Number.NaN : sum / n, n, failed: scores.length - n };
}

/** A list of numbers, null and NaN where a score is missing; undefined for any other value. */
export function scoresIn(value: Value | undefined): readonly (number | undefined)[] | undefined {
  const scores = list(value);
  if (scores === undefined || scores.length === 0) return undefined;
  if (!scores.every((score) => typeof score === "number" || score === null)) return undefined;
  if (!scores.some((score) => typeof score === "number")) return undefined;
  return scores.map((score) => (typeof score === "number" ? score : undefined));
}
