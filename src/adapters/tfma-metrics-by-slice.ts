import type { Adapter } from "../model/adapter.js";
import type { Slice, Statement } from "../model/fact.js";
import { fieldsOf, placeOf, protoOfJson, type ProtoNode } from "./families/proto-tree.js";
import { isMetricRecord, measurementsOf, modelByName, namedMetrics } from "./families/tfma.js";

const sliceKey = /^\((?:\(.*\),?)?\)$/s;
const quoted = `(?:'((?:[^'\\\\]|\\\\.)*)'|"((?:[^"\\\\]|\\\\.)*)"|([-+\\w.]+))`;
const slicePart = new RegExp(`\\(${quoted}, ?${quoted}\\)(?:, ?|$)`, "gy");

const plain = (single?: string, double?: string, bare?: string): string =>
  (single ?? double ?? bare ?? "").replace(/\\(.)/gs, "$1");

/** The slice of a key such as `(('country', 'DE'),)`, which is a Python tuple printed; undefined where it is none. */
export function sliceOfTuple(key: string): Slice | undefined {
  if (!sliceKey.test(key)) return undefined;
  const inner = key.slice(1, -1).replace(/,$/, "");
  const parts: [string, string][] = [];
  slicePart.lastIndex = 0;
  while (slicePart.lastIndex < inner.length) {
    const match = slicePart.exec(inner);
    if (match === null) return undefined;
    parts.push([plain(match[1], match[2], match[3]), plain(match[4], match[5], match[6])]);
  }
  return Object.fromEntries(parts);
}

function sliceStatements(key: string, metrics: ProtoNode, about: string | null): Statement[] {
  const slice = sliceOfTuple(key);
  if (slice !== undefined) return measurementsOf(namedMetrics(metrics), { slice, protocol: null, about });
  return [
    {
      kind: "problem",
      problem: "wrong-type",
      message: "The key names no slice: it is no printed tuple of columns and values.",
      mend: "Dump the metrics again, keyed by the slices that the tool gives.",
      where: placeOf(metrics),
    },
  ];
}

/** What `get_metrics_for_all_slices` gives, dumped from Python: metrics by the printed slice. */
export const tfmaMetricsBySlice: Adapter = {
  id: "tfma-metrics-by-slice",
  title: "TensorFlow Model Analysis metrics for all slices",
  definedAt: "https://www.tensorflow.org/tfx/model_analysis/api_docs/python/tfma/view/EvalResult",
  versions: "TFMA 0.47.1",
  reads:
    "Every number by slice, with the slice's count of examples. Where the file's name says baseline, its numbers are told of the baseline.",
  leaves: "Differences to a baseline, which its own numbers give, and matrices and arrays.",
  syntax: ["json"],
  gives: ["measurement"],
  numbersAsText: true,

  recognises({ value }) {
    const [first] = value === undefined ? [] : fieldsOf(protoOfJson(value));
    return first !== undefined && sliceOfTuple(first[0]) !== undefined && isMetricRecord(first[1]);
  },

  read: ({ name, value }) =>
    value === undefined
      ? []
      : fieldsOf(protoOfJson(value)).flatMap(([key, metrics]) => sliceStatements(key, metrics, modelByName(name))),
};
