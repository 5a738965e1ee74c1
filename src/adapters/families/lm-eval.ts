import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { hasKeys, below, boolean, isRecord, member, members, numeric, record, text } from "../../read/shape.js";
import { epochMoment } from "./moments.js";
import { flatParameters } from "./parameters.js";
import { coverageCheck } from "./partial-evaluation.js";

/** Results of EleutherAI's lm-evaluation-harness, of every generation, and of lighteval, which writes the same. */

const notMetrics = new Set([
  "alias",
  "name",
  "sample_len",
  "sample_count",
  "samples",
  "effective_few_shots",
  "num_truncated_few_shots",
]);

interface MetricKey {
  readonly metric: string;
  /** The filter behind a comma, such as `strict-match`; `none` where answers are taken as they are. */
  readonly filter: string | null;
}

function metricKey(key: string): MetricKey {
  const comma = key.indexOf(",");
  return comma < 0 ? { metric: key, filter: null } : { metric: key.slice(0, comma), filter: key.slice(comma + 1) };
}

const errorKey = ({ metric, filter }: MetricKey): string => `${metric}_stderr${filter === null ? "" : `,${filter}`}`;

const isError = (key: string): boolean => metricKey(key).metric.endsWith("_stderr");

const isTask = (task: Value): boolean =>
  isRecord(task) && members(task).some(([key, value]) => !notMetrics.has(key) && typeof value === "number");

/** True for a document whose `results` are tasks with metrics and whose versions or shots name the same tasks. */
export function isLmEval(value: Value | undefined): boolean {
  const tasks = members(member(value, "results"));
  if (tasks.length === 0 || !tasks.every(([, task]) => isRecord(task)) || !tasks.some(([, task]) => isTask(task)))
    return false;
  const filtered = tasks.some(([, task]) => members(task).some(([key]) => /^[\w-]+,[\w-]+$/.test(key)));
  const versions = record(member(value, "versions"));
  const versioned = versions !== undefined && tasks.some(([name]) => Object.hasOwn(versions, name));
  const shots = ["n-shot", "num_fewshot", "config_general", "config"].some((key) => member(value, key) !== undefined);
  return filtered || versioned || (shots && tasks.some(([, task]) => members(task).some(([key]) => isError(key))));
}

/** The document's tasks: a measurement for each metric and filter, with its standard error and its samples. */
export function lmEvalStatements(value: Value | undefined): readonly Statement[] {
  const at = epochMoment(member(value, "date")) ?? null;
  const tasks = members(member(value, "results"));
  return [
    ...tasks.flatMap(([task, metrics]) => taskStatements(value, task, metrics, at)),
    ...tasks.flatMap(([task]) => coverageOf(value, task)),
    runStatement(value, at),
  ];
}

function taskStatements(
  value: Value | undefined,
  task: string,
  metrics: Value,
  at: string | null,
): readonly Statement[] {
  const { evaluated: n, of: original } = samplesOf(value, task);
  const limited = n !== null && original !== null && original >= 0 ? n < original : isLimited(value);
  const repeats = numeric(below(value, "configs", task, "repeats")) ?? 1;
  const split = splitOf(value, task);
  return members(metrics).flatMap(([key, found]): Statement[] => {
    if (notMetrics.has(key) || isError(key) || !mayMeasure(key, found)) return [];
    const { metric, filter } = metricKey(key);
    const error = numeric(member(metrics, errorKey({ metric, filter })));
    const better = boolean(below(value, "higher_is_better", task, metric));
    const protocol = [
      filter === "none" ? null : filter,
      limited ? "limited" : null,
      repeats > 1 ? `${repeats} repeats` : null,
    ].filter((way) => way !== null);
    const isRate = interpretMetric(metric).trials === "rows" && repeats === 1;
    return [
      {
        kind: "measurement",
        raw_metric: key,
        metric_name: metric,
        value: found,
        dataset: task,
        split,
        n,
        ...(isRate ? { trials: n } : {}),
        ...(error === undefined ? {} : { standard_error: error }),
        ...(better === undefined ? {} : { higher_is_better: better }),
        ...(protocol.length === 0 ? {} : { protocol: protocol.join(" ") }),
        at,
        where: { pointer: pointer("/results", task, key) },
      },
    ];
  });
}

interface Samples {
  readonly evaluated: number | null;
  readonly of: number | null;
  readonly at: string;
}

/** What is said of a task's samples. lighteval keeps it with the task's settings, by the task without its shots. */
function samplesOf(value: Value | undefined, task: string): Samples {
  const counted = below(value, "n-samples", task);
  if (counted !== undefined)
    return {
      evaluated: numeric(member(counted, "effective")) ?? null,
      of: numeric(member(counted, "original")) ?? null,
      at: pointer("/n-samples", task, "effective"),
    };
  const named = [task, task.replace(/\|\d{1,3}$/, "")].find((name) => below(value, "config_tasks", name) !== undefined);
  const settings = named === undefined ? undefined : below(value, "config_tasks", named);
  const evaluated = numeric(member(settings, "effective_num_docs")) ?? null;
  // −1 stands for a task whose documents were not counted.
  return {
    evaluated: evaluated === null || evaluated < 0 ? null : evaluated,
    of: numeric(member(settings, "original_num_docs")) ?? null,
    at: pointer("/config_tasks", named ?? "", "effective_num_docs"),
  };
}

/** A number, or what stands under the key of a metric and a filter in its place. */
const mayMeasure = (key: string, found: Value): boolean =>
  typeof found === "number" || found === null || (typeof found === "string" && key.includes(","));

const isLimited = (value: Value | undefined): boolean => numeric(below(value, "config", "limit")) !== undefined;

/** The harness evaluates on the test split where the task has one, else on the validation split. */
function splitOf(value: Value | undefined, task: string): string | null {
  const config = below(value, "configs", task);
  if (typeof member(config, "test_split") === "string") return "test";
  return typeof member(config, "validation_split") === "string" ? "validation" : null;
}

function coverageOf(value: Value | undefined, task: string): readonly Statement[] {
  const { evaluated, of, at } = samplesOf(value, task);
  if (evaluated === null || of === null || of < 0) return [];
  return [coverageCheck({ task, evaluated, of }, { pointer: at })];
}

function runStatement(value: Value | undefined, at: string | null): Statement {
  const config = member(value, "config") ?? member(value, "config_general");
  const model = text(member(value, "model_name")) ?? text(member(config, "model_name"));
  const environment = ["lm_eval_version", "transformers_version"].flatMap((key) => {
    const version = text(member(value, key));
    return version === undefined ? [] : [[key, version] as const];
  });
  return {
    kind: "run",
    params: {
      ...flatParameters(config),
      ...(model === undefined ? {} : { model_name: model }),
      ...flatParameters(shotsOf(value)),
    },
    code_revision: text(member(value, "git_hash")) ?? revisionOf(member(config, "lighteval_sha")),
    environment: environment.length === 0 ? null : Object.fromEntries(environment),
    at,
    where: {
      pointer:
        ["config", "config_general"].map((key) => (hasKeys(value, key) ? `/${key}` : "")).find(Boolean) ?? "/results",
    },
  };
}

/** lighteval writes "?" where it does not know. */
const revisionOf = (value: Value | undefined): string | null =>
  /^[0-9a-f]{7,64}$/.test(text(value) ?? "") ? (text(value) ?? null) : null;

/** Examples in the prompt, by task where the harness says so, else for all. */
const shotsOf = (value: Value | undefined): Value => {
  const byTask = member(value, "n-shot");
  return byTask === undefined ? {} : { num_fewshot: byTask };
};
