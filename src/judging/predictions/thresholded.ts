import type { Predictions } from "./read-predictions.js";

/** The same rows, those predicted positive that score at least as high as the threshold; undefined without scores. */
export function atThreshold(predictions: Predictions, threshold: number): Predictions | undefined {
  const { scores, task } = predictions;
  if (task !== "binary" || typeof scores === "string") return undefined;
  return { ...predictions, guesses: scores.map((score) => (score >= threshold ? 1 : 0)) };
}
