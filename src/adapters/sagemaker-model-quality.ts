import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number, text } from "../read/shape.js";
import { confusionStatements } from "./families/confusion-matrix.js";

const GROUP = /^(regression|(binary_|multiclass_|multi_class_|multilabel_)?classification)_metrics$/;

const isMetric = (value: Value): boolean => hasKeys(value, "value");

const groupsOf = (value: Value | undefined): readonly (readonly [string, Value])[] =>
  members(value).filter(
    ([key, group]) => GROUP.test(key) && isRecord(group) && members(group).some(([, metric]) => isMetric(metric)),
  );

const BASELINE = "_best_constant_classifier";

/** What the number is about: the model, or the classifier that always gives the commonest class. */
const aboutOf = (name: string): { readonly about?: string; readonly metric?: string } =>
  name.endsWith(BASELINE) ? { about: "best constant classifier", metric: name } : {};

interface Monitored {
  /** Rows, where Model Monitor wrote the file. */
  readonly n: number | null;
  readonly isMonitor: boolean;
  readonly at: string | null;
}

/**
 * A metric without its deviation, which is no standard error: Model Monitor takes it over five samples of 80 % of the
 * same rows, which differ less than new data would; in a file that a script wrote it may be anything.
 */
function metricStatement(name: string, metric: Value, base: string, { n, at }: Monitored): Statement {
  return {
    kind: "measurement",
    raw_metric: name,
    value: member(metric, "value"),
    ...aboutOf(name),
    ...(n === null ? {} : { n }),
    at,
    where: { pointer: pointer(base, "value") },
  };
}

/** Counts by true label, then by predicted label. */
const confusion = (matrix: Value, base: string): readonly Statement[] =>
  confusionStatements(
    members(matrix).flatMap(([actual, row]) =>
      members(row).map(([predicted, count]) => ({
        actual,
        predicted,
        count,
        where: { pointer: pointer(base, actual, predicted) },
      })),
    ),
  );

function groupStatements(group: Value, base: string, monitored: Monitored): Statement[] {
  return members(group).flatMap(([name, metric]): readonly Statement[] => {
    const place = pointer(base, name);
    if (name === "confusion_matrix") return confusion(metric, place);
    return isMetric(metric) ? [metricStatement(name, metric, place, monitored)] : [];
  });
}

function datasetStatements({ n, isMonitor, at }: Monitored): Statement[] {
  return isMonitor && n !== null ? [{ kind: "dataset", rows: n, at, where: { pointer: "/dataset/item_count" } }] : [];
}

/** Model quality as Model Monitor and the evaluation steps of SageMaker pipelines write it. */
export const sagemakerModelQuality: Adapter = {
  id: "sagemaker-model-quality",
  title: "SageMaker model quality (`evaluation.json`, `statistics.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-model-quality-metrics.html",
  versions:
    "binary classification as in SDK 2.x; regression, several classes and Model Monitor's own from the documentation, not seen",
  reads:
    "Metrics of regression and classification, cells of the confusion matrix, rows. Numbers of the best constant classifier are told of that.",
  leaves:
    "Points of curves, and standard deviations: Model Monitor's is over samples of 80 % of the same rows, and no standard error.",
  syntax: ["json"],
  gives: ["measurement", "dataset"],
  numbersAsText: true,
  recognises: ({ value }) => groupsOf(value).length > 0,

  read({ value }) {
    const dataset = member(value, "dataset");
    const monitored: Monitored = {
      n: number(member(dataset, "item_count")) ?? null,
      isMonitor: hasKeys(dataset, "item_count"),
      at: text(below(dataset, "evaluation_time")) ?? text(below(dataset, "end_time")) ?? null,
    };
    return [
      ...groupsOf(value).flatMap(([key, group]) => groupStatements(group, pointer("", key), monitored)),
      ...datasetStatements(monitored),
    ];
  },
};
