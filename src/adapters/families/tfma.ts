import type { Slice, Statement, StatedInterval } from "../../model/fact.js";
import type { Where } from "../../model/source.js";
import { isRecord } from "../../read/shape.js";
import { every, fieldsOf, one, placeOf, type ProtoNode, scalar, within, wrapped } from "./proto-tree.js";

/** Results of TensorFlow Model Analysis, as Python dumps of its evaluation result and as its protocol buffers. */

const utf8 = new TextDecoder();

/** A slice's value: bytes are base64 in JSON and plain in text; 64-bit integers are texts. */
function sliceValue(key: ProtoNode): string {
  const bytes = scalar(one(key, "bytes_value"));
  if (bytes !== null) return key.form === "json" ? utf8.decode(Buffer.from(bytes, "base64")) : bytes;
  return scalar(one(key, "int64_value")) ?? scalar(one(key, "float_value")) ?? "";
}

/** The slice of a `SliceKey`; `{}` is overall. */
export const sliceOf = (sliceKey: ProtoNode | undefined): Slice =>
  Object.fromEntries(
    every(sliceKey, "single_slice_keys").map((key) => [scalar(one(key, "column")) ?? "", sliceValue(key)]),
  );

/** A slice in words; "all examples" where it is overall. */
export const sliceWords = (slice: Slice): string => {
  const parts = Object.entries(slice).map(([column, value]) => `${column}=${value}`);
  return parts.length === 0 ? "all examples" : parts.join(", ");
};

const finite = (written: string | null): number | null => {
  const value = Number(written ?? "");
  return written === null || written.trim() === "" || !Number.isFinite(value) ? null : value;
};

/** A bound or an error: a wrapped number, or a whole `MetricValue` as those of a `ConfidenceInterval` are. */
const boundIn = (node: ProtoNode | undefined): number | null =>
  finite((node === undefined ? undefined : metricNumber(node)?.written) ?? wrapped(node));

const boundsOf = (node: ProtoNode | undefined): StatedInterval | null => {
  const lower = boundIn(one(node, "lower_bound"));
  const upper = boundIn(one(node, "upper_bound"));
  return lower === null && upper === null ? null : { lower, upper, level: null };
};

/** The number of a `MetricValue`; undefined where it is a matrix, an array, a text or an error's message. */
export function metricNumber(
  value: ProtoNode,
): { readonly written: string | null; readonly interval: StatedInterval | null; readonly where: Where } | undefined {
  const plain = one(value, "double_value");
  if (plain !== undefined) return { written: wrapped(plain), interval: null, where: placeOfWrapped(plain) };
  const sampled = one(value, "t_distribution_value");
  const ofAll = one(sampled, "unsampled_value") ?? one(sampled, "sample_mean");
  if (ofAll !== undefined) return { written: wrapped(ofAll), interval: null, where: placeOfWrapped(ofAll) };
  const bounded = one(value, "bounded_value");
  if (bounded === undefined) return undefined;
  const stated = one(bounded, "value");
  return { written: wrapped(stated), interval: boundsOf(bounded), where: placeOfWrapped(stated ?? bounded) };
}

/** Where the number itself stands, which in text is within its wrapper. */
const placeOfWrapped = (node: ProtoNode): Where => placeOf(one(node, "value") ?? node);

/** One metric of a slice. */
export interface NamedMetric {
  readonly name: string;
  readonly value: ProtoNode;
  /** The `ConfidenceInterval` beside the value. */
  readonly confidence?: ProtoNode | undefined;
}

/** What the metrics of one group share. */
export interface MetricGroup {
  readonly slice: Slice;
  /** Output, top k or average that makes it another quantity; null for the plain one. */
  readonly protocol: string | null;
  readonly about: string | null;
}

const COUNTS: ReadonlySet<string> = new Set(["example_count", "weighted_example_count"]);

const isDifference = (name: string, names: ReadonlySet<string>): boolean =>
  name.endsWith("_diff") && names.has(name.slice(0, -"_diff".length));

/** The numbers of one group: differences to a baseline are left out, and the count of examples is their `n`. */
export function measurementsOf(metrics: readonly NamedMetric[], group: MetricGroup): Statement[] {
  const names = new Set(metrics.map(({ name }) => name));
  const count = metrics.find(({ name }) => name === "example_count");
  const n = count === undefined ? null : finite(metricNumber(count.value)?.written ?? null);
  return metrics.flatMap(({ name, value, confidence }): Statement[] => {
    const number = metricNumber(value);
    if (number === undefined || COUNTS.has(name) || isDifference(name, names)) return [];
    const error = boundIn(
      one(confidence, "standard_error") ?? within(value, "t_distribution_value", "sample_standard_deviation"),
    );
    return [
      {
        kind: "measurement",
        raw_metric: name,
        value: number.written,
        interval: boundsOf(confidence) ?? number.interval,
        ...(error === null ? {} : { standard_error: error }),
        slice: group.slice,
        n,
        ...(group.protocol === null ? {} : { protocol: group.protocol }),
        about: group.about,
        where: number.where,
      },
    ];
  });
}

const classKey = /^class_?id:\s*(-?\d+)$/i;

/** The group of an output name and a sub key as the dumps write them: `classId:1` is a slice by class, `topK:3` a protocol. */
export function groupOf(slice: Slice, output: string, subKey: string, about: string | null): MetricGroup {
  const classId = classKey.exec(subKey)?.[1];
  const words = [output, classId === undefined ? subKey : ""].filter((word) => word !== "");
  return {
    slice: classId === undefined ? slice : { ...slice, class: classId },
    protocol: words.length === 0 ? null : words.join(" "),
    about,
  };
}

/** True for a record of metric values by name. */
export const isMetricRecord = (node: ProtoNode): boolean =>
  node.form === "json" &&
  isRecord(node.value) &&
  fieldsOf(node).length > 0 &&
  fieldsOf(node).every(([, value]) =>
    /Value$|^(confusionMatrix|valueAtCutoffs|unknownType|debugMessage)/.test(onlyKey(value)),
  );

const onlyKey = (node: ProtoNode): string => fieldsOf(node)[0]?.[0] ?? "";

/** The metrics of a record by name. */
export const namedMetrics = (node: ProtoNode): readonly NamedMetric[] =>
  fieldsOf(node).map(([name, value]) => ({ name, value }));

/**
 * "baseline" where the file's name says that these are the numbers of the baseline: a dump of an evaluation does not
 * name its model, and the candidate's and the baseline's lie side by side.
 */
export const modelByName = (fileName: string): string | null =>
  /(^|[^a-z])(baseline|champion)([^a-z]|$)/i.exec(fileName)?.[2]?.toLowerCase() ?? null;
