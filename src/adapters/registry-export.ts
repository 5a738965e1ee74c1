import type { Adapter, Value } from "../model/adapter.js";
import { isModelVersion } from "./families/mlflow-rest-registry.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, scalarText, text } from "../read/shape.js";

const lists = ["models", "registry", "versions", "model_versions", "registered_models"] as const;
const stages = ["stage", "current_stage", "environment", "alias"] as const;

interface Entry {
  readonly value: Value;
  readonly base: string;
}

const isVersion = (entry: Value): boolean =>
  isRecord(entry) &&
  (text(member(entry, "name")) ?? text(member(entry, "model"))) !== undefined &&
  scalarText(member(entry, "version")) !== undefined &&
  stages.some((key) => hasKeys(entry, key));

function entriesOf(value: Value | undefined): readonly Entry[] {
  const found: readonly (readonly [readonly Value[] | undefined, string])[] = [
    [list(value), ""],
    ...lists.map((key) => [list(member(value, key)), pointer("", key)] as const),
  ];
  for (const [entries, base] of found)
    if (entries !== undefined && entries.length > 0 && entries.every(isVersion))
      return entries.map((entry, index) => ({ value: entry, base: pointer(base, index) }));
  return [];
}

function modelStatement({ value, base }: Entry): Statement {
  const key = stages.find((stage) => hasKeys(value, stage)) ?? "stage";
  const stage = text(member(value, key));
  return {
    kind: "model",
    name: text(member(value, "name")) ?? text(member(value, "model")) ?? null,
    version: scalarText(member(value, "version")) ?? null,
    stage: stage === undefined || stage === "" ? null : stage.toLowerCase(),
    artifact_digest: text(member(value, "digest")) ?? text(member(value, "sha256")) ?? null,
    created: text(member(value, "created_at")) ?? text(member(value, "created")) ?? null,
    run: text(member(value, "run_id")) ?? null,
    where: { pointer: pointer(base, hasKeys(value, key) ? key : "version") },
  };
}

/** Versions and the stage that each is in, as a script lists a registry. */
export const registryExport: Adapter = {
  id: "registry-export",
  title: "List of a model registry",
  definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
  versions: "a list of records with name, version and stage, as scripts write it, not seen",
  reads: "Each version with its stage, digest, run and date.",
  leaves: "Descriptions and tags.",
  syntax: ["json", "yaml"],
  gives: ["model"],
  recognises: ({ value }) =>
    entriesOf(value).length > 0 && !entriesOf(value).some((entry) => isModelVersion(entry.value)),
  read: ({ value }) => entriesOf(value).map(modelStatement),
};
