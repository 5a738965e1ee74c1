import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import { hasKeys, isRecord, list, member } from "../read/shape.js";
import { beginsWith } from "./families/proto-file.js";

const FIRST_FIELDS = new Set(["model_specs", "slicing_specs", "metrics_specs", "cross_slicing_specs"]);

const KEYS = ["modelSpecs", "slicingSpecs", "metricsSpecs", "model_specs", "slicing_specs", "metrics_specs"];

/** Lists of at least two of the three specifications, or the metrics alone. */
function isConfig(value: Value | undefined): boolean {
  const listed = KEYS.filter((key) => list(member(value, key)) !== undefined);
  return listed.length >= 2 || (listed.length === 1 && /metrics/i.test(listed[0] ?? ""));
}

const isEvalConfig = ({ value }: EvidenceFile): boolean =>
  isRecord(value) &&
  (isConfig(value) || isConfig(member(value, "evalConfig")) || isConfig(member(value, "eval_config"))) &&
  !hasKeys(value, "results");

/** How an evaluation is to run, with its thresholds: limits, not results. */
export const tfmaEvalConfig: Adapter = {
  id: "tfma-eval-config",
  title: "TensorFlow Model Analysis evaluation config",
  definedAt: "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/config.proto",
  versions: "TFMA 0.47.1",
  reads: "Nothing beyond the format: thresholds are limits, and no number in it was measured.",
  leaves: "Models, slices, metrics and thresholds.",
  syntax: ["json", "text"],
  gives: [],
  recognises: (file) => (file.syntax === "json" ? isEvalConfig(file) : beginsWith(file, FIRST_FIELDS)),
  read: () => [],
};
