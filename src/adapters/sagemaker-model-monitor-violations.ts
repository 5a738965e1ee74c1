import type { Adapter, Value } from "../model/adapter.js";
import type { Statement } from "../model/fact.js";
import { pointer } from "../model/source.js";
import { hasKeys, list, member, scalarText, text } from "../read/shape.js";
import { shortened } from "./families/check-values.js";
import { numbersOf } from "./families/model-monitor.js";

/** A violation's name: its check, or the metric where the check is only the side of a threshold. */
function nameOf(violation: Value): string {
  const check = text(member(violation, "constraint_check_type")) ?? "constraint";
  return /Threshold$/.test(check) ? (text(member(violation, "metric_name")) ?? check) : check;
}

function violationCheck(violation: Value, base: string): Statement {
  const description = (text(member(violation, "description")) ?? "").trim();
  const { observed, limit } = numbersOf(description);
  const facet = text(member(violation, "facet"));
  const metric = text(member(violation, "metric_name"));
  const about = [
    metric,
    facet === undefined ? undefined : `${facet}=${scalarText(member(violation, "facet_value")) ?? ""}`,
  ];
  const subject = about.filter((part) => part !== undefined).join(" of ");
  return {
    kind: "check",
    name: nameOf(violation),
    column: text(member(violation, "feature_name")) ?? facet ?? null,
    passed: false,
    observed,
    expected: limit,
    message: shortened(subject === "" ? description : `${subject}: ${description}`),
    where: { pointer: pointer(base, hasKeys(violation, "description") ? "description" : "constraint_check_type") },
  };
}

/** Drift of a column against the baseline, or of the ranking of features, whose score drifts when it is low. */
function driftStatements(violation: Value, base: string): Statement[] {
  const check = text(member(violation, "constraint_check_type"));
  const { observed, limit } = numbersOf(text(member(violation, "description")) ?? "");
  if (check !== "baseline_drift_check" && check !== "feature_attribution_drift_check") return [];
  if (observed === null) return [];
  const ofColumn = check === "baseline_drift_check";
  return [
    {
      kind: "drift",
      scope: ofColumn ? "column" : "attribution",
      column: ofColumn ? (text(member(violation, "feature_name")) ?? null) : null,
      method: ofColumn ? null : "ndcg",
      score: observed,
      threshold: typeof limit === "number" ? limit : null,
      drifted: true,
      where: { pointer: pointer(base, "description") },
    },
  ];
}

/** Constraints that monitored data, predictions or explanations broke. Only violations are listed. */
export const sagemakerModelMonitorViolations: Adapter = {
  id: "sagemaker-model-monitor-violations",
  title: "SageMaker Model Monitor violations (`constraint_violations.json`)",
  definedAt: "https://docs.aws.amazon.com/sagemaker/latest/dg/model-monitor-interpreting-violations.html",
  versions: "data quality; model quality, bias drift and attribution drift from the documentation, not seen",
  reads:
    "A failed check for each violation with the number and limit in its sentence, drift of columns and attributions, and the verdict: without any violation the constraints are kept.",
  leaves: "Constraints that were kept, which the file does not list.",
  syntax: ["json"],
  gives: ["check", "drift"],

  recognises({ value }) {
    const violations = list(member(value, "violations"));
    if (violations === undefined) return false;
    if (violations.length === 0)
      return Object.keys(value ?? {}).every((key) => key === "violations" || key === "version");
    return violations.every((violation) => hasKeys(violation, "constraint_check_type"));
  },

  read({ value }) {
    const violations = list(member(value, "violations")) ?? [];
    return [
      {
        kind: "check",
        name: "constraints",
        passed: violations.length === 0,
        observed: violations.length,
        expected: 0,
        message: `${String(violations.length)} constraints are violated.`,
        suite: true,
        where: { pointer: "/violations" },
      },
      ...violations.flatMap((violation, index) => {
        const base = pointer("/violations", index);
        return [violationCheck(violation, base), ...driftStatements(violation, base)];
      }),
    ];
  },
};
