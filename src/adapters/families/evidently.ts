import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { driftMethodOf } from "../../normalise/drift-methods.js";
import { isRecord, member, members, number, numeric, text } from "../../read/shape.js";

/** Rows of either side, where the report says how many there were. */
export interface Sizes {
  readonly n_reference: number | null;
  readonly n_current: number | null;
}

type DriftNumber = {
  readonly method: string | null;
  readonly score?: Value;
  readonly p_value?: Value;
};

/**
 * The number of a drift metric under the field that its method calls for: Evidently writes p-values and distances
 * into the same place. A method of the user's own is taken for a distance. Undefined where no method is named, since
 * the number alone does not say what it is.
 */
export function driftNumber(methodName: string | undefined, value: Value | undefined): DriftNumber | undefined {
  if (methodName === undefined) return undefined;
  const method = driftMethodOf("evidently", methodName);
  if (value === undefined || value === null) return { method: method?.id ?? methodName };
  if (method?.gives === "p_value") return { method: method.id, p_value: value };
  return { method: method?.id ?? methodName, score: value };
}

/** Told where a drift number has no method beside it. */
export const methodUnknown = (column: string, where: string): Statement => ({
  kind: "problem",
  problem: "unrecognised",
  message: `the drift of ${column} has no method beside it: the number may be a p-value or a distance`,
  mend: "name the method in the report (ValueDrift(column=…, method=…)), or run the report with include_tests=True",
  where: { pointer: where },
});

/** SUCCESS is passed; FAIL and WARNING (a FAIL that is not critical) are not; ERROR, SKIPPED and others are neither. */
export function passedBy(status: string | undefined): boolean | null {
  if (status === "SUCCESS") return true;
  return status === "FAIL" || status === "WARNING" ? false : null;
}

export const finite = (value: Value | undefined): number | null => numeric(value) ?? null;

const comparisons: Readonly<Record<string, string>> = {
  lt: "<",
  lte: "≤",
  le: "≤",
  gt: ">",
  gte: "≥",
  ge: "≥",
  eq: "=",
  not_eq: "≠",
  is_in: "in",
  not_in: "not in",
};

/** A limit as text: a number, `0.3 ± 20 %` for an approximate one, `reference ± 10 %` where the limit is the reference. */
export function limitText(limit: Value | undefined): string | null {
  if (!isRecord(limit)) return limit === undefined || limit === null ? null : JSON.stringify(limit);
  const value = number(member(limit, "value"));
  const relative = number(member(limit, "relative"));
  const absolute = number(member(limit, "absolute"));
  const spread = relative !== undefined ? ` ± ${String(Number((relative * 100).toPrecision(12)))} %` : "";
  const margin = relative === undefined && absolute !== undefined ? ` ± ${String(absolute)}` : "";
  return `${value === undefined ? "reference" : String(value)}${spread}${margin}`;
}

/** What a test asks for: `≥ -10 and ≤ 10`. A single plain number stays a number only inside this text. */
export function conditionText(condition: Value | undefined): string | null {
  const parts = members(condition).flatMap(([key, limit]) => {
    const said = limitText(limit);
    return said === null ? [] : [`${comparisons[key] ?? key} ${said}`];
  });
  return parts.length === 0 ? null : parts.join(" and ");
}

/** How a test of version 0.7 compares: its id, or the text of `comparisons` for it. */
export const comparisonSign = (id: string): string => comparisons[id] ?? id;

/** True where the reading is a metric's own figure and not a curve, a table or a text. */
export const isNumber = (value: Value | undefined): value is number => typeof value === "number";

/** One measurement of a column or of the whole data set, of one of its sides. */
export function measured(
  raw_metric: string,
  value: number,
  where: string,
  fields: Partial<Extract<Statement, { kind: "measurement" }>>,
): Statement {
  return { ...fields, kind: "measurement", raw_metric, value, where: { pointer: where } };
}

const averages: Readonly<Record<string, string>> = {
  "macro avg": "macro",
  "weighted avg": "weighted",
  "micro avg": "micro",
  macro_avg: "macro",
  weighted_avg: "weighted",
};

/** A classification report by class: each class a slice, the averages a protocol. */
export function classReport(report: Value | undefined, where: string, dataset: string): Statement[] {
  return members(report).flatMap(([label, row]) => {
    if (!isRecord(row)) return [];
    const protocol = Object.hasOwn(averages, label) ? averages[label] : undefined;
    const n = finite(member(row, "support"));
    const group = protocol === undefined ? { slice: { class: label } } : { protocol };
    return members(row).flatMap(([name, value]) =>
      isNumber(value) && name !== "support"
        ? [
            measured(name, value, pointer(where, label, name), {
              dataset,
              n,
              ...group,
              ...(name === "recall" && protocol === undefined ? { trials: n } : {}),
            }),
          ]
        : [],
    );
  });
}

/** How many rows a side of the comparison had. */
export const rowsOf = (role: "reference" | "current", rows: number, where: string): Statement => ({
  kind: "dataset",
  role,
  rows,
  where: { pointer: where },
});

/** The last part of `evidently:metric_v2:ValueDrift`. */
export const lastName = (type: Value | undefined): string | undefined => text(type)?.split(":").at(-1);
