import { interpretMetric } from "../../normalise/metric-vocabulary.js";

/** Counts that stand beside rates. */
export interface Counts {
  readonly n: number | null;
  readonly positives: number | null;
  readonly negatives: number | null;
}

/**
 * The trials of a rate, where the counts beside it fix them: positives for recall, negatives (stated, or the rows less
 * the positives) for the false positive rate. Rates over rows are left to the vocabulary; predicted positives are not
 * among these counts.
 */
export function rateTrials(name: string, { n, positives, negatives }: Counts): { readonly trials?: number } {
  const { trials } = interpretMetric(name);
  const others = negatives ?? (n !== null && positives !== null && n >= positives ? n - positives : null);
  const found = trials === "positives" ? positives : trials === "negatives" ? others : null;
  return found === null ? {} : { trials: found };
}
