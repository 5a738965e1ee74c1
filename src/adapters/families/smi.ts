import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, list, member, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { splitStatements } from "./weighted-backends.js";

/** A weight as a number, or as a quantity of thousandths, which v1alpha1 wrote: `900m`. */
function weightOf(stated: Value | undefined): number {
  if (typeof stated === "number") return Number.isFinite(stated) ? stated : 0;
  const [, digits, thousandths] = /^(\d{1,9})(m?)$/.exec(text(stated) ?? "") ?? [];
  return digits === undefined ? 0 : Number(digits) / (thousandths === "m" ? 1000 : 1);
}

/** A split of the traffic of a service between others, of the Service Mesh Interface. */
export function trafficSplitStatements(object: KubernetesObject): Statement[] {
  const backends = (list(below(object.value, "spec", "backends")) ?? []).flatMap((backend) => {
    const name = text(member(backend, "service"));
    return name === undefined ? [] : [{ name, weight: weightOf(member(backend, "weight")) }];
  });
  return splitStatements(backends, object.where("spec", "backends"));
}
