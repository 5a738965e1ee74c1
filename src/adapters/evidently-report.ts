import type { Adapter, Value } from "../model/adapter.js";
import { isRecord, list, member, members, text } from "../read/shape.js";
import { currentStatements, withoutResult } from "./families/evidently-current.js";
import { legacyMetrics, legacyStatements } from "./families/evidently-legacy.js";
import { isColumnDrift, isCurrentReport, metricsOf, testsOf } from "./families/evidently-metrics.js";

/** Reports as `save_json`, `json()` and `as_dict` write them: of 0.1.5x to 0.6, and the other shape of 0.7. */
export const evidentlyReport: Adapter = {
  id: "evidently-report",
  title: "Evidently report",
  definedAt: "https://docs.evidentlyai.com/docs/library/output_formats",
  versions:
    "0.2.8, 0.3.3, 0.4.40, 0.5.1, 0.6.7 (legacy), 0.7.2 and 0.7.23; 0.6 with the new interface from the source, not seen",
  reads:
    "Drift of each column, of the target and the prediction, and of the data set, with method, limit and verdict; figures of model and data quality of both sides; tests as checks; numbers of rows.",
  leaves: "Distributions, curves, confusion matrices, correlations, error bias and tables of examples.",
  syntax: ["json"],
  gives: ["drift", "check", "measurement", "dataset", "attribution"],

  recognises: ({ value }) => isCurrentReport(value) || isLegacyReport(value),

  read({ value }, wanted) {
    if (isLegacyReport(value)) {
      const at = text(member(value, "timestamp")) ?? null;
      return legacyStatements(legacyMetrics(value)).map((statement) => ({ ...statement, at }));
    }
    const tests = testsOf(value);
    const metrics = metricsOf(value, tests, wanted.datasetDriftOnly ? (entry) => !isColumnDrift(entry) : undefined);
    return [...currentStatements(metrics, tests, wanted.suitesOnly), ...emptyMetrics(value)];
  },
};

function isLegacyReport(value: Value | undefined): boolean {
  const first = list(member(value, "metrics"))?.[0];
  return isRecord(first) && text(member(first, "metric")) !== undefined && isRecord(member(first, "result"));
}

const emptyMetrics = (value: Value | undefined) =>
  (list(member(value, "metrics")) ?? []).flatMap((entry, index) =>
    members(entry).length === 0 ? [withoutResult(index)] : [],
  );
