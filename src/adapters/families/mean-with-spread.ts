import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, members, text, type ValueRecord } from "../../read/shape.js";
import { into, stated, type Place } from "./metrics-place.js";
import { statedNumber } from "./stated-number.js";

/** A mean with its spread in one value: `[0.912, 0.013]`, `"0.912 ± 0.013"`. */

/** Metrics that are of everything: two numbers under such a name are not of two classes. */
const ofEverything =
  /^(accuracy|balanced_accuracy|exact_match|mae|mse|rmse|mape|smape|r2|log_loss|mcc|cohen_kappa|brier_score|perplexity)$/;

/** A spread is far below what spreads; a second class, or a last epoch, seldom is. */
const widest = 0.2;

interface Pair {
  readonly key: string;
  readonly mean: number;
}

function pairAt(key: string, held: Value): Pair | undefined {
  if (!isList(held) || held.length !== 2 || !interpretMetric(key).known) return undefined;
  const [mean, spread] = held;
  return typeof mean === "number" && typeof spread === "number" && spread >= 0 && spread <= widest * Math.abs(mean)
    ? { key, mean }
    : undefined;
}

/** The pairs of a record whose lists of two are all such pairs, one of them of a metric over everything. */
function pairsIn(record: ValueRecord): readonly Pair[] {
  const lists = members(record).filter(([key, held]) => isList(held) && interpretMetric(key).known);
  const pairs = lists.flatMap(([key, held]) => pairAt(key, held) ?? []);
  const sure = pairs.some(({ key }) => ofEverything.test(interpretMetric(key).metric));
  return sure && pairs.length > 1 && pairs.length === lists.length ? pairs : [];
}

const written = (key: string, held: Value): Pair | undefined => {
  const said = text(held) ?? "";
  if (!/±|\+\/-/.test(said) || said.length > 60 || !interpretMetric(key).known) return undefined;
  const number = statedNumber(said);
  return number === undefined || number.spread === null ? undefined : { key, mean: number.value };
};

/** How many metrics a record gives as a mean with its spread. */
export const countMeans = (record: ValueRecord): number => meansIn(record).length;

const meansIn = (record: ValueRecord): readonly Pair[] => [
  ...pairsIn(record),
  ...members(record).flatMap(([key, held]) => written(key, held) ?? []),
];

/** The means of a record that gives them with their spread. */
export const means = (record: ValueRecord, place: Place): readonly Statement[] =>
  meansIn(record).map(({ key, mean }): Statement => {
    const held = record[key];
    const number = isList(held) ? undefined : statedNumber(text(held) ?? "");
    const at = into(place, key);
    const statement = stated(
      key,
      key,
      mean,
      isList(held) ? into(at, 0).at : at.at,
      { ...at, protocol: [...at.protocol, "mean"] },
      {},
    );
    return number?.unit === null || number?.unit === undefined ? statement : { ...statement, unit: number.unit };
  });
