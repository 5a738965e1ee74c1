import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, text } from "../read/shape.js";
import { metricLookup, metricStatements } from "./families/mlflow-rest.js";
import { epochMoment } from "./families/moments.js";

const isLoggedModel = (model: Value | undefined): boolean =>
  hasKeys(member(model, "info"), "model_id", "experiment_id");

function modelsOf(value: Value | undefined): readonly (readonly [Value, string])[] {
  const one = member(value, "model");
  if (one !== undefined) return [[one, "/model"]];
  const models = list(member(value, "models")) ?? [];
  return models.map((model, index) => [model, pointer("/models", index)] as const);
}

function statementsOf(model: Value, base: string): readonly Statement[] {
  const info = member(model, "info");
  const run = text(member(info, "source_run_id")) || null;
  const metrics = member(member(model, "data"), "metrics");
  return [
    {
      kind: "model",
      run,
      created: epochMoment(member(info, "creation_timestamp_ms")),
      at: epochMoment(member(info, "last_updated_timestamp_ms")),
      where: { pointer: pointer(base, "info", "model_id") },
    },
    ...metricStatements(metrics, pointer(base, "data", "metrics"), { run, fold: null, metric: metricLookup(metrics) }),
  ];
}

/** Logged models of MLflow 3, with the metrics that were taken of each, and on which data set. */
export const mlflowRestLoggedModels: Adapter = {
  id: "mlflow-rest-logged-models",
  title: "MLflow logged models from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-logged-models",
  versions: "3.17.2",
  reads: "Each model with its run and time, and its metrics with the data set that each was taken on.",
  leaves: "Parameters and tags, which the model's run states too.",
  syntax: ["json"],
  gives: ["model", "measurement"],
  recognises: ({ value }) => isLoggedModel(modelsOf(value)[0]?.[0]),
  read: ({ value }) => modelsOf(value).flatMap(([model, base]) => statementsOf(model, base)),
};
