import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { splitStatements, type WeightedBackend } from "./weighted-backends.js";

/** The version that a destination names: a subset of a host, or the host itself where each version has its own. */
function destinationName(destination: Value | undefined): string | undefined {
  return text(member(destination, "subset")) ?? text(member(destination, "host"));
}

/** Those that get traffic. A lone destination needs no weight; several without one get nothing. */
function servedBy(route: Value): readonly WeightedBackend[] {
  return (list(member(route, "route")) ?? []).flatMap((entry, _, all) => {
    const name = destinationName(member(entry, "destination"));
    const weight = number(member(entry, "weight")) ?? (all.length === 1 ? 100 : 0);
    return name === undefined || weight <= 0 ? [] : [{ name, weight }];
  });
}

/** One route of a VirtualService: its split, or whom it is mirrored to. */
function routeStatements(object: KubernetesObject, protocol: string, index: number, route: Value): Statement[] {
  const served = servedBy(route);
  const split = splitStatements(served, object.where("spec", protocol, index, "route"));
  const only = served[0];
  if (split.length > 0 || only === undefined) return split;
  const mirrored = isRecord(member(route, "mirror"))
    ? destinationName(member(route, "mirror"))
    : destinationName(member(list(member(route, "mirrors"))?.[0], "destination"));
  if (mirrored === undefined || mirrored === only.name) return [];
  const place = isRecord(member(route, "mirror")) ? "mirror" : "mirrors";
  return [
    {
      kind: "rollout",
      strategy: "shadow",
      rollback_target: only.name,
      where: object.where("spec", protocol, index, place),
    },
  ];
}

/** A VirtualService: each of its routes that splits the traffic between versions, or mirrors it. */
export const virtualServiceStatements = (object: KubernetesObject): Statement[] =>
  ["http", "tls", "tcp"].flatMap((protocol) =>
    (list(below(object.value, "spec", protocol)) ?? []).flatMap((route, index) =>
      routeStatements(object, protocol, index, route),
    ),
  );
