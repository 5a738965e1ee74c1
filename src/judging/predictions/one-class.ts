import type { Predictions } from "./read-predictions.js";

/** The key of slices by class, as reports write them. */
export const classKey = "class";

/** One class against all others: its rows are positive, and so is what was predicted to be it. */
export function oneAgainstRest(predictions: Predictions, name: string): Predictions {
  const { task, classes, labels, guesses, scores } = predictions;
  const place = classes.indexOf(name);
  const marked = (codes: Float64Array): Float64Array => codes.map((code) => (code === place ? 1 : 0));
  return {
    ...predictions,
    task: "binary",
    classes: ["0", "1"],
    labels: marked(labels),
    guesses: typeof guesses === "string" ? guesses : marked(guesses),
    scores: task === "binary" && typeof scores !== "string" && place === 0 ? scores.map((score) => 1 - score) : scores,
  };
}
