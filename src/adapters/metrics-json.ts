import type { Adapter, EvidenceFile, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { interpretMetric } from "../normalise/metric-vocabulary.js";
import { isList, isRecord, member, members, text } from "../read/shape.js";
import { nestedMetrics } from "./families/nested-metrics.js";

const deepest = 6;
const metricName = /metric|score|eval|result|accuracy|auc|f1|recall|precision|loss/i;

export const metricsJson: Adapter = {
  id: "metrics-json",
  title: "Plain metrics file",
  definedAt: "https://dvc.org/doc/command-reference/metrics",
  versions: "JSON and YAML as people and scripts write them, flat or nested",
  reads:
    "Numbers under names that the vocabulary of metrics knows, with the rows, data set and slices that stand beside them.",
  leaves: "Numbers whose names it does not know, in files whose name does not say that they are metrics.",
  syntax: ["json", "yaml"],
  gives: ["measurement"],
  fallback: true,

  recognises(file) {
    const known = countKnown(file.value, 0);
    return known > 1 || (known === 1 && metricName.test(file.name));
  },

  read: (file) => nestedMetrics(file.value, "", {}).map((statement) => withContext(statement, file)),
};

/** How many numbers have a metric's name. */
function countKnown(value: Value | undefined, depth: number): number {
  if (depth > deepest) return 0;
  if (isList(value)) return 0;
  if (!isRecord(value)) return 0;
  return members(value).reduce((count, [key, child]) => {
    if (isRecord(child)) return count + countKnown(child, depth + 1);
    return count + (isNumberLike(child) && interpretMetric(key).known ? 1 : 0);
  }, 0);
}

const isNumberLike = (value: Value): boolean =>
  typeof value === "number" || (typeof value === "string" && /^[+-]?(\d|\.\d|nan|inf)/i.test(value));

/** Data set, version and threshold that the document states once for all of its metrics. */
function withContext(statement: Statement, { value }: EvidenceFile): Statement {
  if (statement.kind !== "measurement") return statement;
  const dataset = text(member(value, "dataset")) ?? text(member(member(value, "dataset"), "name"));
  const version = text(member(value, "version")) ?? text(member(value, "model_version"));
  const threshold = member(value, "threshold");
  const at =
    text(member(value, "created_at")) ?? text(member(value, "timestamp")) ?? text(member(value, "evaluated_at"));
  return {
    ...statement,
    ...(dataset === undefined || statement.dataset !== undefined ? {} : { dataset }),
    ...(version === undefined ? {} : { version }),
    ...(typeof threshold === "number" && Number.isFinite(threshold) ? { threshold } : {}),
    ...(at === undefined ? {} : { at }),
  };
}
