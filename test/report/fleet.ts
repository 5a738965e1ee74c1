import type { Decision, Finding } from "../../src/model/finding.js";
import type { Report, ReportedModel } from "../../src/model/report.js";
import { finding, reportOf } from "../publish/findings.js";

const decisions: readonly Decision[] = [
  "pass",
  "pass",
  "pass",
  "pass",
  "warn",
  "pass",
  "undecided",
  "pass",
  "block",
  "pass",
];
const effects = { block: "block", undecided: "undecided", warn: "warn", pass: "pass" } as const;

const nameOf = (index: number): string => `model-${String(index).padStart(4, "0")}`;

const modelOf = (index: number): ReportedModel => ({
  name: nameOf(index),
  path: `models/${nameOf(index)}`,
  version: `v${index % 7}`,
  stage: index % 3 === 0 ? "production" : "staging",
  risk: index % 5 === 0 ? "high" : null,
  owner: index % 11 === 0 ? null : `@acme/team-${index % 9}`,
  decision: decisions[index % decisions.length] ?? "pass",
  gated: true,
  policies: ["promotion"],
  metrics: [],
  files: [],
  vouched: "committed",
  detail: null,
});

const findingOf = ({ name, decision }: ReportedModel): Finding =>
  finding({
    model: name,
    effect: effects[decision],
    outcome: decision === "pass" ? "met" : "not-met",
    fingerprint: name,
  });

/** A fleet of models of every decision, owner and stage. */
export function fleetReport(size: number): Report {
  const models = Array.from({ length: size }, (_, index) => modelOf(index));
  return { ...reportOf(models.map(findingOf)), models };
}
