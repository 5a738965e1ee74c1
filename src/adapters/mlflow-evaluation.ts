import type { Adapter, Value } from "../model/adapter.js";
import { isRecord, member, members, text } from "../read/shape.js";
import { metricLookup, metricStatements } from "./families/mlflow-rest.js";

const isArtifact = (artifact: Value): boolean =>
  text(member(artifact, "uri")) !== undefined &&
  /Artifact$/.test(text(member(artifact, "type")) ?? text(member(artifact, "class_name")) ?? "");

const runOf = (value: Value | undefined): string | null => {
  const run = text(member(value, "run_id"));
  return run !== undefined && /^[0-9a-f]{32}$/.test(run) ? run : null;
};

/** `metrics` with `artifacts`, or with the run that they were logged to, and nothing else of weight. */
function isEvaluation(value: Value | undefined): boolean {
  if (!isRecord(member(value, "metrics"))) return false;
  const artifacts = members(member(value, "artifacts"));
  if (artifacts.length > 0) return artifacts.every(([, artifact]) => isArtifact(artifact));
  const known = new Set(["run_id", "metrics", "artifacts", "tables", "experiment_id"]);
  return runOf(value) !== null && members(value).every(([key]) => known.has(key));
}

/** `metrics` and `artifacts` of an evaluation in one document. */
export const mlflowEvaluation: Adapter = {
  id: "mlflow-evaluation",
  title: "MLflow evaluation result in one document",
  definedAt:
    "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.models.html#mlflow.models.EvaluationResult",
  versions: "2.22.5, 3.17.2",
  reads: "Every metric with the slice that its name holds, and the counts behind those of MLflow's own evaluator.",
  leaves: "Where plots and tables lie.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isEvaluation(value),

  read({ value }) {
    const metrics = member(value, "metrics");
    return metricStatements(metrics, "/metrics", { run: runOf(value), fold: null, metric: metricLookup(metrics) });
  },
};
