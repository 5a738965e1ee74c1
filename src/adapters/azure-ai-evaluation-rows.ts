import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { members, text } from "../read/shape.js";
import { coverageCheck } from "./families/partial-evaluation.js";
import { scoreMean } from "./families/score-mean.js";

/** `outputs.relevance.relevance` is an evaluator's score, `…_result` whether it passed. */
const output = /^outputs\.([^.]{1,80})\.([^.]{1,80})$/;
const noScore = /_(threshold|reason|reasoning|result|details|model|tokens)$/;

const isRow = (row: Value | undefined): boolean =>
  members(row).some(([key]) => key.startsWith("inputs.")) && members(row).some(([key]) => output.test(key));

interface Column {
  readonly name: string;
  readonly evaluator: string;
  readonly metric: string;
  readonly values: readonly (Value | undefined)[];
}

function columnsOf({ values }: EvidenceFile): readonly Column[] {
  const names = new Set(values.flatMap(({ value }) => members(value).map(([key]) => key)));
  const rows = values.map(({ value }) => new Map(members(value)));
  return [...names].flatMap((name): Column[] => {
    const [, evaluator, metric] = output.exec(name) ?? [];
    return evaluator === undefined || metric === undefined
      ? []
      : [{ name, evaluator, metric, values: rows.map((row) => row.get(name)) }];
  });
}

/** A name said twice is said once. */
const namesOf = ({ evaluator, metric }: Column) =>
  evaluator === metric
    ? { metric_name: metric, protocol: "mean" }
    : { metric_name: metric, protocol: `${evaluator} mean` };

/** The mean over the rows that were scored, and whether all were. */
function scoreStatements(column: Column, line: number): Statement[] {
  const scores = column.values.map((value) => (typeof value === "number" ? value : undefined));
  if (noScore.test(column.metric) || scores.every((score) => score === undefined)) return [];
  const { mean, n, failed } = scoreMean(scores);
  const where = { line };
  return [
    { kind: "measurement", raw_metric: column.name, ...namesOf(column), value: mean, n, where },
    ...(failed === 0 ? [] : [coverageCheck({ task: column.name, evaluated: n, of: n + failed }, where)]),
  ];
}

/** The share of rows whose score passed the evaluator's threshold. */
function resultStatements(column: Column, line: number): Statement[] {
  const verdicts = column.values.flatMap((value) => text(value) ?? []);
  if (!column.metric.endsWith("_result") || !verdicts.every((verdict) => verdict === "pass" || verdict === "fail"))
    return [];
  const n = verdicts.length;
  if (n === 0) return [];
  return [
    {
      kind: "measurement",
      raw_metric: column.name,
      metric_name: "pass_rate",
      protocol: column.evaluator,
      value: verdicts.filter((verdict) => verdict === "pass").length / n,
      n,
      trials: n,
      where: { line },
    },
  ];
}

export const azureAiEvaluationRows: Adapter = {
  id: "azure-ai-evaluation-rows",
  title: "Azure AI Evaluation rows (`instance_results.jsonl`)",
  definedAt: "https://learn.microsoft.com/en-us/azure/ai-foundry/how-to/develop/evaluate-sdk",
  versions: "1.x, and promptflow-evals before it, from the documentation, not seen",
  reads:
    "Of each evaluator the mean of its scores with the rows behind it, whether all rows were scored, and the share that passed.",
  leaves: "Queries, answers, reasons and thresholds of the rows.",
  syntax: ["json-lines"],
  gives: ["measurement", "check"],
  recognises: ({ values }) => isRow(values[0]?.value),

  read(file) {
    const line = file.values[0]?.line ?? 1;
    return columnsOf(file).flatMap((column) => [...scoreStatements(column, line), ...resultStatements(column, line)]);
  },
};
