import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, member, members, numeric, text } from "../read/shape.js";
import { timeFields } from "./families/named-time.js";
import { ragasMean } from "./families/ragas.js";
import { scoresIn } from "./families/score-mean.js";

/** Where comparisons keep their pipelines. */
const places = ["ragas_results", "pipeline_results", "pipeline_metrics"] as const;

/** Figures of a pipeline that measure nothing of its answers. */
const notMetrics =
  /^(total|num|n|count|queries|successful|failed|seed|top_k|documents?)(_|$)|_(count|tested|queries)$/i;

interface Pipeline {
  readonly name: string;
  readonly about: string | null;
  readonly at: string | null;
}

/** Comparisons of retrieval-augmented pipelines, each with its scores by question and its figures. */
export const ragEvalCustom: Adapter = {
  id: "rag-eval-custom",
  title: "Comparison of RAG pipelines",
  definedAt: "https://github.com/intersystems-community/iris-vector-rag",
  versions: "2025: `ragas_results`, `pipeline_results` and `pipeline_metrics`",
  reads:
    "Of each pipeline (`about`, where there are several) the mean of each list of scores with their number, and the figures that stand beside them. A comparison of no pipeline at all is a problem.",
  leaves: "Single questions, settings and targets, and what the comparison concludes.",
  syntax: ["json"],
  gives: ["measurement", "check"],

  recognises: ({ value }) => pipelinesIn(value) !== undefined,

  read: ({ value }) => {
    const found = pipelinesIn(value);
    if (found === undefined) return [];
    const pipelines = members(found.pipelines);
    if (pipelines.length === 0) return [nothingCompared(found.base)];
    const written = text(member(value, "timestamp")) ?? text(member(member(value, "metadata"), "timestamp"));
    const at = written?.replace("_", "T") ?? null;
    return pipelines.flatMap(([name, results]) =>
      figures(results, pointer(found.base, name), { name, about: pipelines.length > 1 ? name : null, at }),
    );
  },
};

function pipelinesIn(value: Value | undefined): { readonly pipelines: Value; readonly base: string } | undefined {
  const place = places.find((key) => isRecord(member(value, key)));
  if (place === undefined) return undefined;
  const pipelines = member(value, place) ?? {};
  const told =
    hasKeys(value, "techniques_evaluated") || hasKeys(value, "evaluation_type") || hasKeys(value, "metadata");
  return told && members(pipelines).every(([, results]) => isRecord(results))
    ? { pipelines, base: pointer("", place) }
    : undefined;
}

function figures(results: Value, base: string, pipeline: Pipeline): readonly Statement[] {
  const { about, at } = pipeline;
  return members(results).flatMap(([key, held]): readonly Statement[] => {
    const where = { pointer: pointer(base, key) };
    if (isRecord(held)) return figures(held, where.pointer, pipeline);
    const scores = scoresIn(held);
    if (scores !== undefined) return ragasMean({ metric: key, scores, about, where, at });
    if (typeof held !== "number" || notMetrics.test(key)) return [];
    const n = numeric(member(results, "total_queries")) ?? numeric(member(results, "queries_tested"));
    return [{ kind: "measurement", raw_metric: key, ...timeFields(key), value: held, about, n: n ?? null, at, where }];
  });
}

const nothingCompared = (where: string): Statement => ({
  kind: "problem",
  problem: "empty",
  message: "no pipeline was evaluated: the report holds targets and settings only",
  mend: "run the evaluation until it has results",
  where: { pointer: where },
});
