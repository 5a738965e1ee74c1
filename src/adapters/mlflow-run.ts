import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, member } from "../read/shape.js";
import { entriesOf, isDeleted, isRunMeta, isRunMetaCutShort, runIdOf, writtenText } from "./families/mlflow-store.js";
import { codeRevision, loggedPaths, runStatus, tagEnvironment } from "./families/mlflow-words.js";
import { epochMoment } from "./families/moments.js";

/** `name@digest` of each data set, and the id of each model, that the run took in. */
const inputsOf = (file: EvidenceFile): readonly string[] =>
  file.folder("inputs").flatMap((folder) => {
    const link = file.neighbour(`inputs/${folder}/meta.yaml`);
    const id = link === null ? null : writtenText(link, "source_id");
    if (id === null || !/^[\w-]+$/.test(id)) return [];
    if (member(link?.value, "source_type") !== "DATASET") return [id];
    const dataset = file.neighbour(`../datasets/${id}/meta.yaml`);
    if (dataset === null) return [id];
    return [`${writtenText(dataset, "name") ?? id}@${writtenText(dataset, "digest") ?? ""}`];
  });

const idPointer = ({ value }: EvidenceFile): string => pointer("", hasKeys(value, "run_id") ? "run_id" : "run_uuid");

/** A deleted run still has its folder: it is told as such, and neither its numbers nor its data sets are evidence. */
const deletedRun = (file: EvidenceFile): Statement => ({
  kind: "run",
  run_id: runIdOf(file),
  status: runStatus(member(file.value, "status")),
  environment: { lifecycle_stage: "deleted" },
  where: { pointer: idPointer(file) },
});

const cutShort: Statement = {
  kind: "problem",
  problem: "truncated",
  message: "the run's file ends before its id, so that nobody can tell which run its metrics are of",
  mend: "copy the run's folder anew",
  where: { line: 1 },
};

/** A run in the file store, with the parameters, tags, inputs and outputs that lie beside its `meta.yaml`. */
export const mlflowRun: Adapter = {
  id: "mlflow-run",
  title: "MLflow run (`meta.yaml` of a run)",
  definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
  versions: "1.x, 2.2, 2.22.5, 3.17.2",
  reads:
    "The run's id, status in words, times, parameters, tags (as its environment), commit, data sets and models; of a deleted run only that it is one (`lifecycle_stage` in its environment).",
  leaves: "Tags longer than 300 characters, and the run's artifacts, which are files of their own.",
  syntax: ["yaml"],
  gives: ["run"],

  recognises: ({ value }) => isRunMeta(value) || isRunMetaCutShort(value),

  read(file): readonly Statement[] {
    if (!isRunMeta(file.value)) return [cutShort];
    if (isDeleted(file)) return [deletedRun(file)];
    const tags = entriesOf(file, "tags");
    const runId = runIdOf(file);
    const name = writtenText(file, "run_name");
    const models = file.folder("outputs");
    return [
      {
        kind: "run",
        run_id: runId,
        status: runStatus(member(file.value, "status")),
        params: Object.fromEntries(entriesOf(file, "params")),
        code_revision: codeRevision(tags, member(file.value, "source_version")),
        inputs: inputsOf(file),
        outputs: models.length > 0 ? models : loggedPaths(tags.get("mlflow.log-model.history"), runId),
        environment: { ...(name === null ? {} : { "mlflow.runName": name }), ...tagEnvironment(tags) },
        at: epochMoment(member(file.value, "end_time")) ?? epochMoment(member(file.value, "start_time")),
        where: { pointer: idPointer(file) },
      },
    ];
  },
};
