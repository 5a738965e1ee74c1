import type { Files } from "../judge/judged.js";
import { facts, judged } from "../judge/judged.js";
import type { Report } from "../../src/model/report.js";
import { canonicalLines } from "../../src/report/canonical-json.js";
import { defaultConfiguration, type Configuration } from "../../src/model/configuration.js";

/** Predictions of a model whose scores are as often right as they say, or not. */
function predictions(rows: number, spread: number): string {
  const lines = ["id,label,score"];
  for (let row = 0; row < rows; row++) {
    const score = ((row * 37) % 100) / 100;
    const truth = ((row * 61) % 100) / 100 < Math.min(1, score * spread) ? 1 : 0;
    lines.push(`${row},${truth},${score}`);
  }
  return `${lines.join("\n")}\n`;
}

const card = `---
license: apache-2.0
language: en
tags: [fraud]
---
# Fraud detector

## Intended use
Scores card payments for review by a person before they are held.

## Limitations
[More Information Needed]

## Training data
Payments from January to June, without those that are in dispute.
`;

const segment = (key: string, value: string, recall: number, n: number, trials: number): object => ({
  kind: "measurement",
  metric: "recall",
  value: recall,
  slice: { [key]: value },
  n,
  trials,
  dataset: "fraud-test",
});

/** Evidence of every kind that a report shows: metrics, segments, drift, explanations, lineage, approvals, predictions. */
const evidence = (recall: number, version: string): string =>
  facts(
    {
      kind: "model",
      name: "fraud",
      version,
      framework: "xgboost",
      artifact_digest: `sha256:${"ab12".repeat(16)}`,
      created: "2026-09-01T00:00:00Z",
    },
    {
      kind: "run",
      run_id: "3a2cc982580a4f58b8c7b4849b56e85d",
      status: "FINISHED",
      code_revision: "4f1c2e94f1c2e94f1c2e94f1c2e94f1c2e94f1c2",
    },
    { kind: "dataset", name: "fraud-train", role: "train", digest: "md5:bb5789bfbe45", rows: 14000 },
    { kind: "dataset", name: "fraud-test", role: "test", digest: "md5:ff1443a00ab1", rows: 6000 },
    { kind: "measurement", metric: "recall", value: recall, n: 6000, trials: 151, dataset: "fraud-test" },
    {
      kind: "measurement",
      metric: "roc_auc",
      value: recall + 0.3,
      standard_error: 0.01,
      n: 6000,
      dataset: "fraud-test",
    },
    { kind: "measurement", metric: "log_loss", value: 0.8 - recall, n: 6000, dataset: "fraud-test" },
    { kind: "measurement", metric: "latency_p95", value: 120, unit: "ms" },
    segment("age_band", "18-24", 0.41, 963, 29),
    segment("age_band", "25-34", 0.62, 1650, 47),
    segment("age_band", "65+", 0.18, 611, 180),
    segment("country", "RO", 0.5, 141, 12),
    segment("country", "LI", 0.9, 7, 5),
    ...["amount", "channel", "device_age_days", "n_tx_24h"].map((column, index) => ({
      kind: "drift",
      scope: "column",
      column,
      method: "psi",
      score: [0.02, 0.231, 0.38, 0.564][index],
      n_reference: 3000,
      n_current: 3000,
      at: "2026-11-22T00:00:00Z",
    })),
    { kind: "attribution", method: "shap", feature: "amount", importance: 0.41 },
    { kind: "attribution", method: "shap", feature: "channel", importance: -0.12 },
    { kind: "approval", by: "@acme/kim", role: "@acme/model-risk", commit: "4f1c2e9", state: "approved" },
  );

const policy = `policy: gate
confidence: 95%
owner: "@acme/model-risk"
rules:
  recall-floor: { metric: recall, at-least: 60%, references: ["EU AI Act: Art. 15"] }
  no-worse: { metric: [roc_auc, recall], against: champion, may-lose: 0.02 }
  every-segment: { metric: recall, for-each: [age_band, country], at-least: 30%, min-samples: 200, references: ["EU AI Act: Art. 10(3)"] }
  stable-inputs: { drift: psi, for-each: column, at-most: 0.2, allowed-over: 25% }
  card: { card-sections: [intended-use, limitations, evaluation], then: warn, references: ["EU AI Act: Art. 13"] }
  licensed: { card-fields: [license] }
`;

const waiverText = `- { rule: gate/stable-inputs, model: fraud, reason: the feed is being mended, owner: "@acme/fraud", ticket: RISK-12, expires: 2026-12-31, approved-by: "@acme/model-risk" }
- { rule: gate/licensed, model: fraud, reason: asked legal, owner: "@acme/fraud", approved-by: "@acme/legal", expires: 2026-11-01 }
`;

const configuration: Configuration = {
  ...defaultConfiguration,
  models: [
    {
      name: "fraud",
      path: "models/fraud",
      stage: "production",
      risk: "high",
      owner: "@acme/fraud",
      champion: "fraud-old",
      run: null,
    },
    {
      name: "fraud-old",
      path: "models/fraud-old",
      stage: "production",
      risk: "high",
      owner: "@acme/fraud",
      champion: "fraud-old",
      run: null,
    },
  ],
};

export const richFiles: Files = {
  "models/fraud/README.md": card,
  "models/fraud/evidence.facts.jsonl": evidence(0.42, "v3"),
  "models/fraud/predictions.csv": predictions(900, 0.6),
  "models/fraud/notes.xyz": "nothing that anybody knows",
  "models/fraud-old/evidence.facts.jsonl": evidence(0.55, "v1"),
  "models/fraud-old/predictions.csv": predictions(900, 1),
};

/** A report that has something in every part. */
export const richReport = (files: Files = richFiles, given: Parameters<typeof judged>[2] = {}): Promise<Report> =>
  judged(files, policy, { waiverText, configuration, ...given });

const months: readonly (readonly [string, number, string])[] = [
  ["2026-03-02", 0.63, "v1"],
  ["2026-05-11", 0.66, "v1"],
  ["2026-07-20", 0.64, "v2"],
  ["2026-09-07", 0.55, "v2"],
  ["2026-10-19", 0.49, "v3"],
];

/** The same with the reports of five earlier runs, over which the model got worse. */
export async function richReportWithPast(): Promise<Report> {
  const earlier: Record<string, string> = {};
  for (const [day, recall, version] of months) {
    const report = await richReport(
      { "models/fraud/README.md": card, "models/fraud/evidence.facts.jsonl": evidence(recall, version) },
      { now: Date.parse(`${day}T09:00:00Z`) },
    );
    earlier[`reports/${day}/report.json`] = canonicalLines(report);
  }
  return richReport(
    { ...richFiles, ...earlier },
    { configuration: { ...configuration, history: ["reports"], ignore: ["reports/**"] } },
  );
}
