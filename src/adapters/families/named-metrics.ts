import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, members, text, type ValueRecord } from "../../read/shape.js";
import { isBeside, isSaidOfAll, ownUncertainty, surrounding } from "./metrics-beside.js";
import { into, isMeasured, stated, type Place } from "./metrics-place.js";

/** Lists of records that name a metric each: `[{name: "recall", value: 0.8, ci_lower: 0.78, ci_upper: 0.82}]`. */

const nameKey = /^(name|metric|metric_?name|metric_?type|measure|key)$/i;
const valueKey = /^(value|score|result|estimate|mean|metric_?value)$/i;
const told =
  /^(unit|units|description|desc|display_?name|label|title|direction|higher_?is_?better|greater_?is_?better|type|format|std|sd|std_?dev|stddev|stderr|se|sem|standard_?error|((80|90|95|99)_?)?(ci|confidence_?interval|interval|conf_int)(_?(80|90|95|99|lower|upper|low|high))?|(ci95_)?(lower|upper)(_?bound)?|confidence_?level|id)$/i;

const textAt = (record: ValueRecord, key: RegExp): string | undefined =>
  members(record).flatMap(([name, value]) => (key.test(name) ? (text(value) ?? []) : []))[0];

const valueIn = (record: ValueRecord): readonly [string, Value] | undefined =>
  members(record).find(([key, value]) => valueKey.test(key) && (isMeasured(value) || value === null));

/** A known metric with its value, and nothing beside it that makes a part of the data. */
const isNamed = (record: Value): record is ValueRecord =>
  isRecord(record) &&
  textAt(record, nameKey) !== undefined &&
  valueIn(record) !== undefined &&
  members(record).every(
    ([key]) => nameKey.test(key) || valueKey.test(key) || told.test(key) || isBeside(key) || isSaidOfAll(key),
  );

/** True for a list of such records, of which half name metrics that the vocabulary knows. */
export function areNamedMetrics(records: readonly Value[]): records is readonly ValueRecord[] {
  if (records.length === 0 || records.length > 1_000 || !records.every(isNamed)) return false;
  const known = records.filter((record) => interpretMetric(textAt(record, nameKey) ?? "").known).length;
  return known > 0 && known * 2 >= records.length;
}

const percent = /^(%|percent|percentage|pct)$/i;

/** A metric that a record names, with its interval, its error and the counts beside it. */
export function namedMetric(record: ValueRecord, place: Place): readonly Statement[] {
  const name = textAt(record, nameKey);
  const [key, value] = valueIn(record) ?? [];
  if (name === undefined || key === undefined || value === undefined) return [];
  // A threshold beside a single metric is most often the limit that it is held against.
  const said = { ...surrounding(record, place.said), threshold: place.said.threshold };
  const here: Place = { ...place, said };
  const statement = stated(name, name, value, pointer(here.at, key), here, ownUncertainty(record));
  return [percent.test(textAt(record, /^units?$/i) ?? "") ? { ...statement, unit: "percent" } : statement];
}

/** Each metric of the list. */
export const namedMetrics = (records: readonly ValueRecord[], place: Place): readonly Statement[] =>
  records.flatMap((record, index) => namedMetric(record, into(place, index)));
