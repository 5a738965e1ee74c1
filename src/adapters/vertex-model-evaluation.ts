import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, isRecord, list, member, members, number, text } from "../read/shape.js";
import { confusionStatements, type ConfusionCell } from "./families/confusion-matrix.js";
import { isMeasured } from "./families/metrics-place.js";

/** Errors that the API gives in per cent. */
const perCent = new Set([
  "meanAbsolutePercentageError",
  "rootMeanSquaredPercentageError",
  "weightedAbsolutePercentageError",
]);

/** Where a classifier decides unless told otherwise. */
const usual = 0.5;

interface Owner {
  readonly at: string | null;
  readonly slice: Slice;
}

const isEvaluation = (value: Value | undefined): boolean =>
  isRecord(member(value, "metrics")) &&
  (/modelevaluation/.test(text(member(value, "metricsSchemaUri")) ?? "") ||
    /\/models\/[^/]{1,100}\/evaluations\//.test(text(member(value, "name")) ?? ""));

/** A slice of the data that was evaluated apart. */
function sliceOf(value: Value | undefined): Slice {
  const dimension = text(below(value, "slice", "dimension"));
  const part = text(below(value, "slice", "value"));
  return dimension === undefined || part === undefined ? {} : { [dimension]: part };
}

const scalars = (metrics: Value | undefined, base: string, owner: Owner): Statement[] =>
  members(metrics).flatMap(([name, value]): Statement[] =>
    isMeasured(value)
      ? [
          {
            kind: "measurement",
            raw_metric: name,
            ...(perCent.has(name) ? { unit: "percent" } : {}),
            value,
            ...owner,
            where: { pointer: pointer(base, name) },
          },
        ]
      : [],
  );

/** Recall and the rest at the usual threshold; counts are 64-bit numbers, and so stand as text. */
function atThreshold(metrics: Value | undefined, base: string, owner: Owner): Statement[] {
  const entries = list(member(metrics, "confidenceMetrics")) ?? [];
  const index = entries.findIndex((entry) => number(member(entry, "confidenceThreshold")) === usual);
  const place = pointer(base, "confidenceMetrics", index);
  return members(entries[index]).flatMap(([name, value]): Statement[] =>
    !isMeasured(value) || /^(confidenceThreshold|maxPredictions)$|At1$/.test(name)
      ? []
      : [
          {
            kind: "measurement",
            raw_metric: name,
            metric_name: name.replace(/Count$/, "s"),
            value,
            threshold: usual,
            ...owner,
            where: { pointer: pointer(place, name) },
          },
        ],
  );
}

/** Rows are what was true, columns what was predicted. */
function confusion(matrix: Value | undefined): readonly Statement[] {
  const classes = (list(member(matrix, "annotationSpecs")) ?? []).map((spec) => text(member(spec, "displayName")));
  const rows = list(member(matrix, "rows")) ?? [];
  return confusionStatements(
    rows.flatMap((row, actual) =>
      (list(row) ?? []).map((count, predicted): ConfusionCell => ({
        actual: classes[actual] ?? String(actual),
        predicted: classes[predicted] ?? String(predicted),
        count,
        where: { pointer: pointer("/metrics/confusionMatrix/rows", actual, predicted) },
      })),
    ),
  );
}

function attributions(value: Value | undefined): Statement[] {
  const base = "/modelExplanation/meanAttributions";
  return (list(below(value, "modelExplanation", "meanAttributions")) ?? []).flatMap((mean, index) =>
    members(member(mean, "featureAttributions")).flatMap(([feature, importance]): Statement[] =>
      typeof importance === "number"
        ? [
            {
              kind: "attribution",
              method: null,
              feature,
              importance,
              where: { pointer: pointer(base, index, "featureAttributions", feature) },
            },
          ]
        : [],
    ),
  );
}

export const vertexModelEvaluation: Adapter = {
  id: "vertex-model-evaluation",
  title: "Vertex AI model evaluation",
  definedAt: "https://cloud.google.com/vertex-ai/docs/reference/rest/v1/projects.locations.models.evaluations",
  versions: "v1, from the schema, not seen",
  reads:
    "The metrics of classification, regression and forecasting, those at the confidence threshold 0.5, the cells of the confusion matrix, the slice, and mean attributions of features.",
  leaves: "Other thresholds, and quantiles.",
  syntax: ["json"],
  gives: ["measurement", "attribution"],
  numbersAsText: true,
  recognises: ({ value }) => isEvaluation(value),

  read({ value }) {
    const owner = { at: text(member(value, "createTime")) ?? null, slice: sliceOf(value) };
    const metrics = member(value, "metrics");
    return [
      ...scalars(metrics, "/metrics", owner),
      ...atThreshold(metrics, "/metrics", owner),
      ...(Object.keys(owner.slice).length === 0 ? confusion(member(metrics, "confusionMatrix")) : []),
      ...attributions(value),
    ];
  },
};
