import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { list, member } from "../read/shape.js";
import { isRegisteredModel, registeredModelStatements } from "./families/mlflow-rest-registry.js";

function modelsOf(value: Value | undefined): readonly (readonly [Value, string])[] {
  const one = member(value, "registered_model");
  if (one !== undefined) return [[one, "/registered_model"]];
  const models = list(member(value, "registered_models")) ?? [];
  return models.map((model, index) => [model, pointer("/registered_models", index)] as const);
}

/** Registered models, with the versions that the answer names. */
export const mlflowRestRegisteredModels: Adapter = {
  id: "mlflow-rest-registered-models",
  title: "MLflow registered models from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-registeredmodel",
  versions: "2.22.5, 3.17.2",
  reads: "Each model, the latest version of each of its stages, and the versions that aliases point to.",
  leaves: "Versions that are neither the latest of a stage nor have an alias: the answer does not hold them.",
  syntax: ["json"],
  gives: ["model", "approval"],
  recognises: ({ value }) => isRegisteredModel(modelsOf(value)[0]?.[0]),
  read: ({ value }) => modelsOf(value).flatMap(([model, base]) => registeredModelStatements(model, base)),
};
