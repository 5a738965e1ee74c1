// Written by scripts/generate.mjs from the files of this folder.
import { abTest } from "./ab-test.js";
import { alertsConfigured } from "./alerts-configured.js";
import { anomalies } from "./anomalies.js";
import { approval } from "./approval.js";
import { assertions } from "./assertions.js";
import { auditTrail } from "./audit-trail.js";
import { benchmark } from "./benchmark.js";
import { businessKpi } from "./business-kpi.js";
import { calibration } from "./calibration.js";
import { canary } from "./canary.js";
import { cardClaims } from "./card-claims.js";
import { cardFields } from "./card-fields.js";
import { cardPlaceholder } from "./card-placeholder.js";
import { cardSections } from "./card-sections.js";
import { classBalance } from "./class-balance.js";
import { conceptDrift } from "./concept-drift.js";
import { confidenceDrift } from "./confidence-drift.js";
import { contaminationStatement } from "./contamination-statement.js";
import { crossValidation } from "./cross-validation.js";
import { dataFreshness } from "./data-freshness.js";
import { dataQuality } from "./data-quality.js";
import { datasetVersion } from "./dataset-version.js";
import { drift } from "./drift.js";
import { evidenceLock } from "./evidence-lock.js";
import { explanation } from "./explanation.js";
import { expression } from "./expression.js";
import { fairness } from "./fairness.js";
import { framework } from "./framework.js";
import { imagePinned } from "./image-pinned.js";
import { infrastructure } from "./infrastructure.js";
import { intendedUse } from "./intended-use.js";
import { latency } from "./latency.js";
import { licence } from "./licence.js";
import { lineage } from "./lineage.js";
import { metric } from "./metric.js";
import { modelAge } from "./model-age.js";
import { owner } from "./owner.js";
import { performanceDecay } from "./performance-decay.js";
import { predictionDrift } from "./prediction-drift.js";
import { predictionLogging } from "./prediction-logging.js";
import { preregistered } from "./preregistered.js";
import { privacy } from "./privacy.js";
import { recomputedMetrics } from "./recomputed-metrics.js";
import { redTeam } from "./red-team.js";
import { reportFreshness } from "./report-freshness.js";
import { representation } from "./representation.js";
import { reproducibility } from "./reproducibility.js";
import { resources } from "./resources.js";
import { retraining } from "./retraining.js";
import { riskClass } from "./risk-class.js";
import { rollback } from "./rollback.js";
import { rolloutStrategy } from "./rollout-strategy.js";
import { separationOfDuties } from "./separation-of-duties.js";
import { serialisation } from "./serialisation.js";
import { stageTransition } from "./stage-transition.js";
import { stressTest } from "./stress-test.js";
import { testSetReuse } from "./test-set-reuse.js";
import { trainTestOverlap } from "./train-test-overlap.js";
import type { Check } from "../model/check.js";

/** Every check that a rule can name. */
export const checks: readonly Check[] = [
  abTest,
  alertsConfigured,
  anomalies,
  approval,
  assertions,
  auditTrail,
  benchmark,
  businessKpi,
  calibration,
  canary,
  cardClaims,
  cardFields,
  cardPlaceholder,
  cardSections,
  classBalance,
  conceptDrift,
  confidenceDrift,
  contaminationStatement,
  crossValidation,
  dataFreshness,
  dataQuality,
  datasetVersion,
  drift,
  evidenceLock,
  explanation,
  expression,
  fairness,
  framework,
  imagePinned,
  infrastructure,
  intendedUse,
  latency,
  licence,
  lineage,
  metric,
  modelAge,
  owner,
  performanceDecay,
  predictionDrift,
  predictionLogging,
  preregistered,
  privacy,
  recomputedMetrics,
  redTeam,
  reportFreshness,
  representation,
  reproducibility,
  resources,
  retraining,
  riskClass,
  rollback,
  rolloutStrategy,
  separationOfDuties,
  serialisation,
  stageTransition,
  stressTest,
  testSetReuse,
  trainTestOverlap,
];
