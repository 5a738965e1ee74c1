import { elementFault, type Fault } from "./validity.js";

/** Looks of an experiment as shares of its planned information: above 0, rising, at most 1. */
export const informationFault = (fractions: readonly number[]): Fault =>
  fractions.length === 0
    ? "there must be one look at least"
    : elementFault(fractions, (fraction, look) =>
        fraction > (fractions[look - 1] ?? 0) && fraction <= 1
          ? undefined
          : `information at look ${look + 1} must lie above that before it and at most at 1, got ${fraction}`,
      );

/** So many looks at equal shares of the information: 1/K, 2/K, … 1. @param looks a whole number */
export const equallySpaced = (looks: number): readonly number[] =>
  Array.from({ length: looks }, (_, look) => (look + 1) / looks);
