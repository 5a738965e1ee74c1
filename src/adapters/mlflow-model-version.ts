import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { list, member, members, scalarText, text } from "../read/shape.js";
import { isDeleted, isModelVersionMeta, writtenText } from "./families/mlflow-store.js";
import { isDeletedVersion, registryStage } from "./families/mlflow-words.js";
import { epochMoment } from "./families/moments.js";

/** Aliases that point to a version: their own files, else what the model's or the version's `meta.yaml` lists. */
function aliasesOf(file: EvidenceFile, version: string | null): readonly string[] {
  const files = file.folder("../aliases");
  if (files.length > 0) return files.filter((alias) => file.neighbour(`../aliases/${alias}`)?.text.trim() === version);
  const listed = members(member(file.neighbour("../meta.yaml")?.value, "aliases"));
  if (listed.length > 0) return listed.filter(([, number]) => scalarText(number) === version).map(([alias]) => alias);
  return (list(member(file.value, "aliases")) ?? []).map(text).filter((alias) => alias !== undefined);
}

/** A version of a registered model, with the stage and aliases that it holds. */
export const mlflowModelVersion: Adapter = {
  id: "mlflow-model-version",
  title: "MLflow model version (`models/<name>/version-N/meta.yaml`)",
  definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
  versions: "2.22.5, 3.17.2",
  reads: "Name, version, stage (`None` is no stage), aliases, run and time; a deleted version states nothing.",
  leaves: "Description, source and tags other than those of approval.",
  syntax: ["yaml"],
  gives: ["model"],
  recognises: ({ value }) => isModelVersionMeta(value),

  read(file): readonly Statement[] {
    if (isDeleted(file) || isDeletedVersion(file.value)) return [];
    const version = scalarText(member(file.value, "version")) ?? null;
    return [
      {
        kind: "model",
        name: writtenText(file, "name"),
        version,
        stage: registryStage(member(file.value, "current_stage")),
        aliases: aliasesOf(file, version),
        run: writtenText(file, "run_id"),
        created: epochMoment(member(file.value, "creation_timestamp")),
        at: epochMoment(member(file.value, "last_updated_timestamp")),
        where: { pointer: "/version" },
      },
    ];
  },
};
