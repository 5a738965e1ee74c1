import type { DelimitedTable, EvidenceFile, Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import { isList, list, member, members, numeric, scalarText, text } from "../../read/shape.js";
import type { ConfusionCell } from "./confusion-matrix.js";

/** Confusion matrices as scikit-learn users dump them: rows are what was true, columns what was predicted. */

const isCount = (value: Value | undefined): boolean => {
  const count = numeric(value);
  return count !== undefined && Number.isInteger(count) && count >= 0;
};

/** True for a square of counts, with two rows or more. */
export const isSquareOfCounts = (value: Value | undefined): value is readonly Value[] => {
  const rows = list(value) ?? [];
  return (
    rows.length > 1 &&
    rows.length <= 1000 &&
    rows.every((row) => isList(row) && row.length === rows.length && row.every(isCount))
  );
};

const matrixKeys = ["matrix", "confusion_matrix", "cm", "values", "data"];
/** Keys below which the classes of a matrix are named. */
export const labelKeys: readonly string[] = [
  "labels",
  "classes",
  "class_names",
  "target_names",
  "categories",
  "label_names",
  "class_labels",
  "class_order",
  "label_order",
  "confusion_matrix_labels",
  "confusion_labels",
  "cm_labels",
];
const otherKeys = /^(normalize[d]?|model|version|dataset|split|threshold|description|title|n|total|timestamp|date)$/i;

interface Labelled {
  readonly base: string;
  readonly matrix: readonly Value[];
  readonly labels: readonly string[];
}

/** The artifact that Azure ML's runs log: `{"class_labels": […], "matrix": [[…]]}` below `data`. */
function azureMatrix(data: Value | undefined): Labelled | undefined {
  const matrix = member(data, "matrix");
  const labels = list(member(data, "class_labels"));
  if (!isSquareOfCounts(matrix) || labels?.length !== matrix.length) return undefined;
  return { base: "/data/matrix", matrix, labels: labels.map((label, at) => scalarText(label) ?? String(at)) };
}

/** The matrix of a document and its labels; undefined where it holds none, or more than that. */
function labelledMatrix(value: Value | undefined, fileName: string): Labelled | undefined {
  if (isSquareOfCounts(value) && /confusion|(^|[^a-z])cm([^a-z]|$)/i.test(fileName))
    return { base: "", matrix: value, labels: value.map((_, index) => String(index)) };
  if (text(member(value, "schema_type")) === "confusion_matrix") return azureMatrix(member(value, "data"));
  const key = matrixKeys.find((name) => isSquareOfCounts(member(value, name)));
  const matrix = key === undefined ? undefined : member(value, key);
  if (key === undefined || !isSquareOfCounts(matrix)) return undefined;
  const labelKey = labelKeys.find((name) => list(member(value, name))?.length === matrix.length);
  const known = members(value).every(([name]) => name === key || name === labelKey || otherKeys.test(name));
  if (!known || (labelKey === undefined && !/confusion|cm/i.test(key))) return undefined;
  const labels = list(labelKey === undefined ? undefined : member(value, labelKey)) ?? matrix.map((_, at) => at);
  return { base: pointer("", key), matrix, labels: labels.map((label, at) => scalarText(label) ?? String(at)) };
}

const named = (label: string, prefix: RegExp): string => label.trim().replace(prefix, "");
const truePrefix = /^(true|actual)[_ :-]+/i;
const predictedPrefix = /^(pred|predicted)[_ :-]+/i;

/** True for a CSV whose header names what was predicted and whose first column what was true. */
function isMatrixTable({ header, rows }: DelimitedTable): boolean {
  if (rows.length < 2 || header.length !== rows.length + 1) return false;
  if (!rows.every((row) => row.length === header.length && row.slice(1).every(isCount))) return false;
  const predicted = header.slice(1).map((label) => named(label, predictedPrefix));
  return rows.every((row, index) => named(row[0] ?? "", truePrefix) === predicted[index]);
}

/** True where a file is a confusion matrix of counts and nothing else. */
export const isConfusionMatrix = (file: EvidenceFile): boolean =>
  file.syntax === "delimited"
    ? file.table !== undefined && isMatrixTable(file.table)
    : labelledMatrix(file.value, file.name) !== undefined;

/** The cells of the matrix. */
export function confusionCells(file: EvidenceFile): readonly ConfusionCell[] {
  if (file.table !== undefined) return tableCells(file.table);
  const found = labelledMatrix(file.value, file.name);
  return found === undefined ? [] : cellsOf(found, "");
}

/** The cells of a record that holds a matrix and the names of its classes, and nothing else: `{labels: […], matrix: […]}`. */
export function confusionRecordCells(record: Value, at: string): readonly ConfusionCell[] {
  const found = labelledMatrix(record, "");
  return found === undefined ? [] : cellsOf(found, at);
}

function cellsOf({ base, matrix, labels }: Labelled, at: string): readonly ConfusionCell[] {
  return matrix.flatMap((row, actual) =>
    (list(row) ?? []).map((count, predicted) => ({
      actual: labels[actual] ?? String(actual),
      predicted: labels[predicted] ?? String(predicted),
      count,
      where: { pointer: pointer(`${at}${base}`, actual, predicted) },
    })),
  );
}

const tableCells = (table: DelimitedTable): readonly ConfusionCell[] =>
  table.rows.flatMap((row, index) =>
    row.slice(1).map((count, at) => ({
      actual: named(row[0] ?? "", truePrefix),
      predicted: named(table.header[at + 1] ?? "", predictedPrefix),
      count,
      where: { line: table.lineOf(index) },
    })),
  );
