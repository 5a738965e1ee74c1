import { historyOf } from "../checks/history-of.js";
import { acts, card, real, type OptionCases } from "./on-corpus.js";

const features = "data-champion-challenger/fraud/features";
const drifting = {
  ...card,
  ...real({ "m/reference.csv": `${features}/reference.csv`, "m/current.csv": `${features}/current_drifted.csv` }),
};
const months = (current: string) => ({
  ...card,
  ...real({ "m/reference.csv": "data/fraud-a/reference.csv", "m/current.csv": `data/fraud-a/current_${current}.csv` }),
});
const evidently = (scenario: string) => ({
  ...card,
  ...real({ "m/drift.json": `evidently-0.4/report-data-drift-preset/${scenario}.json` }),
});
const realised = {
  ...card,
  ...real({ "m/realised.json": "nannyml/realized-performance-monthly/analysis_split.json" }),
};
const alerts = {
  ...card,
  ...real({
    "m/rules.yml": "public/prometheus-rules-yaml/samber__awesome-prometheus-alerts__apache-spark-spark-prometheus.yml",
  }),
};
const river = { ...card, ...real({ "m/river.json": "river/concept-drift/summary.json" }) };

const drift: OptionCases = {
  "drift.at-most": acts(
    drifting,
    "{ drift: psi, for-each: column, at-most: 5 }",
    "{ drift: psi, for-each: column, at-most: 0.2 }",
    ["met", "met not-met"],
  ),
  "drift.for-each": acts(
    { ...card, ...real({ "m/pca.json": "nannyml/multivariate-pca-weekly/analysis_split.json" }) },
    "{ drift: any }",
    "{ drift: any, for-each: column }",
    ["met not-met", "missing"],
  ),
  "drift.allowed-over": acts(
    drifting,
    "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 5% }",
    "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 90% }",
    ["not-met", "met"],
  ),
  "drift.max-age": acts(
    evidently("stable"),
    "{ drift: any, for-each: column, max-age: 1d }",
    "{ drift: any, for-each: column, max-age: 1h }",
    ["met", "met not-met"],
  ),
  "drift.min-samples": acts(
    months("data_drift"),
    "{ drift: psi, for-each: column, at-most: 5, min-samples: 5000 }",
    "{ drift: psi, for-each: column, at-most: 5, min-samples: 5001 }",
    ["met", "inconclusive"],
  ),
  "drift.binning": acts(
    months("data_drift"),
    "{ drift: psi, for-each: column, at-most: 0.215 }",
    "{ drift: psi, for-each: column, at-most: 0.215, binning: equal-width }",
    ["met not-met", "met"],
  ),
  "drift.bins": acts(
    months("data_drift"),
    "{ drift: psi, for-each: column, at-most: 0.215, bins: 2 }",
    "{ drift: psi, for-each: column, at-most: 0.215, bins: 10 }",
    ["met", "met not-met"],
  ),
  "drift.scope": acts(river, "{ drift: any, scope: prediction }", "{ drift: any, scope: target }", [
    "not-met",
    "missing",
  ]),
};

/**
 * @param between a bound between the scores by ten quantiles and by ten bins of one width
 * @param missed outcomes where some column of scores is over its bound
 */
const ofScores = (check: "prediction-drift" | "confidence-drift", between: number, missed: string): OptionCases => ({
  [`${check}.at-most`]: acts(
    months("data_drift"),
    `{ ${check}: psi, at-most: 5 }`,
    `{ ${check}: psi, at-most: ${between} }`,
    ["met", missed],
  ),
  [`${check}.max-age`]: acts(
    months("data_drift"),
    `{ ${check}: psi, at-most: 5, max-age: 365d }`,
    `{ ${check}: psi, at-most: 5, max-age: 30d }`,
    ["met", "met not-met"],
    { circumstances: { history: historyOf({ "m/current.csv": ["2026-08-02"] }) } },
  ),
  [`${check}.min-samples`]: acts(
    months("data_drift"),
    `{ ${check}: psi, at-most: 5, min-samples: 5000 }`,
    `{ ${check}: psi, at-most: 5, min-samples: 5001 }`,
    ["met", "inconclusive"],
  ),
  [`${check}.binning`]: acts(
    months("data_drift"),
    `{ ${check}: psi, at-most: ${between} }`,
    `{ ${check}: psi, at-most: ${between}, binning: equal-width }`,
    [missed, "met"],
  ),
  [`${check}.bins`]: acts(
    months("data_drift"),
    `{ ${check}: psi, at-most: ${between} }`,
    `{ ${check}: psi, at-most: ${between}, bins: 2 }`,
    [missed, "met"],
  ),
});

const streamOf = (current: string) => ({
  ...card,
  ...real({ "m/predictions.csv": `data/fraud-a/current_${current}.csv` }),
});
const [changing, steady] = [streamOf("concept_drift"), streamOf("stable")];

