import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { hasKeys, isRecord, list, member, members, numeric, text } from "../../read/shape.js";
import {
  codeRevision,
  datasetFields,
  inputRole,
  keyedTexts,
  loggedPaths,
  runStatus,
  tagEnvironment,
} from "./mlflow-words.js";
import { evaluatorCounts } from "./mlflow-evaluator.js";
import { epochMoment } from "./moments.js";
import { namedMeasurement } from "./sliced-name.js";

/** Answers of MLflow's REST interface, and what its Python client makes of them. */

export const isRun = (run: Value | undefined): boolean => {
  const info = member(run, "info");
  return (
    isRecord(member(run, "data")) &&
    hasKeys(info, "experiment_id") &&
    (hasKeys(info, "run_id") || hasKeys(info, "run_uuid"))
  );
};

export const isMetricEntry = (metric: Value | undefined): boolean => hasKeys(metric, "key", "value", "timestamp");

const largest = 1.7976931348623157e308;

/** A database keeps infinity as the largest number that it has, and REST hands it out as such. */
const restNumber = (value: Value | undefined): Value | undefined => {
  if (typeof value !== "number" || Math.abs(value) < largest) return value;
  return value < 0 ? -Infinity : Infinity;
};

/** What all metrics of one owner share. */
interface MetricOwner {
  readonly run: string | null;
  readonly fold: number | null;
  /** Another metric of the same owner, by its name. */
  readonly metric: (name: string) => number | null;
}

/** A lookup over the metrics of one owner: entries of REST, or the record that the Python client makes. */
export function metricLookup(metrics: Value | undefined): MetricOwner["metric"] {
  const entries = (list(metrics) ?? []).map(
    (metric) => [text(member(metric, "key")), member(metric, "value")] as const,
  );
  const values = new Map<string | undefined, Value | undefined>([...entries, ...members(metrics)]);
  return (name) => numeric(values.get(name)) ?? null;
}

const counted = (name: string, value: Value | undefined, { metric }: MetricOwner) =>
  evaluatorCounts(name, numeric(value) ?? Number.NaN, metric);

/** One metric of a run or of a logged model. */
export function metricStatement(metric: Value, base: string, owner: MetricOwner): Statement {
  const name = text(member(metric, "key")) ?? "";
  const value = restNumber(member(metric, "value"));
  return {
    kind: "measurement",
    ...namedMeasurement(name),
    value,
    step: numeric(member(metric, "step")) ?? null,
    run: text(member(metric, "run_id")) ?? owner.run,
    dataset: text(member(metric, "dataset_name")) ?? null,
    fold: owner.fold,
    ...counted(name, value, owner),
    at: epochMoment(member(metric, "timestamp")),
    where: { pointer: pointer(base, "value") },
  };
}

/** Metrics as a list of entries, or as the record that the Python client makes. */
export function metricStatements(metrics: Value | undefined, base: string, owner: MetricOwner): Statement[] {
  const entries = list(metrics);
  if (entries !== undefined)
    return entries.map((metric, index) => metricStatement(metric, pointer(base, index), owner));
  return members(metrics).map(([name, written]) => {
    const value = restNumber(written);
    return {
      kind: "measurement",
      ...namedMeasurement(name),
      value,
      run: owner.run,
      fold: owner.fold,
      ...counted(name, value, owner),
      where: { pointer: pointer(base, name) },
    };
  });
}

function inputStatements(run: Value, base: string, runId: string | null): Statement[] {
  const inputs = list(member(member(run, "inputs"), "dataset_inputs")) ?? [];
  return inputs.map((input, index) => {
    const dataset = member(input, "dataset");
    return {
      kind: "dataset",
      ...datasetFields(dataset, text(member(dataset, "digest")) ?? null),
      role: inputRole(keyedTexts(member(input, "tags")).get("mlflow.data.context")),
      run: runId,
      where: { pointer: pointer(base, "inputs", "dataset_inputs", index, "dataset", "digest") },
    };
  });
}

const modelIds = (models: Value | undefined): readonly string[] =>
  (list(models) ?? []).map((model) => text(member(model, "model_id"))).filter((id) => id !== undefined);

const datasetNames = (run: Value): readonly string[] =>
  (list(member(member(run, "inputs"), "dataset_inputs")) ?? []).map((input) => {
    const dataset = member(input, "dataset");
    return `${text(member(dataset, "name")) ?? ""}@${text(member(dataset, "digest")) ?? ""}`;
  });

/** A run with its metrics and data sets; of a deleted run only that it is one. */
export function runStatements(run: Value, base: string): Statement[] {
  const info = member(run, "info");
  const data = member(run, "data");
  const idKey = hasKeys(info, "run_id") ? "run_id" : "run_uuid";
  const runId = text(member(info, idKey)) ?? null;
  const status = runStatus(member(info, "status"));
  const where = { pointer: pointer(base, "info", idKey) };
  if (member(info, "lifecycle_stage") === "deleted")
    return [{ kind: "run", run_id: runId, status, environment: { lifecycle_stage: "deleted" }, where }];
  const tags = keyedTexts(member(data, "tags"));
  const params = keyedTexts(member(data, "params"));
  const fold = params.get("fold") ?? "";
  const metrics = member(data, "metrics");
  const name = text(member(info, "run_name"));
  const models = modelIds(member(member(run, "outputs"), "model_outputs"));
  return [
    {
      kind: "run",
      run_id: runId,
      status,
      params: Object.fromEntries(params),
      code_revision: codeRevision(tags, member(info, "source_version")),
      inputs: [...datasetNames(run), ...modelIds(member(member(run, "inputs"), "model_inputs"))],
      outputs: models.length > 0 ? models : loggedPaths(tags.get("mlflow.log-model.history"), runId),
      environment: { ...(name === undefined ? {} : { "mlflow.runName": name }), ...tagEnvironment(tags) },
      at: epochMoment(member(info, "end_time")) ?? epochMoment(member(info, "start_time")),
      where,
    },
    ...metricStatements(metrics, pointer(base, "data", "metrics"), {
      run: runId,
      fold: tags.has("mlflow.parentRunId") && /^\d{1,6}$/.test(fold) ? Number(fold) : null,
      metric: metricLookup(metrics),
    }),
    ...inputStatements(run, base, runId),
  ];
}
