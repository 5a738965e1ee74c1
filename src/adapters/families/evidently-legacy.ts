import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, list, member, text } from "../../read/shape.js";
import { isNumber, rowsOf } from "./evidently.js";
import { driftStatements, type Context, type LegacyMetric } from "./evidently-legacy-drift.js";
import { qualityStatements } from "./evidently-legacy-quality.js";

/** All that a report of the older versions states. */
export function legacyStatements(metrics: readonly LegacyMetric[]): Statement[] {
  const rows = (["current", "reference"] as const).flatMap((role) => {
    const found = rowsIn(metrics, role);
    return found === undefined ? [] : [{ role, ...found }];
  });
  const countOf = (role: string): number | null => rows.find((side) => side.role === role)?.rows ?? null;
  const context: Context = {
    sizes: { n_reference: countOf("reference"), n_current: countOf("current") },
    target: columnNamed(metrics, "target"),
    prediction: columnNamed(metrics, "prediction"),
    hasDatasetDrift: metrics.some(({ name }) => name === "DatasetDriftMetric"),
  };
  return [
    ...metrics.flatMap((metric) => driftStatements(metric, context)),
    ...qualityStatements(metrics),
    ...rows.map(({ role, rows: count, where }) => rowsOf(role, count, where)),
  ];
}

/** The first count of rows that any metric gives for one side. */
function rowsIn(
  metrics: readonly LegacyMetric[],
  role: "current" | "reference",
): { readonly rows: number; readonly where: string } | undefined {
  for (const { result, where } of metrics)
    for (const side of [role, `${role}_characteristics`]) {
      const rows = below(result, side, "number_of_rows");
      if (isNumber(rows) && Number.isFinite(rows)) return { rows, where: pointer(where, side, "number_of_rows") };
    }
  return undefined;
}

function columnNamed(metrics: readonly LegacyMetric[], role: "target" | "prediction"): string | undefined {
  for (const { result } of metrics) {
    const name =
      text(below(result, "columns", "utility_columns", role)) ??
      text(below(result, "current", role)) ??
      (role === "target" ? text(member(result, "target_name")) : undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The metrics of a document `{metrics: [{metric, result}]}`. */
export const legacyMetrics = (value: Value | undefined): LegacyMetric[] =>
  (list(member(value, "metrics")) ?? []).flatMap((entry, index) => {
    const name = text(member(entry, "metric"));
    const result = member(entry, "result");
    return name === undefined || result === undefined
      ? []
      : [{ name, result, where: pointer("", "metrics", index, "result") }];
  });
