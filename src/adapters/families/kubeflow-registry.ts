import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { interpretMetric } from "../../normalise/metric-vocabulary.js";
import { hasKeys, member, members, numeric, scalarText, text } from "../../read/shape.js";
import { epochMoment } from "./moments.js";
import { namedMeasurement } from "./sliced-name.js";

type EntityKind = "model" | "version" | "model-artifact" | "metric" | "parameter" | "dataset" | "other";

const artifactKinds: Readonly<Record<string, EntityKind>> = {
  "model-artifact": "model-artifact",
  metric: "metric",
  parameter: "parameter",
  "dataset-artifact": "dataset",
  "doc-artifact": "other",
};

const registryKeys = ["customProperties", "owner", "externalId", "createTimeSinceEpoch", "description"];

/** What an entity of the registry is; null where it is none. */
export function entityKind(entity: Value | undefined): EntityKind | null {
  const artifact = text(member(entity, "artifactType")) ?? "";
  if (Object.hasOwn(artifactKinds, artifact)) return artifactKinds[artifact] ?? null;
  if (hasKeys(entity, "servingEnvironmentId", "registeredModelId")) return "other";
  if (hasKeys(entity, "registeredModelId", "name")) return "version";
  const isLive = /^(LIVE|ARCHIVED)$/.test(text(member(entity, "state")) ?? "");
  return isLive && hasKeys(entity, "id", "name") && registryKeys.some((key) => hasKeys(entity, key)) ? "model" : null;
}

interface CustomProperty {
  readonly name: string;
  readonly value: Value;
  readonly pointer: string;
}

/** Custom properties: each is a record of its type and one key, such as `double_value`, that holds it. */
const customProperties = (entity: Value, base: string): readonly CustomProperty[] =>
  members(member(entity, "customProperties")).flatMap(([name, property]) => {
    const held = members(property).find(([key]) => key.endsWith("_value") || key.endsWith("Value"));
    const place = pointer(base, "customProperties", name);
    return held === undefined ? [] : [{ name, value: held[1], pointer: pointer(place, held[0]) }];
  });

const momentsOf = (entity: Value) => ({
  created: epochMoment(member(entity, "createTimeSinceEpoch")),
  at: epochMoment(member(entity, "lastUpdateTimeSinceEpoch")),
});

/** The state that a property such as `approved` or `validation_status` gives a version. */
function approvalOf({ name, value, pointer: place }: CustomProperty, version: string | null): readonly Statement[] {
  if (!/^(approved|approval|approval_status|validation_status|review_status)$/i.test(name)) return [];
  const state = typeof value === "boolean" ? (value ? "approved" : "not approved") : scalarText(value);
  return state === undefined ? [] : [{ kind: "approval", state, version, where: { pointer: place } }];
}

const measurementOf = (
  { name, value, pointer: place }: CustomProperty,
  version: string | null,
): readonly Statement[] =>
  typeof value === "number" && interpretMetric(name).known
    ? [{ kind: "measurement", ...namedMeasurement(name), value, version, where: { pointer: place } }]
    : [];

/** Who owns a registered model, and what its custom properties say of it, as fields of a card. */
function fieldsOfModel(entity: Value, base: string): readonly Statement[] {
  const owner = text(member(entity, "owner"));
  const stated = customProperties(entity, base).flatMap(({ name, value, pointer: place }): readonly Statement[] =>
    typeof value === "object" ? [] : [{ kind: "card", field: name, value, where: { pointer: place } }],
  );
  const owned = {
    kind: "card",
    field: "owner",
    value: owner ?? null,
    where: { pointer: pointer(base, "owner") },
  } as const;
  return owner === undefined ? stated : [owned, ...stated];
}

function versionStatements(entity: Value, base: string): readonly Statement[] {
  const version = text(member(entity, "name")) ?? null;
  const custom = customProperties(entity, base);
  const stage = custom.find(({ name }) => /^(current_)?stage$/i.test(name));
  return [
    {
      kind: "model",
      version,
      stage: scalarText(stage?.value) ?? null,
      ...momentsOf(entity),
      where: { pointer: stage?.pointer ?? pointer(base, "name") },
    },
    ...custom.flatMap((property) => [...measurementOf(property, version), ...approvalOf(property, version)]),
  ];
}

function metricStatement(entity: Value, base: string): Statement {
  return {
    kind: "measurement",
    ...namedMeasurement(text(member(entity, "name")) ?? ""),
    value: member(entity, "value"),
    step: numeric(member(entity, "step")) ?? null,
    at: epochMoment(member(entity, "timestamp")),
    where: { pointer: pointer(base, "value") },
  };
}

function parameterStatement(entity: Value, base: string): Statement {
  const value = scalarText(member(entity, "value")) ?? null;
  return {
    kind: "run",
    params: { [text(member(entity, "name")) ?? ""]: value },
    where: { pointer: pointer(base, "value") },
  };
}

const datasetStatement = (entity: Value, base: string): Statement => ({
  kind: "dataset",
  name: text(member(entity, "name")) ?? null,
  digest: text(member(entity, "digest")) ?? null,
  location: text(member(entity, "source")) ?? text(member(entity, "uri")) ?? null,
  where: { pointer: pointer(base, "name") },
});

/** What one entity states. An archived version still states its stage and numbers. */
export function entityStatements(entity: Value, base: string): readonly Statement[] {
  const name = text(member(entity, "name")) ?? null;
  switch (entityKind(entity)) {
    case "model":
      return [
        { kind: "model", name, ...momentsOf(entity), where: { pointer: pointer(base, "name") } },
        ...fieldsOfModel(entity, base),
      ];
    case "version":
      return versionStatements(entity, base);
    case "model-artifact": {
      const framework = text(member(entity, "modelFormatName")) ?? null;
      const where = { pointer: pointer(base, "name") };
      return [{ kind: "model", name, framework, ...momentsOf(entity), where }];
    }
    case "metric":
      return [metricStatement(entity, base)];
    case "parameter":
      return [parameterStatement(entity, base)];
    case "dataset":
      return [datasetStatement(entity, base)];
    case "other":
    case null:
      return [];
  }
}
