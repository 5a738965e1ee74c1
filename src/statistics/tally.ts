import { countFault, type Fault, firstFault } from "./validity.js";

/** Successes among trials. */
export interface Tally {
  /** From 0 to `trials`. */
  readonly successes: number;
  /** A whole number from 0 up. */
  readonly trials: number;
}

/**
 * What is wrong with a tally. Successes need not be whole here: a rate that a tool rounded, times its trials, is not.
 */
export function tallyFault(name: string, { successes, trials }: Tally): Fault {
  const fault = countFault(`${name} trials`, trials);
  if (fault !== undefined) return fault;
  return successes >= 0 && successes <= trials
    ? undefined
    : `${name} successes must lie in 0 to ${trials}, got ${successes}`;
}

/** What is wrong with a tally where an exact distribution needs whole successes. */
export const wholeTallyFault = (name: string, tally: Tally): Fault =>
  firstFault(tallyFault(name, tally), countFault(`${name} successes`, tally.successes));
