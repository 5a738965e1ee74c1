import type { Estimate } from "../../../src/model/estimate.js";

/** What a function answers to wrong inputs, and to right ones for which the quantity does not exist. */
export interface Refusals {
  readonly invalid: Readonly<Record<string, Estimate<unknown>>>;
  readonly notEstimable: Readonly<Record<string, Estimate<unknown>>>;
}

/** By the name of the function's file. */
export type RefusalsByFile = Readonly<Record<string, Refusals>>;
