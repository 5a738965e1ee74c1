import type { Adapter } from "../model/adapter.js";
import { frameOf } from "./families/frame.js";
import { holdsRecords, isMetricsFrame, isSliceFrame } from "./families/frame-kinds.js";
import { placedImportances } from "./families/feature-importance.js";
import { holdsMetrics } from "./families/metrics-look.js";
import { metricsOf } from "./families/metrics-tree.js";
import { frameStatements } from "./families/results-frame.js";

/** Metrics in a shape of the team's own, as scripts dump them. */
export const metricsJson: Adapter = {
  id: "metrics-json",
  title: "Plain metrics file",
  definedAt: "https://dvc.org/doc/command-reference/metrics",
  versions: "JSON, JSON lines, YAML, TOML and CSV as people and scripts write them, flat or nested",
  reads:
    "Numbers under names that the vocabulary of metrics knows, and those beside them; keys such as `test`, `slices`, `by_country`, `folds` and `baseline` say what they are of, and counts, thresholds, data set and date that stand beside them belong to them. Cells of a confusion matrix among them, and importances under keys such as `feature_importance`, as attributions.",
  leaves:
    "Numbers away from any known metric, and what stands under keys such as `params`, `thresholds` and `targets`.",
  syntax: ["json", "json-lines", "yaml", "toml", "delimited"],
  gives: ["measurement", "attribution"],
  fallback: true,

  recognises: holdsMetrics,

  read: (file) => {
    const frame = frameOf(file);
    if (
      frame === undefined ||
      (file.syntax !== "json-lines" && holdsRecords(frame)) ||
      !(isMetricsFrame(frame) || isSliceFrame(frame))
    )
      return [...metricsOf(file.value, ""), ...placedImportances(file.value, null)];
    return frameStatements(frame, (name) => file.segments.includes(name));
  },
};
