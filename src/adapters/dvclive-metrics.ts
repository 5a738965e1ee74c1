import type { Adapter, EvidenceFile } from "../model/adapter.js";
import { isRecord, member } from "../read/shape.js";
import { nestedMetrics } from "./families/nested-metrics.js";

/** Signs of the folder that dvclive writes into: its plots, its report, or the name that it has by default. */
const isLiveFolder = (file: EvidenceFile): boolean =>
  (file.segments.at(-2) ?? "").startsWith("dvclive") ||
  file.folder("plots").some((name) => name === "metrics" || name === "sklearn" || name === "images");

const isStep = (step: unknown): step is number => typeof step === "number" && Number.isInteger(step) && step >= 0;

/** The last values that a run logged through dvclive. */
export const dvcliveMetrics: Adapter = {
  id: "dvclive-metrics",
  title: "dvclive metrics (`dvclive/metrics.json`)",
  definedAt: "https://dvc.org/doc/dvclive/live#output-folder-structure",
  versions: "dvclive 3.49.1",
  reads: "Every number with the step that the run had reached; the texts `nan` and `inf` are not finite.",
  leaves: "The step itself, and the history, which lies in the plots.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: (file) =>
    file.name === "metrics.json" && isRecord(file.value) && isStep(member(file.value, "step")) && isLiveFolder(file),

  read({ value }) {
    const step = member(value, "step");
    return nestedMetrics(value, "", { step: isStep(step) ? step : null });
  },
};
