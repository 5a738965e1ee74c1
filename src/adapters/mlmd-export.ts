import type { Adapter, Value } from "../model/adapter.js";
import type { ParameterValue, Statement } from "../model/fact.js";
import { instantOf } from "../normalise/instant.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { hasKeys, list, member } from "../read/shape.js";
import { entries, every, numberOf, one, placeOf, type ProtoNode, protoOfJson, scalar } from "./families/proto-tree.js";
import { blessingChecks, propertyValue } from "./families/tfx.js";

const isTyped = (value: Value | undefined): boolean => hasKeys(value, "type_id") || hasKeys(value, "typeId");

function isExport(value: Value | undefined): boolean {
  const parts = ["artifacts", "executions", "events"].map((key) => list(member(value, key)));
  if (parts.filter((part) => part !== undefined).length < 2) return false;
  const typed = [...(parts[0] ?? []), ...(parts[1] ?? [])];
  return typed.length > 0 && typed.slice(0, 3).every(isTyped);
}

type TypeName = (node: ProtoNode) => { readonly name: string; readonly base: string };

/** An artifact's type by the name beside its id or by the table of types, with the simple type it derives from. */
function typeNames(store: ProtoNode): TypeName {
  const byId = new Map(every(store, "artifact_types").map((type) => [scalar(one(type, "id")), type]));
  return (node) => {
    const type = byId.get(scalar(one(node, "type_id")));
    return {
      name: scalar(one(node, "type")) ?? scalar(one(type, "name")) ?? "",
      base: scalar(one(type, "base_type")) ?? "",
    };
  };
}

const gone = /^(DELETED|MARKED_FOR_DELETION|ABANDONED)$/;

const propertiesOf = (node: ProtoNode): readonly (readonly [string, ProtoNode])[] => [
  ...entries(node, "properties"),
  ...entries(node, "custom_properties"),
];

const property = (node: ProtoNode, name: string): ProtoNode | undefined =>
  propertyValue(propertiesOf(node).find(([key]) => key === name)?.[1]);

/** Milliseconds since 1970, written as text. */
const instant = (node: ProtoNode | undefined): string | null => {
  const milliseconds = numberOf(node);
  return milliseconds === null || milliseconds === 0 ? null : instantOf(milliseconds);
};

const labelOf = (node: ProtoNode): string =>
  scalar(one(node, "name")) ?? scalar(one(node, "uri")) ?? scalar(one(node, "id")) ?? "";

/** Numbers with a fraction among an artifact's properties; of a model only those that are metrics by their name. */
interface Made {
  /** The execution that gave the artifact out. */
  readonly run: string | null;
  readonly at: string | null;
}

function metricsOf(artifact: ProtoNode, onlyKnown: boolean, version: string | null, made: Made): Statement[] {
  return propertiesOf(artifact).flatMap(([name, typed]): Statement[] => {
    const value = one(typed, "double_value");
    if (value === undefined || (onlyKnown && !interpretMetric(name).known)) return [];
    return [{ kind: "measurement", raw_metric: name, value: scalar(value), version, ...made, where: placeOf(value) }];
  });
}

function modelStatements(artifact: ProtoNode, made: Made): Statement[] {
  const version = scalar(property(artifact, "version"));
  return [
    {
      kind: "model",
      name: scalar(one(artifact, "name")),
      version,
      created: instant(one(artifact, "create_time_since_epoch")),
      ...made,
      where: placeOf(property(artifact, "version") ?? artifact),
    },
    ...metricsOf(artifact, true, version, made),
  ];
}

function datasetStatement(artifact: ProtoNode, at: string | null): Statement {
  const fingerprint = scalar(property(artifact, "input_fingerprint"));
  return {
    kind: "dataset",
    name: scalar(one(artifact, "name")),
    location: scalar(one(artifact, "uri")),
    digest: fingerprint === null ? null : `tfx-fingerprint:${fingerprint}`,
    at,
    where: placeOf(one(artifact, "uri") ?? artifact),
  };
}

