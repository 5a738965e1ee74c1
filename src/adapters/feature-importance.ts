import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { hasKeys, isRecord, member, text } from "../read/shape.js";
import {
  frameImportances,
  importanceFrame,
  importanceMethod,
  importancesAt,
  isShapImportance,
  placedImportances,
} from "./families/feature-importance.js";
import { holdsMetrics } from "./families/metrics-look.js";

const saysImportance = /(feature|variable|global|permutation)?[_-]?(importance|attribution)s?|explanation/i;

const methodOf = ({ value, name }: EvidenceFile): string | null => {
  const stated = text(member(value, "method")) ?? text(member(value, "explainer")) ?? text(member(value, "type"));
  return importanceMethod(stated ?? "") ?? importanceMethod(name);
};

/** A frame of features and their importance tells itself; a map of names to numbers does so by the file's name only. */
const isOwnShape = (file: EvidenceFile): boolean =>
  saysImportance.test(file.name) && importancesAt(file.value, "", { method: null }).length > 1;

const isPlaced = (file: EvidenceFile): boolean =>
  isRecord(file.value) && placedImportances(file.value, null).length > 0 && !holdsMetrics(file);

/** What scikit-learn's `permutation_importance` gives has a format of its own. */
const isPermutationResult = ({ value }: EvidenceFile): boolean => hasKeys(value, "importances_mean", "importances_std");

/** Importances of features that are not SHAP's: gains and weights of trees, permutations, coefficients, own shapes. */
export const featureImportance: Adapter = {
  id: "feature-importance",
  title: "Importances of features",
  definedAt: "https://mlflow.org/docs/latest/api_reference/python_api/mlflow.xgboost.html#mlflow.xgboost.autolog",
  versions:
    "CSV and JSON as people dump them, not seen; MLflow autolog (`feature_importance_*.json`) from the source, not seen",
  reads:
    "The importance of each feature, by class or by example where the file says so, and the method where a name says it.",
  leaves: "Ranks, spreads and values of the features.",
  syntax: ["json", "yaml", "delimited", "json-lines"],
  gives: ["attribution"],

  recognises: (file) =>
    !isShapImportance(file) &&
    !isPermutationResult(file) &&
    (importanceFrame(file) !== undefined || isOwnShape(file) || isPlaced(file)),

  read: (file) => {
    const method = methodOf(file);
    const frame = importanceFrame(file);
    if (frame !== undefined) return frameImportances(frame, { method });
    const placed = placedImportances(file.value, method);
    return placed.length > 0 ? placed : importancesAt(file.value, "", { method });
  },
};
