import type { Adapter } from "../model/adapter.js";
import { isDatasetMeta, writtenText } from "./families/mlflow-store.js";
import { datasetFields } from "./families/mlflow-words.js";

/** A data set that runs of an experiment used. */
export const mlflowDataset: Adapter = {
  id: "mlflow-dataset",
  title: "MLflow data set (`meta.yaml` of a data set)",
  definedAt: "https://mlflow.org/docs/latest/ml/dataset/",
  versions: "2.22.5, 3.17.2",
  reads: "Name, MLflow's own digest (`mlflow:<8 hex>`, not a digest of the content), rows, columns and location.",
  leaves: "Types of the columns, and the role, which each run's input states.",
  syntax: ["yaml"],
  gives: ["dataset"],
  recognises: ({ value }) => isDatasetMeta(value),
  read: (file) => [
    {
      kind: "dataset",
      ...datasetFields(file.value, writtenText(file, "digest")),
      where: { pointer: "/digest" },
    },
  ],
};
