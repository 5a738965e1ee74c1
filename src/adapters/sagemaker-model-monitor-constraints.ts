import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, isRecord, list, member, members } from "../read/shape.js";

const isLimit = (value: Value): boolean => hasKeys(value, "threshold", "comparison_operator");

/** Limits of data quality by feature, or of model quality by metric. */
function isConstraints(value: Value | undefined): boolean {
  const [feature] = list(member(value, "features")) ?? [];
  if (hasKeys(feature, "name", "inferred_type")) return !hasKeys(value, "dataset") && hasKeys(feature, "completeness");
  return members(value).some(
    ([key, limits]) =>
      key.endsWith("_constraints") && isRecord(limits) && members(limits).some(([, limit]) => isLimit(limit)),
  );
}

/** Limits that monitored data are to keep. Nothing in them was checked, and a threshold is no metric. */
export const sagemakerModelMonitorConstraints: Adapter = {
  id: "sagemaker-model-monitor-constraints",
  title: "SageMaker Model Monitor constraints (`constraints.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-byoc-constraints.html",
  versions: "version 0, of data quality and model quality",
  reads: "Nothing beyond the format: limits are no results.",
  leaves: "The limits.",
  syntax: ["json"],
  gives: [],
  recognises: ({ value }) => isConstraints(value),
  read: () => [],
};
