import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { boolean, hasKeys, isRecord, member, members, number } from "../read/shape.js";
import { coverageCheck } from "./families/partial-evaluation.js";

const counts = [
  "total_instances",
  "submitted_instances",
  "completed_instances",
  "resolved_instances",
  "unresolved_instances",
  "empty_patch_instances",
  "error_instances",
] as const;

const isSummary = (value: Value | undefined): boolean =>
  hasKeys(value, "submitted_instances", "resolved_instances", "unresolved_instances");

const isInstance = (value: Value | undefined): boolean =>
  hasKeys(value, "resolved") && (hasKeys(value, "patch_successfully_applied") || hasKeys(value, "tests_status"));

const isByInstance = (value: Value | undefined): boolean =>
  isRecord(value) && members(value).length > 0 && members(value).every(([, instance]) => isInstance(instance));

/** What was not submitted, or could not be run, was not resolved: the share is of all instances. */
function summaryStatements(value: Value | undefined): Statement[] {
  const total = number(member(value, "total_instances"));
  const submitted = number(member(value, "submitted_instances"));
  const resolved = number(member(value, "resolved_instances"));
  return [
    ...counts.flatMap((key): Statement[] =>
      hasKeys(value, key)
        ? [
            {
              kind: "measurement",
              raw_metric: key,
              value: member(value, key),
              unit: "count",
              where: { pointer: pointer("", key) },
            },
          ]
        : [],
    ),
    ...(total === undefined || resolved === undefined || !(total > 0)
      ? []
      : [
          {
            kind: "measurement" as const,
            raw_metric: "resolved_instances / total_instances",
            metric_name: "resolved_rate",
            value: resolved / total,
            n: total,
            trials: total,
            where: { pointer: hasKeys(value, "resolved_ids") ? "/resolved_ids" : "" },
          },
        ]),
    ...(total === undefined || submitted === undefined
      ? []
      : [coverageCheck({ task: "SWE-bench", evaluated: submitted, of: total }, { pointer: "/submitted_instances" })]),
  ];
}

const instanceStatements = (value: Value | undefined): Statement[] =>
  members(value).map(([instance, result]) => ({
    kind: "check",
    name: `resolved ${instance}`,
    passed: boolean(member(result, "resolved")) ?? null,
    where: { pointer: pointer("", instance, "resolved") },
  }));

export const sweBenchReport: Adapter = {
  id: "swe-bench-report",
  title: "SWE-bench report (`<model>.<run>.json`, `report.json` of an instance)",
  definedAt: "https://www.swebench.com/SWE-bench/guides/evaluation/",
  versions: "schema version 2, from reports that public repositories quote, not seen",
  reads:
    "Counts of instances, the share of all of them that was resolved, whether all were submitted; of a report by instance whether each was resolved.",
  leaves: "The ids of the instances and the status of single tests.",
  syntax: ["json"],
  gives: ["measurement", "check"],
  recognises: ({ value }) => isSummary(value) || isByInstance(value),
  read: ({ value }) => (isSummary(value) ? summaryStatements(value) : instanceStatements(value)),
};
