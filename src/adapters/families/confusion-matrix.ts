import type { Statement } from "../../model/fact.js";
import type { Where } from "../../model/source.js";

/** One cell of a confusion matrix: how many examples of a class the model took for another. */
export interface ConfusionCell {
  readonly actual: string;
  readonly predicted: string;
  readonly count: unknown;
  readonly where: Where;
}

/** Cells as counts, sliced by what was true and what was predicted. */
export const confusionStatements = (cells: readonly ConfusionCell[]): readonly Statement[] =>
  cells.map(({ actual, predicted, count, where }) => ({
    kind: "measurement",
    raw_metric: "confusion_matrix",
    metric: "confusion_matrix",
    unit: "count",
    value: count,
    slice: { actual, predicted },
    where,
  }));
