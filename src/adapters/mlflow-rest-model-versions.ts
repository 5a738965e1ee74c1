import type { Adapter } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { list, member } from "../read/shape.js";
import { isModelVersion, versionStatements } from "./families/mlflow-rest-registry.js";

/** Every version of registered models. */
export const mlflowRestModelVersions: Adapter = {
  id: "mlflow-rest-model-versions",
  title: "MLflow model versions from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-modelversions",
  versions: "2.22.5, 3.17.2",
  reads: "Each version with its stage, aliases and run, and the state that a tag such as `validation_status` gives it.",
  leaves: "Deleted versions, and further pages.",
  syntax: ["json"],
  gives: ["model", "approval"],
  recognises: ({ value }) => isModelVersion(list(member(value, "model_versions"))?.[0]),
  read: ({ value }) =>
    (list(member(value, "model_versions")) ?? []).flatMap((version, index) =>
      versionStatements(version, pointer("/model_versions", index)),
    ),
};
