import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, member, members, number, text } from "../read/shape.js";

interface Shared {
  readonly dataset: string;
  readonly protocol: string | null;
}

const isScore = (value: Value): boolean =>
  hasKeys(value, "value", "stats") || typeof member(value, "value") === "number";

/** `exact_match__strict-match` of the harness beneath is the metric and how an answer was found. */
function scoreStatement(metric: string, name: string, score: Value, base: string, shared: Shared): Statement {
  const [, plain, filter] = /^(.{1,80}?)__(.{1,80})$/.exec(name) ?? [];
  const stats = member(score, "stats");
  const error = number(member(stats, "stderr"));
  const n = number(member(stats, "count"));
  return {
    kind: "measurement",
    raw_metric: name,
    metric_name: plain ?? (name === "score" || name === "value" ? metric : name),
    value: member(score, "value"),
    ...shared,
    ...(filter === undefined || filter === "none" ? {} : { protocol: filter }),
    ...(error === undefined ? {} : { standard_error: error }),
    ...(n === undefined ? {} : { n }),
    where: { pointer: pointer(base, "value") },
  };
}

const metricsOf = (result: Value, base: string, shared: Shared): Statement[] =>
  members(member(result, "metrics")).flatMap(([metric, held]) =>
    members(member(held, "scores")).flatMap(([name, score]) =>
      isScore(score)
        ? [scoreStatement(metric, name, score, pointer(base, "metrics", metric, "scores", name), shared)]
        : [],
    ),
  );

/** Groups beside tasks of the same name state the same again. */
function groupsOf(groups: Value | undefined, base: string, tasks: ReadonlySet<string>): Statement[] {
  return members(groups).flatMap(([name, group]) => {
    const place = pointer(base, name);
    const own = tasks.has(name) ? [] : metricsOf(group, place, { dataset: name, protocol: null });
    return [...own, ...groupsOf(member(group, "groups"), pointer(place, "groups"), tasks)];
  });
}

const isResults = (value: Value | undefined): boolean =>
  ["tasks", "groups"].some((key) =>
    members(below(value, "results", key)).some(([, result]) =>
      members(member(result, "metrics")).some(([, metric]) => isRecord(member(metric, "scores"))),
    ),
  );

function runStatement(value: Value | undefined): Statement[] {
  const model = text(below(value, "target", "api_endpoint", "model_id"));
  const params = members(below(value, "config", "params")).flatMap(([key, held]) =>
    typeof held === "object" ? [] : [[key, held] as const],
  );
  const type = text(below(value, "config", "type"));
  if (model === undefined && type === undefined) return [];
  return [
    {
      kind: "run",
      params: {
        ...(type === undefined ? {} : { type }),
        ...(model === undefined ? {} : { model_id: model }),
        ...Object.fromEntries(params),
      },
      where: { pointer: hasKeys(value, "config") ? "/config" : "/target" },
    },
  ];
}

/** Results in the one form that NVIDIA's evaluator gives to all the harnesses that it runs. */
export const nemoEvaluatorResults: Adapter = {
  id: "nemo-evaluator-results",
  title: "NeMo Evaluator results (`results.yml`)",
  definedAt: "https://docs.nvidia.com/nemo/evaluator/latest/",
  versions: "0.1, from the source, not seen",
  reads:
    "Every score by its task with its standard error and count, of groups too; the model, the kind of evaluation and its parameters as a run.",
  leaves: "Sums, extremes and deviations, the command, and the endpoint's address.",
  syntax: ["yaml", "json"],
  gives: ["measurement", "run"],
  recognises: ({ value }) => isResults(value),

  read({ value }) {
    const tasks = members(below(value, "results", "tasks"));
    const names = new Set(tasks.map(([name]) => name));
    return [
      ...tasks.flatMap(([name, task]) =>
        metricsOf(task, pointer("/results/tasks", name), { dataset: name, protocol: null }),
      ),
      ...groupsOf(below(value, "results", "groups"), "/results/groups", names),
      ...runStatement(value),
    ];
  },
};
