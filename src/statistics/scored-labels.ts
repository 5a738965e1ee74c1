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
