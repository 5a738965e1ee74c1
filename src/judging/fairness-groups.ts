import type { Evidence } from "../model/evidence.js";
import type { Source } from "../model/source.js";
import type { Tally } from "../statistics/tally.js";
import { rowsInNone } from "./predictions/left-out-rows.js";
import { predictionsOf } from "./predictions/side.js";
import { slicesBy } from "./predictions/slices.js";
import type { Predictions } from "./predictions/read-predictions.js";
import { successesOf } from "./rounding.js";
import { sameMetric } from "./selection.js";
import { shownSlice } from "./wording.js";

/** What is compared between groups. */
export type Rate = "selection_rate" | "recall" | "fpr";

export const rateWords: Readonly<Record<Rate, string>> = {
  selection_rate: "selection rate",
  recall: "true positive rate",
  fpr: "false positive rate",
};

/** One group's rate, with the people behind it where they are known. */
export interface GroupRate {
  readonly group: string;
  /** Null where the group has nobody of whom the rate could be. */
  readonly rate: number | null;
  /** Null where nothing states the trials. */
  readonly tally: Tally | null;
  readonly source: Source;
}

export type GroupRates =
  | {
      readonly kind: "rates";
      readonly rates: readonly GroupRate[];
      readonly predictions: Predictions | null;
      /** How many rows have no value of the group's columns. */
      readonly leftOut: number;
    }
  | {
      readonly kind: "none";
      readonly why: string | null;
      readonly sources: readonly Source[];
      readonly broken: boolean;
    };

/** The rate of each group: counted from predictions, else as slices of the evaluation state it. */
export function groupRates(evidence: Evidence, keys: readonly string[], rate: Rate): GroupRates {
  const side = predictionsOf(evidence);
  const counted = side.kind === "predictions" ? countedRates(side.predictions, keys, rate) : null;
  if (counted !== null && typeof counted !== "string" && side.kind === "predictions")
    return { kind: "rates", ...counted, predictions: side.predictions };
  const stated = statedRates(evidence, keys, rate);
  if (stated.length > 0) return { kind: "rates", rates: stated, predictions: null, leftOut: 0 };
  const why = typeof counted === "string" ? counted : side.kind === "unusable" ? side.why : null;
  return {
    kind: "none",
    why,
    sources: side.kind === "unusable" ? side.sources : [],
    broken: side.kind === "unusable" && side.broken,
  };
}

function countedRates(
  predictions: Predictions,
  keys: readonly string[],
  rate: Rate,
): { readonly rates: readonly GroupRate[]; readonly leftOut: number } | string {
  const { task, guesses, table, places } = predictions;
  if (task !== "binary") return "fairness is of decisions of 0 and 1, and the labels are others";
  if (typeof guesses === "string") return guesses;
  const parts = slicesBy(keys, table, places);
  if (typeof parts === "string") return parts;
  const rates = parts.map(({ slice, rows }): GroupRate => {
    const tally = tallyOf(predictions, guesses, rows, rate);
    return {
      group: shownSlice(slice),
      rate: tally.trials === 0 ? null : tally.successes / tally.trials,
      tally,
      source: table.source,
    };
  });
  return { rates, leftOut: rowsInNone(parts, places.length) };
}

/** How many of some rows are selected, among those that the rate is of. */
export function tallyOf({ labels }: Predictions, guesses: Float64Array, rows: ArrayLike<number>, rate: Rate): Tally {
  let successes = 0;
  let trials = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const counts = rate === "selection_rate" || labels[row] === (rate === "recall" ? 1 : 0);
    if (!counts) continue;
    trials++;
    if (guesses[row] === 1) successes++;
  }
  return { successes, trials };
}

function statedRates(evidence: Evidence, keys: readonly string[], rate: Rate): readonly GroupRate[] {
  const facts = evidence.of("measurement").filter((fact) => {
    const own = Object.keys(fact.slice);
    return (
      sameMetric(fact, rate) &&
      !fact.claimed &&
      fact.about === null &&
      fact.split !== "train" &&
      own.length === keys.length &&
      keys.every((key) => Object.hasOwn(fact.slice, key))
    );
  });
  const distinct = new Map(facts.map((fact) => [shownSlice(fact.slice), fact]));
  return [...distinct]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([group, { value, unit, trials, source }]) => {
      const share = value === null ? null : unit === "percent" ? value / 100 : value;
      const successes = share === null || trials === null ? null : successesOf(share, trials);
      return {
        group,
        rate: share,
        tally: successes === null || trials === null ? null : { successes, trials },
        source,
      };
    });
}
