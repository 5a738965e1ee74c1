import type { Adapter } from "../model/adapter.js";
import { isExperimentMeta } from "./families/mlflow-store.js";

/** An experiment in the file store: it groups runs and states nothing of a model. */
export const mlflowExperiment: Adapter = {
  id: "mlflow-experiment",
  title: "MLflow experiment (`meta.yaml` of an experiment)",
  definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
  versions: "1.x, 2.2, 2.22.5, 3.17.2",
  reads: "Nothing: it names a group of runs, and each run states itself.",
  leaves: "Name, place of artifacts and times of the experiment.",
  syntax: ["yaml"],
  gives: [],
  recognises: ({ value }) => isExperimentMeta(value),
  read: () => [],
};
