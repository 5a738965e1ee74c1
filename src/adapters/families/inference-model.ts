import type { Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { below, list, member, number, text } from "../../read/shape.js";
import type { KubernetesObject } from "./kubernetes.js";
import { splitStatements, type WeightedBackend } from "./weighted-backends.js";

/** Targets under their names; equal shares where none states a weight. */
function targetsOf(value: Value | undefined, nameKey: string): readonly WeightedBackend[] {
  const targets = list(value) ?? [];
  const weighted = targets.some((target) => member(target, "weight") !== undefined);
  return targets.flatMap((target) => {
    const name = text(member(target, nameKey));
    return name === undefined ? [] : [{ name, weight: weighted ? (number(member(target, "weight")) ?? 0) : 1 }];
  });
}

/** A model of the Gateway API inference extension, or a rewrite of its name: how its traffic is split between targets. */
export function inferenceModelStatements(object: KubernetesObject): Statement[] {
  if (object.kind === "InferenceModel")
    return splitStatements(
      targetsOf(below(object.value, "spec", "targetModels"), "name"),
      object.where("spec", "targetModels"),
    );
  return (list(below(object.value, "spec", "rules")) ?? []).flatMap((rule, index) =>
    splitStatements(
      targetsOf(member(rule, "targets"), "modelRewrite"),
      object.where("spec", "rules", index, "targets"),
    ),
  );
}
