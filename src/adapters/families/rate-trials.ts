import { interpretMetric, type Trials } from "../../normalise/metric-vocabulary.js";

/** Counts that stand beside rates. */
export interface Counts {
  readonly n: number | null;
  readonly positives: number | null;
  readonly negatives: number | null;
  /** Told by a confusion matrix alone. */
  readonly predictedPositives?: number;
}

/**
 * The trials of a rate, where the counts beside it fix them: positives for recall, negatives (stated, or the rows less
 * the positives) for the false positive rate, what was predicted where a confusion matrix tells it. Rates over rows are
 * left to the vocabulary.
 */
export function rateTrials(name: string, counts: Counts): { readonly trials?: number } {
  const { trials } = interpretMetric(name);
  const found = trials === null ? null : denominator(trials, counts);
  return found === null ? {} : { trials: found };
}

function denominator(trials: Trials, { n, positives, negatives, predictedPositives }: Counts): number | null {
  switch (trials) {
    case "rows":
      return null;
    case "positives":
      return positives;
    case "negatives":
      return negatives ?? (n !== null && positives !== null && n > positives ? n - positives : null);
    case "predicted-positives":
      return predictedPositives ?? null;
    case "predicted-negatives":
      return n === null || predictedPositives === undefined ? null : n - predictedPositives;
  }
}
