import { type Estimate, invalid, notEstimable, value } from "../model/estimate.js";
import { at } from "./element.js";
import { labelsFault } from "./scored-labels.js";
import { firstFault, lengthFault } from "./validity.js";

export interface GroupRates {
  readonly group: string;
  readonly rows: number;
  readonly positives: number;
  readonly selectionRate: number;
  /** Null where the group has no positives. */
  readonly truePositiveRate: number | null;
  /** Null where the group has no negatives. */
  readonly falsePositiveRate: number | null;
}

export interface GroupFairness {
  /** Sorted by name. One group alone shows no difference, and means nothing. */
  readonly groups: readonly GroupRates[];
  readonly demographicParityDifference: number;
  /** Null where no group is selected at all. */
  readonly demographicParityRatio: number | null;
  /** Gap of the true positive rates; null, as the next two, where a group's rate is not defined. */
  readonly equalOpportunityDifference: number | null;
  /** The greater gap of the true and of the false positive rates. */
  readonly equalizedOddsDifference: number | null;
  /** The lesser ratio of either. */
  readonly equalizedOddsRatio: number | null;
}

/**
 * How differently a classifier treats groups.
 *
 * @param labels the truth, 0 or 1 for each row
 * @param predictions 0 or 1 for each row, 1 is selected
 * @param groups the group's name for each row
 * @returns not estimable where there are no rows; invalid where lengths, labels or predictions are wrong
 * @see Hardt, Price & Srebro (2016), NeurIPS (equal opportunity, equalised odds); definitions as in Fairlearn, but where
 *   a rate is not defined the measure is null rather than 0
 */
export function groupFairness(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  groups: ArrayLike<string>,
): Estimate<GroupFairness> {
  const fault = firstFault(
    lengthFault("labels", labels.length, "predictions", predictions.length),
    lengthFault("labels", labels.length, "groups", groups.length),
    labelsFault("labels", labels),
    labelsFault("predictions", predictions),
  );
  if (fault !== undefined) return invalid(fault);
  if (labels.length === 0) return notEstimable("no rows");
  const rates = ratesByGroup(labels, predictions, groups);
  const selection = extremes(rates.map(({ selectionRate }) => selectionRate));
  const truePositive = extremes(rates.map(({ truePositiveRate }) => truePositiveRate));
  const falsePositive = extremes(rates.map(({ falsePositiveRate }) => falsePositiveRate));
  return value({
    groups: rates,
    demographicParityDifference: gapOf(selection) ?? 0,
    demographicParityRatio: ratioOf(selection),
    equalOpportunityDifference: gapOf(truePositive),
    equalizedOddsDifference: both(gapOf(truePositive), gapOf(falsePositive), Math.max),
    equalizedOddsRatio: both(ratioOf(truePositive), ratioOf(falsePositive), Math.min),
  });
}

interface Extremes {
  readonly least: number;
  readonly greatest: number;
}

/** Null where one of the rates is. */
function extremes(rates: readonly (number | null)[]): Extremes | null {
  const defined = rates.filter((rate) => rate !== null);
  if (defined.length < rates.length) return null;
  return defined.reduce(
    ({ least, greatest }, rate) => ({ least: Math.min(least, rate), greatest: Math.max(greatest, rate) }),
    { least: Infinity, greatest: -Infinity },
  );
}

const gapOf = (rates: Extremes | null): number | null => (rates === null ? null : rates.greatest - rates.least);

const ratioOf = (rates: Extremes | null): number | null =>
  rates === null || rates.greatest === 0 ? null : rates.least / rates.greatest;

const both = (
  left: number | null,
  right: number | null,
  choose: (left: number, right: number) => number,
): number | null => (left === null || right === null ? null : choose(left, right));

interface GroupCounts {
  rows: number;
  positives: number;
  selected: number;
  truePositives: number;
}

function ratesByGroup(
  labels: ArrayLike<number>,
  predictions: ArrayLike<number>,
  groups: ArrayLike<string>,
): readonly GroupRates[] {
  const counts = new Map<string, GroupCounts>();
  for (let row = 0; row < labels.length; row++) {
    const group = at(groups, row);
    const count = counts.get(group) ?? { rows: 0, positives: 0, selected: 0, truePositives: 0 };
    counts.set(group, count);
    count.rows += 1;
    count.positives += at(labels, row);
    count.selected += at(predictions, row);
    count.truePositives += at(labels, row) * at(predictions, row);
  }
  return [...counts]
    .map(([group, count]) => ratesOf(group, count))
    .sort((left, right) => (left.group < right.group ? -1 : 1));
}

function ratesOf(group: string, { rows, positives, selected, truePositives }: GroupCounts): GroupRates {
  const negatives = rows - positives;
  return {
    group,
    rows,
    positives,
    selectionRate: selected / rows,
    truePositiveRate: positives === 0 ? null : truePositives / positives,
    falsePositiveRate: negatives === 0 ? null : (selected - truePositives) / negatives,
  };
}
