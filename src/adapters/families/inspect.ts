import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { below, hasKeys, isRecord, list, member, members, numeric, scalarText, text } from "../../read/shape.js";
import { shortened } from "./check-values.js";
import { flatParameters } from "./parameters.js";
import { coverageCheck } from "./partial-evaluation.js";

/** Logs of Inspect: one run of one task. */

/** A log, or the beginning of one, which has no status yet. */
export const isInspectLog = (value: Value | undefined): boolean =>
  hasKeys(value, "version", "eval") &&
  hasKeys(member(value, "eval"), "task", "model") &&
  (hasKeys(value, "plan") || hasKeys(value, "stats"));

interface Log {
  readonly value: Value | undefined;
  readonly task: string;
  readonly run: string | null;
  readonly at: string | null;
  readonly epochs: number;
  readonly limited: boolean;
}

function logOf(value: Value | undefined): Log {
  const evaluation = member(value, "eval");
  const samples = numeric(below(evaluation, "dataset", "samples"));
  const epochs = numeric(below(evaluation, "config", "epochs")) ?? 1;
  const total = numeric(below(value, "results", "total_samples"));
  return {
    value,
    task: text(member(evaluation, "task")) ?? "",
    run: text(member(evaluation, "run_id")) ?? null,
    at: text(below(value, "stats", "completed_at")) || text(member(evaluation, "created")) || null,
    epochs,
    limited: samples !== undefined && total !== undefined && total < samples * epochs,
  };
}

/** The run, its scores, and how much of the data set they are of. */
export function inspectStatements(value: Value | undefined): readonly Statement[] {
  const log = logOf(value);
  return [runOf(log), ended(log), ...scoreStatements(log), ...coverage(log), ...datasetOf(log)];
}

/** A run that failed did not end well; of one that was cancelled, or goes on, nothing can be said. */
function ended({ value, task, at }: Log): Statement {
  const status = text(member(value, "status"));
  const message = text(below(value, "error", "message"));
  return {
    kind: "check",
    name: `the run of ${task} ended well`,
    passed: status === "success" ? true : status === "error" ? false : null,
    observed: status ?? null,
    message: message === undefined ? null : shortened(message),
    at,
    where: { pointer: status === undefined ? "/eval" : "/status" },
  };
}

function runOf({ value, run, at }: Log): Statement {
  const evaluation = member(value, "eval");
  const settings = {
    ...flatParameters(member(evaluation, "config")),
    ...flatParameters(member(evaluation, "task_args")),
  };
  const version = scalarText(member(evaluation, "task_version"));
  return {
    kind: "run",
    run_id: run,
    status: text(member(value, "status")) ?? null,
    params: {
      ...settings,
      task: text(member(evaluation, "task")) ?? null,
      model: text(member(evaluation, "model")) ?? null,
      ...(version === undefined ? {} : { task_version: version }),
    },
    code_revision: text(below(evaluation, "revision", "commit")) ?? null,
    environment: hasKeys(evaluation, "packages") ? flatParameters(member(evaluation, "packages")) : null,
    at,
    where: { pointer: hasKeys(value, "status") ? "/status" : "/eval" },
  };
}

const errorNames = ["stderr", "bootstrap_stderr", "clustered_stderr"];
const spreadNames = new Set([...errorNames, "std", "var"]);

function scoreStatements(log: Log): readonly Statement[] {
  const results = member(log.value, "results");
  const scores = list(member(results, "scores"));
  // The first version of the log holds one scorer, and its metrics beside it.
  if (scores === undefined)
    return isRecord(member(results, "metrics"))
      ? metricsOf(log, results ?? {}, "/results/metrics", log.limited ? "limited" : "")
      : [];
  const headline = text(below(log.value, "results", "headline", "score"));
  return scores.flatMap((score, index) => {
    const name = text(member(score, "name")) ?? `#${index + 1}`;
    const ways = [
      scores.length === 1 || name === headline ? null : name,
      reducerOf(score),
      log.limited ? "limited" : null,
    ].filter((way) => way !== null);
    return metricsOf(log, score, pointer("/results/scores", index, "metrics"), ways.join(" "));
  });
}

/** The mean over epochs is the usual reduction, and no way of its own. */
function reducerOf(score: Value): string | null {
  const reducer = text(member(score, "reducer"));
  return reducer === undefined || reducer === "mean" ? null : reducer;
}

function metricsOf(log: Log, score: Value, base: string, protocol: string): readonly Statement[] {
  const metrics = member(score, "metrics");
  const error = errorNames.map((name) => numeric(below(metrics, name, "value"))).find((found) => found !== undefined);
  const n = scoredSamples(log, score);
  return members(metrics).flatMap(([key, metric]): Statement[] => {
    if (spreadNames.has(key) || !isRecord(metric)) return [];
    const value = member(metric, "value");
    const name = text(member(metric, "name")) ?? key;
    const known = key === "accuracy" || key === "mean";
    return [
      {
        kind: "measurement",
        raw_metric: key,
        metric_name: name,
        value: value ?? null,
        dataset: log.task,
        n,
        ...trialsOf(log, key, value, n),
        ...(known && error !== undefined ? { standard_error: error } : {}),
        ...(protocol === "" ? {} : { protocol }),
        run: log.run,
        at: log.at,
        where: { pointer: pointer(base, key, "value") },
      },
    ];
  });
}

/** Samples that were scored; of older logs, which count each epoch, the samples behind them. */
function scoredSamples({ value, epochs }: Log, score: Value): number | null {
  const scored = numeric(member(score, "scored_samples"));
  if (scored !== undefined) return scored;
  const completed = numeric(below(value, "results", "completed_samples"));
  if (completed === undefined) return null;
  return Number.isInteger(completed / epochs) ? completed / epochs : null;
}

/** An accuracy over single answers is a share of trials; partial credit or several epochs make it a mean. */
function trialsOf(
  { epochs }: Log,
  key: string,
  value: Value | undefined,
  n: number | null,
): { readonly trials?: number; readonly protocol?: string } {
  const accuracy = numeric(value);
  if (interpretMetric(key).trials !== "rows" || n === null || accuracy === undefined) return {};
  const successes = accuracy * n;
  if (epochs > 1 || Math.abs(successes - Math.round(successes)) > 1e-6) return { protocol: "mean" };
  return { trials: n };
}

/** Compares what was evaluated with the whole data set, which is counted once, whatever the epochs. */
function coverage({ value, task, epochs }: Log): readonly Statement[] {
  const of = numeric(below(value, "eval", "dataset", "samples"));
  const completed = numeric(below(value, "results", "completed_samples"));
  const invalid = member(value, "invalidated") === true ? [invalidated(task)] : [];
  if (of === undefined || completed === undefined) return invalid;
  const where = { pointer: "/results/completed_samples" };
  return [coverageCheck({ task, evaluated: completed, of: of * epochs }, where), ...invalid];
}

const invalidated = (task: string): Statement => ({
  kind: "check",
  name: `no sample of ${task} was invalidated`,
  passed: false,
  message: "somebody marked samples of this log as invalid",
  where: { pointer: "/invalidated" },
});

function datasetOf({ value, task, run }: Log): readonly Statement[] {
  const dataset = member(member(value, "eval"), "dataset");
  const name = text(member(dataset, "name"));
  const rows = numeric(member(dataset, "samples"));
  if (name === undefined && rows === undefined) return [];
  return [
    {
      kind: "dataset",
      name: name ?? task,
      role: "test",
      rows: rows ?? null,
      location: text(member(dataset, "location")) ?? null,
      run,
      where: { pointer: "/eval/dataset" },
    },
  ];
}
