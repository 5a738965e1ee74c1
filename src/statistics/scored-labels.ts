import { at } from "./element.js";
import { type Fault, finiteListFault, firstFault, lengthFault } from "./validity.js";

/** Every label 0 or 1. */
export function labelsFault(name: string, labels: ArrayLike<number>): Fault {
  for (let row = 0; row < labels.length; row++) {
    const label = labels[row];
    if (label !== 0 && label !== 1) return `${name}[${row}] must be 0 or 1, got ${label}`;
  }
  return undefined;
}

/** Labels of 0 and 1 with a finite score each. */
export const scoredLabelsFault = (labels: ArrayLike<number>, name: string, scores: ArrayLike<number>): Fault =>
  firstFault(
    lengthFault("labels", labels.length, name, scores.length),
    labelsFault("labels", labels),
    finiteListFault(name, scores),
  );

export interface ClassScores {
  readonly positives: Float64Array;
  readonly negatives: Float64Array;
}

/** The scores of the rows labelled 1 and of those labelled 0, each in the order of the rows. */
export function scoresByClass(labels: ArrayLike<number>, scores: ArrayLike<number>): ClassScores {
  const all = Float64Array.from(scores);
  return {
    positives: all.filter((_, row) => at(labels, row) === 1),
    negatives: all.filter((_, row) => at(labels, row) === 0),
  };
}
