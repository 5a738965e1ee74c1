import type { Adapter, DelimitedTable, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, members, scalarText } from "../read/shape.js";
import { codeRevision, tagEnvironment } from "./families/mlflow-words.js";
import { namedMeasurement } from "./families/sliced-name.js";

const recordLimit = 3;
const isHeader = (columns: readonly string[]): boolean =>
  columns.includes("run_id") &&
  columns.includes("experiment_id") &&
  columns.some((column) => column.startsWith("metrics."));

const isRecordOfRun = (row: Value): boolean =>
  hasKeys(row, "run_id", "experiment_id") && members(row).some(([key]) => key.startsWith("metrics."));

interface Row {
  readonly cells: ReadonlyMap<string, Value>;
  readonly where: (column: string) => Statement["where"];
}

const rowsOfTable = (table: DelimitedTable): readonly Row[] =>
  table.rows.map((row, index) => ({
    cells: new Map(table.header.map((column, at) => [column, row[at] ?? ""] as const)),
    where: () => ({ line: table.lineOf(index) }),
  }));

const rowsOfRecords = (value: Value | undefined): readonly Row[] =>
  (list(value) ?? []).map((row, index) => ({
    cells: new Map(members(row)),
    where: (column) => ({ pointer: pointer("", index, column) }),
  }));

const rowsOf = (file: EvidenceFile): readonly Row[] =>
  file.syntax === "delimited" ? (file.table === undefined ? [] : rowsOfTable(file.table)) : rowsOfRecords(file.value);

/** Texts of the columns that begin with `prefix`, by the rest of their name; empty cells are absent ones. */
function textsOf({ cells }: Row, prefix: string): ReadonlyMap<string, string> {
  const named = [...cells].filter(([column]) => column.startsWith(prefix));
  return new Map(
    named.flatMap(([column, cell]) => {
      const written = scalarText(cell) ?? "";
      return written === "" ? [] : [[column.slice(prefix.length), written] as const];
    }),
  );
}

function statementsOf(row: Row): readonly Statement[] {
  const cell = (column: string): string | null => scalarText(row.cells.get(column)) || null;
  const [run, at] = [cell("run_id"), cell("end_time") ?? cell("start_time")];
  if (cell("lifecycle_stage") === "deleted") return [];
  const [tags, params] = [textsOf(row, "tags."), textsOf(row, "params.")];
  const fold = params.get("fold") ?? "";
  const metrics = [...row.cells].filter(
    ([column, value]) => column.startsWith("metrics.") && value !== "" && value !== null,
  );
  return [
    {
      kind: "run",
      run_id: run,
      status: cell("status"),
      params: Object.fromEntries(params),
      code_revision: codeRevision(tags, undefined),
      environment: tagEnvironment(tags),
      at,
      where: row.where("run_id"),
    },
    ...metrics.map(([column, value]): Statement => ({
      kind: "measurement",
      ...namedMeasurement(column.slice("metrics.".length)),
      value,
      run,
      fold: tags.has("mlflow.parentRunId") && /^\d{1,6}$/.test(fold) ? Number(fold) : null,
      at,
      where: row.where(column),
    })),
  ];
}

/** The table that `mlflow.search_runs()` gives, or `mlflow experiments csv`. */
export const mlflowSearchRuns: Adapter = {
  id: "mlflow-search-runs",
  title: "MLflow table of runs (`search_runs`, `mlflow experiments csv`)",
  definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.html#mlflow.search_runs",
  versions: "2.22.5, 3.17.2",
  reads: "A run for each row, with its status, parameters, tags and metrics.",
  leaves: "Empty cells: pandas writes them both for a metric that was not logged and for one that was NaN.",
  syntax: ["delimited", "json"],
  numbersAsText: true,
  gives: ["run", "measurement"],
  recognises: (file) =>
    file.syntax === "delimited"
      ? file.table !== undefined && isHeader(file.table.header)
      : (list(file.value)?.slice(0, recordLimit).some(isRecordOfRun) ?? false),
  read: (file) => rowsOf(file).flatMap(statementsOf),
};
