import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { list, member, scalarText, text } from "../read/shape.js";
import { confusionStatements, type ConfusionCell } from "./families/confusion-matrix.js";
import type { Frame } from "./families/frame.js";
import { isMetricsFrame, isSliceFrame } from "./families/frame-kinds.js";
import { frameStatements } from "./families/results-frame.js";

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

/** The table of one output that stands in the document, header and all; cells with quotes are not taken apart. */
function tableFrame(output: Value, index: number): Frame | undefined {
  const columns = (list(member(output, "header")) ?? []).map((name) => scalarText(name) ?? "");
  const source = text(member(output, "source")) ?? "";
  if (member(output, "storage") !== "inline" || columns.length < 2 || source.includes('"')) return undefined;
  const rows = source.split("\n", mostCells).filter((line) => line.trim() !== "");
  const cells = rows.map((line) => line.split(",").map((cell) => cell.trim()));
  if (!cells.every((row) => row.length === columns.length)) return undefined;
  return {
    columns,
    rows: cells.length,
    cell: (row, column) => cells[row]?.[column],
    where: () => ({ pointer: pointer("/outputs", index, "source") }),
  };
}

/** A table of metrics; any other is left. */
function tableStatements(output: Value, index: number): readonly Statement[] {
  const frame = member(output, "type") === "table" ? tableFrame(output, index) : undefined;
  return frame !== undefined && (isMetricsFrame(frame) || isSliceFrame(frame))
    ? frameStatements(frame, () => false)
    : [];
}

/** What the pages of Kubeflow Pipelines 1 show of a step. */
export const kfpUiMetadata: Adapter = {
  id: "kfp-ui-metadata",
  title: "Kubeflow Pipelines output viewers (`mlpipeline-ui-metadata.json`)",
  definedAt: "https://www.kubeflow.org/docs/components/pipelines/legacy-v1/sdk/output-viewer/",
  versions: "from the schema, not seen",
  reads: "The cells of a confusion matrix, and a table of metrics, that stand in the document.",
  leaves: "Points of curves, pages, and what lies elsewhere.",
  syntax: ["json"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises({ value }) {
    const outputs = list(member(value, "outputs")) ?? [];
    return outputs.length > 0 && outputs.every(isOutput);
  },

  read: ({ value }) =>
    (list(member(value, "outputs")) ?? []).flatMap((output, index) => [
      ...matrixStatements(output, index),
      ...tableStatements(output, index),
    ]),
};
