import type { EvidenceFile, Value } from "../../model/adapter.js";
import { hasKeys, isRecord, member, text } from "../../read/shape.js";

/**
 * The file store of MLflow: folders of an experiment, of its runs, of models (3.x) and of the registry, each with a
 * `meta.yaml`, and one file for each metric, parameter and tag.
 */

const has = (value: Value | undefined, key: string): boolean => hasKeys(value, key);

export const isRunMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "artifact_uri", "experiment_id") && (has(meta, "run_id") || has(meta, "run_uuid"));

/** What is left of a run's file that was cut short before its id: keys stand in alphabetical order. */
export const isRunMetaCutShort = (meta: Value | undefined): boolean =>
  hasKeys(meta, "artifact_uri", "experiment_id") &&
  !["run_id", "run_uuid", "artifact_location", "model_id"].some((key) => has(meta, key));

export const isExperimentMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "artifact_location", "experiment_id", "name") && !has(meta, "model_id");

export const isLoggedModelMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "model_id", "experiment_id", "artifact_location", "creation_timestamp");

export const isModelVersionMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "name", "version", "creation_timestamp", "current_stage");

export const isRegisteredModelMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "name", "creation_timestamp", "last_updated_timestamp") &&
  !["version", "experiment_id", "model_id", "run_id"].some((key) => has(meta, key));

export const isDatasetMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "name", "digest", "source", "source_type");

/** What a run took in or gave out. */
export const isLinkMeta = (meta: Value | undefined): boolean =>
  hasKeys(meta, "source_id", "source_type", "destination_id", "destination_type");

export const isTraceMeta = (meta: Value | undefined): boolean =>
  (has(meta, "trace_id") || has(meta, "request_id")) &&
  (has(meta, "request_time") || has(meta, "timestamp_ms")) &&
  (has(meta, "state") || has(meta, "status"));

/** Deleted runs, models and experiments stay where they were, or move to `.trash`: they are no evidence. */
export const isDeleted = (file: EvidenceFile): boolean =>
  member(file.value, "lifecycle_stage") === "deleted" || file.segments.includes(".trash");

/**
 * A text of a `meta.yaml`. MLflow's writer leaves `1234e567` without quotes, which YAML 1.2 takes for a number: such a
 * value is taken from the line as it stands.
 */
export function writtenText(file: EvidenceFile, key: string): string | null {
  const value = member(file.value, key);
  if (typeof value !== "number") return text(value) ?? null;
  const line = file.text.split("\n").find((candidate) => candidate.startsWith(`${key}:`));
  return line?.slice(key.length + 1).trim() ?? null;
}

export const runIdOf = (meta: EvidenceFile): string | null =>
  writtenText(meta, "run_id") ?? writtenText(meta, "run_uuid");

/** The folder that a metric, parameter or tag belongs to. */
export interface StorePlace {
  /** `metrics`, `params`, `tags`, … */
  readonly folder: string;
  /** The owner's folder, relative to the file's own. */
  readonly owner: string;
  readonly meta: EvidenceFile;
  /** Name of the entry: its path within the folder. */
  readonly name: string;
}

/**
 * Where in a store a file lies, by the `meta.yaml` beside the folder that holds it. Names of metrics hold slashes, so
 * the folder may be several levels up.
 */
export function placeInStore(
  file: EvidenceFile,
  folders: ReadonlySet<string>,
  isOwner: (meta: Value | undefined) => boolean,
): StorePlace | null {
  const { segments } = file;
  for (let at = segments.length - 2; at >= Math.max(0, segments.length - 12); at--) {
    const folder = segments[at];
    if (folder === undefined || !folders.has(folder)) continue;
    const owner = "../".repeat(segments.length - 1 - at);
    const meta = file.neighbour(`${owner}meta.yaml`) ?? file.neighbour(`${owner}trace_info.yaml`);
    if (meta !== null && isRecord(meta.value) && isOwner(meta.value))
      return { folder, owner, meta, name: segments.slice(at + 1).join("/") };
  }
  return null;
}

const mostEntries = 2_000;

/** Names and texts of the entries of a folder, nested names joined by slashes; at most 2000. */
export function entriesOf(file: EvidenceFile, folder: string): ReadonlyMap<string, string> {
  const entries = new Map<string, string>();
  const visit = (path: string, prefix: string, depth: number): void => {
    for (const name of file.folder(path)) {
      if (entries.size >= mostEntries) return;
      const within = file.folder(`${path}/${name}`);
      if (within.length > 0 && depth < 6) visit(`${path}/${name}`, `${prefix}${name}/`, depth + 1);
      else if (within.length === 0) entries.set(`${prefix}${name}`, file.neighbour(`${path}/${name}`)?.text ?? "");
    }
  };
  visit(folder, "", 0);
  return entries;
}

/** The text of one entry; null where there is none. */
export const entryOf = (file: EvidenceFile, path: string): string | null => file.neighbour(path)?.text.trim() ?? null;
