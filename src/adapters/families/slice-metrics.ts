import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isRecord, members } from "../../read/shape.js";
import { isBeside, surrounding, nothingSaid } from "./metrics-beside.js";
import { holdsOthers } from "./metrics-columns.js";
import { keyRole } from "./metrics-keys.js";
import { isMeasured, root } from "./metrics-place.js";
import { visit } from "./metrics-tree.js";

/** `{"<column>": {"<value>": {"n": …, "<metric>": …}}}`: metrics of each part of the data, by column and value. */

const isPart = (part: Value): boolean => {
  const held = members(part);
  return (
    held.length > 1 &&
    held.every(([, value]) => isMeasured(value) || value === null) &&
    held.some(([key]) => interpretMetric(key).known) &&
    held.some(([key]) => isBeside(key)) &&
    surrounding(isRecord(part) ? part : {}, nothingSaid).counts.n !== null
  );
};

/** A column is named as a column: neither a data split, nor a word for results, nor a fold. */
const isColumn = ([name, parts]: readonly [string, Value]): boolean =>
  isRecord(parts) &&
  keyRole(name).kind === "unknown" &&
  members(parts).length > 1 &&
  !holdsOthers(
    name,
    members(parts).map(([value]) => value),
  ) &&
  members(parts).every(([value, part]) => isPart(part) && !["split", "fold", "skipped"].includes(keyRole(value).kind));

const isOverall = ([name, part]: readonly [string, Value]): boolean => name.toLowerCase() === "overall" && isPart(part);

/** True where every member is a column with its values, but for one that may be `overall`. */
export function isSliceMetrics(value: Value | undefined): boolean {
  const held = members(value);
  const columns = held.filter((member) => !isOverall(member));
  return columns.length > 0 && columns.every(isColumn);
}

/** The measurements of one part of a document that is a slice of the data. */
function metricsAt(value: Value, base: string, slice: Slice): readonly Statement[] {
  const statements: Statement[] = [];
  if (isRecord(value)) visit(value, { ...root(base), slice }, statements);
  return statements;
}

/** The metrics of every part, sliced by its column. */
export const sliceMetricStatements = (value: Value | undefined): readonly Statement[] =>
  members(value).flatMap(([column, parts]) =>
    isOverall([column, parts])
      ? metricsAt(parts, pointer("", column), {})
      : members(parts).flatMap(([name, part]) => metricsAt(part, pointer("", column, name), { [column]: name })),
  );
