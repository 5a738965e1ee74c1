import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, list, member, text } from "../../read/shape.js";
import { biasMetric } from "./clarify.js";

/** Metric groups of a SageMaker model card: lists of named values, some translated from other files of SageMaker. */

const isMetric = (value: Value): boolean => hasKeys(value, "name", "type", "value");

/** True for a list of groups, each with a name and its metrics. */
export const isMetricGroups = (value: Value | undefined): boolean =>
  (list(value) ?? []).length > 0 &&
  (list(value) ?? []).every(
    (group) =>
      hasKeys(group, "name", "metric_data") &&
      (list(member(group, "metric_data")) ?? [null]).every((each) => isMetric(each)),
  );

const facetOfName = /\bfacet ([^=]{0,200}[^=\s])\s{0,9}=\s*(\S.*)$/;
const labelOfName = /\blabel=([^,]+)/;

/** The slice that a translated group's name holds: a facet of a bias analysis. */
function sliceOfGroup(name: string): Slice {
  const [, facet, value] = facetOfName.exec(name) ?? [];
  return facet === undefined || value === undefined ? {} : { [facet]: value };
}

const isImportances = (name: string): boolean => /\bglobal_shap_values\b/.test(name);

function attribution(metric: Value, group: string, labels: number, where: Statement["where"]): Statement {
  const label = labelOfName.exec(group)?.[1];
  return {
    kind: "attribution",
    method: "shap",
    feature: text(member(metric, "name")) ?? "",
    importance: member(metric, "value"),
    slice: label === undefined || labels <= 1 ? {} : { class: label },
    where,
  };
}

/** Deviations beside a metric, importances of words and curves are left out. */
function metricStatements(
  metric: Value,
  group: string,
  labels: number,
  base: string,
  dataset: string | null,
): Statement[] {
  const name = text(member(metric, "name"));
  if (name === undefined || text(member(metric, "type")) !== "number") return [];
  const where = { pointer: pointer(base, "value") };
  if (isImportances(group)) return [attribution(metric, group, labels, where)];
  if (name.endsWith(" - standard_deviation") || /\bglobal_top_shap_text\b|^explanations\b/.test(group)) return [];
  const bias = /_bias_metrics\b/.test(group) ? biasMetric(name) : undefined;
  return [
    {
      kind: "measurement",
      raw_metric: name,
      ...(bias === undefined ? {} : { metric: bias }),
      ...(name.endsWith("_best_constant_classifier") ? { metric: name, about: "best constant classifier" } : {}),
      value: member(metric, "value"),
      slice: sliceOfGroup(group),
      dataset,
      where,
    },
  ];
}

/** The numbers of metric groups: metrics by slice and importances by feature. */
export function metricGroupStatements(
  groups: Value | undefined,
  base: string,
  dataset: string | null = null,
): Statement[] {
  const named = (list(groups) ?? []).filter(isRecord);
  const labels = named.filter((group) => isImportances(text(member(group, "name")) ?? "")).length;
  return named.flatMap((group, index) =>
    (list(member(group, "metric_data")) ?? []).flatMap((metric, place) =>
      metricStatements(
        metric,
        text(member(group, "name")) ?? "",
        labels,
        pointer(base, index, "metric_data", place),
        dataset,
      ),
    ),
  );
}
