import type { Adapter, DelimitedTable } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { numeric } from "../read/shape.js";

const objective = /^value$|^values_.+$/;
const parameter = /^params_(.+)$/;

const isTrials = ({ header }: DelimitedTable): boolean =>
  header.includes("number") &&
  header.includes("state") &&
  header.some((column) => objective.test(column)) &&
  (header.includes("datetime_start") || header.some((column) => parameter.test(column)));

function rowStatements({ header }: DelimitedTable, row: readonly string[], line: number): Statement[] {
  const cell = (name: string): string => row[header.indexOf(name)] ?? "";
  const run = cell("number");
  const at = cell("datetime_complete") || null;
  const complete = cell("state") === "COMPLETE";
  const params = header.flatMap((column, index): (readonly [string, ParameterValue])[] => {
    const name = parameter.exec(column)?.[1];
    const written = row[index] ?? "";
    return name === undefined || written === "" ? [] : [[name, numeric(written) ?? written]];
  });
  return [
    {
      kind: "run",
      run_id: run,
      status: cell("state") || null,
      params: Object.fromEntries(params),
      at,
      where: { line },
    },
    ...header.flatMap((column, index): Statement[] => {
      const value = row[index] ?? "";
      if (!complete || !objective.test(column) || value === "") return [];
      return [{ kind: "measurement", raw_metric: column, value, run, at, where: { line } }];
    }),
  ];
}

/** The table that a study gives; its objective is called `value`, whatever it measures. */
export const optunaTrials: Adapter = {
  id: "optuna-trials",
  title: "Optuna trials (`study.trials_dataframe()` as CSV)",
  definedAt:
    "https://optuna.readthedocs.io/en/stable/reference/generated/optuna.study.Study.html#optuna.study.Study.trials_dataframe",
  versions: "2.x to 4.x, from the documentation, not seen",
  reads: "A run for each trial with its state and parameters, and the objectives of those that are complete.",
  leaves: "Intermediate values of trials that were pruned or failed, and attributes.",
  syntax: ["delimited"],
  gives: ["run", "measurement"],
  numbersAsText: true,
  recognises: ({ table }) => table !== undefined && isTrials(table),
  read: ({ table }) =>
    table === undefined ? [] : table.rows.flatMap((row, index) => rowStatements(table, row, table.lineOf(index))),
};
