import type { Adapter } from "../model/adapter.js";
import {
  frameImportances,
  importanceFrame,
  importancesAt,
  isShapImportance,
  placedImportances,
} from "./families/feature-importance.js";

/** Importance of each feature over many examples, by SHAP. */
export const shapImportance: Adapter = {
  id: "shap-importance",
  title: "SHAP importances over all examples",
  definedAt: "https://shap.readthedocs.io/en/latest/generated/shap.Explanation.html",
  versions: "dumps of shap 0.51.0; SHAP has no file form of its own",
  reads: "The mean absolute SHAP value of each feature, by class where the file has classes.",
  leaves: "Ranks and spreads.",
  syntax: ["json", "yaml", "delimited"],
  gives: ["attribution"],
  recognises: isShapImportance,

  read: (file) => {
    const frame = importanceFrame(file);
    if (frame !== undefined) return frameImportances(frame, { method: "shap" });
    const placed = placedImportances(file.value, "shap");
    return placed.length > 0 ? placed : importancesAt(file.value, "", { method: "shap" });
  },
};
