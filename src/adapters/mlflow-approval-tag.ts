import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { member } from "../read/shape.js";
import { isApprovalTag, isDeletedVersion } from "./families/mlflow-words.js";
import { isModelVersionMeta, placeInStore, type StorePlace, writtenText } from "./families/mlflow-store.js";

const folders = new Set(["tags"]);

const placeOf = (file: EvidenceFile): StorePlace | null => {
  if (!isApprovalTag(file.name)) return null;
  const place = placeInStore(file, folders, isModelVersionMeta);
  return place !== null && isApprovalTag(place.name) ? place : null;
};

/** The tag by which a registered version says whether it was approved. */
export const mlflowApprovalTag: Adapter = {
  id: "mlflow-approval-tag",
  title: "MLflow approval tag of a registered version (`tags/validation_status`)",
  definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
  versions: "2.22.5, 3.17.2",
  reads: "The state as written, with the version it is about.",
  leaves: "Who set it, and when: the file store does not keep that.",
  syntax: ["text"],
  gives: ["approval"],
  recognises: (file) => placeOf(file) !== null,

  read(file): readonly Statement[] {
    const meta = placeOf(file)?.meta;
    if (meta === undefined || isDeletedVersion(meta.value)) return [];
    const version = member(meta.value, "version");
    return [
      {
        kind: "approval",
        state: file.text.trim(),
        version: typeof version === "number" ? String(version) : writtenText(meta, "version"),
        where: { line: 1, column: 1 },
      },
    ];
  },
};
