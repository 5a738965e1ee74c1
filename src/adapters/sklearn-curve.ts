import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { members } from "../read/shape.js";
import { curveProblems, isCurve } from "./families/curve.js";

/** Points of a ROC, precision-recall or calibration curve, with the areas and losses that stand beside them. */
export const sklearnCurve: Adapter = {
  id: "sklearn-curve",
  title: "scikit-learn curves",
  definedAt: "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.roc_curve.html",
  versions: "scikit-learn 0.20 to 1.9",
  reads:
    "Numbers of known names beside the points, such as an area or a Brier score; points that are not finite are told.",
  leaves: "The points themselves: a curve is no metric, and no area is computed from it.",
  syntax: ["json", "yaml"],
  gives: ["measurement"],
  recognises: ({ value }) => isCurve(value),
  read: ({ value }) => [...besideCurve(value), ...curveProblems(value)],
};

const besideCurve = (value: Value | undefined): readonly Statement[] =>
  members(value).flatMap(([key, found]) =>
    typeof found === "number" && interpretMetric(key).known
      ? [{ kind: "measurement", raw_metric: key, value: found, where: { pointer: pointer("", key) } }]
      : [],
  );
