import type { Value } from "../../model/adapter.js";
import type { ParameterValue, Statement } from "../../model/fact.js";
import { below, member, members, number, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { containersOf, rolledOut } from "./pod-spec.js";

const strategies: ReadonlyMap<string, string> = new Map([
  ["RollingUpdate", "rolling-update"],
  ["Recreate", "recreate"],
  ["OnDelete", "on-delete"],
]);

/** How a strategy's limits are written: `maxSurge 25%`. */
export const rollingSteps = (strategy: Value | undefined): readonly string[] =>
  members(member(strategy, "rollingUpdate")).flatMap(([name, amount]) => {
    const written = scalarText(amount);
    return written === undefined ? [] : [`${name} ${written}`];
  });

export const rollingStrategy = (strategy: Value | undefined): string | null =>
  strategies.get(text(member(strategy, "type")) ?? "") ?? null;

const replicasOf = (value: Value): Readonly<Record<string, ParameterValue>> => {
  const replicas = number(below(value, "spec", "replicas"));
  return replicas === undefined ? {} : { replicas };
};

/** Earlier revisions that are kept to roll back to; none where the history is switched off. */
export function keptRevisions(value: Value): string | null {
  const kept = number(below(value, "spec", "revisionHistoryLimit"));
  return kept === undefined || kept < 1 ? null : `${kept} earlier revisions`;
}

function deployed(object: KubernetesObject): Statement[] {
  const key = object.kind === "Deployment" ? "strategy" : "updateStrategy";
  const stated = below(object.value, "spec", key);
  const strategy = rollingStrategy(stated);
  const steps = rollingSteps(stated);
  return rolledOut(object, containersOf(object, "spec", "template", "spec"), {
    fields: { strategy, steps: steps.length === 0 ? null : steps, rollback_target: keptRevisions(object.value) },
    at: strategy === null ? null : ["spec", key, "type"],
    extra: replicasOf(object.value),
  });
}

function autoscaled(object: KubernetesObject): Statement[] {
  const spec = member(object.value, "spec");
  const limits = ["minReplicas", "maxReplicas"].flatMap((key): [string, number][] => {
    const amount = number(member(spec, key));
    return amount === undefined ? [] : [[key, amount]];
  });
  return limits.length === 0
    ? []
    : [{ kind: "rollout", resources: Object.fromEntries(limits), where: object.where("spec", "maxReplicas") }];
}

function disruption(object: KubernetesObject): Statement[] {
  const spec = member(object.value, "spec");
  const limits = ["minAvailable", "maxUnavailable"].flatMap((key): [string, string][] => {
    const amount = scalarText(member(spec, key));
    return amount === undefined ? [] : [[key, amount]];
  });
  const first = limits[0];
  return first === undefined
    ? []
    : [{ kind: "rollout", resources: Object.fromEntries(limits), where: object.where("spec", first[0]) }];
}

/** Kubernetes' own kinds. A Deployment that states no strategy is rolled out as the cluster has it, which no file says. */
export function workloadStatements(object: KubernetesObject): Statement[] {
  switch (object.kind) {
    case "Deployment":
    case "StatefulSet":
    case "DaemonSet":
      return deployed(object);
    case "ReplicaSet":
    case "Job":
      return rolledOut(object, containersOf(object, "spec", "template", "spec"), { fields: {}, at: null });
    case "CronJob":
      return rolledOut(object, containersOf(object, "spec", "jobTemplate", "spec", "template", "spec"), {
        fields: {},
        at: null,
      });
    case "Pod":
      return rolledOut(object, containersOf(object, "spec"), { fields: {}, at: null });
    case "HorizontalPodAutoscaler":
      return autoscaled(object);
    case "PodDisruptionBudget":
      return disruption(object);
    default:
      return [];
  }
}
