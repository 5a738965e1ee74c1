import type { Value } from "../../model/adapter.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, isRecord, text } from "../../read/shape.js";
import type { Frame } from "./frame.js";
import { frameRoles, sample } from "./frame-roles.js";
import { rowsAreDistinct } from "./results-frame.js";

/** Which frames hold results, and of what: told apart from tables of examples. */

const mostSlices = 5000;

/** Columns that tools write of single examples. */
const exampleColumn =
  /^(y_?true|y_?pred|y_?score|y_?prob\w*|target|actual|prediction|predicted|predictions|probability|proba|confidence|score|ground_?truth)$/i;

const holdsExamples = (frame: Frame): boolean =>
  frameRoles(frame).has("id") || frame.columns.filter((column) => exampleColumn.test(column)).length > 1;

/** Columns of metrics; a loss or a time alone may be of one example. */
const metricColumns = (frame: Frame): number =>
  frameRoles(frame).roles.filter((role) => {
    if (role.kind !== "metric") return false;
    const { kind, metric } = interpretMetric(role.name);
    return kind !== "time" && kind !== "count" && metric !== "loss";
  }).length;

/** True for a frame of metrics with a row for each part of the data. */
export function isSliceFrame(frame: Frame): boolean {
  if (frame.rows === 0 || frame.rows > mostSlices || metricColumns(frame) === 0 || holdsExamples(frame)) return false;
  const found = frameRoles(frame);
  if (found.has("metric-name") || found.has("step") || found.has("model")) return false;
  if (!found.has("slice") && !(found.has("segment") && found.has("segment-value"))) return false;
  if (!found.has("n") && (found.has("number") || frame.rows > 200)) return false;
  return rowsAreDistinct(frame);
}

/** True for a frame of results over all the data: one row, or one for each model, data set, split, fold or step. */
export function isMetricsFrame(frame: Frame): boolean {
  if (frame.rows === 0 || isSliceFrame(frame)) return false;
  const found = frameRoles(frame);
  if (found.has("metric-name")) return found.has("value") && mostNamesKnown(frame) && rowsAreDistinct(frame);
  const losses = found.roles.filter(({ kind }) => kind === "metric").length;
  if (metricColumns(frame) === 0 && !(losses > 0 && found.has("step"))) return false;
  if (holdsExamples(frame) || found.has("slice")) return false;
  return frame.rows === 1 || found.has("step") || rowsAreDistinct(frame);
}

/** True where a cell holds a record, or a list of them: a list of documents, of which the columns are not all. */
export function holdsRecords(frame: Frame): boolean {
  const holds = (cell: Value | undefined): boolean =>
    isRecord(cell) || (isList(cell) && cell.length > 0 && cell.every(isRecord));
  for (let row = 0; row < Math.min(frame.rows, 20); row++)
    if (frame.columns.some((_, column) => holds(frame.cell(row, column)))) return true;
  return false;
}

const isHeadedMetric = ({ columns }: Frame, at: number): boolean =>
  columns.length === 2 && /^metrics?$/i.test(columns[at] ?? "");

function mostNamesKnown(frame: Frame): boolean {
  const at = frameRoles(frame).roles.findIndex(({ kind }) => kind === "metric-name");
  const names = sample(frame, at).map((name) => interpretMetric(text(name) ?? ""));
  const metrics = names.filter(({ known, kind }) => known && kind !== "time" && kind !== "count");
  // A column headed "metric" says itself what its names are, and a team may call some of them as it likes.
  const most = isHeadedMetric(frame, at) ? 1 : names.length / 2;
  return metrics.length > 0 && names.filter(({ known }) => known).length >= most;
}
