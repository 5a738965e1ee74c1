import type { Adapter } from "../model/adapter.js";
import { isSplitTable, splitTableStatements } from "./families/split-table.js";

/** A table that a W&B run logged. */
export const wandbTable: Adapter = {
  id: "wandb-table",
  title: "Weights & Biases table (`*.table.json`)",
  definedAt: "https://docs.wandb.ai/models/tables",
  versions: "0.12.21, 0.16.6, 0.31.0",
  reads:
    "Columns and the number of rows, as predictions where one column holds the truth and another the model's word.",
  leaves: "The rows.",
  syntax: ["json"],
  gives: ["table"],
  recognises: ({ name, value }) => name.endsWith(".table.json") && isSplitTable(value),
  read: ({ value }) => splitTableStatements(value),
};
