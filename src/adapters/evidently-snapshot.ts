import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { below, hasKeys, isRecord, list, member, text } from "../read/shape.js";
import { lastName } from "./families/evidently.js";
import { currentStatements } from "./families/evidently-current.js";
import { dumped } from "./families/evidently-dumps.js";
import { legacyStatements } from "./families/evidently-legacy.js";
import type { LegacyMetric } from "./families/evidently-legacy-drift.js";
import { suiteStatements } from "./families/evidently-suite.js";

/** What the tool keeps for its own workspace: `save()` of the older versions, `Snapshot.dumps()` of 0.7. */
export const evidentlySnapshot: Adapter = {
  id: "evidently-snapshot",
  title: "Evidently snapshot",
  definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
  versions: "0.4.40, 0.7.2 (legacy), 0.7.23",
  reads: "The same as of the report or test suite that it keeps, with its date.",
  leaves: "Widgets, distributions, correlations, options, tags and links.",
  syntax: ["json"],
  gives: ["drift", "check", "measurement", "dataset", "attribution"],

  recognises: ({ value }) => isLegacySnapshot(value) || isDump(value),

  read({ value }) {
    const at = text(member(value, "timestamp")) ?? null;
    const statements = isDump(value) ? dumpedStatements(value) : legacy(value);
    return statements.map((statement) => ({ ...statement, at }));
  },
};

const isLegacySnapshot = (value: Value | undefined): boolean =>
  hasKeys(value, "metrics_ids", "test_ids") && hasKeys(member(value, "suite"), "metrics", "metric_results");

const isDump = (value: Value | undefined): boolean =>
  hasKeys(value, "metric_results", "top_level_metrics") && isRecord(member(value, "metric_results"));

function dumpedStatements(value: Value | undefined): readonly Statement[] {
  const { metrics, tests } = dumped(value);
  return currentStatements(metrics, tests);
}

/**
 * Results stand in the order of the metrics. A report names by `metrics_ids` those that it shows; the others were
 * only needed for them.
 */
function legacy(value: Value | undefined): readonly Statement[] {
  const metrics = list(below(value, "suite", "metrics")) ?? [];
  const shown = new Set(list(member(value, "metrics_ids")) ?? []);
  const results = (list(below(value, "suite", "metric_results")) ?? []).flatMap((result, index): LegacyMetric[] => {
    const name = lastName(member(metrics[index], "type"));
    return name === undefined || !shown.has(index)
      ? []
      : [{ name, result, where: pointer("", "suite", "metric_results", index) }];
  });
  return [
    ...legacyStatements(results),
    ...suiteStatements(below(value, "suite", "test_results"), "/suite/test_results"),
  ];
}
