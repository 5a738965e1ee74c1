import type { Adapter, EvidenceFile } from "../model/adapter.js";

const names = new Set(["input_example.json", "serving_input_example.json"]);

/** A row or two that show what a model takes: data, and no result of it. */
export const mlflowInputExample: Adapter = {
  id: "mlflow-input-example",
  title: "MLflow input example",
  definedAt: "https://mlflow.org/docs/latest/ml/model/signatures/",
  versions: "2.22.5, 3.17.2",
  reads: "Nothing: its numbers are rows of data.",
  leaves: "The rows.",
  syntax: ["json"],
  gives: [],
  recognises: (file: EvidenceFile) => names.has(file.name) && file.neighbour("MLmodel") !== null,
  read: () => [],
};
