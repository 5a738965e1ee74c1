import type { Statement } from "../../model/fact.js";
import { below, list, member, numeric, scalarText, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";

const prefix = "nginx.ingress.kubernetes.io/";
/** What the weight is a share of, where nothing else is said (Ingress-NGINX, annotations). */
const UNSTATED_TOTAL = 100;

const annotation = (object: KubernetesObject, name: string): string | undefined =>
  scalarText(below(object.value, "metadata", "annotations", `${prefix}${name}`));

/** True for an Ingress that says that it is the canary of another. */
export const isCanaryIngress = (object: KubernetesObject): boolean =>
  object.kind === "Ingress" && annotation(object, "canary") === "true";

/** An Ingress that is the canary of another: the share of requests that it takes; unknown where headers or cookies choose. */
export function canaryIngressStatements(object: KubernetesObject): Statement[] {
  if (!isCanaryIngress(object)) return [];
  const weight = numeric(annotation(object, "canary-weight"));
  const total = numeric(annotation(object, "canary-weight-total")) ?? UNSTATED_TOTAL;
  const known = weight !== undefined && weight >= 0 && total > 0 && weight <= total;
  const steps = known ? servicesOf(object).map((name) => `${name} ${weight}`) : [];
  return [
    {
      kind: "rollout",
      strategy: "canary",
      steps: steps.length === 0 ? null : steps,
      traffic: known ? (100 * weight) / total : null,
      where: object.where("metadata", "annotations", `${prefix}${known ? "canary-weight" : "canary"}`),
    },
  ];
}

/** The services that the canary leads to, each once, as `networking.k8s.io/v1` and as the versions before it name them. */
function servicesOf({ value }: KubernetesObject): readonly string[] {
  const paths = (list(below(value, "spec", "rules")) ?? []).flatMap((rule) => list(below(rule, "http", "paths")) ?? []);
  const names = paths.flatMap((path) => {
    const backend = member(path, "backend");
    const name = text(below(backend, "service", "name")) ?? text(member(backend, "serviceName"));
    return name === undefined ? [] : [name];
  });
  return [...new Set(names)];
}
