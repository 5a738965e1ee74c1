import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { isRecord, member, members, number } from "../read/shape.js";
import { byGroupStatements, featureNames, groupsOf, isByGroup } from "./families/fairlearn.js";
import { isMeasured } from "./families/metrics-place.js";

/** What a MetricFrame says over its groups, by the names of its properties and methods. */
const aggregate = /^(group_(min|max)|(difference|ratio)(_(between_groups|to_overall))?)$/;

const isSummary = (value: Value | undefined): boolean =>
  members(value).some(([key]) => aggregate.test(key)) &&
  (member(value, "overall") !== undefined ||
    isByGroup(member(value, "by_group")) ||
    members(value).filter(([key]) => aggregate.test(key)).length > 1);

/** A frame of one metric has numbers where a frame of several has records. */
const amounts = (held: Value, base: string): readonly (readonly [name: string, value: Value, at: string])[] =>
  isRecord(held)
    ? members(held).map(([name, value]) => [name, value, pointer(base, name)] as const)
    : [["metric", held, base]];

const isCount = (name: string): boolean => name === "count";

/** The overall metrics, and their number of examples. */
function overall(held: Value): Statement[] {
  const n = number(member(held, "count"));
  return amounts(held, "/overall").flatMap(([name, value, at]): Statement[] =>
    isCount(name) || isRecord(value)
      ? []
      : [{ kind: "measurement", raw_metric: name, value, ...(n === undefined ? {} : { n }), where: { pointer: at } }],
  );
}

/** The worst group, the best, and how far they are apart: each another quantity than the metric, and named so. */
const aggregates = (key: string, held: Value): Statement[] =>
  amounts(held, pointer("", key)).flatMap(([name, value, at]): Statement[] =>
    isCount(name) || isRecord(value)
      ? []
      : [
          {
            kind: "measurement",
            raw_metric: `${key}.${name}`,
            metric: `${name}_${key}`,
            value,
            ...(key.startsWith("difference") ? { higher_is_better: false } : {}),
            ...(key.startsWith("ratio") ? { higher_is_better: true } : {}),
            where: { pointer: at },
          },
        ],
  );

function statementsOf(key: string, held: Value, file: EvidenceFile): Statement[] {
  if (key === "overall") return overall(held);
  if (key === "by_group")
    return isByGroup(held) ? byGroupStatements(held, "/by_group", featureNames(file, groupsOf(held))) : [];
  if (aggregate.test(key)) return aggregates(key, held);
  return isMeasured(held)
    ? [{ kind: "measurement", raw_metric: key, value: held, where: { pointer: pointer("", key) } }]
    : [];
}

/** A dump of a MetricFrame's overall values, of its extremes over the groups, and of the differences and ratios between them. */
export const fairlearnSummary: Adapter = {
  id: "fairlearn-summary",
  title: "Fairlearn MetricFrame, overall and over its groups",
  definedAt: "https://fairlearn.org/main/api_reference/generated/fairlearn.metrics.MetricFrame.html",
  versions: "dumps of fairlearn 0.15.0; Fairlearn has no file form of its own",
  reads:
    "Overall metrics with the number of examples, groups where they stand beside, and minimum, maximum, difference and ratio over the groups under names of their own.",
  leaves: "Extremes and differences of counts; groups within control features.",
  syntax: ["json"],
  gives: ["measurement"],
  recognises: ({ value }) => isSummary(value),
  read: (file) => members(file.value).flatMap(([key, held]) => statementsOf(key, held, file)),
};
