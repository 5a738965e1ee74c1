import type { Value } from "../../model/adapter.js";
import { isRecord, members, type ValueRecord } from "../../read/shape.js";
import { keyRole } from "./metrics-keys.js";
import { isMeasured, isMetricName, isOwn } from "./metrics-place.js";

/** Metrics that are held against a limit where they stand: `{"recall": {"value": 0.91, "status": "pass", "target": 0.85}}`. */

const ownValue = /^(value|score|point|estimate|point_estimate|result|overall|all|total)$/i;
const valueOfGate = /^(actual|observed|measured|achieved)(_value)?$/i;
const limit =
  /^((metric|max|min|pass|fail|warn|warning|critical|required|expected|acceptance)_?)?(threshold|limit|target|goal|required|requirement|minimum|maximum|margin|bound|floor|ceiling|tolerance|weight|expected|gate|slo|sla)(_(value|min|max|score|pct))?$|^(lower|upper)_?(bound|limit|threshold)$/i;

/** True for a record that says whether its metric was good enough. */
export const isGated = (record: ValueRecord): boolean =>
  members(record).some(([key]) => /^(passed|pass|passes|failed|met|status|ok|verdict|gate|direction)$/i.test(key));

/** True for the key of a metric's value in the record that is of it; what a gate looked at is the value too. */
export const isValueKey = (key: string, record: ValueRecord): boolean =>
  ownValue.test(key) || (valueOfGate.test(key) && isGated(record));

const statesValue = (record: ValueRecord): boolean =>
  members(record).some(([key, held]) => isValueKey(key, record) && isMeasured(held));

/** True for the key of what a metric's value is held against, beside that value: it is no part of the data. */
export const isLimitBeside = (key: string, record: ValueRecord): boolean => limit.test(key) && statesValue(record);

const isGate = (held: Value): held is ValueRecord => isRecord(held) && isGated(held) && statesValue(held);

/** Keys of metrics of the team's own that are gated as the known ones beside them are. */
export function ownGates(record: ValueRecord): ReadonlySet<string> {
  const gates = members(record).filter(([, held]) => isGate(held));
  if (!gates.some(([key]) => isMetricName(key, null))) return new Set();
  return new Set(gates.flatMap(([key]) => (keyRole(key).kind === "unknown" && isOwn(key, 0) ? [key] : [])));
}
