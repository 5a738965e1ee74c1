import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import { isRecord } from "../read/shape.js";
import { isApprovalTag } from "./families/mlflow-words.js";
import {
  isExperimentMeta,
  isLoggedModelMeta,
  isModelVersionMeta,
  isRegisteredModelMeta,
  isRunMeta,
  isTraceMeta,
  placeInStore,
} from "./families/mlflow-store.js";

const folders = new Set(["params", "tags", "aliases", "request_metadata"]);

const isOwner = (meta: Value | undefined): boolean =>
  isRecord(meta) &&
  [isRunMeta, isExperimentMeta, isLoggedModelMeta, isModelVersionMeta, isRegisteredModelMeta, isTraceMeta].some((is) =>
    is(meta),
  );

/** Beside the artifacts of a logged model: the version that the registry gave it. */
const isRegistryNote = (file: EvidenceFile): boolean =>
  file.name === "registered_model_meta" && /^model_(name|version):/.test(file.text);

function isEntry(file: EvidenceFile): boolean {
  if (isRegistryNote(file)) return true;
  if (!file.segments.some((segment) => folders.has(segment))) return false;
  const place = placeInStore(file, folders, isOwner);
  if (place === null) return false;
  return !(place.folder === "tags" && isModelVersionMeta(place.meta.value) && isApprovalTag(place.name));
}

/** One parameter, tag or alias in a file of its own. */
export const mlflowEntry: Adapter = {
  id: "mlflow-entry",
  title: "MLflow parameter, tag or alias file",
  definedAt: "https://mlflow.org/docs/latest/self-hosting/architecture/backend-store/",
  versions: "1.x, 2.2, 2.22.5, 3.17.2",
  reads: "Nothing by itself: the run, model or version that it belongs to states it.",
  leaves: "Tags of experiments, registered models and traces.",
  syntax: ["text", "json", "json-lines", "yaml", "toml", "delimited"],
  gives: [],
  recognises: isEntry,
  read: () => [],
};
