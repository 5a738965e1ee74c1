import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { list, member, text } from "../read/shape.js";
import { confusionStatements, type ConfusionCell } from "./families/confusion-matrix.js";

const viewers = new Set(["confusion_matrix", "roc", "table", "markdown", "web-app", "tensorboard"]);
const mostCells = 10_000;

const isOutput = (output: Value): boolean => viewers.has(text(member(output, "type")) ?? "");

/** Lines `actual,predicted,count` of a matrix that stands in the document itself. */
function matrixStatements(output: Value, index: number): readonly Statement[] {
  if (member(output, "type") !== "confusion_matrix" || member(output, "storage") !== "inline") return [];
  const where = { pointer: pointer("/outputs", index, "source") };
  const lines = (text(member(output, "source")) ?? "").split("\n", mostCells);
  const cells = lines.flatMap((line): ConfusionCell[] => {
    const [, actual, predicted, count] = /^\s*([^,]+),([^,]+),\s*([\d.]+)\s*$/.exec(line) ?? [];
    if (actual === undefined || predicted === undefined || count === undefined) return [];
    return [{ actual, predicted, count: Number(count), where }];
  });
  return confusionStatements(cells);
}

/** What the pages of Kubeflow Pipelines 1 show of a step. */
export const kfpUiMetadata: Adapter = {
  id: "kfp-ui-metadata",
  title: "Kubeflow Pipelines output viewers (`mlpipeline-ui-metadata.json`)",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/legacy-v1/sdk/output-viewer/",
  versions: "from the schema, not seen",
  reads: "The cells of a confusion matrix that stands in the document.",
  leaves: "Matrices, curves and tables that lie elsewhere, and pages.",
  syntax: ["json"],
  gives: ["measurement"],

  recognises({ value }) {
    const outputs = list(member(value, "outputs")) ?? [];
    return outputs.length > 0 && outputs.every(isOutput);
  },

  read: ({ value }) => (list(member(value, "outputs")) ?? []).flatMap(matrixStatements),
};
