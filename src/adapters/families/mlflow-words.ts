import type { Value } from "../../model/adapter.js";
import type { ParameterValue } from "../../model/fact.js";
import { list, member, members, scalarText, text } from "../../read/shape.js";
import { jsonInText } from "./json-text.js";
import { roleOfWord } from "./data-role.js";

/** What the file store and the REST interface of MLflow say alike. */

const statusWords: readonly string[] = ["", "RUNNING", "SCHEDULED", "FINISHED", "FAILED", "KILLED"];

/** The status of a run in words; the file store writes its number. */
export const runStatus = (status: Value | undefined): string | null =>
  typeof status === "number" ? (statusWords[status] ?? String(status)) : (text(status) ?? null);

/** A stage of the registry: `None` is the word for no stage. */
export function registryStage(stage: Value | undefined): string | null {
  const word = text(stage);
  return word === undefined || word === "" || word === "None" ? null : word;
}

/** The registry keeps a deleted version, with this stage. */
export const isDeletedVersion = (version: Value | undefined): boolean =>
  member(version, "current_stage") === "Deleted_Internal";

/** Long bookkeeping of MLflow's own, told by other fields or of no use to a rule. */
const bookkeeping = new Set(["mlflow.log-model.history", "mlflow.loggedArtifacts", "mlflow.datasets"]);
const longestTag = 300;

/** Tags as a run's environment. */
export const tagEnvironment = (tags: ReadonlyMap<string, string>): Readonly<Record<string, ParameterValue>> =>
  Object.fromEntries(
    [...tags].filter(([name, value]) => !bookkeeping.has(name) && value.length <= longestTag && value !== ""),
  );

const revisionTags = ["mlflow.source.git.commit", "git_commit", "git.commit", "git_sha", "git_hash", "commit_sha"];

/** The commit that a run's code was of, as MLflow or the team tagged it, often with the line end that git prints. */
export function codeRevision(tags: ReadonlyMap<string, string>, sourceVersion: Value | undefined): string | null {
  const tag = revisionTags.map((name) => tags.get(name)?.trim()).find((value) => value !== undefined && value !== "");
  return tag ?? (text(sourceVersion)?.trim() || null);
}

/** Models that a run logged before 3.x: `runs:/<run>/<path>`, from the tag that keeps their history. */
export const loggedPaths = (history: string | undefined, runId: string | null): readonly string[] =>
  (list(jsonInText(history)) ?? [])
    .map((model) => text(member(model, "artifact_path")))
    .filter((path) => path !== undefined)
    .map((path) => `runs:/${runId ?? ""}/${path}`);

/** `[{key, value}]`, as REST writes tags and parameters, or the record that the Python client makes of them. */
export function keyedTexts(pairs: Value | undefined): ReadonlyMap<string, string> {
  const entries = list(pairs)?.map((pair) => [text(member(pair, "key")), scalarText(member(pair, "value"))] as const);
  const found = entries ?? members(pairs).map(([key, value]) => [key, scalarText(value)] as const);
  return new Map(found.flatMap(([key, value]) => (key === undefined ? [] : [[key, value ?? ""]])));
}

/** MLflow's own hash over a sample of the data: good for "the same data set", not a digest of the content. */
const digestOf = (digest: string | null): string | null =>
  digest === null || digest === "" ? null : `mlflow:${digest}`;

const sourceKeys = ["uri", "url", "path", "delta_table_name", "table_name", "name"];

function locationOf(source: string | undefined): string | null {
  const parsed = jsonInText(source);
  for (const key of sourceKeys) {
    const location = text(member(parsed, key));
    if (location !== undefined) return location;
  }
  return null;
}

function rowsOf(profile: string | undefined): number | null {
  const parsed = jsonInText(profile);
  const rows = member(parsed, "num_rows") ?? list(member(parsed, "features_shape"))?.[0];
  return typeof rows === "number" ? rows : null;
}

/** Names of the columns of an MLflow schema; null where it names none. */
export function columnsOf(schema: Value | undefined): readonly string[] | null {
  const names = (list(schema) ?? []).map((column) => text(member(column, "name"))).filter((name) => name !== undefined);
  return names.length === 0 ? null : names;
}

/** A data set as both the file store and REST describe it. `digest` apart, since the store may write it as a number. */
export const datasetFields = (dataset: Value | undefined, digest: string | null) => ({
  name: text(member(dataset, "name")) ?? null,
  digest: digestOf(digest),
  rows: rowsOf(text(member(dataset, "profile"))),
  columns: columnsOf(member(jsonInText(text(member(dataset, "schema"))), "mlflow_colspec")),
  location: locationOf(text(member(dataset, "source"))),
});

/** The role of an input: the context that it was logged with. */
export const inputRole = roleOfWord;

/** Tags by which teams, and MLflow's own guides, say that a version was checked. */
export const isApprovalTag = (name: string): boolean =>
  /^(model_)?(validation|approval|review)(_status|_state)?$/i.test(name);
