import type { Value } from "../../model/adapter.js";
import { pointer } from "../../model/source.js";
import { below, list, member, members, text } from "../../read/shape.js";
import { lastName } from "./evidently.js";
import { parsed, testAt, type Figure, type Metric, type Test } from "./evidently-metrics.js";

const parts: Readonly<Record<string, readonly string[]>> = {
  CountValue: ["count", "share"],
  MeanStdValue: ["mean", "std"],
};

/** A result of `Snapshot.dumps()` keeps each figure in a record of its own. */
function dumpedFigures(result: Value, where: string): Figure[] {
  const type = lastName(member(result, "type")) ?? "";
  const leaf = (value: Value | undefined, part: readonly string[], ...path: readonly string[]): Figure[] => {
    const inner = member(value, "value");
    return inner === undefined || inner === null
      ? []
      : [{ part, value: inner, where: pointer(where, ...path, "value") }];
  };
  if (type === "SingleValue") return leaf(result, []);
  if (Object.hasOwn(parts, type)) return (parts[type] ?? []).flatMap((key) => leaf(member(result, key), [key], key));
  if (type === "ByLabelValue")
    return members(member(result, "values")).flatMap(([label, value]) => leaf(value, [label], "values", label));
  if (type === "ByLabelCountValue")
    return ["counts", "shares"].flatMap((key) =>
      members(member(result, key)).flatMap(([label, value]) => leaf(value, [key, label], key, label)),
    );
  return [];
}

/** Metrics and tests of a document as `Snapshot.dumps()` writes it. */
export function dumped(document: Value | undefined): { readonly metrics: Metric[]; readonly tests: Test[] } {
  const shown = new Set((list(member(document, "top_level_metrics")) ?? []).flatMap((id) => text(id) ?? []));
  const results = members(member(document, "metric_results")).filter(([id]) => shown.size === 0 || shown.has(id));
  const tests = results.flatMap(([id, result]) =>
    (list(member(result, "tests")) ?? []).flatMap((body, index) =>
      testAt(body, pointer("", "metric_results", id, "tests", index)),
    ),
  );
  const metrics = results.map(([id, result]) => {
    const where = pointer("", "metric_results", id);
    const params = below(result, "metric_value_location", "metric", "params");
    return { id, ...parsed(params, "", undefined), figures: dumpedFigures(result, where), where };
  });
  return { metrics, tests };
}
