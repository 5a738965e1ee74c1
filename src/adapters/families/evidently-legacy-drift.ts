import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { boolean, isRecord, member, members, text } from "../../read/shape.js";
import { driftNumber, finite, isNumber, methodUnknown, type Sizes } from "./evidently.js";

/** One metric of a report of versions 0.1.5x to 0.6: its class, its result, and the result's pointer. */
export interface LegacyMetric {
  readonly name: string;
  readonly result: Value;
  readonly where: string;
}

/** What the report says of the data as a whole: sizes, and which columns are target and prediction. */
export interface Context {
  readonly sizes: Sizes;
  readonly target: string | undefined;
  readonly prediction: string | undefined;
  readonly hasDatasetDrift: boolean;
}

/** The drift that one metric states: of a column, of every column, or of the data set. */
export function driftStatements(metric: LegacyMetric, context: Context): Statement[] {
  switch (metric.name) {
    case "DatasetDriftMetric":
      return datasetDrift(metric, context);
    case "DataDriftTable":
    case "TextDescriptorsDriftMetric":
      return [
        ...(context.hasDatasetDrift ? [] : datasetDrift(metric, context)),
        ...members(member(metric.result, "drift_by_columns")).flatMap(([name, column]) =>
          columnDrift(name, column, pointer(metric.where, "drift_by_columns", name), context),
        ),
        ...importances(member(metric.result, "current_fi"), pointer(metric.where, "current_fi")),
      ];
    case "ColumnDriftMetric":
      return columnDrift(text(member(metric.result, "column_name")) ?? "", metric.result, metric.where, context);
    case "EmbeddingsDriftMetric":
      return embeddingsDrift(metric, context);
    case "TextDomainClassifierDriftMetric":
      return textDrift(metric, context);
    case "FeatureImportanceMetric":
      return importances(member(metric.result, "current"), pointer(metric.where, "current"));
    default:
      return [];
  }
}

function datasetDrift({ result, where }: LegacyMetric, { sizes }: Context): Statement[] {
  const share = finite(member(result, "share_of_drifted_columns"));
  const drifted = boolean(member(result, "dataset_drift")) ?? null;
  if (share === null && drifted === null) return [];
  return [
    {
      kind: "drift",
      scope: "dataset",
      share,
      threshold: finite(member(result, "drift_share")),
      drifted,
      ...sizes,
      where: { pointer: pointer(where, share === null ? "dataset_drift" : "share_of_drifted_columns") },
    },
  ];
}

/** Drift of one column, as the record `{stattest_name, stattest_threshold, drift_score, drift_detected}` says it. */
export function columnDrift(name: string, column: Value, where: string, context: Context): Statement[] {
  if (!isRecord(column) || !Object.hasOwn(column, "drift_score")) return [];
  const numbers = driftNumber(text(member(column, "stattest_name")), member(column, "drift_score"));
  const place = pointer(where, "drift_score");
  return [
    {
      kind: "drift",
      scope: name === context.target ? "target" : name === context.prediction ? "prediction" : "column",
      column: text(member(column, "column_name")) ?? name,
      ...numbers,
      threshold: finite(member(column, "stattest_threshold") ?? member(column, "threshold")),
      drifted: boolean(member(column, "drift_detected")) ?? null,
      ...context.sizes,
      where: { pointer: place },
    },
    ...(numbers === undefined ? [methodUnknown(name, place)] : []),
  ];
}

function embeddingsDrift({ result, where }: LegacyMetric, { sizes }: Context): Statement[] {
  const column = text(member(result, "embeddings_name"));
  if (column === undefined) return [];
  return [
    {
      kind: "drift",
      scope: "column",
      column,
      method: text(member(result, "method_name")) ?? null,
      score: member(result, "drift_score"),
      drifted: boolean(member(result, "drift_detected")) ?? null,
      ...sizes,
      where: { pointer: pointer(where, "drift_score") },
    },
  ];
}

/** A classifier that tells current texts from reference texts: its AUC against the AUC of chance. */
function textDrift({ result, where }: LegacyMetric, { sizes }: Context): Statement[] {
  const column = text(member(result, "text_column_name"));
  if (column === undefined) return [];
  return [
    {
      kind: "drift",
      scope: "column",
      column,
      method: "domain-classifier",
      score: member(result, "domain_classifier_roc_auc"),
      threshold: finite(member(result, "random_classifier_95_percentile")),
      limits: [],
      drifted: boolean(member(result, "content_drift")) ?? null,
      ...sizes,
      where: { pointer: pointer(where, "domain_classifier_roc_auc") },
    },
  ];
}

const importances = (found: Value | undefined, where: string): Statement[] =>
  members(found).flatMap(([feature, importance]) =>
    isNumber(importance)
      ? [
          {
            kind: "attribution" as const,
            method: "feature-importance",
            feature,
            importance,
            where: { pointer: pointer(where, feature) },
          },
        ]
      : [],
  );
