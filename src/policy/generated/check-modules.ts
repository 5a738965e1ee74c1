// Written by scripts/generate.mjs from src/checks.
import type { Check } from "../../model/check.js";

/** Every check by its id, loaded when it is asked for. */
export const checkModules: Readonly<Record<string, () => Promise<Check>>> = {
  "ab-test": async () => (await import("../../checks/ab-test.js")).abTest,
  "approval": async () => (await import("../../checks/approval.js")).approval,
  "business-kpi": async () => (await import("../../checks/business-kpi.js")).businessKpi,
  "canary": async () => (await import("../../checks/canary.js")).canary,
  "card-claims": async () => (await import("../../checks/card-claims.js")).cardClaims,
  "card-fields": async () => (await import("../../checks/card-fields.js")).cardFields,
  "card-placeholder": async () => (await import("../../checks/card-placeholder.js")).cardPlaceholder,
  "card-sections": async () => (await import("../../checks/card-sections.js")).cardSections,
  "concept-drift": async () => (await import("../../checks/concept-drift.js")).conceptDrift,
  "cross-validation": async () => (await import("../../checks/cross-validation.js")).crossValidation,
  "data-quality": async () => (await import("../../checks/data-quality.js")).dataQuality,
  "dataset-version": async () => (await import("../../checks/dataset-version.js")).datasetVersion,
  "drift": async () => (await import("../../checks/drift.js")).drift,
  "explanation": async () => (await import("../../checks/explanation.js")).explanation,
  "expression": async () => (await import("../../checks/expression.js")).expression,
  "metric": async () => (await import("../../checks/metric.js")).metric,
  "model-age": async () => (await import("../../checks/model-age.js")).modelAge,
  "performance-decay": async () => (await import("../../checks/performance-decay.js")).performanceDecay,
  "preregistered": async () => (await import("../../checks/preregistered.js")).preregistered,
  "report-freshness": async () => (await import("../../checks/report-freshness.js")).reportFreshness,
  "retraining": async () => (await import("../../checks/retraining.js")).retraining,
  "stress-test": async () => (await import("../../checks/stress-test.js")).stressTest,
  "test-set-reuse": async () => (await import("../../checks/test-set-reuse.js")).testSetReuse,
};
