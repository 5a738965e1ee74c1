import type { Value } from "../model/adapter.js";
import { isRecord, list, member, number, text } from "../read/shape.js";
import { CollectError, type Asking } from "./ask.js";
import { loggedModels } from "./mlflow-models.js";
import { historiesOf, idOf, PAGE, paged, pageToken, serverAt, type HistoryOf, type Server } from "./mlflow-server.js";

/** What is asked of an MLflow tracking server. */
export interface MlflowRequest {
  /** Address of the server, as `MLFLOW_TRACKING_URI` has it. */
  readonly uri: URL;
  /** A registered model; its versions' runs are collected. */
  readonly model: string | null;
  /** Only the version that this alias points to. */
  readonly alias: string | null;
  /** Names of experiments; without a model and without any, all of them. */
  readonly experiments: readonly string[];
  /** Whether each metric's values over its steps are collected too. */
  readonly history: boolean;
  /** Runs that are collected at most. */
  readonly mostRuns: number;
}

export interface CollectedMlflow {
  /** The server's own answers, by a name for each: what adapters read. */
  readonly documents: ReadonlyMap<string, Value>;
  /** Ids, in order. */
  readonly runs: readonly string[];
  readonly notes: readonly string[];
}

/**
 * Runs with their metrics and histories, parameters, tags and data sets; registered models, versions and aliases; logged
 * models where the server knows them. Deleted runs are left out.
 *
 * @throws CollectError where anything that is asked for cannot be had: half an answer is none
 */
export async function collectMlflow(request: MlflowRequest, asking: Asking): Promise<CollectedMlflow> {
  const server = serverAt(request.uri, asking);
  const documents = new Map<string, Value>();
  const notes: string[] = [];
  const versions =
    request.model === null ? null : await registeredModel(request.model, request.alias, server, documents);
  const runs = await runsOf(request, versions, server);
  if (runs.length === 0)
    throw new CollectError("the server has no run of what is asked for", "look at the names, or leave them out");
  documents.set("runs.json", { runs });
  if (versions === null) await addRegistry(runs, server, documents);
  const historyOf = historiesOf(server);
  if (request.history) await addHistories(runs, historyOf, documents);
  const models = await loggedModels(runs, historyOf, server);
  if (models === null) notes.push("This server knows no logged models: it is older than MLflow 3.");
  else if (models.models.length > 0) {
    documents.set("runs.json", { runs: models.runs });
    documents.set("logged-models.json", { models: models.models });
  }
  complainOfChanges(runs, await runsOf(request, versions, server));
  return { documents, runs: runs.map(idOf).sort(), notes };
}

async function registeredModel(
  name: string,
  alias: string | null,
  server: Server,
  documents: Map<string, Value>,
): Promise<readonly Value[]> {
  const model = await server.get("registered-models/get", { name });
  documents.set("registered-model.json", model);
  if (alias !== null) {
    const answer = await server.get("registered-models/alias", { name, alias });
    const version = member(answer, "model_version");
    if (version === undefined)
      throw new CollectError(`${name} has no alias ${alias}`, "set it on the server, or name another");
    documents.set("model-versions.json", { model_versions: [version] });
    return [version];
  }
  // The model itself names only one version a stage.
  const filter = `name='${name.replaceAll("'", "\\'")}'`;
  const versions = await paged("model_versions", (token) =>
    server.get("model-versions/search", { filter, max_results: String(PAGE), ...pageToken(token) }),
  );
  documents.set("model-versions.json", { model_versions: versions });
  return versions;
}

const isActive = (run: Value): boolean => text(member(member(run, "info"), "lifecycle_stage")) !== "deleted";

async function runsOf(
  { experiments, mostRuns }: MlflowRequest,
  versions: readonly Value[] | null,
  server: Server,
): Promise<readonly Value[]> {
  if (versions !== null) {
    const ids = [...new Set(versions.flatMap((version) => text(member(version, "run_id")) ?? []))].filter(Boolean);
    const runs: Value[] = [];
    for (const run_id of ids.sort()) runs.push(await runNamed(run_id, server));
    return runs.filter(isActive);
  }
  const experiment_ids: string[] = [];
  for (const name of experiments) experiment_ids.push(await experimentNamed(name, server));
  if (experiments.length === 0) experiment_ids.push(...(await everyExperiment(server)));
  const runs = await paged(
    "runs",
    (token) =>
      server.post("runs/search", {
        experiment_ids: [...experiment_ids].sort(),
        run_view_type: "ACTIVE_ONLY",
        max_results: PAGE,
        order_by: ["attributes.start_time ASC"],
        ...pageToken(token),
      }),
    mostRuns + 1,
  );
  if (runs.length > mostRuns)
    throw new CollectError(
      `there are more than ${mostRuns} runs`,
      "name an experiment or a model, or raise --most-runs",
    );
  return [...runs].filter(isActive).sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
}

