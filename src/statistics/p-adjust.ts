import { type Estimate, invalid, value } from "../model/estimate.js";
import { elementFault, shareFault } from "./validity.js";

/**
 * `bonferroni`, `holm` and `hochberg` hold the chance of any false alarm in the family (Hochberg under independence or positive
 * dependence); the Benjamini methods hold the share of false ones among the alarms (Yekutieli's under any
 * dependence); `none` changes nothing.
 */
export type Adjustment = "bonferroni" | "holm" | "hochberg" | "benjamini-hochberg" | "benjamini-yekutieli" | "none";

/**
 * P-values adjusted for having been looked at together: compare each with the level that the whole family was
 * promised.
 *
 * @param pValues the family's p-values, each 0 to 1
 * @returns the adjusted values in the same order, each at least its own p-value and at most 1; none for none; invalid
 *   where a p-value lies outside 0 to 1
 * @see Dunn (1961), JASA 56, 52-64 (Bonferroni); Holm (1979), Scand. J. Statistics 6, 65-70; Hochberg (1988), Biometrika 75, 800-802; Benjamini & Hochberg
 *   (1995), J. R. Statist. Soc. B 57, 289-300; Benjamini & Yekutieli (2001), Annals of Statistics 29, 1165-1188
 * @example adjustPValues([0.04, 0.01, 0.03, 0.02], "holm") // { kind: "value", value: [0.06, 0.04, 0.06, 0.06] }
 */
export function adjustPValues(pValues: readonly number[], adjustment: Adjustment): Estimate<readonly number[]> {
  const fault = elementFault(pValues, (p, index) => shareFault(`p-value ${index + 1}`, p));
  if (fault !== undefined) return invalid(fault);
  const count = pValues.length;
  switch (adjustment) {
    case "none":
      return value([...pValues]);
    case "bonferroni":
      return value(pValues.map((p) => Math.min(1, p * count)));
    case "holm":
      return value(stepDown(pValues, (rank) => count - rank + 1));
    case "hochberg":
      return value(stepUp(pValues, (rank) => count - rank + 1));
    case "benjamini-hochberg":
      return value(stepUp(pValues, (rank) => count / rank));
    case "benjamini-yekutieli":
      return value(stepUp(pValues, (rank) => (count / rank) * harmonicNumber(count)));
  }
}

type Factor = (rank: number) => number;

/** From the smallest up, each at least the one before it. */
function stepDown(pValues: readonly number[], factor: Factor): readonly number[] {
  const adjusted = [...pValues];
  let largest = 0;
  for (const { p, position, rank } of ranked(pValues)) {
    largest = Math.max(largest, Math.min(1, p * factor(rank)));
    adjusted[position] = largest;
  }
  return adjusted;
}

/** From the largest down, each at most the one after it. */
function stepUp(pValues: readonly number[], factor: Factor): readonly number[] {
  const adjusted = [...pValues];
  let smallest = 1;
  for (const { p, position, rank } of ranked(pValues).reverse()) {
    smallest = Math.min(smallest, p * factor(rank));
    adjusted[position] = smallest;
  }
  return adjusted;
}

/** Ascending, rank from 1, each with its place in the input. */
const ranked = (pValues: readonly number[]) =>
  pValues
    .map((p, position) => ({ p, position }))
    .sort((left, right) => left.p - right.p)
    .map((entry, index) => ({ ...entry, rank: index + 1 }));

function harmonicNumber(count: number): number {
  let sum = 0;
  for (let term = count; term >= 1; term--) sum += 1 / term;
  return sum;
}
