import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, isRecord, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";

interface Share {
  readonly name: string;
  readonly weight: number;
}

/** The version that a destination names: a subset of a host, or the host itself where each version has its own. */
function destinationName(destination: Value | undefined): string | undefined {
  return text(member(destination, "subset")) ?? text(member(destination, "host"));
}

/** Those that get traffic. A lone destination needs no weight; several without one get nothing. */
function servedBy(route: Value): readonly Share[] {
  return (list(member(route, "route")) ?? []).flatMap((entry, _, all) => {
    const name = destinationName(member(entry, "destination"));
    const weight = number(member(entry, "weight")) ?? (all.length === 1 ? 100 : 0);
    return name === undefined || weight <= 0 ? [] : [{ name, weight }];
  });
}

/**
 * One route of a VirtualService. Shares are weights over their sum; of several versions the one that says canary is
 * new, else the last. A route that goes to one version alone tells of no roll-out: which of the others is new is unsaid.
 */
function routeStatements(object: KubernetesObject, protocol: string, index: number, route: Value): Statement[] {
  const served = servedBy(route);
  const fresh = served.find(({ name }) => /canary/i.test(name)) ?? served.at(-1);
  if (fresh === undefined) return [];
  const others = served.filter((share) => share !== fresh);
  if (others.length > 0) {
    const sum = served.reduce((total, { weight }) => total + weight, 0);
    return [
      {
        kind: "rollout",
        strategy: "canary",
        steps: served.map(({ name, weight }) => `${name} ${weight}`),
        traffic: (100 * fresh.weight) / sum,
        rollback_target: others[0]?.name ?? null,
        where: object.where("spec", protocol, index, "route"),
      },
    ];
  }
  const mirrored = isRecord(member(route, "mirror"))
    ? destinationName(member(route, "mirror"))
    : destinationName(member(list(member(route, "mirrors"))?.[0], "destination"));
  if (mirrored === undefined || mirrored === fresh.name) return [];
  const place = isRecord(member(route, "mirror")) ? "mirror" : "mirrors";
  return [
    {
      kind: "rollout",
      strategy: "shadow",
      rollback_target: fresh.name,
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
