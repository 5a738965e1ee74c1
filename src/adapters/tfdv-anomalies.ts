import type { Adapter, EvidenceFile } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { driftMethodOf } from "../normalise/drift-methods.js";
import { hasKeys, isRecord, list, member } from "../read/shape.js";
import { shortened } from "./families/check-values.js";
import { beginsWith, messageOf, pathText } from "./families/proto-file.js";
import { entries, every, numberOf, one, placeOf, type ProtoNode, scalar } from "./families/proto-tree.js";
import { schemaLimits } from "./families/tfdv-limits.js";

const FIRST_FIELDS = new Set([
  "baseline",
  "anomaly_info",
  "anomaly_name_format",
  "dataset_anomaly_info",
  "drift_skew_info",
  "data_missing",
]);

function isAnomalies({ value }: EvidenceFile): boolean {
  if (!isRecord(value) || hasKeys(value, "feature")) return false;
  const named = hasKeys(value, "anomalyNameFormat") || hasKeys(value, "anomaly_name_format");
  const [drift] = list(member(value, "driftSkewInfo") ?? member(value, "drift_skew_info")) ?? [];
  const info = member(value, "anomalyInfo") ?? member(value, "anomaly_info");
  return (
    (named && (hasKeys(value, "baseline") || isRecord(info) || drift !== undefined)) ||
    (isRecord(info) && Object.values(info).every((each) => hasKeys(each, "severity"))) ||
    hasKeys(drift, "path")
  );
}

const columnOf = (node: ProtoNode): string | null => pathText(every(one(node, "path"), "step").map(scalar));

/** A check for each reason of an anomaly: several are told as "Multiple errors" and only the reasons say which. */
function anomalyChecks(info: ProtoNode, column: string | null): Statement[] {
  const reasons = every(info, "reason");
  return (reasons.length === 0 ? [info] : reasons).map((reason) => {
    const short = one(reason, "short_description");
    return {
      kind: "check",
      name: scalar(one(reason, "type")) ?? scalar(short) ?? "anomaly",
      column,
      passed: false,
      severity: scalar(one(info, "severity")),
      message: shortened(scalar(one(reason, "description")) ?? scalar(short) ?? ""),
      where: placeOf(one(reason, "type") ?? short ?? reason),
    };
  });
}

/** Every measured distance, also of features within their threshold: the measurement itself says nothing of drift. */
function driftStatements(info: ProtoNode): Statement[] {
  const column = columnOf(info);
  return [...every(info, "drift_measurements"), ...every(info, "skew_measurements")].map((measured) => {
    const written = scalar(one(measured, "type")) ?? "";
    const score = one(measured, "value");
    const [value, threshold] = [numberOf(score), numberOf(one(measured, "threshold"))];
    return {
      kind: "drift",
      scope: "column",
      column,
      method: driftMethodOf("tfdv", written)?.id ?? (written === "" ? null : written),
      score: scalar(score),
      threshold,
      drifted: value === null || threshold === null ? null : value > threshold,
      where: placeOf(score ?? measured),
    };
  });
}

function verdict(message: ProtoNode, checks: readonly Statement[]): Statement {
  const missing = scalar(one(message, "data_missing")) === "true";
  const failed = checks.length > 0;
  return {
    kind: "check",
    name: "anomalies",
    passed: failed ? false : missing ? null : true,
    observed: checks.length,
    expected: 0,
    message: missing ? "There were no data to validate." : null,
    suite: true,
    limits: schemaLimits(one(message, "baseline")),
    where: message.form === "json" ? { pointer: "" } : { line: 1 },
  };
}

/** What TensorFlow Data Validation, and TFX's ExampleValidator, found against a schema. No entry means nothing found. */
export const tfdvAnomalies: Adapter = {
  id: "tfdv-anomalies",
  title: "TensorFlow Data Validation anomalies",
  definedAt: "https://github.com/tensorflow/metadata/blob/master/tensorflow_metadata/proto/v0/anomalies.proto",
  versions: "TFDV 1.17, TFX 1.16",
  reads:
    "A failed check for each reason of each anomaly, one verdict over all with the limits of the schema that is repeated in it, and every measured drift or skew with its threshold, which alone decides whether it drifted.",
  leaves: "What the schema says beside limits. The binary form is not read.",
  syntax: ["json", "text"],
  gives: ["check", "drift"],

  recognises: (file) => (file.syntax === "json" ? isAnomalies(file) : isAnomaliesText(file)),

  read(file) {
    const { message, problem } = messageOf(file);
    if (message === null) return [problem];
    const checks = [
      ...entries(message, "anomaly_info").flatMap(([key, info]) => anomalyChecks(info, columnOf(info) ?? key)),
      ...every(message, "dataset_anomaly_info").flatMap((info) => anomalyChecks(info, null)),
    ];
    return [verdict(message, checks), ...checks, ...every(message, "drift_skew_info").flatMap(driftStatements)];
  },
};

const isAnomaliesText = (file: EvidenceFile): boolean =>
  beginsWith(file, FIRST_FIELDS) && /^(anomaly_name_format:|anomaly_info\s*\{|drift_skew_info\s*\{)/m.test(file.text);
