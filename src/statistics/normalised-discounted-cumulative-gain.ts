import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { countFault, elementFault, type Fault, firstFault } from "./validity.js";

/** `linear` gains the relevance itself, `exponential` 2 to its power less 1. */
export type Gain = "linear" | "exponential";

/** 2 to a greater power, summed, leaves the range of doubles. */
const GREATEST_RELEVANCE = 1000;

/**
 * Normalised discounted cumulative gain of one ranking, against the best order of the same list.
 *
 * @param relevances in ranked order, each 0 to 1000
 * @param cutoff how many places count, 1 or more; beyond the list, all do
 * @returns 0 to 1; not estimable where nothing is relevant; invalid where an argument lies outside its range
 * @see Järvelin & Kekäläinen (2002), ACM TOIS 20, 422-446; the discount is 1/log2(place + 1)
 * @example normalisedDiscountedCumulativeGain([3, 2, 3, 0, 1, 2], 6, "linear") // { kind: "value", value: 0.9608 }
 */
export function normalisedDiscountedCumulativeGain(
  relevances: readonly number[],
  cutoff: number,
  gain: Gain,
): Estimate<number> {
  const fault = firstFault(cutoffFault(cutoff), elementFault(relevances, relevanceFault));
  if (fault !== undefined) return invalid(fault);
  const ideal = discountedGain(
    relevances.toSorted((left, right) => right - left),
    cutoff,
    gain,
  );
  return ideal === 0
    ? notEstimable("nothing in the list is relevant")
    : value(discountedGain(relevances, cutoff, gain) / ideal);
}

/** What is wrong with a number of places to look at: it is a whole number, 1 or more. */
export const cutoffFault = (cutoff: number): Fault =>
  cutoff === 0 ? "cutoff must be 1 or more, got 0" : countFault("cutoff", cutoff);

const relevanceFault = (relevance: number, place: number): Fault =>
  relevance >= 0 && relevance <= GREATEST_RELEVANCE
    ? undefined
    : `relevance ${place + 1} must lie in 0 to ${GREATEST_RELEVANCE}, got ${relevance}`;

const discountedGain = (relevances: readonly number[], cutoff: number, gain: Gain): number =>
  relevances
    .slice(0, cutoff)
    .reduce((sum, relevance, place) => sum + gainOf(relevance, gain) / Math.log2(place + 2), 0);

function gainOf(relevance: number, gain: Gain): number {
  switch (gain) {
    case "linear":
      return relevance;
    case "exponential":
      return 2 ** relevance - 1;
  }
}