async function runNamed(run_id: string, server: Server): Promise<Value> {
  const run = member(await server.get("runs/get", { run_id }), "run");
  if (run === undefined) throw new CollectError(`the server gives no run ${run_id}`, "look whether it was deleted");
  return run;
}

async function experimentNamed(experiment_name: string, server: Server): Promise<string> {
  const answer = await server.get("experiments/get-by-name", { experiment_name });
  const id = text(member(member(answer, "experiment"), "experiment_id"));
  if (id === undefined) throw new CollectError(`there is no experiment ${experiment_name}`, "look at its name");
  return id;
}

async function everyExperiment(server: Server): Promise<readonly string[]> {
  const experiments = await paged("experiments", (token) =>
    server.get("experiments/search", { max_results: String(PAGE), view_type: "ACTIVE_ONLY", ...pageToken(token) }),
  );
  return experiments.flatMap((experiment) => text(member(experiment, "experiment_id")) ?? []);
}

/** Versions of registered models that the runs have become, each with its model's aliases. */
async function addRegistry(runs: readonly Value[], server: Server, documents: Map<string, Value>): Promise<void> {
  const ids = new Set(runs.map(idOf));
  const all = await paged("model_versions", (token) =>
    server.get("model-versions/search", { max_results: String(PAGE), ...pageToken(token) }),
  );
  const versions = all.filter((version) => ids.has(text(member(version, "run_id")) ?? ""));
  if (versions.length === 0) return;
  documents.set("model-versions.json", { model_versions: versions });
  const names = new Set(versions.flatMap((version) => text(member(version, "name")) ?? []));
  for (const [index, name] of [...names].sort().entries())
    documents.set(`registered-models/${index}.json`, await server.get("registered-models/get", { name }));
}

/**
 * Values over the steps of each metric that has more than one: at step 0 there is nothing before it. A document a step,
 * since of one document only the latest value is a fact.
 */
async function addHistories(
  runs: readonly Value[],
  historyOf: HistoryOf,
  documents: Map<string, Value>,
): Promise<void> {
  for (const run of runs) {
    const run_id = idOf(run);
    const steps = new Map<number, Value[]>();
    for (const metric of list(member(member(run, "data"), "metrics")) ?? []) {
      const metric_key = text(member(metric, "key"));
      if (metric_key === undefined || (number(member(metric, "step")) ?? 0) <= 0) continue;
      for (const entry of await historyOf(run_id, metric_key)) {
        const step = number(member(entry, "step")) ?? 0;
        steps.set(step, [...(steps.get(step) ?? []), isRecord(entry) ? { ...entry, run_id } : entry]);
      }
    }
    for (const [step, metrics] of steps) documents.set(`histories/${run_id}/${step}.json`, { metrics });
  }
}

/** What may change of a run, in an order of its own: two answers of one server need not have the same. */
function stateOf(run: Value): string {
  const [info, data] = [member(run, "info"), member(run, "data")];
  const entries = ["metrics", "params", "tags"].map((key) =>
    (list(member(data, key)) ?? []).map((entry) => JSON.stringify(entry)).sort(),
  );
  return JSON.stringify([member(info, "status"), member(info, "end_time"), entries]);
}

/** A run that is written to while it is read would be two runs at once: all are asked for again, and must be the same. */
function complainOfChanges(runs: readonly Value[], again: readonly Value[]): void {
  const later = new Map(again.map((run) => [idOf(run), stateOf(run)]));
  for (const run of runs) {
    const id = idOf(run);
    if (later.get(id) === stateOf(run)) continue;
    const what = later.has(id) ? "changed" : "was deleted";
    throw new CollectError(`the run ${id} ${what} while it was read`, "wait until it has finished, and collect again");
  }
}
