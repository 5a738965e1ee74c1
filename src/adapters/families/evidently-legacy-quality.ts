import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { below, isRecord, list, member, members, text } from "../../read/shape.js";
import { classReport, finite, isNumber, measured } from "./evidently.js";
import type { LegacyMetric } from "./evidently-legacy-drift.js";

type Side = "current" | "reference";

const sides: readonly (readonly [string, Side])[] = [
  ["current", "current"],
  ["reference", "reference"],
  ["current_characteristics", "current"],
  ["reference_characteristics", "reference"],
];

/** Metrics whose sides are records of figures. Others hold curves, distributions or values of the data. */
const ofFigures = new Set([
  "ClassificationQualityMetric",
  "ClassificationPerformanceMetrics",
  "RegressionQualityMetric",
  "RegressionPerformanceMetrics",
  "DatasetSummaryMetric",
  "DatasetMissingValuesMetric",
  "ColumnSummaryMetric",
  "ColumnMissingValuesMetric",
  "ColumnRegExpMetric",
  "ColumnCategoryMetric",
  "ColumnQuantileMetric",
  "ColumnValueListMetric",
  "ColumnValueRangeMetric",
  "ConflictPredictionMetric",
]);

/** Values of the data rather than figures about it. */
const notFigures = new Set(["most_common", "new_in_current_values", "unused_in_current_values"]);

const dummies: Readonly<Record<string, string>> = { dummy: "dummy", by_reference_dummy: "dummy by reference" };

/** The unit of a figure, where its name says it; Evidently gives percentage errors from 0 to 100. */
export function unitOf(name: string): string | null {
  if (/(^|_)(percentage|perc_error|perc_error_std)$/.test(name)) return "percent";
  if (/^(number_|count$|missing$|unique$|infinite_count$|nans_)/.test(name)) return "count";
  return name.startsWith("share_") ? "proportion" : null;
}

/** Figures of model and data quality, of both sides. */
export function qualityStatements(metrics: readonly LegacyMetric[]): Statement[] {
  const examples: Examples = { current: examplesOf(metrics, "current"), reference: examplesOf(metrics, "reference") };
  return metrics.flatMap((metric) => {
    if (ofFigures.has(metric.name)) return figures(metric, examples);
    if (metric.name === "ClassificationQualityByClass") return byClass(metric);
    if (metric.name === "ClassificationDummyMetric") return dummy(metric);
    return isRecord(metric.result) && Object.hasOwn(metric.result, "k") ? ranking(metric) : [];
  });
}

type Examples = Readonly<Record<Side, number | null>>;

/** Rows that the confusion matrix counts: the rows behind the quality metrics of the same report. */
function examplesOf(metrics: readonly LegacyMetric[], side: Side): number | null {
  const matrix = metrics.find(({ name }) => name === "ClassificationConfusionMatrix");
  const rows = list(below(matrix?.result, `${side}_matrix`, "values"))?.flatMap((row) => list(row) ?? []) ?? [];
  const counts = rows.filter(isNumber);
  if (counts.length === 0 || counts.length !== rows.length) return null;
  const sum = counts.reduce((total, count) => total + count, 0);
  return Number.isSafeInteger(sum) ? sum : null;
}

function figures({ name, result, where }: LegacyMetric, examples: Examples): Statement[] {
  const column = text(member(result, "column_name"));
  const quantile = member(result, "quantile");
  return sides.flatMap(([key, dataset]) =>
    members(member(result, key)).flatMap(([figure, value]) => {
      if (notFigures.has(figure)) return [];
      const place = pointer(where, key, figure);
      if (/_by_columns?$/.test(figure)) return byColumn(figure, value, place, dataset);
      if (!isNumber(value)) return [];
      const unnamed = figure === "value";
      return [
        measured(unnamed ? name : figure, value, place, {
          dataset,
          unit: unitOf(figure),
          n: name === "ClassificationQualityMetric" ? examples[dataset] : null,
          ...(column === undefined ? {} : { slice: { column } }),
          ...(unnamed && isNumber(quantile) ? { protocol: `quantile=${String(quantile)}` } : {}),
        }),
      ];
    }),
  );
}

const byColumn = (figure: string, columns: Value, where: string, dataset: string): Statement[] =>
  members(columns).flatMap(([column, value]) =>
    isNumber(value)
      ? [measured(figure, value, pointer(where, column), { dataset, unit: unitOf(figure), slice: { column } })]
      : [],
  );

const byClass = ({ result, where }: LegacyMetric): Statement[] =>
  (["current", "reference"] as const).flatMap((side) => {
    const nested = member(member(result, side), "metrics");
    return nested === undefined
      ? classReport(member(result, side), pointer(where, side), side)
      : classReport(nested, pointer(where, side, "metrics"), side);
  });

/** The quality of a model that only guesses: about another model than the one reported. */
const dummy = ({ result, where }: LegacyMetric): Statement[] =>
  Object.entries(dummies).flatMap(([key, about]) =>
    members(member(result, key)).flatMap(([figure, value]) =>
      isNumber(value) ? [measured(figure, value, pointer(where, key, figure), { dataset: "current", about })] : [],
    ),
  );

/** Recommender metrics at k: one number a side. */
const ranking = ({ name, result, where }: LegacyMetric): Statement[] => {
  const k = finite(member(result, "k"));
  return (["current", "reference"] as const).flatMap((dataset) => {
    const value = member(result, `${dataset}_value`);
    return k !== null && isNumber(value)
      ? [measured(name, value, pointer(where, `${dataset}_value`), { dataset, protocol: `k=${String(k)}` })]
      : [];
  });
};
