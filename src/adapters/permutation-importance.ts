import type { Adapter, Value } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { list, member, scalarText } from "../read/shape.js";

const nameKeys = ["features", "feature_names", "columns", "feature_names_in", "names"];

/** How much a score falls when one feature is shuffled. */
export const permutationImportance: Adapter = {
  id: "permutation-importance",
  title: "scikit-learn permutation importance",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.inspection.permutation_importance.html",
  versions: "dumps of scikit-learn 1.9; 0.22 to 1.8 from the schema, not seen",
  reads: "The mean importance of each feature; a feature without a name in the file is told by its place, from 0.",
  leaves: "The single repetitions and their spread.",
  syntax: ["json", "yaml"],
  gives: ["attribution"],
  recognises: ({ value }) => {
    const means = meansOf(value);
    return means.length > 0 && list(member(value, "importances_std"))?.length === means.length;
  },
  read: ({ value }) =>
    meansOf(value).map((importance, index) => ({
      kind: "attribution",
      method: "permutation",
      feature: nameOf(value, index),
      importance,
      where: { pointer: pointer("", "importances_mean", index) },
    })),
};

const meansOf = (value: Value | undefined): readonly Value[] => list(member(value, "importances_mean")) ?? [];

function nameOf(value: Value | undefined, index: number): string {
  const names = nameKeys.map((key) => list(member(value, key))).find((held) => held?.length === meansOf(value).length);
  return scalarText(names?.[index]) ?? `#${index}`;
}
