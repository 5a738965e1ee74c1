import type { Adapter, Value } from "../model/adapter.js";
import { hasKeys, isList, list, member } from "../read/shape.js";
import { isTfRecords } from "../read/tf-records.js";
import { isCalled } from "./families/tfma-records.js";

const DATA = [
  "calibrationHistogramBuckets",
  "confusionMatrixAtThresholds",
  "multiClassConfusionMatrixAtThresholds",
  "multiLabelConfusionMatrixAtThresholds",
];

const isPlotData = (value: Value | undefined): boolean =>
  DATA.some(
    (key) =>
      hasKeys(value, key) ||
      hasKeys(
        value,
        key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      ),
  );

function isPlots(value: Value | undefined): boolean {
  const pairs = list(member(value, "plotKeysAndValues")) ?? list(member(value, "plot_keys_and_values"));
  if (pairs !== undefined) return pairs.every((pair) => hasKeys(pair, "value") || hasKeys(pair, "key"));
  return isPlotData(value);
}

/** Curves of an evaluation. Their points are not the model's metrics: each is taken at a threshold of its own. */
export const tfmaPlots: Adapter = {
  id: "tfma-plots",
  title: "TensorFlow Model Analysis plots",
  definedAt:
    "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/metrics_for_slice.proto",
  versions: "TFMA 0.47.1",
  reads: "Nothing beyond the format: the points of a curve are no metrics.",
  leaves: "Calibration buckets and confusion matrices by threshold.",
  syntax: ["json", "binary"],
  gives: [],
  recognises: ({ syntax, name, bytes, value }) =>
    syntax === "binary" ? isCalled(name, "plots") && isTfRecords(bytes) : isPlots(isList(value) ? value[0] : value),
  read: () => [],
};
