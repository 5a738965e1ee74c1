import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { splitStatements, type WeightedBackend } from "./weighted-backends.js";

/** Weight of a backend that states none (Gateway API reference, `BackendRef`). */
const UNSTATED_WEIGHT = 1;

/** A weight that is written and is no number is no share of anything. */
const weightOf = (reference: Value): number => {
  const stated = member(reference, "weight");
  return stated === undefined ? UNSTATED_WEIGHT : (number(stated) ?? 0);
};

function backendsOf(rule: Value): readonly WeightedBackend[] {
  return (list(member(rule, "backendRefs")) ?? []).flatMap((reference) => {
    const name = text(member(reference, "name"));
    return name === undefined ? [] : [{ name, weight: weightOf(reference) }];
  });
}

function mirrorsOf(object: KubernetesObject, rule: Value, index: number): Statement[] {
  const served = backendsOf(rule).find(({ weight }) => weight > 0);
  return (list(member(rule, "filters")) ?? []).flatMap((filter, at): Statement[] => {
    const mirrored = text(below(filter, "requestMirror", "backendRef", "name"));
    if (served === undefined || mirrored === undefined || mirrored === served.name) return [];
    return [
      {
        kind: "rollout",
        strategy: "shadow",
        rollback_target: served.name,
        where: object.where("spec", "rules", index, "filters", at, "requestMirror"),
      },
    ];
  });
}

/** A route of the Gateway API: each rule that splits the traffic between backends, or mirrors it. */
export const gatewayRouteStatements = (object: KubernetesObject): Statement[] =>
  (list(below(object.value, "spec", "rules")) ?? []).flatMap((rule, index) => [
    ...splitStatements(backendsOf(rule), object.where("spec", "rules", index, "backendRefs")),
    ...mirrorsOf(object, rule, index),
  ]);
