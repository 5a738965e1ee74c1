import { type Estimate, type Interval, invalid, notEstimable, value } from "../model/estimate.js";
import { newcombeLimits } from "./newcombe-difference-interval.js";
import { newcombePairedLimits } from "./newcombe-paired-difference-interval.js";
import { normalCriticalValue } from "./normal-distribution.js";
import { type PairedTally, pairedTallyFault } from "./paired-tally.js";
import { oneSidedFault, type SamplesToSettle } from "./samples-to-settle.js";
import { type Tally, tallyFault } from "./tally.js";
import { type Fault, firstFault } from "./validity.js";
import { twoSidedConfidence } from "./wilson-interval.js";

/** A sample that would have to grow by more settles nothing in practice. */
const GREATEST_GROWTH = 1e9;

/**
 * How many trials of each arm would settle whether the difference of two independent proportions lies above or below a
 * bound, if both rates and the ratio of the arms stay as observed: the one-sided Newcombe bound then no longer reaches
 * across.
 *
 * @param first successes and trials of the first arm
 * @param second of the second
 * @param bound for first rate less second, −1 to 1; −0.02 for "worse by 0.02"
 * @param confidence one-sided, above 0.5 and below 1
 * @returns not estimable where an arm has no trials, or where the observed difference is the bound or all but the bound
 *   itself; invalid where an argument lies outside its range
 * @see newcombeDifferenceInterval
 */
export function trialsToSettleDifference(
  first: Tally,
  second: Tally,
  bound: number,
  confidence: number,
): Estimate<{ readonly first: SamplesToSettle; readonly second: SamplesToSettle }> {
  const fault = firstFault(
    tallyFault("first", first),
    tallyFault("second", second),
    differenceFault(bound),
    oneSidedFault(confidence),
  );
  if (fault !== undefined) return invalid(fault);
  if (first.trials === 0 || second.trials === 0) return notEstimable("an arm has no trials");
  const z = normalCriticalValue(twoSidedConfidence(confidence));
  const growth = growthToSettle(bound, (by) => newcombeLimits(grown(first, by), grown(second, by), z));
  if (growth === undefined) return notEstimable("the observed difference is all but the bound itself");
  return value({ first: grownTo(first.trials, growth), second: grownTo(second.trials, growth) });
}

/**
 * The same for two models on the same rows.
 *
 * @param tally how many rows both, only one, and neither got right
 * @returns not estimable also where there are no rows
 * @see newcombePairedDifferenceInterval
 */
export function rowsToSettleDifference(
  tally: PairedTally,
  bound: number,
  confidence: number,
): Estimate<SamplesToSettle> {
  const fault = firstFault(pairedTallyFault(tally), differenceFault(bound), oneSidedFault(confidence));
  if (fault !== undefined) return invalid(fault);
  const rows = tally.both + tally.onlyFirst + tally.onlySecond + tally.neither;
  if (rows === 0) return notEstimable("no rows");
  const z = normalCriticalValue(twoSidedConfidence(confidence));
  const growth = growthToSettle(bound, (by) =>
    newcombePairedLimits(
      {
        both: tally.both * by,
        onlyFirst: tally.onlyFirst * by,
        onlySecond: tally.onlySecond * by,
        neither: tally.neither * by,
      },
      z,
    ),
  );
  if (growth === undefined) return notEstimable("the observed difference is all but the bound itself");
  return value(grownTo(rows, growth));
}

const differenceFault = (bound: number): Fault =>
  bound >= -1 && bound <= 1 ? undefined : `bound of a difference must lie in -1 to 1, got ${bound}`;

const grown = ({ successes, trials }: Tally, by: number): Tally => ({ successes: successes * by, trials: trials * by });

function grownTo(samples: number, growth: number): SamplesToSettle {
  const total = Math.ceil(samples * growth);
  return { total, more: total - samples };
}

/** The least growth, 1 or more, at which the limits leave the bound outside; undefined beyond all practice. */
function growthToSettle(bound: number, limitsAt: (growth: number) => Interval): number | undefined {
  const settles = (growth: number): boolean => {
    const { lower, upper } = limitsAt(growth);
    return lower > bound || upper < bound;
  };
  let enough = 1;
  while (!settles(enough)) {
    enough *= 2;
    if (enough > GREATEST_GROWTH) return undefined;
  }
  let short = enough / 2;
  for (let halvings = 0; enough > 1 && halvings < 40; halvings++) {
    const middle = (short + enough) / 2;
    if (settles(middle)) enough = middle;
    else short = middle;
  }
  return enough;
}
