import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { isNpy, parseNpy, type NumericArray } from "../read/npy.js";
import { list, member, text } from "../read/shape.js";
import { isExplanationArray } from "../read/syntax.js";
import { importanceMethod } from "./families/feature-importance.js";
import { shapStatementsOf } from "./families/shap-values.js";

const upTo = (extent: number): readonly number[] => Array.from({ length: extent }, (_, index) => index);

const mostFeatures = 5_000;

const textsIn = (value: Value | undefined): readonly string[] =>
  (
    list(value) ??
    list(member(value, "feature_names")) ??
    list(member(value, "features")) ??
    list(member(value, "columns")) ??
    []
  ).flatMap((name) => text(name) ?? []);

/** Names of features that lie beside the array, as many as it has; else their places. */
function featuresOf(file: EvidenceFile, count: number): readonly string[] {
  const named = file
    .folder(".")
    .filter((name) => /^(feature_?names?|features|feature_?columns|columns)\.(json|txt)$/i.test(name));
  for (const name of named) {
    const beside = file.neighbour(name);
    const names = name.endsWith(".txt")
      ? (beside?.text.split(/\r?\n/).filter((line) => line.trim() !== "") ?? [])
      : textsIn(beside?.value);
    if (names.length === count) return names;
  }
  return upTo(count).map((index) => `#${index}`);
}

/** Values by class, example and feature: the last axis holds features, or classes where a third says so. */
function valuesOf({ shape, at }: NumericArray): Parameters<typeof shapStatementsOf>[0]["values"] {
  const [rows = 0, columns = 0, classes] = shape;
  const matrix = (group: number | null) => ({
    group: group === null ? null : String(group),
    rows: upTo(rows).map((row) =>
      upTo(columns).map((column) => (group === null ? at(row, column) : at(row, column, group))),
    ),
  });
  return classes === undefined ? [matrix(null)] : upTo(classes).map(matrix);
}

function statementsOf(file: EvidenceFile, array: NumericArray): readonly Statement[] {
  const { shape } = array;
  const where = { line: 1 };
  const count = shape.length === 1 ? shape[0] : shape[1];
  if (count === undefined || count === 0 || count > mostFeatures || shape.length > 3 || shape.includes(0)) return [];
  const features = featuresOf(file, count);
  if (shape.length > 1) return shapStatementsOf({ features, values: valuesOf(array), key: "" }, where, null);
  return features.map((feature, index) => ({
    kind: "attribution",
    method: importanceMethod(file.name),
    feature,
    importance: array.at(index),
    where,
  }));
}

/** Importances and SHAP values that were saved as an array of NumPy. */
export const explanationArray: Adapter = {
  id: "explanation-array",
  title: "SHAP values or importances as an array of NumPy (`shap_values.npy`)",
  definedAt: "https://numpy.org/doc/stable/reference/generated/numpy.lib.format.html",
  versions: "formats 1.0 to 3.0 of plain numbers, from the schema, not seen",
  reads:
    "Of an array of examples and features (and classes) the mean absolute value of each feature, of one axis the values; names of the features where `feature_names.json`, `features.txt` or the like beside it has as many, else their places.",
  leaves: "The values of single examples, other arrays, objects and texts in arrays, and files of several (`.npz`).",
  syntax: ["binary"],
  gives: ["attribution"],
  recognises: ({ bytes, name }) => isExplanationArray(name) && isNpy(bytes),

  read(file) {
    const array = parseNpy(file.bytes);
    if (array !== undefined) return statementsOf(file, array);
    return [
      {
        kind: "problem",
        where: { line: 1 },
        problem: "unreadable",
        message: "this is no whole array of plain numbers",
        mend: "write it anew with numpy.save, without objects in it",
      },
    ];
  },
};
