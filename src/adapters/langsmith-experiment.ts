import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";
import { coverageCheck } from "./families/partial-evaluation.js";
import { scoreMean } from "./families/score-mean.js";

const feedback = /^feedback\.(.{1,100})$/;

/** True and false count as 1 and 0, as LangSmith takes them. */
const scoreOf = (cell: string): number | undefined => {
  const word = cell.trim().toLowerCase();
  return word === "true" ? 1 : word === "false" ? 0 : numeric(cell);
};

/** The mean of the scores that there are; a column of notes is none. */
function columnStatements(table: DelimitedTable, column: string, at: number): Statement[] {
  const metric = feedback.exec(column)?.[1];
  const cells = table.rows.map((row) => row[at] ?? "");
  const scores = cells.map(scoreOf);
  if (metric === undefined || cells.some((cell, row) => cell !== "" && scores[row] === undefined)) return [];
  const { mean, n, failed } = scoreMean(scores);
  if (n === 0) return [];
  const where = { line: 1 };
  return [
    { kind: "measurement", raw_metric: column, metric_name: metric, protocol: "mean", value: mean, n, where },
    ...(failed === 0 ? [] : [coverageCheck({ task: column, evaluated: n, of: n + failed }, where)]),
  ];
}

/** Rows whose run ended in an error. */
function errors(table: DelimitedTable): Statement[] {
  const at = table.header.indexOf("error");
  const failed = table.rows.findIndex((row) => (row[at] ?? "") !== "");
  if (at < 0) return [];
  const count = table.rows.filter((row) => (row[at] ?? "") !== "").length;
  return [
    {
      kind: "check",
      name: "every example ran without an error",
      passed: count === 0,
      observed: count,
      expected: 0,
      message: count === 0 ? null : `${count} of ${table.rows.length} examples ended in an error`,
      where: { line: failed < 0 ? 1 : table.lineOf(failed) },
    },
  ];
}

export const langsmithExperiment: Adapter = {
  id: "langsmith-experiment",
  title: "LangSmith experiment (`results.to_pandas()` as CSV)",
  definedAt: "https://docs.langchain.com/langsmith/evaluation",
  versions: "0.1 to 0.4 of the client, from the source, not seen",
  reads:
    "Of each feedback key the mean of its scores with the examples behind it, and whether every example ran and was scored.",
  leaves: "Inputs, outputs, references, and feedback in words.",
  syntax: ["delimited"],
  gives: ["measurement", "check"],
  numbersAsText: true,
  recognises: ({ table }) =>
    table !== undefined &&
    table.header.some((column) => feedback.test(column)) &&
    table.header.some((column) => column.startsWith("inputs.")) &&
    table.header.includes("example_id"),

  read: ({ table }) =>
    table === undefined
      ? []
      : [...table.header.flatMap((column, at) => columnStatements(table, column, at)), ...errors(table)],
};
