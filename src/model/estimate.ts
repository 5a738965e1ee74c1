/** The three answers of a statistical function: a value; not estimable, and why; or an argument outside its range. */
export type Estimate<T> =
  | { readonly kind: "value"; readonly value: T }
  | { readonly kind: "not-estimable"; readonly reason: string }
  | { readonly kind: "invalid"; readonly reason: string };

export interface Interval {
  readonly lower: number;
  readonly upper: number;
}

export const value = <T>(result: T): Estimate<T> => ({ kind: "value", value: result });

/** The inputs are valid, and the quantity does not exist for them (no trials, one class, zero variance, …). */
export const notEstimable = (reason: string): Estimate<never> => ({ kind: "not-estimable", reason });

/** The inputs are wrong: negative counts, more successes than trials, NaN, unequal lengths, … */
export const invalid = (reason: string): Estimate<never> => ({ kind: "invalid", reason });
