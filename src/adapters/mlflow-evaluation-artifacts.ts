import type { Adapter, Value } from "../model/adapter.js";
import { isRecord, member, members, text } from "../read/shape.js";

const isArtifact = (artifact: Value): boolean =>
  text(member(artifact, "uri")) !== undefined &&
  (text(member(artifact, "class_name")) ?? "").startsWith("mlflow.models.evaluation");

/** The list of plots and tables that `EvaluationResult.save` writes beside `metrics.json`. */
export const mlflowEvaluationArtifacts: Adapter = {
  id: "mlflow-evaluation-artifacts",
  title: "MLflow list of evaluation artifacts (`artifacts_metadata.json`)",
  definedAt:
    "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.models.html#mlflow.models.EvaluationResult",
  versions: "2.22.5, 3.17.2",
  reads: "Nothing: `metrics.json` beside it holds the numbers.",
  leaves: "Where plots and tables lie.",
  syntax: ["json"],
  gives: [],

  recognises({ name, value }) {
    const artifacts = members(value);
    if (!isRecord(value)) return false;
    return artifacts.length === 0
      ? name === "artifacts_metadata.json"
      : artifacts.every(([, each]) => isArtifact(each));
  },

  read: () => [],
};
