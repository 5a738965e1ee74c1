import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { list, member } from "../read/shape.js";
import { entityKind, entityStatements } from "./families/kubeflow-registry.js";

/** Entities of an answer: one, or the items of a list. */
function entitiesOf(value: Value | undefined): readonly (readonly [Value, string])[] {
  const items = list(member(value, "items"));
  if (items !== undefined) return items.map((item, index) => [item, pointer("/items", index)] as const);
  return value === undefined ? [] : [[value, ""]];
}

/** What the registry of Kubeflow answers. */
export const kubeflowModelRegistry: Adapter = {
  id: "kubeflow-model-registry",
  title: "Kubeflow Model Registry entity or list",
  definedAt: "https://www.kubeflow.org/docs/components/hub/reference/",
  versions: "v1alpha3, by model-registry 0.3.18",
  reads:
    "Models with their owner and custom properties, versions with the stage and approval that a custom property gives them, their numbers, metrics, parameters and data sets.",
  leaves: "Ids, addresses of artifacts, other custom properties of versions; further pages.",
  syntax: ["json"],
  gives: ["model", "card", "measurement", "approval", "run", "dataset"],
  recognises: ({ value }) => entityKind(entitiesOf(value)[0]?.[0]) !== null,
  read: ({ value }): readonly Statement[] =>
    entitiesOf(value).flatMap(([entity, base]) => entityStatements(entity, base)),
};