const concept: OptionCases = {
  "concept-drift.of": acts(
    { ...steady, ...realised },
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 0.01, warm-up: 1 }",
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 0.01, warm-up: 1, of: bleu }",
    ["not-met", "missing"],
  ),
  "concept-drift.order-by": acts(
    steady,
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 30 }",
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 30, order-by: score }",
    ["met", "not-met"],
  ),
  "concept-drift.agreeing": acts(
    river,
    "{ concept-drift: reports, agreeing: 3 }",
    "{ concept-drift: reports, agreeing: 4 }",
    ["not-met", "inconclusive"],
  ),
  "concept-drift.tolerated": acts(
    changing,
    "{ concept-drift: page-hinkley, agreeing: 1 }",
    "{ concept-drift: page-hinkley, agreeing: 1, tolerated: 0.2 }",
    ["not-met", "met"],
  ),
  "concept-drift.threshold": acts(
    changing,
    "{ concept-drift: page-hinkley, agreeing: 1 }",
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 500 }",
    ["not-met", "met"],
  ),
  "concept-drift.warm-up": acts(
    steady,
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 30 }",
    "{ concept-drift: page-hinkley, agreeing: 1, threshold: 30, warm-up: 2501 }",
    ["met", "inconclusive"],
  ),
  "concept-drift.delta": acts(
    steady,
    "{ concept-drift: adwin, agreeing: 1 }",
    "{ concept-drift: adwin, agreeing: 1, delta: 99% }",
    ["met", "not-met"],
  ),
  "concept-drift.dataset": acts(
    realised,
    "{ concept-drift: page-hinkley, of: roc_auc, agreeing: 1, warm-up: 1 }",
    "{ concept-drift: page-hinkley, of: roc_auc, agreeing: 1, warm-up: 1, dataset: another }",
    ["met", "missing"],
  ),
  "concept-drift.max-age": acts(
    river,
    "{ concept-drift: reports, agreeing: 3, max-age: 30d }",
    "{ concept-drift: reports, agreeing: 3, max-age: 1d }",
    ["met not-met", "not-met"],
  ),
};

const monitors: OptionCases = {
  "alerts-configured.severity": acts(
    alerts,
    "{ alerts-configured: memory }",
    "{ alerts-configured: memory, severity: [page] }",
    ["met", "not-met"],
  ),
  "alerts-configured.receiver": acts(
    alerts,
    "{ alerts-configured: memory }",
    "{ alerts-configured: memory, receiver: true }",
    ["met", "met missing"],
  ),
  "performance-decay.may-lose": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.5, min-values: 1 }",
    "{ performance-decay: roc_auc, may-lose: 0.01, min-values: 1 }",
    ["met", "not-met"],
  ),
  "performance-decay.a-month-at-most": acts(
    realised,
    "{ performance-decay: roc_auc, a-month-at-most: 0.5 }",
    "{ performance-decay: roc_auc, a-month-at-most: 0.001 }",
    ["met", "not-met"],
  ),
  "performance-decay.window": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.01 }",
    "{ performance-decay: roc_auc, may-lose: 0.01, window: 1d }",
    ["not-met", "inconclusive"],
  ),
  "performance-decay.min-values": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.5, min-values: 2 }",
    "{ performance-decay: roc_auc, may-lose: 0.5, min-values: 50 }",
    ["met", "inconclusive"],
  ),
  "performance-decay.max-age": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.5, max-age: 60d }",
    "{ performance-decay: roc_auc, may-lose: 0.5, max-age: 50d }",
    ["met", "met not-met"],
  ),
  "performance-decay.dataset": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.5 }",
    "{ performance-decay: roc_auc, may-lose: 0.5, dataset: another }",
    ["met", "missing"],
  ),
  "performance-decay.protocol": acts(
    realised,
    "{ performance-decay: roc_auc, may-lose: 0.5 }",
    "{ performance-decay: roc_auc, may-lose: 0.5, protocol: estimated }",
    ["met", "missing"],
  ),
  "report-freshness.max-age": acts(
    evidently("stable"),
    "{ report-freshness: drift, max-age: 1d }",
    "{ report-freshness: drift, max-age: 1h }",
    ["met", "not-met"],
  ),
  "model-age.version": acts(
    { ...card, ...real({ "m/show.json": "dvc/fraud/cli/gto-show-model.json" }) },
    "{ model-age: 30d, version: v1.0.0 }",
    "{ model-age: 30d, version: v9.9.9 }",
    ["met", "missing"],
  ),
};

export const monitoring: OptionCases = {
  ...drift,
  ...ofScores("prediction-drift", 0.015, "met not-met"),
  ...ofScores("confidence-drift", 0.016, "not-met"),
  ...concept,
  ...monitors,
};
