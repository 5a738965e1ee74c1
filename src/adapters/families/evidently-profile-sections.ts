import type { Value } from "../../model/adapter.js";
import type { DriftScope, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, boolean, isRecord, list, member, members, scalarText, text } from "../../read/shape.js";
import { classReport, driftNumber, finite, isNumber, measured, methodUnknown } from "./evidently.js";
import { unitOf } from "./evidently-legacy-quality.js";

type SectionReader = (metrics: Value | undefined, where: string, section: Value) => Statement[];

/** What each section of a profile of versions 0.1 states. */
export const sectionReaders: Readonly<Record<string, SectionReader>> = {
  data_drift: (metrics, where, section) => [
    ...datasetDrift(metrics, where, section),
    ...members(metrics).flatMap(([column, found]) => columnDrift(column, found, pointer(where, column))),
  ],
  cat_target_drift: targetDrift,
  num_target_drift: targetDrift,
  classification_performance: bySides(classification),
  probabilistic_classification_performance: bySides(classification),
  regression_performance: bySides(regression),
  data_quality: bySides(quality),
};

export function sectionStatements(name: string, section: Value): Statement[] {
  const reader = Object.hasOwn(sectionReaders, name) ? sectionReaders[name] : undefined;
  const at = text(member(section, "datetime")) ?? null;
  const where = pointer("", name, "data", "metrics");
  return (reader?.(below(section, "data", "metrics"), where, section) ?? []).map((statement) => ({ ...statement, at }));
}

/** Aggregates stand among the columns; only a record is a column. */
function datasetDrift(metrics: Value | undefined, where: string, section: Value): Statement[] {
  const share = finite(member(metrics, "share_drifted_features"));
  const drifted = boolean(member(metrics, "dataset_drift")) ?? null;
  if (share === null && drifted === null) return [];
  return [
    {
      kind: "drift",
      scope: "dataset",
      share,
      threshold: finite(
        below(section, "data", "utility_columns", "drift_features_share") ??
          below(section, "data", "options", "drift_features_share") ??
          below(section, "data", "options", "drift_share"),
      ),
      drifted,
      where: { pointer: pointer(where, share === null ? "dataset_drift" : "share_drifted_features") },
    },
  ];
}

function columnDrift(column: string, found: Value, where: string): Statement[] {
  if (!isRecord(found)) return [];
  const key = ["p_value", "drift_score"].find((name) => Object.hasOwn(found, name));
  if (key === undefined) return [];
  const method = text(member(found, "stattest_name"));
  const numbers = method === undefined && key === "p_value" ? { p_value: found[key] } : driftNumber(method, found[key]);
  return [
    {
      kind: "drift",
      scope: "column",
      column,
      ...numbers,
      drifted: boolean(member(found, "drift_detected")) ?? null,
      where: { pointer: pointer(where, key) },
    },
    ...(numbers === undefined ? [methodUnknown(column, pointer(where, key))] : []),
  ];
}

/** The tests of target drift are not named; they give p-values, and a number above 1 is none. */
function targetDrift(metrics: Value | undefined, where: string): Statement[] {
  return (["target", "prediction"] as const satisfies readonly DriftScope[]).flatMap((scope): Statement[] => {
    const value = member(metrics, `${scope}_drift`);
    if (!isNumber(value)) return [];
    const name = member(metrics, `${scope}_name`);
    const column =
      scalarText(name) ??
      list(name)
        ?.map((part) => scalarText(part) ?? "")
        .join(", ");
    return [
      {
        kind: "drift",
        scope,
        column: column ?? scope,
        ...(value > 1 ? { score: value } : { p_value: value }),
        where: { pointer: pointer(where, `${scope}_drift`) },
      },
    ];
  });
}

function bySides(read: (side: Value, where: string, dataset: string) => Statement[]): SectionReader {
  return (metrics, where) =>
    (["reference", "current"] as const).flatMap((dataset) => {
      const side = member(metrics, dataset);
      return side === undefined ? [] : read(side, pointer(where, dataset), dataset);
    });
}

function classification(side: Value, where: string, dataset: string): Statement[] {
  const n = finite(below(side, "metrics_matrix", "macro avg", "support"));
  return [
    ...members(side).flatMap(([name, value]) =>
      isNumber(value) ? [measured(name, value, pointer(where, name), { dataset, n })] : [],
    ),
    ...classReport(member(side, "metrics_matrix"), pointer(where, "metrics_matrix"), dataset),
  ];
}

function regression(side: Value, where: string, dataset: string): Statement[] {
  return members(side).flatMap(([name, value]) =>
    isNumber(value) ? [measured(name, value, pointer(where, name), { dataset, unit: unitOf(name) })] : [],
  );
}

function quality(side: Value, where: string, dataset: string): Statement[] {
  return members(side).flatMap(([column, figures]) =>
    members(figures).flatMap(([name, value]) =>
      isNumber(value) && name !== "most_common_value"
        ? [
            measured(name, value, pointer(where, column, name), {
              dataset,
              unit: unitOf(name),
              slice: { column },
            }),
          ]
        : [],
    ),
  );
}
