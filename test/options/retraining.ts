import { packaged, runs } from "../checks/real-models.js";
import { acts, real, type OptionCases } from "./on-corpus.js";

const trained = packaged(runs.champion);
const columns = { ...trained, ...real({ "m/drift.json": "evidently-0.4/report-data-drift-preset/data_drift.json" }) };
const decaying = {
  ...trained,
  ...real({ "m/realised.json": "nannyml/realized-performance-monthly/analysis_split.json" }),
};
const loss = "of: roc_auc, may-lose: 0.01";
const costs = "staleness-cost: 1000, retraining-cost: 100000, incremental-cost: 1";

export const retraining: OptionCases = {
  "retraining.max-age": acts(trained, "{ retraining: event, max-age: 365d }", "{ retraining: event, max-age: 1h }", [
    "met",
    "not-met",
  ]),
  "retraining.every": acts(trained, "{ retraining: schedule, every: 7d }", "{ retraining: schedule, every: 1h }", [
    "met",
    "not-met",
  ]),
  "retraining.cool-down": acts(
    columns,
    "{ retraining: event, drift-at-most: 0.05 }",
    "{ retraining: event, drift-at-most: 0.05, cool-down: 30d }",
    ["not-met", "met"],
  ),
  "retraining.drift-method": acts(
    columns,
    "{ retraining: event, drift-at-most: 0.05, drift-method: wasserstein-normed }",
    "{ retraining: event, drift-at-most: 0.05, drift-method: psi }",
    ["not-met", "missing"],
  ),
  "retraining.drift-at-most": acts(
    columns,
    "{ retraining: event, drift-at-most: 5 }",
    "{ retraining: event, drift-at-most: 0.05 }",
    ["met", "not-met"],
  ),
  "retraining.drifted-share-at-most": acts(
    columns,
    "{ retraining: event, drift-at-most: 0.1 }",
    "{ retraining: event, drift-at-most: 0.1, drifted-share-at-most: 90% }",
    ["not-met", "met"],
  ),
  "retraining.concept": acts(
    { ...columns, ...real({ "m/river.json": "river/concept-drift/summary.json" }) },
    "{ retraining: event, drift-at-most: 5 }",
    "{ retraining: event, drift-at-most: 5, concept: true }",
    ["met", "not-met"],
  ),
  "retraining.of": acts(
    decaying,
    "{ retraining: event, max-age: 365d }",
    `{ retraining: event, max-age: 365d, ${loss} }`,
    ["met", "not-met"],
  ),
  "retraining.may-lose": acts(
    decaying,
    "{ retraining: event, of: roc_auc, may-lose: 0.5 }",
    "{ retraining: event, of: roc_auc, may-lose: 0.01 }",
    ["met", "not-met"],
  ),
  "retraining.new-rows": acts(
    { ...columns, ...real({ "m/stability.json": "evidently-0.4/testsuite-data-stability/data_drift.json" }) },
    "{ retraining: event, drift-at-most: 0.05, new-rows: 5000 }",
    "{ retraining: event, drift-at-most: 0.05, new-rows: 50000 }",
    ["not-met", "met"],
  ),
  "retraining.staleness-cost": acts(
    decaying,
    `{ retraining: event, ${loss}, retraining-cost: 800, staleness-cost: 100000 }`,
    `{ retraining: event, ${loss}, retraining-cost: 800, staleness-cost: 1 }`,
    ["not-met", "met"],
  ),
  "retraining.retraining-cost": acts(
    decaying,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 1 }`,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 100000 }`,
    ["not-met", "met"],
  ),
  "retraining.incremental-cost": acts(
    decaying,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 100000 }`,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 100000, incremental-cost: 1 }`,
    ["met", "not-met"],
  ),
  "retraining.full-above": acts(
    { ...columns, ...decaying },
    `{ retraining: event, drift-at-most: 0.1, full-above: 90%, ${loss}, ${costs} }`,
    `{ retraining: event, drift-at-most: 0.1, full-above: 11%, ${loss}, ${costs} }`,
    ["not-met", "met"],
  ),
  "retraining.horizon": acts(
    decaying,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 2000 }`,
    `{ retraining: event, ${loss}, staleness-cost: 1000, retraining-cost: 2000, horizon: 1d }`,
    ["not-met", "met"],
  ),
};
