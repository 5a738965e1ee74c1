import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { list, member, scalarText } from "../read/shape.js";
import { confusionStatements } from "./families/confusion-matrix.js";
import { isSplitTable, splitTableStatements } from "./families/split-table.js";

const confusionColumns = ["Actual", "Predicted", "nPredictions"];

/** True for what `wandb.plot.confusion_matrix` logs: a row holds a cell of the matrix, not an example. */
function isConfusion(value: Value | undefined): boolean {
  const columns = list(member(value, "columns"));
  return columns?.length === confusionColumns.length && confusionColumns.every((name, at) => columns[at] === name);
}

const cellsOf = (value: Value | undefined): readonly Statement[] =>
  confusionStatements(
    (list(member(value, "data")) ?? []).map((row, index) => {
      const [actual, predicted, count] = list(row) ?? [];
      return {
        actual: scalarText(actual) ?? "",
        predicted: scalarText(predicted) ?? "",
        count,
        where: { pointer: pointer("/data", index, 2) },
      };
    }),
  );

/** A table that a W&B run logged. */
export const wandbTable: Adapter = {
  id: "wandb-table",
  title: "Weights & Biases table (`*.table.json`)",
  definedAt: "https://docs.wandb.ai/models/tables",
  versions: "0.12.21, 0.16.6, 0.31.0",
  reads:
    "Columns and the number of rows, as predictions where one column holds the truth and another the model's word; the cells of a confusion matrix that `wandb.plot.confusion_matrix` logged.",
  leaves: "The rows of other tables.",
  syntax: ["json"],
  gives: ["table", "measurement"],
  recognises: ({ name, value }) => name.endsWith(".table.json") && isSplitTable(value),
  read: ({ value }) =>
    isConfusion(value)
      ? [...splitTableStatements(value).map((table) => ({ ...table, role: null })), ...cellsOf(value)]
      : splitTableStatements(value),
};