/** What an artifact states; nothing where the store says that it was deleted or never came to be. */
function artifactStatements(artifact: ProtoNode, typeOf: TypeName, run: string | null): Statement[] {
  if (gone.test(scalar(one(artifact, "state")) ?? "")) return [];
  const { name, base } = typeOf(artifact);
  const at = instant(one(artifact, "last_update_time_since_epoch"));
  const made: Made = { run, at };
  const blessings = blessingChecks(property(artifact, "blessed"), at);
  if (base === "MODEL" || /^(system\.)?Model$/.test(name)) return [...modelStatements(artifact, made), ...blessings];
  if (base === "METRICS" || /(^|\.)(Classification)?Metrics$/.test(name)) return metricsOf(artifact, false, null, made);
  if (base === "DATASET" || /^(system\.Dataset|Dataset|Examples)$/.test(name)) return [datasetStatement(artifact, at)];
  return blessings;
}

const paramsOf = (execution: ProtoNode): Readonly<Record<string, ParameterValue>> =>
  Object.fromEntries(propertiesOf(execution).map(([name, typed]) => [name, scalar(propertyValue(typed))]));

const runId = (execution: ProtoNode): string | null => scalar(one(execution, "name")) ?? scalar(one(execution, "id"));

/** The run that gave out each artifact, by the artifact's id. */
function makers(events: readonly ProtoNode[], executions: readonly ProtoNode[]): ReadonlyMap<string, string> {
  const runs = new Map(executions.map((execution) => [scalar(one(execution, "id")), runId(execution)]));
  return new Map(
    events.flatMap((event): (readonly [string, string])[] => {
      const run = runs.get(scalar(one(event, "execution_id")));
      const artifact = scalar(one(event, "artifact_id"));
      const isOutput = /OUTPUT$/.test(scalar(one(event, "type")) ?? "");
      return isOutput && artifact !== null && run !== undefined && run !== null ? [[artifact, run]] : [];
    }),
  );
}

function runStatement(
  execution: ProtoNode,
  events: readonly ProtoNode[],
  labels: ReadonlyMap<string, string>,
): Statement {
  const id = scalar(one(execution, "id"));
  const own = events.filter((event) => scalar(one(event, "execution_id")) === id);
  const linked = (direction: RegExp): readonly string[] =>
    own
      .filter((event) => direction.test(scalar(one(event, "type")) ?? ""))
      .map((event) => labels.get(scalar(one(event, "artifact_id")) ?? "") ?? "")
      .filter((label) => label !== "");
  return {
    kind: "run",
    run_id: runId(execution),
    status: scalar(one(execution, "last_known_state")),
    params: paramsOf(execution),
    inputs: linked(/INPUT$/),
    outputs: linked(/OUTPUT$/),
    at: instant(one(execution, "last_update_time_since_epoch")),
    where: placeOf(one(execution, "id") ?? execution),
  };
}

/** A store of ML Metadata as JSON: artifacts, executions, and the events that link them. */
export const mlmdExport: Adapter = {
  id: "mlmd-export",
  title: "ML Metadata export",
  definedAt: "https://github.com/google/ml-metadata/blob/master/ml_metadata/proto/metadata_store.proto",
  versions: "ml-metadata 1.17 with TFX 1.16; camel-case keys from the schema, not seen",
  reads:
    "Models with their version and metrics, metrics artifacts, data sets with their fingerprint, blessings, and executions with what went in and came out.",
  leaves: "Deleted and abandoned artifacts, contexts, types and paths. A dump in SQL is not read.",
  syntax: ["json"],
  gives: ["measurement", "model", "dataset", "check", "run"],
  numbersAsText: true,
  recognises: ({ value }) => isExport(value),

  read({ value }) {
    if (value === undefined) return [];
    const store = protoOfJson(value);
    const artifacts = every(store, "artifacts");
    const events = every(store, "events");
    const labels = new Map(artifacts.map((artifact) => [scalar(one(artifact, "id")) ?? "", labelOf(artifact)]));
    const executions = every(store, "executions");
    const typeOf = typeNames(store);
    const madeBy = makers(events, executions);
    return [
      ...artifacts.flatMap((artifact) =>
        artifactStatements(artifact, typeOf, madeBy.get(scalar(one(artifact, "id")) ?? "") ?? null),
      ),
      ...executions.map((execution) => runStatement(execution, events, labels)),
    ];
  },
};
