import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { wholeTallyFault } from "./tally.js";
import { type Fault, firstFault, shareFault } from "./validity.js";

export interface Category {
  readonly name: string;
  /** A whole number, 0 to `candidates`. */
  readonly selected: number;
  readonly candidates: number;
}

export interface CategoryImpact {
  readonly name: string;
  readonly rate: number;
  /** Rate over the highest rate. */
  readonly ratio: number;
  /** Strictly below four fifths, decided in whole numbers: 0.4 against 0.5 is not. */
  readonly belowFourFifths: boolean;
}

export interface ImpactRatios {
  readonly categories: readonly CategoryImpact[];
  /** Categories with a smaller share of all candidates than `minimumShare`, or none. */
  readonly dropped: readonly string[];
}

/**
 * Impact ratios of a selection: each category's rate over the highest one.
 *
 * @param categories in the order of the answer
 * @param minimumShare of all candidates below which a category is left out, 0 to 1; New York's rule allows below 0.02
 * @returns not estimable where no category is left or nobody was selected; invalid where an argument lies outside its
 *   range
 * @see Uniform Guidelines on Employee Selection Procedures, 29 CFR 1607.4(D) (four-fifths rule); New York City Local Law
 *   144 of 2021
 */
export function impactRatio(categories: readonly Category[], minimumShare: number): Estimate<ImpactRatios> {
  const fault = firstFault(shareFault("minimum share", minimumShare), categoriesFault(categories));
  if (fault !== undefined) return invalid(fault);
  const total = categories.reduce((sum, { candidates }) => sum + candidates, 0);
  const isKept = ({ candidates }: Category): boolean => candidates > 0 && candidates / total >= minimumShare;
  const kept = categories.filter(isKept);
  const best = kept.reduce<Category | undefined>(
    (most, category) => (most === undefined || rateOf(category) > rateOf(most) ? category : most),
    undefined,
  );
  if (best === undefined) return notEstimable("no category is left");
  if (best.selected === 0) return notEstimable("nobody was selected");
  return value({
    categories: kept.map((category) => ({
      name: category.name,
      rate: rateOf(category),
      ratio: rateOf(category) / rateOf(best),
      belowFourFifths: isBelowFourFifths(category, best),
    })),
    dropped: categories.filter((category) => !isKept(category)).map(({ name }) => name),
  });
}

const rateOf = ({ selected, candidates }: Category): number => selected / candidates;

const isBelowFourFifths = (category: Category, best: Category): boolean =>
  10n * BigInt(category.selected) * BigInt(best.candidates) < 8n * BigInt(best.selected) * BigInt(category.candidates);

const categoriesFault = (categories: readonly Category[]): Fault =>
  categories
    .map(({ name, selected, candidates }) => wholeTallyFault(name, { successes: selected, trials: candidates }))
    .find((fault) => fault !== undefined);
