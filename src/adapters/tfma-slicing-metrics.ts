import type { Adapter, Value } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isList, isRecord, list, scalarText } from "../read/shape.js";
import { fieldsOf, protoOfJson } from "./families/proto-tree.js";
import { groupOf, isMetricRecord, measurementsOf, modelByName, namedMetrics } from "./families/tfma.js";

type Entry = readonly [key: readonly Value[], byOutput: Value];

/** `[[[column, value], …], {output: {sub_key: {metric: value}}}]`; an empty key is overall. */
function entryOf(value: Value | undefined): Entry | undefined {
  const pair = list(value);
  const [key, byOutput] = pair ?? [];
  const keyed = list(key);
  if (pair?.length !== 2 || keyed === undefined || !isRecord(byOutput)) return undefined;
  return keyed.every((part) => isList(part) && part.length === 2) ? [keyed, byOutput] : undefined;
}

const sliceOfKey = (key: readonly Value[]): Slice =>
  Object.fromEntries(key.map((part) => [scalarText(list(part)?.[0]) ?? "", scalarText(list(part)?.[1]) ?? ""]));

function isDump(value: Value | undefined): boolean {
  const entry = entryOf(list(value)?.[0]);
  if (entry === undefined) return false;
  const outputs = fieldsOf(protoOfJson(entry[1]));
  return (
    outputs.length > 0 &&
    outputs.every(
      ([, output]) => fieldsOf(output).length > 0 && fieldsOf(output).every(([, sub]) => isMetricRecord(sub)),
    )
  );
}

const unreadEntry = (base: string): Statement => ({
  kind: "problem",
  problem: "wrong-type",
  message: "An entry is no pair of a slice and its metrics.",
  mend: "Dump the evaluation result's slicing metrics again.",
  where: { pointer: base },
});

function entryStatements(value: Value, base: string, about: string | null): Statement[] {
  const entry = entryOf(value);
  if (entry === undefined) return [unreadEntry(base)];
  const slice = sliceOfKey(entry[0]);
  return fieldsOf(protoOfJson(entry[1], pointer(base, 1))).flatMap(([output, bySubKey]) =>
    fieldsOf(bySubKey).flatMap(([subKey, metrics]) =>
      measurementsOf(namedMetrics(metrics), groupOf(slice, output, subKey, about)),
    ),
  );
}

/** The `slicing_metrics` of an evaluation result, dumped from Python: metrics by slice, output and sub key. */
export const tfmaSlicingMetrics: Adapter = {
  id: "tfma-slicing-metrics",
  title: "TensorFlow Model Analysis slicing metrics",
  definedAt: "https://www.tensorflow.org/tfx/model_analysis/api_docs/python/tfma/view/EvalResult",
  versions: "TFMA 0.47.1; several outputs, classes and bounded values from the schema, not seen",
  reads:
    "Every number by slice, with the slice's count of examples and its bounds. Where the file's name says baseline, its numbers are told of the baseline.",
  leaves: "Differences to a baseline, which its own numbers give, and matrices and arrays.",
  syntax: ["json"],
  gives: ["measurement"],
  numbersAsText: true,
  recognises: ({ value }) => isDump(value),

  read: ({ name, value }) =>
    (list(value) ?? []).flatMap((entry, index) => entryStatements(entry, pointer("", index), modelByName(name))),
};
