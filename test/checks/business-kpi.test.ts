import { fraudModel } from "./real-models.js";
import { corpusFiles, onCorpus } from "./corpus.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";

const kpi = (conversion: unknown, auc: unknown, more: object = {}): string =>
  facts(
    measurement("conversion_rate", conversion, { unit: "proportion", higher_is_better: true, ...more }),
    measurement("roc_auc", auc),
  );
const rule = "{ business-kpi: conversion_rate, offline: roc_auc, against: old }";
const only = { only: ["m"] };
const experiment = (scenario: string) => ({
  ...fraudModel("challenger"),
  ...fraudModel("main", "old"),
  ...corpusFiles({ "m/summary.json": `generated/ab-test/${scenario}/summary.json` }),
});
const won = experiment("significant-win");
const real = "{ business-kpi: conversion_rate, offline: roc_auc, against: old, lower-is-better: false }";

describeCheck("business-kpi", {
  met: {
    ...onCorpus({
      "an experiment whose arms convert better, beside a better score": {
        files: won,
        rule: real,
        with: only,
        policy: "confidence: 95%",
        says: "conversion_rate 0.0",
      },
    }),
    "both gain": {
      files: { "m/a.facts.jsonl": kpi(0.055, 0.93), "old/a.facts.jsonl": kpi(0.051, 0.91) },
      rule,
      with: only,
      says: "conversion_rate 0.055, +0.004 against 0.051; roc_auc +0.02",
    },
    "the gain is shown": {
      files: {
        "m/a.facts.jsonl": kpi(0.055, 0.93, { trials: 100000 }),
        "old/a.facts.jsonl": kpi(0.051, 0.91, { trials: 100000 }),
      },
      rule,
      with: only,
      policy: "confidence: 95%",
    },
    "a cost that falls": {
      files: {
        "m/a.facts.jsonl": facts(measurement("cost_a_case", 2.1), measurement("roc_auc", 0.93)),
        "old/a.facts.jsonl": facts(measurement("cost_a_case", 2.4), measurement("roc_auc", 0.91)),
      },
      rule: "{ business-kpi: cost_a_case, offline: roc_auc, against: old, lower-is-better: true }",
      with: only,
    },
  },
  "not-met": {
    ...onCorpus({
      "an experiment whose arm converts worse, in spite of a better score": {
        files: experiment("regression"),
        rule: real,
        with: only,
        policy: "confidence: 95%",
        says: "conversion_rate 0.0466, -0.0062 against 0.0528; roc_auc +0.0274; the gain offline is a loss in business",
        at: "m/summary.json:29",
      },
      "an experiment whose traffic was not split as planned": {
        files: experiment("sample-ratio-mismatch"),
        rule: real,
        with: only,
        says: "the experiment is void",
      },
    }),
    "a gain offline that is a loss in business": {
      files: { "m/a.facts.jsonl": kpi(0.048, 0.93), "old/a.facts.jsonl": kpi(0.051, 0.91) },
      rule,
      with: only,
      says: "the gain offline is a loss in business",
      at: "m/a.facts.jsonl:1",
    },
    "less than is asked": {
      files: { "m/a.facts.jsonl": kpi(0.052, 0.93), "old/a.facts.jsonl": kpi(0.051, 0.91) },
      rule: "{ business-kpi: conversion_rate, offline: roc_auc, against: old, change-at-least: 0.005 }",
      with: only,
    },
  },
  inconclusive: {
    "a gain that few customers show": {
      files: {
        "m/a.facts.jsonl": kpi(0.055, 0.93, { trials: 1000 }),
        "old/a.facts.jsonl": kpi(0.051, 0.91, { trials: 1000 }),
      },
      rule,
      with: only,
      policy: "confidence: 95%",
      says: /; Newcombe \[.*\], n 1000; about \d+ more examples would settle it/,
    },
    "which way the KPI is better is not known": {
      files: {
        "m/a.facts.jsonl": facts(measurement("cost_a_case", 2.1), measurement("roc_auc", 0.93)),
        "old/a.facts.jsonl": facts(measurement("cost_a_case", 2.4), measurement("roc_auc", 0.91)),
      },
      rule: "{ business-kpi: cost_a_case, offline: roc_auc, against: old }",
      with: only,
      says: "whether a higher cost_a_case is better is not known",
    },
  },
  missing: {
    "the KPI was not measured": {
      files: { "m/a.facts.jsonl": facts(measurement("roc_auc", 0.93)), "old/a.facts.jsonl": kpi(0.051, 0.91) },
      rule,
      with: only,
    },
    "the champion's KPI is not known": {
      files: { "m/a.facts.jsonl": kpi(0.055, 0.93), "old/a.facts.jsonl": facts(measurement("roc_auc", 0.91)) },
      rule,
      with: only,
      says: "the old: ",
    },
    "nothing is there to compare with": { files: { "m/a.facts.jsonl": kpi(0.055, 0.93) }, rule },
  },
  unreadable: {
    "the KPI is no number": {
      files: { "m/a.facts.jsonl": kpi("NaN", 0.93), "old/a.facts.jsonl": kpi(0.051, 0.91) },
      rule,
      with: only,
    },
  },
  "not-applicable": {
    "the model is compared with itself": {
      files: { "m/a.facts.jsonl": kpi(0.055, 0.93) },
      rule: "{ business-kpi: conversion_rate, offline: roc_auc, against: m }",
    },
  },
});
