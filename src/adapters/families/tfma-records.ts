import type { EvidenceFile, Value } from "../../model/adapter.js";
import type { Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { type Fault, fault } from "../../read/fault.js";
import { decodeMessage, type MessageShape, messageShape } from "../../read/protobuf.js";
import { firstTfRecord, readTfRecords } from "../../read/tf-records.js";
import { entries, every, one, protoOfJson, type ProtoNode, scalar } from "./proto-tree.js";

/**
 * Messages of TensorFlow Model Analysis in the files that its evaluator writes, a record each, as far as they are read.
 *
 * @see https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/metrics_for_slice.proto
 * @see https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/validation_result.proto
 */
const double = messageShape({ 1: ["value", "double"] });
const integer = messageShape({ 1: ["value", "integer"] });

const bounded = messageShape({ 1: ["lower_bound", double], 2: ["upper_bound", double], 3: ["value", double] });

const tDistribution = messageShape({
  1: ["sample_mean", double],
  2: ["sample_standard_deviation", double],
  4: ["unsampled_value", double],
});

const metricValue = messageShape({
  1: ["double_value", double],
  2: ["bounded_value", bounded],
  9: ["t_distribution_value", tDistribution],
});

const sliceKey = messageShape({
  1: [
    "single_slice_keys",
    messageShape({
      1: ["column", "text"],
      2: ["bytes_value", "bytes"],
      3: ["float_value", "float"],
      4: ["int64_value", "integer"],
    }),
    "repeated",
  ],
});

const crossSliceKey = messageShape({ 1: ["baseline_slice_key", sliceKey], 2: ["comparison_slice_key", sliceKey] });

const metricKey = messageShape({
  1: ["name", "text"],
  2: ["output_name", "text"],
  3: ["sub_key", messageShape({ 1: ["class_id", integer], 2: ["k", integer], 3: ["top_k", integer] })],
  4: ["model_name", "text"],
  5: ["is_diff", "boolean"],
  6: [
    "aggregation_type",
    messageShape({
      1: ["micro_average", "boolean"],
      2: ["macro_average", "boolean"],
      3: ["weighted_macro_average", "boolean"],
    }),
  ],
});

const confidence = messageShape({
  1: ["upper_bound", metricValue],
  2: ["lower_bound", metricValue],
  3: ["standard_error", metricValue],
});

const metricsForSlice = messageShape({
  1: ["slice_key", sliceKey],
  2: ["metrics", messageShape({ 1: ["key", "text"], 2: ["value", metricValue] }), "map"],
  3: ["cross_slice_key", crossSliceKey],
  51: [
    "metric_keys_and_values",
    messageShape({ 1: ["key", metricKey], 2: ["value", metricValue], 3: ["confidence_interval", confidence] }),
    "repeated",
  ],
});

const threshold = messageShape({
  1: ["value_threshold", messageShape({ 1: ["lower_bound", double], 2: ["upper_bound", double] })],
  2: [
    "change_threshold",
    messageShape({ 1: ["absolute", double], 2: ["relative", double], 3: ["direction", "integer"] }),
  ],
});

const failure = messageShape({
  1: ["metric_key", metricKey],
  2: ["metric_threshold", threshold],
  3: ["metric_value", metricValue],
  4: ["message", "text"],
});

const slicingSpec = messageShape({
  1: ["feature_keys", "text", "repeated"],
  2: ["feature_values", messageShape({ 1: ["key", "text"], 2: ["value", "text"] }), "map"],
});

const validationResult = messageShape({
  1: ["validation_ok", "boolean"],
  2: [
    "metric_validations_per_slice",
    messageShape({
      2: ["slice_key", sliceKey],
      3: ["failures", failure, "repeated"],
      4: ["cross_slice_key", crossSliceKey],
    }),
    "repeated",
  ],
  3: ["missing_slices", slicingSpec, "repeated"],
  4: [
    "validation_details",
    messageShape({ 1: ["slicing_details", messageShape({ 2: ["num_matching_slices", "integer"] }), "repeated"] }),
  ],
  6: ["missing_thresholds", "boolean"],
  7: ["rubber_stamp", "boolean"],
});

/** The messages of a file, with pointers that begin with the number of the record. */
export interface Records {
  readonly messages: readonly ProtoNode[];
  readonly fault: Fault | null;
}

function recordsOf(bytes: Uint8Array, shape: MessageShape): Records {
  const messages: ProtoNode[] = [];
  let unknown: Fault | null = null;
  const stopped = readTfRecords(bytes, (record, index) => {
    const value: Value | undefined = decodeMessage(record, shape);
    if (value !== undefined) messages.push(protoOfJson(value, pointer("", index)));
    else unknown ??= fault("unreadable", `record ${index + 1} of the file is none of the tool's`, "write it anew");
  });
  return { messages, fault: stopped ?? unknown };
}

export const metricRecords = (bytes: Uint8Array): Records => recordsOf(bytes, metricsForSlice);

export const validationRecords = (bytes: Uint8Array): Records => recordsOf(bytes, validationResult);

/** What is wrong with the file, for the report. */
export const problemsOf = ({ fault: found }: Records): readonly Statement[] =>
  found === null ? [] : [{ kind: "problem", ...found, where: { pointer: "" } }];

/** Called as the evaluator calls what it writes, whichever part of it the file is. */
export const isCalled = (name: string, part: "plots" | "validations"): boolean =>
  name.replace(/(-\d{5}-of-\d{5})?(\.tfrecord)?$/, "") === part;

/** Metrics by name in the first record: nothing else is written so. */
export function holdsMetrics({ bytes, name }: EvidenceFile): boolean {
  const record = isCalled(name, "plots") ? undefined : firstTfRecord(bytes);
  const value = record === undefined ? undefined : decodeMessage(record, metricsForSlice);
  if (value === undefined) return false;
  const first = protoOfJson(value);
  const [pair] = every(first, "metric_keys_and_values");
  return (
    (scalar(one(one(pair, "key"), "name")) ?? "") !== "" || entries(first, "metrics").some(([metric]) => metric !== "")
  );
}
