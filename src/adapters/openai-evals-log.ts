import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { flatParameters } from "./families/parameters.js";

const specOf = ({ values }: EvidenceFile): Value | undefined => member(values[0]?.value, "spec");

/** A spread over halves of the samples, as the tool takes it, is no standard error. */
const isSpread = (name: string): boolean => /_std$|(^|_)std(_|$)/.test(name);

function statements(file: EvidenceFile): Statement[] {
  const spec = specOf(file);
  const run = text(member(spec, "run_id")) ?? null;
  const at = text(member(spec, "created_at")) ?? null;
  const dataset = text(member(spec, "eval_name")) ?? null;
  const models = list(member(spec, "completion_fns"))?.flatMap((name) => scalarText(name) ?? []);
  const matches = file.values.filter(({ value }) => text(member(value, "type")) === "match").length;
  const report = file.values.findLast(({ value }) => isRecord(member(value, "final_report")));
  return [
    {
      kind: "run",
      run_id: run,
      params: {
        ...flatParameters(member(spec, "run_config")),
        ...(models === undefined ? {} : { completion_fns: models.join(", ") }),
      },
      at,
      where: { line: file.values[0]?.line ?? 1 },
    },
    ...members(member(report?.value, "final_report")).flatMap(([name, value]): Statement[] => {
      if (typeof value !== "number" || isSpread(name)) return [];
      const n = name === "accuracy" && matches > 0 ? { n: matches, trials: matches } : {};
      return [
        { kind: "measurement", raw_metric: name, value, dataset, ...n, run, at, where: { line: report?.line ?? 1 } },
      ];
    }),
    ...(report === undefined ? [unfinished(file.values.at(-1)?.line ?? 1)] : []),
  ];
}

const unfinished = (line: number): Statement => ({
  kind: "problem",
  problem: "truncated",
  message: "the log ends without a final report",
  mend: "run the evaluation to its end, and commit the whole log",
  where: { line },
});

/** The record of a run of OpenAI Evals: what was run, each sample, and at its end the report. */
export const openaiEvalsLog: Adapter = {
  id: "openai-evals-log",
  title: "OpenAI Evals log",
  definedAt: "https://github.com/openai/evals/blob/main/docs/run-evals.md",
  versions: "1.x to 3.x, from the source, not seen",
  reads:
    "The figures of the final report with the eval as their data set, the samples behind an accuracy, and the run.",
  leaves: "Single samples, and spreads over halves of them.",
  syntax: ["json-lines"],
  gives: ["measurement", "run"],
  recognises: (file) => hasKeys(specOf(file), "eval_name", "run_id"),
  read: statements,
};
