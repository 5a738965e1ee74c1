import { data } from "./data.js";
import { deployment } from "./deployment.js";
import { development } from "./development.js";
import { documentation } from "./documentation.js";
import { governance } from "./governance.js";
import { languageModels } from "./language-models.js";
import { metric } from "./metric.js";
import { monitoring } from "./monitoring.js";
import { resultCases } from "./results.js";
import { retraining } from "./retraining.js";
import type { OptionCase, OptionCases } from "./on-corpus.js";

const tables: readonly OptionCases[] = [
  documentation,
  data,
  metric,
  development,
  resultCases,
  deployment,
  monitoring,
  retraining,
  governance,
  languageModels,
];
/** Every case, by the check and option that it is of. */
export const cases: readonly (readonly [option: string, one: OptionCase])[] = tables.flatMap((table) =>
  Object.entries(table),
);
