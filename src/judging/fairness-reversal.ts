import { simpsonCheck } from "../statistics/simpson-check.js";
import { tallyOf, type GroupRate, type Rate } from "./fairness-groups.js";
import type { Predictions } from "./predictions/read-predictions.js";
import { slicesBy } from "./predictions/slices.js";
import { shownChange, shownSlice } from "./wording.js";

export interface Reversal {
  /** True where every part says the opposite of the whole, or nothing can tell. */
  readonly turns: boolean;
  readonly message: string;
}

/** Whether the gap between two groups turns round within the values of another column. */
export function reversalOf(
  predictions: Predictions | null,
  keys: readonly string[],
  group: GroupRate,
  best: GroupRate,
  rate: Rate,
  within: string,
): Reversal {
  const unknown = (why: string): Reversal => ({
    turns: true,
    message: `whether it turns round within ${within} is not known: ${why}`,
  });
  if (predictions === null) return unknown("there are no predictions");
  const { guesses, table, places } = predictions;
  if (typeof guesses === "string") return unknown(guesses);
  const groups = slicesBy(keys, table, places);
  const strata = slicesBy([within], table, places);
  if (typeof groups === "string") return unknown(groups);
  if (typeof strata === "string") return unknown(strata);
  const rowsOf = (name: string): ReadonlySet<number> =>
    new Set(groups.find(({ slice }) => shownSlice(slice) === name)?.rows ?? []);
  const first = rowsOf(group.group);
  const second = rowsOf(best.group);
  const checked = simpsonCheck(
    strata.map(({ rows }) => ({
      first: tallyOf(
        predictions,
        guesses,
        rows.filter((row) => first.has(row)),
        rate,
      ),
      second: tallyOf(
        predictions,
        guesses,
        rows.filter((row) => second.has(row)),
        rate,
      ),
    })),
  );
  if (checked.kind !== "value") return unknown(checked.reason);
  const { reversal, pooledDifference } = checked.value;
  const pooled = pooledDifference === null ? "" : `: within its values the gap is ${shownChange(pooledDifference)}`;
  return reversal
    ? { turns: true, message: `it turns round within ${within} (Simpson's reversal)${pooled}` }
    : { turns: false, message: `it holds within ${within}${pooled}` };
}
