import type { Adapter, Value } from "../model/adapter.js";
import { isModelVersion } from "./families/mlflow-rest-registry.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isRecord, list, member, members, scalarText, text } from "../read/shape.js";
import { namedMeasurement } from "./families/sliced-name.js";

const lists = ["models", "registry", "versions", "model_versions", "registered_models"] as const;
const stages = ["stage", "current_stage", "environment", "alias"] as const;

const names = ["name", "model", "model_name", "registered_model_name"] as const;
const versions = ["version", "model_version"] as const;

interface Entry {
  readonly value: Value;
  readonly base: string;
  readonly name: string | null;
}

const firstText = (value: Value | undefined, keys: readonly string[]): string | undefined =>
  keys.map((key) => scalarText(member(value, key))).find((found) => found !== undefined);

const isVersion = (entry: Value): boolean =>
  isRecord(entry) && firstText(entry, versions) !== undefined && stages.some((key) => hasKeys(entry, key));

/** Versions in a list, each with its model's name, or below the model that they are of. */
function entriesOf(value: Value | undefined): readonly Entry[] {
  const found: readonly (readonly [readonly Value[] | undefined, string])[] = [
    [list(value), ""],
    ...lists.map((key) => [list(member(value, key)), pointer("", key)] as const),
  ];
  for (const [entries, base] of found) {
    if (entries === undefined || entries.length === 0) continue;
    if (entries.every((entry) => isVersion(entry) && firstText(entry, names) !== undefined))
      return entries.map((entry, index) => named(entry, pointer(base, index), null));
    const below = entries.map((model, index) => versionsBelow(model, pointer(base, index)));
    if (below.every((held) => held.length > 0)) return below.flat();
  }
  return versionsBelow(value, "");
}

const named = (value: Value, base: string, name: string | null): Entry => ({
  value,
  base,
  name: firstText(value, names) ?? name,
});

function versionsBelow(model: Value | undefined, base: string): readonly Entry[] {
  const name = firstText(model, names);
  const held = ["versions", "model_versions"]
    .map((key) => [key, list(member(model, key)) ?? []] as const)
    .find(([, entries]) => entries.length > 0 && entries.every(isVersion));
  if (name === undefined || held === undefined) return [];
  const [key, entries] = held;
  return entries.map((entry, index) => named(entry, pointer(base, key, index), name));
}

function modelStatement({ value, base, name }: Entry): Statement {
  const key = stages.find((stage) => hasKeys(value, stage)) ?? "stage";
  const stage = text(member(value, key));
  return {
    kind: "model",
    name,
    version: firstText(value, versions) ?? null,
    stage: stage === undefined || stage === "" ? null : stage.toLowerCase(),
    artifact_digest: text(member(value, "digest")) ?? text(member(value, "sha256")) ?? null,
    created: text(member(value, "created_at")) ?? text(member(value, "created")) ?? null,
    run: text(member(value, "run_id")) ?? null,
    where: { pointer: pointer(base, hasKeys(value, key) ? key : "version") },
  };
}

/** The numbers of a version, by their names. */
const metricStatements = ({ value, base }: Entry): readonly Statement[] =>
  members(member(value, "metrics")).flatMap(([name, measured]): readonly Statement[] =>
    typeof measured === "number"
      ? [
          {
            kind: "measurement",
            ...namedMeasurement(name),
            value: measured,
            version: firstText(value, versions) ?? null,
            run: text(member(value, "run_id")) ?? null,
            where: { pointer: pointer(base, "metrics", name) },
          },
        ]
      : [],
  );

/** Versions and the stage that each is in, as a script lists a registry. */
export const registryExport: Adapter = {
  id: "registry-export",
  title: "List of a model registry",
  definedAt: "https://mlflow.org/docs/latest/ml/model-registry/",
  versions: "records with name, version and stage, in a list or below their model, as scripts write them, not seen",
  reads: "Each version with its stage, digest, run, date and metrics.",
  leaves: "Descriptions and tags.",
  syntax: ["json", "yaml"],
  gives: ["model", "measurement"],
  recognises: ({ value }) =>
    entriesOf(value).length > 0 && !entriesOf(value).some((entry) => isModelVersion(entry.value)),
  read: ({ value }) => entriesOf(value).flatMap((entry) => [modelStatement(entry), ...metricStatements(entry)]),
};
