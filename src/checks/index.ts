// Written by scripts/generate.mjs from the files of this folder.
import { abTest } from "./ab-test.js";
import { approval } from "./approval.js";
import { businessKpi } from "./business-kpi.js";
import { canary } from "./canary.js";
import { cardClaims } from "./card-claims.js";
import { cardFields } from "./card-fields.js";
import { cardPlaceholder } from "./card-placeholder.js";
import { cardSections } from "./card-sections.js";
import { conceptDrift } from "./concept-drift.js";
import { crossValidation } from "./cross-validation.js";
import { dataQuality } from "./data-quality.js";
import { datasetVersion } from "./dataset-version.js";
import { drift } from "./drift.js";
import { explanation } from "./explanation.js";
import { expression } from "./expression.js";
import { metric } from "./metric.js";
import { modelAge } from "./model-age.js";
import { performanceDecay } from "./performance-decay.js";
import { preregistered } from "./preregistered.js";
import { reportFreshness } from "./report-freshness.js";
import { retraining } from "./retraining.js";
import { stressTest } from "./stress-test.js";
import { testSetReuse } from "./test-set-reuse.js";
import type { Check } from "../model/check.js";

/** Every check that a rule can name. */
export const checks: readonly Check[] = [
  abTest,
  approval,
  businessKpi,
  canary,
  cardClaims,
  cardFields,
  cardPlaceholder,
  cardSections,
  conceptDrift,
  crossValidation,
  dataQuality,
  datasetVersion,
  drift,
  explanation,
  expression,
  metric,
  modelAge,
  performanceDecay,
  preregistered,
  reportFreshness,
  retraining,
  stressTest,
  testSetReuse,
];
