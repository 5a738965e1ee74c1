import type { Adapter } from "../model/adapter.js";
import { member } from "../read/shape.js";
import { isModelVersion, versionStatements } from "./families/mlflow-rest-registry.js";

/** One version of a registered model, by its number or by an alias. */
export const mlflowRestModelVersion: Adapter = {
  id: "mlflow-rest-model-version",
  title: "MLflow model version from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#get-modelversion",
  versions: "2.22.5, 3.17.2",
  reads: "The version with its stage, aliases and run, and the state that a tag such as `validation_status` gives it.",
  leaves: "Description and source.",
  syntax: ["json"],
  gives: ["model", "approval"],
  recognises: ({ value }) => isModelVersion(member(value, "model_version")),
  read({ value }) {
    const version = member(value, "model_version");
    return version === undefined ? [] : versionStatements(version, "/model_version");
  },
};
