import { historyOf } from "../checks/history-of.js";
import { loggedRun, runs } from "../checks/real-models.js";
import { acts, againstV1, card, champion, only, real, sure, worse, type OptionCases } from "./on-corpus.js";

const v2AgainstV1 = againstV1("v2");

const experiment = (scenario: string) => real({ "m/summary.json": `ab-test/${scenario}/summary.json` });

const twoRuns = { ...loggedRun(runs.champion), ...loggedRun(runs.challenger), ...card };
/** A history that reaches back to its beginning, and has no change of the results. */
const known = { circumstances: { history: historyOf({}) } };

const others: OptionCases = {
  "business-kpi.offline": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false }",
    "{ business-kpi: conversion_rate, offline: bleu, against: old, lower-is-better: false }",
    ["met", "missing"],
    only,
  ),
  "business-kpi.against": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false }",
    "{ business-kpi: conversion_rate, offline: roc_auc, against: nowhere, lower-is-better: false }",
    ["met", "missing"],
    only,
  ),
  "business-kpi.change-at-least": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false }",
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, change-at-least: 0.05, lower-is-better: false }",
    ["met", "not-met"],
    only,
  ),
  "business-kpi.lower-is-better": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false }",
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: true }",
    ["met", "not-met"],
    only,
  ),
  "business-kpi.control": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false, control: control }",
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false, control: treatment }",
    ["met", "not-met"],
    only,
  ),
  "business-kpi.treatment": acts(
    { ...v2AgainstV1, ...experiment("significant-win") },
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false, treatment: treatment }",
    "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false, treatment: nobody }",
    ["met", "missing"],
    only,
  ),
  "recomputed-metrics.tolerance": acts(
    { ...card, ...worse, ...real({ "m/metrics.json": "sklearn/fraud/v1/metrics.json" }) },
    "{ recomputed-metrics: roc_auc }",
    "{ recomputed-metrics: roc_auc, tolerance: 0.5 }",
    ["not-met", "met"],
  ),
  "recomputed-metrics.dataset": acts(
    { ...card, ...champion, ...real({ "m/metrics.json": "sklearn/fraud/v1/metrics.json" }) },
    "{ recomputed-metrics: roc_auc, dataset: fraud-test-2024-05 }",
    "{ recomputed-metrics: roc_auc, dataset: another }",
    ["met", "missing"],
  ),
  "reproducibility.run": acts(
    { ...loggedRun(runs.champion), ...card },
    `{ reproducibility: code-revision, run: ${runs.champion} }`,
    "{ reproducibility: code-revision, run: another }",
    ["met", "missing"],
  ),
  "test-set-reuse.at-most": acts(
    twoRuns,
    "{ test-set-reuse: test, at-most: 2 }",
    "{ test-set-reuse: test, at-most: 1 }",
    ["met", "not-met"],
    known,
  ),
  "test-set-reuse.promise-at-least": acts(
    twoRuns,
    "{ test-set-reuse: test, promise-at-least: 85% }",
    "{ test-set-reuse: test, promise-at-least: 94% }",
    ["met", "not-met"],
    { ...sure, ...known },
  ),
  "test-set-reuse.of": acts(
    twoRuns,
    "{ test-set-reuse: test, at-most: 1 }",
    "{ test-set-reuse: test, at-most: 1, of: bleu }",
    ["not-met", "missing"],
  ),
};

const results = { ...card, ...real({ "m/metrics.json": "sklearn/fraud/v1/metrics.json" }), ...experiment("flat") };
const dated = (metrics: readonly string[], trial: string) => ({
  circumstances: {
    history: historyOf({ "gate.yaml": ["2026-11-03"], "m/metrics.json": metrics, "m/summary.json": [trial] }),
  },
});

const preregistered: OptionCases = {
  "preregistered.results": acts(
    results,
    "{ preregistered: gate.yaml, results: experiment }",
    "{ preregistered: gate.yaml, results: evaluation, of: roc_auc }",
    ["met", "not-met"],
    dated(["2026-11-02"], "2026-11-04"),
  ),
  "preregistered.of": acts(
    results,
    "{ preregistered: gate.yaml, of: roc_auc }",
    "{ preregistered: gate.yaml, of: bleu }",
    ["met", "missing"],
    dated(["2026-11-04"], "2026-11-04"),
  ),
  "preregistered.since-first-result": acts(
    results,
    "{ preregistered: gate.yaml, of: roc_auc }",
    "{ preregistered: gate.yaml, of: roc_auc, since-first-result: true }",
    ["met", "not-met"],
    dated(["2026-11-04", "2026-11-01"], "2026-11-04"),
  ),
};

export const resultCases: OptionCases = { ...others, ...preregistered };
