import { countFault, type Fault, finiteFault, firstFault, nonNegativeFault } from "./validity.js";

/** A sample by its mean and its standard deviation over n − 1. */
export interface SampleSummary {
  readonly mean: number;
  readonly standardDeviation: number;
  readonly size: number;
}

/** What is wrong with a summary: a mean or a deviation that is none, or a size that is no count. */
export const summaryFault = (name: string, { mean, standardDeviation, size }: SampleSummary): Fault =>
  firstFault(
    finiteFault(`${name} mean`, mean),
    nonNegativeFault(`${name} standard deviation`, standardDeviation),
    countFault(`${name} size`, size),
  );
