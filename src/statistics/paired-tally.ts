import { countFault, type Fault, firstFault } from "./validity.js";

/** Two classifiers on the same rows: how many rows each got right. Whole numbers from 0 up. */
export interface PairedTally {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

/** What is wrong with a tally: a count that is no whole number from 0 up. */
export const pairedTallyFault = ({ both, onlyFirst, onlySecond, neither }: PairedTally): Fault =>
  firstFault(
    countFault("rows that both got right", both),
    countFault("rows that only the first got right", onlyFirst),
    countFault("rows that only the second got right", onlySecond),
    countFault("rows that neither got right", neither),
  );
