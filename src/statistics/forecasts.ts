import { labelsFault } from "./scored-labels.js";
import { elementFault, type Fault, firstFault, lengthFault, shareFault } from "./validity.js";

/** Labels of 0 and 1 with a probability each. */
export const forecastsFault = (labels: ArrayLike<number>, probabilities: ArrayLike<number>): Fault =>
  firstFault(
    lengthFault("labels", labels.length, "probabilities", probabilities.length),
    labelsFault("labels", labels),
    elementFault(probabilities, (probability, row) => shareFault(`probabilities[${row}]`, probability)),
  );
