import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { list, member } from "../read/shape.js";
import { isScoredRecords, isSplitTable, recordTableStatements, splitTableStatements } from "./families/split-table.js";

/** Rows that lie beside a saved model show what it takes. */
const isInputExample = (file: EvidenceFile): boolean =>
  file.name === "input_example.json" && file.neighbour("MLmodel") !== null;

/** Results by chunk of time, which another tool keeps in the same form. */
const isOfChunks = ({ value }: EvidenceFile): boolean => (list(member(value, "columns")) ?? []).includes("chunk_key");

/** A table that a run logged: `log_table`, or the answers and scores of an evaluation. */
export const mlflowTable: Adapter = {
  id: "mlflow-table",
  title: "MLflow table (`eval_results_table.json`, `log_table`)",
  definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.log_table",
  versions: "2.22.5, 3.17.2",
  reads:
    "Columns and the number of rows, as predictions where one column holds the truth and another the model's word.",
  leaves: "The rows, and scores of single rows: their means are metrics of the run.",
  syntax: ["json"],
  gives: ["table"],
  recognises: (file) =>
    isScoredRecords(file.value) ||
    (!file.name.endsWith(".table.json") && isSplitTable(file.value) && !isInputExample(file) && !isOfChunks(file)),
  read: ({ value }) => (isScoredRecords(value) ? recordTableStatements(value) : splitTableStatements(value)),
};
