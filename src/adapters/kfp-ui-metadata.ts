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

const cellLine = /^\s*("[^"]*"|[^\s,"][^,"]*),("[^"]*"|[^,"]+),\s*([\d.]+)\s*$/;
const unquoted = (cell: string): string => cell.trim().replace(/^"(.*)"$/, "$1");

/** True where the schema names what was predicted before what was true. */
const isPredictedFirst = (output: Value): boolean =>
  /^pred/i.test(text(member((list(member(output, "schema")) ?? [])[0], "name")) ?? "");

/** Lines `actual,predicted,count` of a matrix that stands in the document itself. */
function matrixStatements(output: Value, index: number): readonly Statement[] {
  if (member(output, "type") !== "confusion_matrix" || member(output, "storage") !== "inline") return [];
  const where = { pointer: pointer("/outputs", index, "source") };
  const lines = (text(member(output, "source")) ?? "").split("\n", mostCells);
  const cells = lines.flatMap((line): ConfusionCell[] => {
    const [, first, second, count] = cellLine.exec(line) ?? [];
    if (first === undefined || second === undefined || count === undefined) return [];
    const [actual, predicted] = isPredictedFirst(output) ? [second, first] : [first, second];
    return [{ actual: unquoted(actual), predicted: unquoted(predicted), count: Number(count), where }];
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

const rule = /^[\s|:-]+$/;

/** The only table of a page that stands in the document; of several none, since headings tell them apart. */
function pageFrame(output: Value, index: number): Frame | undefined {
  const lines = (text(member(output, "source")) ?? "").split("\n", mostCells).map((each) => each.trim());
  const rules = lines.flatMap((each, at) => (each.includes("-") && each.includes("|") && rule.test(each) ? [at] : []));
  const [at] = rules;
  if (member(output, "storage") !== "inline" || at === undefined || at === 0 || rules.length > 1) return undefined;
  const end = lines.findIndex((each, below) => below > at && !each.includes("|"));
  const cellsOf = (each: string): readonly string[] =>
    each
      .replace(/^\|/, "")
      .replace(/\|$/, "")
      .split("|")
      .map((cell) => cell.replaceAll(/[*`]/g, "").trim());
  const columns = cellsOf(lines[at - 1] ?? "");
  const rows = lines.slice(at + 1, end < 0 ? undefined : end).map(cellsOf);
  if (columns.length < 2 || rows.length === 0 || !rows.every((row) => row.length === columns.length)) return undefined;
  return {
    columns,
    rows: rows.length,
    cell: (row, column) => rows[row]?.[column],
    where: () => ({ pointer: pointer("/outputs", index, "source") }),
  };
}

/** A table of metrics; any other is left. */
function tableStatements(output: Value, index: number): readonly Statement[] {
  const type = member(output, "type");
  const frame =
    type === "table" ? tableFrame(output, index) : type === "markdown" ? pageFrame(output, index) : undefined;
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
  reads:
    "The cells of a confusion matrix, and a table of metrics, also the only one of a page in Markdown, that stand in the document.",
  leaves: "Points of curves, what pages say in prose, and what lies elsewhere.",
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
