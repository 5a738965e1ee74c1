import type { Value } from "../../model/adapter.js";
import { isRecord, members, type ValueRecord } from "../../read/shape.js";
import { keyRole } from "./metrics-keys.js";
import { isMeasured, isMetricName } from "./metrics-place.js";

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
