import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, scalarText, text } from "../read/shape.js";

/** What stands for the constant that belongs to no feature. */
const bias = "<BIAS>";

/** Explanations of models by weights, by importances, and of single predictions have these keys in common. */
const isExplanation = (value: Value | undefined): boolean =>
  hasKeys(value, "estimator", "method", "targets", "feature_importances") &&
  text(member(value, "estimator")) !== undefined;

/** Permutations are wrapped round the estimator, whose own method is told otherwise. */
function methodOf(value: Value | undefined): string {
  if (/^PermutationImportance\b/.test(text(member(value, "estimator")) ?? "")) return "permutation";
  return text(member(value, "method")) ?? "eli5";
}

function weights(
  held: Value | undefined,
  base: string,
  shared: { readonly method: string; readonly slice?: Slice; readonly instance?: string },
): Statement[] {
  return (list(held) ?? []).flatMap((entry, index): Statement[] => {
    const feature = scalarText(member(entry, "feature"));
    if (feature === undefined || feature === bias) return [];
    const where = { pointer: pointer(base, index, "weight") };
    return [{ kind: "attribution", ...shared, feature, importance: member(entry, "weight"), where }];
  });
}

/** Of a single prediction there is a score or a probability; of a model there is none. */
function ofTarget(target: Value, base: string, method: string): Statement[] {
  const name = scalarText(member(target, "target"));
  const predicted = [member(target, "score"), member(target, "proba")].some((value) => (value ?? null) !== null);
  const shared = {
    method,
    ...(name === undefined || name === "y" ? {} : { slice: { class: name } }),
    ...(predicted ? { instance: "prediction" } : {}),
  };
  return (["pos", "neg"] as const).flatMap((sign) =>
    weights(member(member(target, "feature_weights"), sign), pointer(base, "feature_weights", sign), shared),
  );
}

/** What `eli5.format_as_dict` gives of a model or of one prediction. */
export const eli5Explanation: Adapter = {
  id: "eli5-explanation",
  title: "ELI5 explanation (`format_as_dict`)",
  definedAt: "https://eli5.readthedocs.io/en/latest/autodocs/formatters.html",
  versions: "0.8 to 0.16 from the source, not seen",
  reads:
    "The weight of each feature, by class, or its importance; whether it was found by permutation; and whether it is of one prediction.",
  leaves: "Spreads, values of the features, the constant, decision trees and highlighted texts.",
  syntax: ["json", "yaml"],
  gives: ["attribution"],
  recognises: ({ value }) => isExplanation(value),

  read({ value }) {
    const method = methodOf(value);
    const importances = member(member(value, "feature_importances"), "importances");
    return [
      ...weights(importances, "/feature_importances/importances", { method }),
      ...(list(member(value, "targets")) ?? []).flatMap((target, index) =>
        ofTarget(target, pointer("", "targets", index), method),
      ),
    ];
  },
};
