import type { Value } from "../model/adapter.js";
import { isRecord, list, member, text } from "../read/shape.js";
import { CollectError } from "./ask.js";
import { idOf, paged, pageToken, type HistoryOf, type Server } from "./mlflow-server.js";
import { grouped } from "../model/grouped.js";

export interface LoggedModels {
  /** Without what the runs state themselves. */
  readonly models: readonly Value[];
  /** The runs, with the data sets that only the models' copies of their metrics name. */
  readonly runs: readonly Value[];
}

/** Models that the runs logged. Null where the server is too old to know any: it answers 404, some with a web page. */
export async function loggedModels(
  runs: readonly Value[],
  historyOf: HistoryOf,
  server: Server,
): Promise<LoggedModels | null> {
  const byId = new Map(runs.map((run) => [idOf(run), run]));
  const experiments = new Set(runs.flatMap((run) => text(member(member(run, "info"), "experiment_id")) ?? []));
  const found = await asked([...experiments].sort(), server);
  if (found === null) return null;
  if (found.length === 0) return { models: [], runs };
  const models: Value[] = [];
  for (const model of found.filter((one) => byId.has(text(member(member(one, "info"), "source_run_id")) ?? ""))) {
    const metrics: Value[] = [];
    for (const metric of metricsOf(model)) {
      const kept = await asTheRunHasIt(metric, byId, historyOf);
      if (kept !== null) metrics.push(kept);
    }
    models.push(withMetrics(model, metrics));
  }
  return withDatasets(await withInputs(runs, server), models);
}

/** A search leaves out which models a run took in; asked for by itself, a run names them. */
async function withInputs(runs: readonly Value[], server: Server): Promise<readonly Value[]> {
  const whole: Value[] = [];
  for (const run of runs) {
    const answer = await server.get("runs/get", { run_id: idOf(run) });
    const model_inputs = member(member(member(answer, "run"), "inputs"), "model_inputs");
    const inputs = member(run, "inputs");
    const known = isRecord(inputs) ? inputs : {};
    whole.push(isRecord(run) && model_inputs !== undefined ? { ...run, inputs: { ...known, model_inputs } } : run);
  }
  return whole;
}

/** A metric that its run has as its latest stays with the run, which then names the data set, as the file store does. */
function withDatasets(runs: readonly Value[], models: readonly Value[]): LoggedModels {
  const copies = grouped(models.flatMap(metricsOf), (metric) => entryKey(text(member(metric, "run_id")) ?? "", metric));
  const moved = new Set<Value>();
  const named = runs.map((run) =>
    withMetrics(
      run,
      metricsOf(run).map((metric) => {
        const [copy, ...others] = copies.get(entryKey(idOf(run), metric)) ?? [];
        if (copy === undefined || others.length > 0 || !isRecord(metric)) return metric;
        moved.add(copy);
        return { ...metric, dataset_name: member(copy, "dataset_name") ?? null };
      }),
    ),
  );
  const left = models.map((model) =>
    withMetrics(
      model,
      metricsOf(model).filter((metric) => !moved.has(metric)),
    ),
  );
  return { models: left, runs: named };
}

const metricsOf = (owner: Value): readonly Value[] => list(member(member(owner, "data"), "metrics")) ?? [];

function withMetrics(owner: Value, metrics: readonly Value[]): Value {
  const data = member(owner, "data");
  return isRecord(owner) && isRecord(data) ? { ...owner, data: { ...data, metrics } } : owner;
}

/** What tells an entry of a metric from the others. */
const entryKey = (run: string, metric: Value): string =>
  JSON.stringify([run, ...["key", "step", "timestamp"].map((name) => member(metric, name) ?? null)]);

async function asked(experiment_ids: readonly string[], server: Server): Promise<readonly Value[] | null> {
  try {
    return await paged("models", (token) =>
      server.post("logged-models/search", { experiment_ids: [...experiment_ids], ...pageToken(token) }),
    );
  } catch (error) {
    if (error instanceof CollectError && error.status === 404) return null;
    throw error;
  }
}

/**
 * A metric of a logged model, by what its run has logged. MLflow 3.17.2 over a database hands out NaN of a logged model
 * as 0, which is no value to judge; of the run it says NaN. Null where the run states the same, of no data set.
 */
async function asTheRunHasIt(
  metric: Value,
  runs: ReadonlyMap<string, Value>,
  historyOf: HistoryOf,
): Promise<Value | null> {
  const [run, key] = [text(member(metric, "run_id")) ?? "", text(member(metric, "key"))];
  const known = runs.get(run);
  if (known === undefined || key === undefined || !isRecord(metric)) return metric;
  const isSame = (entry: Value): boolean => entryKey(run, entry) === entryKey(run, metric);
  const latest = metricsOf(known).find(isSame);
  const own = latest ?? (await historyOf(run, key)).find(isSame);
  if (own === undefined) return metric;
  return member(metric, "dataset_name") === undefined ? null : { ...metric, value: member(own, "value") ?? null };
}
