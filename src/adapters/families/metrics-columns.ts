import type { Value } from "../../model/adapter.js";
import { isRecord, members, numeric, type ValueRecord } from "../../read/shape.js";
import { isBenchmark } from "./known-benchmarks.js";
import { isCountKey, isCountOfClass } from "./metrics-beside.js";
import { keyRole, soundsLikeMetric } from "./metrics-keys.js";
import { isMeasured, isMetricName } from "./metrics-place.js";
import { namesEstimator } from "./several-models.js";

const wholeKey = /^(overall|all|total|global|everyone|whole_?population)$/i;

/** What a record states of the whole data, under a key of its own. */
export const overallOf = (record: ValueRecord): Value | undefined =>
  members(record).find(([key, child]) => wholeKey.test(key) && isRecord(child))?.[1];

/** Metrics that are measured in a record itself. */
const metricsIn = (record: Value | undefined): readonly string[] =>
  members(record).flatMap(([key, child]) => (isMeasured(child) && isMetricName(key, null) ? [key] : []));

/** `{"overall": {"auc": 0.7}, "sex": {"F": {"auc": 0.69}, "M": {"auc": 0.7}}}`: beside the whole, a column by its values. */
export function isColumnBeside(overall: Value | undefined, key: string, child: ValueRecord): boolean {
  const whole = metricsIn(overall);
  if (whole.length === 0 || keyRole(key).kind !== "unknown") return false;
  const parts = members(child);
  return parts.length > 1 && parts.every(([, part]) => metricsIn(part).some((metric) => whole.includes(metric)));
}

/** True for a record that holds a metric, or what is called as one is. */
export const measuresAny = (record: ValueRecord, parent: string | null): boolean =>
  members(record).some(([key, child]) => isMeasured(child) && (isMetricName(key, parent) || soundsLikeMetric(key)));

/** `{"overall": {"rmse": 2.3}, "urban": {"rmse": 1.5}}`: beside the whole, a part that is measured alike. */
export function isPartBeside(overall: Value | undefined, key: string, child: ValueRecord): boolean {
  const whole = metricsIn(overall);
  const own = metricsIn(child);
  if (whole.length === 0 || own.length === 0 || keyRole(key).kind !== "unknown") return false;
  return !holdsOthers(key, [key]) && own.every((metric) => whole.includes(metric));
}

const countIn = (record: Value | undefined): number | undefined =>
  members(record).flatMap(([key, child]) => (isCountKey(key) || isCountOfClass(key) ? (numeric(child) ?? []) : []))[0];

const notColumn =
  /model|classifier|algorithm|estimator|candidate|experiment|(^|_)runs?($|_)|version|variant|strategy|method|epoch|trial|seed/i;

/** True where what stands below a key, under such names, are models, runs or benchmarks rather than values of a column. */
export const holdsOthers = (key: string, names: readonly string[]): boolean =>
  notColumn.test(key) || names.some((name) => namesEstimator(name) || isBenchmark(name));

/** `{"climate_zone": {"dry": {"n": 5159, "recall": 0.9}, "wet": {"n": 14740, "recall": 0.98}}}`: values, each with as many examples as it has. */
export function isCountedColumn(key: string, child: ValueRecord): boolean {
  const parts = members(child);
  const names = parts.map(([name]) => name);
  if (parts.length < 2 || holdsOthers(key, names) || names.some((name) => keyRole(name).kind !== "unknown"))
    return false;
  const counts = parts.map(([, part]) => countIn(part));
  const [first] = parts.map(([, part]) => metricsIn(part));
  return (
    counts.every((count) => count !== undefined) &&
    new Set(counts).size > 1 &&
    parts.every(([, part]) => metricsIn(part).some((metric) => first?.includes(metric) === true))
  );
}

/** True for records whose members are records of numbers: a column with its values. */
export const isColumn = (record: ValueRecord): boolean =>
  members(record).length > 0 &&
  members(record).every(([, child]) => isRecord(child) && !members(child).every(([, inner]) => isRecord(inner)));

/** `{"recall": {"female": 0.8, "male": 0.7}}`: the metric comes first, and its groups below it. */
export const namesMetric = (name: string, child: ValueRecord): boolean =>
  keyRole(name).kind === "metric" && !members(child).some(([below]) => keyRole(below).kind === "metric");
