import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, member, members, text } from "../../read/shape.js";
import { parameterValue } from "./parameters.js";
import { namedMeasurement } from "./sliced-name.js";

/** What DVC prints of changes between two revisions. */

/** `{old, new, diff?}` of one metric or parameter. */
const isChange = (change: Value | undefined): boolean => {
  const keys = members(change).map(([key]) => key);
  return keys.length > 0 && keys.includes("new") && keys.every((key) => ["old", "new", "diff"].includes(key));
};

/** `{<file>: {<name>: {old, new}}}`, as `dvc metrics diff` and `dvc params diff` print. */
export const isDiff = (value: Value | undefined): boolean => {
  const files = members(value);
  return (
    files.length > 0 &&
    files.every(([, names]) => isRecord(names) && members(names).every(([, change]) => isChange(change))) &&
    files.some(([, names]) => members(names).length > 0)
  );
};

/** Metrics have differences and numbers; parameters have neither, or come from a file that says so. */
export function isMetricsDiff(value: Value | undefined): boolean {
  if (!isDiff(value)) return false;
  const changes = members(value).flatMap(([, names]) => members(names).map(([, change]) => change));
  if (changes.some((change) => hasKeys(change, "diff"))) return true;
  const namedParams = members(value).every(([file]) => /param|config|\.py$/i.test(file));
  return (
    !namedParams &&
    changes.every((change) => isNumberOrNone(member(change, "old")) && isNumberOrNone(member(change, "new")))
  );
}

const isNumberOrNone = (value: Value | undefined): boolean =>
  value === undefined || value === null || typeof value === "number" || /^[+-]?(nan|inf)/i.test(text(value) ?? "");

/** Steps, and counts of examples: no metrics. */
const isCounter = (name: string): boolean => /(^|\.)(step|epoch|n)$/i.test(name);

/** The new value of each metric. */
export const metricsDiffStatements = (value: Value | undefined, base: string): readonly Statement[] =>
  members(value).flatMap(([file, names]) =>
    members(names).flatMap(([name, change]): Statement[] => {
      if (isCounter(name) || !hasKeys(change, "new")) return [];
      const where = { pointer: pointer(base, file, name, "new") };
      return [{ kind: "measurement", ...namedMeasurement(name), value: member(change, "new"), where }];
    }),
  );

/** The new parameters of each file. */
export const paramsDiffStatements = (value: Value | undefined, base: string): readonly Statement[] =>
  members(value).map(([file, names]) => ({
    kind: "run",
    params: Object.fromEntries(
      members(names).flatMap(([name, change]) =>
        hasKeys(change, "new") ? [[name, parameterValue(member(change, "new") ?? null)]] : [],
      ),
    ),
    where: { pointer: pointer(base, file) },
  }));
