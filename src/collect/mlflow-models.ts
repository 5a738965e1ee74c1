import type { Value } from "../model/adapter.js";
import { isRecord, list, member, text } from "../read/shape.js";
import { CollectError } from "./ask.js";
import { idOf, paged, pageToken, type HistoryOf, type Server } from "./mlflow-server.js";

/**
 * Models that the runs logged, without what the runs state themselves. Null where the server is too old to know any: it
 * then answers 404, some versions with a web page.
 */
export async function loggedModels(
  runs: readonly Value[],
  historyOf: HistoryOf,
  server: Server,
): Promise<readonly Value[] | null> {
  const byId = new Map(runs.map((run) => [idOf(run), run]));
  const experiments = new Set(runs.flatMap((run) => text(member(member(run, "info"), "experiment_id")) ?? []));
  const found = await asked([...experiments].sort(), server);
  if (found === null) return null;
  const models: Value[] = [];
  for (const model of found.filter((one) => byId.has(text(member(member(one, "info"), "source_run_id")) ?? ""))) {
    const metrics: Value[] = [];
    for (const metric of list(member(member(model, "data"), "metrics")) ?? []) {
      const kept = await asTheRunHasIt(metric, byId, historyOf);
      if (kept !== null) metrics.push(kept);
    }
    const data = member(model, "data");
    models.push(isRecord(model) && isRecord(data) ? { ...model, data: { ...data, metrics } } : model);
  }
  return models;
}

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
  const isSame = (entry: Value): boolean =>
    ["key", "step", "timestamp"].every((name) => member(entry, name) === member(metric, name));
  const latest = (list(member(member(known, "data"), "metrics")) ?? []).find(isSame);
  const own = latest ?? (await historyOf(run, key)).find(isSame);
  if (own === undefined) return metric;
  return member(metric, "dataset_name") === undefined ? null : { ...metric, value: member(own, "value") ?? null };
}
