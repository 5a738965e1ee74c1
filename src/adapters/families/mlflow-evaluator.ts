/** Counts behind a number. */
export interface Counts {
  readonly n: number | null;
  readonly trials: number | null;
}

const unknown: Counts = { n: null, trials: null };

/** Names that MLflow's own evaluator gives its metrics, behind the prefix that the user chose. */
const evaluated =
  /^(.*?)(score|accuracy_score|recall_score|precision_score|f1_score|log_loss|roc_auc|precision_recall_auc|r2_score|max_error|mean_(?:absolute|squared|absolute_percentage)_error|root_mean_squared_error)$/;

/** Counts that are the denominators of a rate: their sum. */
const denominators: Readonly<Record<string, readonly [string, string]>> = {
  recall_score: ["true_positives", "false_negatives"],
  precision_score: ["true_positives", "false_positives"],
};

/**
 * The examples behind a metric of MLflow's evaluator, which logs them as metrics beside it: `eval_example_count`, and of
 * a binary classifier the four counts of its confusion matrix.
 *
 * @param metric looks up another metric of the same run by its name
 */
export function evaluatorCounts(name: string, value: number, metric: (name: string) => number | null): Counts {
  const [, prefix = "", base = ""] = evaluated.exec(name) ?? [];
  if (base === "") return unknown;
  const n = metric(`${prefix}example_count`);
  if (n === null) return unknown;
  const parts = Object.hasOwn(denominators, base) ? denominators[base] : undefined;
  if (parts === undefined) return { n, trials: null };
  const [hits, misses] = [metric(`${prefix}${parts[0]}`), metric(`${prefix}${parts[1]}`)];
  const trials = hits === null || misses === null ? null : hits + misses;
  // Counts of another evaluation under the same prefix would not give this rate.
  const agree = hits !== null && trials !== null && trials > 0 && Math.abs(value * trials - hits) < 1e-6 * trials;
  return { n, trials: agree ? trials : null };
}
