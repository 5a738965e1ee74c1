import type { Value } from "../../model/adapter.js";
import type { Slice, Statement } from "../../model/fact.js";
import { pointer } from "../../model/source.js";
import { isRecord, list, member, members, number, scalarText, text } from "../../read/shape.js";

/** The error tree of responsibleai: the model's error over all rows, and in the parts where it differs most. */

/** A dashboard's data names its keys by the enumeration that they came from. */
function keyed(node: Value, name: string): readonly [key: string, value: Value] | undefined {
  const own = { metricName: "METRIC_NAME", metricValue: "METRIC_VALUE" }[name] ?? name;
  return members(node).find(([key]) => key === name || key.endsWith(`.${own}`));
}

export const isErrorTree = (value: Value | undefined): boolean => {
  const [first] = list(value) ?? [];
  return first !== undefined && isRecord(first) && "nodeIndex" in first && keyed(first, "metricValue") !== undefined;
};

/** "amount <= 118.10" below "amount > 20": conditions on one feature are joined. */
function conditionsOf(node: Value, byId: ReadonlyMap<string, Value>): Slice {
  const found = new Map<string, string>();
  const passed = new Set<string>();
  for (let at: Value | undefined = node; at !== undefined; at = byId.get(scalarText(member(at, "parentId")) ?? "")) {
    const id = scalarText(member(at, "id")) ?? "";
    if (passed.has(id)) break;
    passed.add(id);
    const condition = text(member(at, "condition"));
    const feature = text(member(at, "parentNodeName"));
    if (condition === undefined || feature === undefined) continue;
    const rest = condition.startsWith(feature) ? condition.slice(feature.length).trim() : condition;
    const inner = found.get(feature);
    found.set(feature, inner === undefined ? rest : `${rest} and ${inner}`);
  }
  return Object.fromEntries([...found].reverse());
}

/** A measurement for each node of the tree; the root is everything. */
export function errorTreeStatements(tree: Value | undefined, base: string): Statement[] {
  const nodes = list(tree) ?? [];
  const byId = new Map(nodes.map((node) => [scalarText(member(node, "id")) ?? "", node]));
  return nodes.flatMap((node, index): Statement[] => {
    const name = text(keyed(node, "metricName")?.[1]);
    const held = keyed(node, "metricValue");
    if (name === undefined || held === undefined) return [];
    const size = number(member(node, "size"));
    return [
      {
        kind: "measurement",
        raw_metric: name,
        value: held[1],
        slice: conditionsOf(node, byId),
        ...(size === undefined ? {} : { n: size }),
        where: { pointer: pointer(base, index, held[0]) },
      },
    ];
  });
}
