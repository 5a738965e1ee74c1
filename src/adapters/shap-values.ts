import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { pointer } from "../model/source.js";
import { shapStatementsOf, shapTable, shapValuesIn, type ShapValues } from "./families/shap-values.js";

const valuesOf = (file: EvidenceFile): ShapValues | undefined =>
  file.syntax === "delimited" ? shapTable(file) : shapValuesIn(file.value);

/** SHAP values of single examples: what they say together is the importance of each feature. */
export const shapValues: Adapter = {
  id: "shap-values",
  title: "SHAP values of many examples, or a dump of `shap.Explanation`",
  definedAt: "https://shap.readthedocs.io/en/latest/generated/shap.Explanation.html",
  versions:
    "dumps of shap 0.51.0, classes last; classes first (before 0.45) not seen; SHAP has no file form of its own",
  reads:
    "The mean absolute value of each feature over the examples, by class; of a single example the values themselves.",
  leaves: "The values of single examples among many, base values and the data.",
  syntax: ["json", "yaml", "delimited"],
  gives: ["attribution"],
  recognises: (file) => valuesOf(file) !== undefined,

  read: (file) => {
    const found = valuesOf(file);
    if (found === undefined) return [];
    const where = file.syntax === "delimited" ? { line: 1 } : { pointer: pointer("", found.key) };
    const single = found.values.every(({ rows }) => rows.length === 1);
    return shapStatementsOf(found, where, single ? file.name.replace(/\.\w+$/, "") : null);
  },
};
