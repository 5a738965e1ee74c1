import type { Value } from "../../model/adapter.js";
import type { Statement, TableRole } from "../../model/fact.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { isList, list, member, members, scalarText } from "../../read/shape.js";

const truths = /^(y_?true|y|target|targets|label|labels|actual|ground_?truth|expected(_response)?|truth|true_label)$/i;
const guesses =
  /^(y_?(pred|score|prob|proba|hat)|pred|prediction|predictions|predicted|score|scores|prob|probability|output|outputs|response)$/i;

/** Scores of single examples, as MLflow's evaluation names them. */
const exampleScore = /.\/(score|value|justification|rationale)$/;

/** Columns of results rather than of examples: two known metrics side by side, and no score of single examples. */
const holdsResults = (columns: readonly string[]): boolean =>
  !columns.some((column) => exampleScore.test(column)) &&
  columns.filter((column) => ![truths, guesses].some((known) => known.test(column)) && interpretMetric(column).known)
    .length > 1;

/**
 * `{"columns": […], "data": [[…], …]}`: a table of examples as MLflow and W&B log it. pandas on its own adds an
 * `index`; a table of results is not for this reader.
 */
export function isSplitTable(value: Value | undefined): boolean {
  const columns = list(member(value, "columns"));
  const rows = list(member(value, "data"));
  if (columns === undefined || rows === undefined || columns.length === 0) return false;
  const others = members(value).map(([key]) => key);
  return (
    others.every((key) => ["columns", "data", "ncols", "column_types"].includes(key)) &&
    columns.every((column) => scalarText(column) !== undefined) &&
    rows.slice(0, 3).every(isList) &&
    !holdsResults(columns.map((column) => scalarText(column) ?? ""))
  );
}

/** Predictions where a column holds what is true and another what the model said. */
const roleOf = (columns: readonly string[]): TableRole | null =>
  columns.some((column) => truths.test(column)) && columns.some((column) => guesses.test(column))
    ? "predictions"
    : null;

/** Rows as records, of which MLflow's evaluation scored columns: `ndcg_at_5/score`, `answer/value`. */
export function isScoredRecords(value: Value | undefined): boolean {
  const first = members(list(value)?.[0]).map(([key]) => key);
  return first.some((key) => exampleScore.test(key)) && first.length > 1;
}

/** A table of records, without its rows. */
export function recordTableStatements(value: Value | undefined): readonly Statement[] {
  const columns = members(list(value)?.[0]).map(([key]) => key);
  return [{ kind: "table", columns, rows: list(value)?.length ?? 0, role: roleOf(columns), where: { pointer: "/0" } }];
}

/** The table, without its rows. */
export function splitTableStatements(value: Value | undefined): readonly Statement[] {
  const columns = (list(member(value, "columns")) ?? []).map((column) => scalarText(column) ?? "");
  const rows = list(member(value, "data"))?.length ?? 0;
  return [{ kind: "table", columns, rows, role: roleOf(columns), where: { pointer: "/columns" } }];
}
