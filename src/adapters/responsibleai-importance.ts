import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, isList, list, member, scalarText, text } from "../read/shape.js";

const files = ["global_importance_values.json", "per_class_values.json"];

/** A list that responsibleai saved, and what it was in Python. */
const dataOf = (file: EvidenceFile | null): readonly Value[] | undefined =>
  file === null || !hasKeys(file.value, "metadata", "data") ? undefined : list(member(file.value, "data"));

const isNumbers = (values: readonly Value[] | undefined): boolean =>
  values !== undefined && values.length > 0 && values.every((value) => typeof value === "number" || value === null);

function statements(
  values: readonly Value[],
  base: string,
  names: readonly Value[],
  method: string | null,
  slice: Slice,
): Statement[] {
  return values.map((importance, index) => ({
    kind: "attribution",
    method,
    feature: scalarText(names[index]) ?? `#${index}`,
    importance,
    slice,
    where: { pointer: pointer(base, index) },
  }));
}

/** Importances of an explanation, in the order of the features that lie beside them. */
export const responsibleaiImportance: Adapter = {
  id: "responsibleai-importance",
  title: "responsibleai importances (`global_importance_values.json`)",
  definedAt: "https://github.com/interpretml/interpret-community",
  versions: "responsibleai 0.36.0",
  reads:
    "The importance of each feature, by class where it differs, named by `features.json` beside it, and the explainer's method.",
  leaves: "Values of single examples (`local_importance_values.json`), ranks and expected values.",
  syntax: ["json"],
  gives: ["attribution"],

  recognises: (file) => {
    if (!files.includes(file.name) || member(file.value, "metadata") === undefined) return false;
    const data = list(member(file.value, "data"));
    return isNumbers(data) || (data !== undefined && data.every((row) => isNumbers(list(row))));
  },

  read(file) {
    const data = dataOf(file) ?? [];
    const names = dataOf(file.neighbour("features.json")) ?? [];
    const classes = dataOf(file.neighbour("classes.json")) ?? [];
    const method = text(member(file.neighbour("explanation_metadata.json")?.value, "method")) ?? null;
    if (!data.some(isList)) return statements(data, "/data", names, method, {});
    return data.flatMap((row, index) =>
      statements(list(row) ?? [], pointer("/data", index), names, method, {
        class: scalarText(classes[index]) ?? String(index),
      }),
    );
  },
};
