import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, list, member } from "../read/shape.js";

const isExperiment = (experiment: Value | undefined): boolean =>
  hasKeys(experiment, "experiment_id", "artifact_location");

/** Experiments, or the artifacts of a run: where things lie. */
export const mlflowRestListing: Adapter = {
  id: "mlflow-rest-listing",
  title: "MLflow experiments and lists of artifacts from the REST interface",
  definedAt: "https://mlflow.org/docs/latest/api_reference/rest-api.html#search-experiments",
  versions: "2.22.5, 3.17.2",
  reads: "Nothing: they state nothing of a model.",
  leaves: "Names and places of experiments and artifacts.",
  syntax: ["json"],
  gives: [],
  recognises: ({ value }) =>
    isExperiment(list(member(value, "experiments"))?.[0]) ||
    isExperiment(member(value, "experiment")) ||
    (hasKeys(value, "root_uri") && hasKeys(list(member(value, "files"))?.[0], "path", "is_dir")),
  read: () => [],
};
