import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { list, member, members, scalarText, text } from "../read/shape.js";
import { jsonInText } from "./families/json-text.js";
import { isDeleted, isLoggedModelMeta, writtenText } from "./families/mlflow-store.js";
import { isDeletedVersion } from "./families/mlflow-words.js";
import { epochMoment } from "./families/moments.js";

/** The registry's names and versions of a logged model, from the tag that MLflow keeps them in. */
const registered = (file: EvidenceFile): readonly { readonly name: string | null; readonly version: string | null }[] =>
  (list(jsonInText(file.neighbour("tags/mlflow.modelVersions")?.text)) ?? [])
    .map((entry) => ({
      name: text(member(entry, "name")) ?? null,
      version: scalarText(member(entry, "version")) ?? null,
    }))
    .filter((version) => !isGone(file, version));

/** True for a version that the registry of the same store has deleted: the tag goes on naming it. */
function isGone(file: EvidenceFile, { name, version }: ReturnType<typeof registered>[number]): boolean {
  if (name === null || !/^[^/\\]+$/.test(name) || !/^\d{1,9}$/.test(version ?? "")) return false;
  return isDeletedVersion(file.neighbour(`../../../models/${name}/version-${version ?? ""}/meta.yaml`)?.value);
}

/** The flavour in which the model's own `MLmodel` says it was saved. */
function frameworkOf(file: EvidenceFile): string | null {
  const flavors = members(member(file.neighbour("artifacts/MLmodel")?.value, "flavors")).map(([flavor]) => flavor);
  return flavors.find((flavor) => flavor !== "python_function") ?? flavors[0] ?? null;
}

/** A logged model of MLflow 3: its own folder beside the runs. */
export const mlflowLoggedModel: Adapter = {
  id: "mlflow-logged-model",
  title: "MLflow logged model (`models/m-…/meta.yaml`)",
  definedAt: "https://mlflow.org/docs/latest/ml/model/",
  versions: "3.17.2",
  reads:
    "The model with its run, time and framework, and a fact for each version that the registry gave it and has not deleted.",
  leaves: "Its parameters and tags, which its run states too; deleted models, and those that were never ready.",
  syntax: ["yaml"],
  gives: ["model"],
  recognises: ({ value }) => isLoggedModelMeta(value),

  read(file): readonly Statement[] {
    if (isDeleted(file)) return [];
    const shared = {
      kind: "model",
      framework: frameworkOf(file),
      run: writtenText(file, "source_run_id"),
      created: epochMoment(member(file.value, "creation_timestamp")),
      at: epochMoment(member(file.value, "last_updated_timestamp")),
      where: { pointer: "/model_id" },
    } as const;
    const versions = registered(file);
    return versions.length === 0 ? [shared] : versions.map((version) => ({ ...shared, ...version }));
  },
};
