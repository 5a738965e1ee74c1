import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, list, member, members } from "../read/shape.js";
import { isMeasured } from "./families/metrics-place.js";

const rowsOf = (value: Value | undefined): readonly Value[] | undefined => list(member(value, "rows"));

/** Columns of the rows are named by what they are: `inputs.query`, `outputs.relevance.relevance`. */
const isRow = (row: Value): boolean => members(row).some(([key]) => /^(inputs|outputs)\./.test(key));

const isResult = (value: Value | undefined): boolean => {
  const rows = rowsOf(value);
  if (!isRecord(member(value, "metrics")) || rows === undefined) return false;
  return member(value, "studio_url") !== undefined || (rows.length > 0 && rows.slice(0, 3).every(isRow));
};

/** "relevance.gpt_relevance" is the evaluator and its metric; a name said twice is said once. */
function nameIn(key: string): { readonly metric_name?: string; readonly protocol?: string } {
  const [, evaluator = "", metric = ""] = /^([^.]+)\.(.+)$/.exec(key) ?? [];
  if (metric === "") return {};
  if (metric === "binary_aggregate") return { metric_name: "pass_rate", protocol: evaluator };
  return metric === evaluator ? { metric_name: metric } : { metric_name: metric, protocol: evaluator };
}

/** The score that an answer passes with: a setting beside the metric. */
const isThreshold = (key: string): boolean => /_threshold$/.test(key);

/** Of the share of answers that passed, the score that they passed with. */
function thresholdOf(metrics: Value | undefined, key: string): { readonly threshold?: number } {
  const [, evaluator] = /^([^.]+)\.binary_aggregate$/.exec(key) ?? [];
  const named = members(metrics).find(
    ([name]) => evaluator !== undefined && name.startsWith(`${evaluator}.`) && isThreshold(name),
  );
  return typeof named?.[1] === "number" ? { threshold: named[1] } : {};
}

/** Shares of answers that an evaluator calls harmful: lower is better, whatever the evaluator is called. */
const lower = (key: string): { readonly higher_is_better?: boolean } =>
  /defect_rate$/.test(key) ? { higher_is_better: false } : {};

/** The result of `evaluate(output_path=…)` of the Azure AI Evaluation library. */
export const azureAiEvaluation: Adapter = {
  id: "azure-ai-evaluation",
  title: "Azure AI Evaluation result (`evaluate(output_path=…)`)",
  definedAt: "https://learn.microsoft.com/en-us/azure/ai-foundry/how-to/develop/evaluate-sdk",
  versions: "1.x, and promptflow-evals before it, from the documentation, not seen",
  reads:
    "Each metric with the number of rows behind it; the share that passed, with the score that it takes; rates of defects are better when lower.",
  leaves: "The rows: queries, answers and reasons.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isResult(value),

  read: ({ value }) => {
    const n = rowsOf(value)?.length ?? 0;
    const problem: Statement = {
      kind: "problem",
      problem: "empty",
      message: "the evaluation has no rows",
      mend: "evaluate over data, and save the result anew",
      where: { pointer: "/rows" },
    };
    return [
      ...(n === 0 ? [problem] : []),
      ...members(member(value, "metrics")).flatMap(([key, held]): Statement[] =>
        !isThreshold(key) && (isMeasured(held) || held === null)
          ? [
              {
                kind: "measurement",
                raw_metric: key,
                ...nameIn(key),
                value: held,
                n,
                ...lower(key),
                ...thresholdOf(member(value, "metrics"), key),
                where: { pointer: pointer("/metrics", key) },
              },
            ]
          : [],
      ),
    ];
  },
};
