import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { hasKeys, isList, list, member } from "../read/shape.js";
import { entries, every, one, protoOfJson, type ProtoNode, scalar, within, wrapped } from "./families/proto-tree.js";
import { holdsMetrics, metricRecords, problemsOf, type Records } from "./families/tfma-records.js";
import { groupOf, measurementsOf, modelByName, type NamedMetric, sliceOf } from "./families/tfma.js";
import { grouped } from "../model/grouped.js";

interface Keyed extends NamedMetric {
  readonly model: string;
  readonly output: string;
  readonly subKey: string;
  readonly isDifference: boolean;
}

/** A sub key in the words of the dumps, the average in those of the tool. */
function subKeyOf(key: ProtoNode | undefined): string {
  for (const [field, word] of [
    ["class_id", "classId"],
    ["k", "k"],
    ["top_k", "topK"],
  ] as const) {
    const stated = within(key, "sub_key", field);
    if (stated !== undefined) return `${word}:${wrapped(stated) ?? ""}`;
  }
  for (const [field, word] of [
    ["micro_average", "micro"],
    ["macro_average", "macro"],
    ["weighted_macro_average", "weighted_macro"],
  ] as const)
    if (scalar(within(key, "aggregation_type", field)) === "true") return word;
  return "";
}

function keyedMetric(pair: ProtoNode): readonly Keyed[] {
  const key = one(pair, "key");
  const value = one(pair, "value");
  if (value === undefined) return [];
  return [
    {
      name: scalar(one(key, "name")) ?? "",
      value,
      confidence: one(pair, "confidence_interval"),
      model: scalar(one(key, "model_name")) ?? "",
      output: scalar(one(key, "output_name")) ?? "",
      subKey: subKeyOf(key),
      isDifference: scalar(one(key, "is_diff")) === "true",
    },
  ];
}

const bySlice = (slice: ProtoNode): readonly Keyed[] => [
  ...every(slice, "metric_keys_and_values").flatMap(keyedMetric),
  ...entries(slice, "metrics").map(([name, value]) => ({
    name: name.replace(/^post_export_metrics\//, ""),
    value,
    model: "",
    output: "",
    subKey: "",
    isDifference: false,
  })),
];

/** Models against which another was compared: of several, those that no difference is told of. */
function baselinesOf(metrics: readonly Keyed[]): ReadonlySet<string> {
  const compared = new Set(metrics.filter(({ isDifference }) => isDifference).map(({ model }) => model));
  return new Set(compared.size === 0 ? [] : metrics.map(({ model }) => model).filter((model) => !compared.has(model)));
}

function sliceStatements(slice: ProtoNode, baselines: ReadonlySet<string>, fileName: string): Statement[] {
  const groups = grouped(
    bySlice(slice).filter(({ isDifference }) => !isDifference),
    ({ model, output, subKey }) => JSON.stringify([model, output, subKey]),
  );
  return [...groups.values()].flatMap((metrics) => {
    const [first] = metrics;
    if (first === undefined) return [];
    const isBaseline = baselines.has(first.model) || /^(baseline|champion)$/i.test(first.model);
    const about = isBaseline ? first.model : modelByName(fileName);
    return measurementsOf(metrics, groupOf(sliceOf(one(slice, "slice_key")), first.output, first.subKey, about));
  });
}

const isSlice = (value: Value | undefined): boolean =>
  (hasKeys(value, "metricKeysAndValues") &&
    (list(member(value, "metricKeysAndValues")) ?? []).every((pair) => hasKeys(pair, "key"))) ||
  (hasKeys(value, "metric_keys_and_values") && hasKeys(value, "slice_key"));

function slicesOf(file: EvidenceFile): Records {
  if (file.syntax === "binary") return metricRecords(file.bytes);
  const { value, values } = file;
  const messages =
    file.syntax === "json-lines"
      ? values.map((each) => protoOfJson(each.value, "", each.line))
      : isList(value)
        ? value.map((each, index) => protoOfJson(each, `/${String(index)}`))
        : value === undefined
          ? []
          : [protoOfJson(value)];
  return { messages, fault: null };
}

/** `MetricsForSlice` messages: metrics of several models by slice. */
export const tfmaMetricsForSlice: Adapter = {
  id: "tfma-metrics-for-slice",
  title: "TensorFlow Model Analysis metrics for slices",
  definedAt:
    "https://github.com/tensorflow/model-analysis/blob/master/tensorflow_model_analysis/proto/metrics_for_slice.proto",
  versions:
    "TFMA 0.47.1 as JSON; as its evaluator writes it (`metrics`, `metrics-*.tfrecord`), confidence intervals and messages before 0.22 from the schema, not seen",
  reads:
    "Every number by slice, with the slice's count of examples; numbers of the model compared against are told of that.",
  leaves: "Differences, matrices and arrays.",
  syntax: ["json", "json-lines", "binary"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises: (file) =>
    file.syntax === "binary"
      ? holdsMetrics(file)
      : isSlice(file.syntax === "json-lines" ? file.values[0]?.value : isList(file.value) ? file.value[0] : file.value),

  read(file) {
    const records = slicesOf(file);
    const baselines = baselinesOf(records.messages.flatMap(bySlice));
    return [
      ...records.messages.flatMap((slice) => sliceStatements(slice, baselines, file.name)),
      ...problemsOf(records),
    ];
  },
};
