import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { facts, judged, measurement, of, rules, type Circumstances, type Files } from "../judge/judged.js";
import { cardOf } from "./cards.js";
import { historyOf } from "./history-of.js";
import { modelCard, predictionsOfGroups, type GroupOfRows } from "./rows.js";

/** The rule without the option and with it, over the same files: an option that changes nothing is none. */
interface Acts {
  readonly files: Files;
  readonly without: string;
  readonly given: string;
  /** The outcomes; null where the outcome is the same and the message another. */
  readonly expected: readonly [without: string, given: string] | null;
  readonly policy?: string;
  readonly circumstances?: Circumstances;
}

const own = (...lines: readonly object[]): Files => ({ "m/a.facts.jsonl": facts(...lines) });
const arm = (name: string, exposures: number, successes: number): object => ({ name, exposures, successes });
const experiment = (arms: readonly object[], more: object = {}): Files =>
  own({ kind: "experiment", name: "e", arms, ...more });
const even = [arm("control", 40_000, 2066), arm("treatment", 40_000, 2254)];
const score = (value: number, more: object = {}): object =>
  measurement("accuracy", value, { dataset: "mmlu", unit: "proportion", ...more });
const recallAt = (month: number, value: number, more: object = {}): object =>
  measurement("recall", value, { at: `2026-0${month}-01T00:00:00Z`, ...more });
const fold = (index: number, value: number, more: object = {}): object =>
  measurement("recall", value, { fold: index, ...more });
const folds = (values: readonly number[], more: object = {}): readonly object[] =>
  values.map((value, index) => fold(index, value, more));
const around = (level: number, times: number): readonly number[] =>
  Array.from({ length: times }, (_, index) => level + (index % 2 === 0 ? 0.01 : -0.01));
const series = (values: readonly number[], more: object = {}): readonly object[] =>
  values.map((value, step) => measurement("error_rate", value, { step, higher_is_better: false, ...more }));
const drifted = (...scores: readonly number[]): readonly object[] =>
  scores.map((value, column) => ({
    kind: "drift",
    scope: "column",
    column: `c${column}`,
    method: "psi",
    score: value,
  }));
const check = (more: object): object => ({ kind: "check", name: "c", passed: true, ...more });
/** Rows of a table of two features, as many of one value as of the other but for `shift` of a hundred. */
const features = (shift: number, column = "amount"): string =>
  [`id,${column}`, ...Array.from({ length: 1000 }, (_, row) => `${row},${(row % 100) + shift}`), ""].join("\n");
const twoMonths = (column: string): Files => ({
  ...modelCard,
  "m/reference.csv": features(0, column),
  "m/current.csv": features(7, column),
});
const chances = (shift: number): string =>
  [
    "id,label,score",
    ...Array.from({ length: 1000 }, (_, row) => `${row},${row % 2},${((row % 80) + shift) / 100}`),
    "",
  ].join("\n");
const twoScores: Files = { ...modelCard, "m/reference.csv": chances(1), "m/current.csv": chances(7) };
const forecasts: Files = {
  ...modelCard,
  "m/predictions.csv": [
    "y_true,y_score",
    ...Array.from({ length: 90 }, (_, row) => `${row % 10 < row % 9 ? 1 : 0},${((row % 9) + 0.5) / 10}`),
    "",
  ].join("\n"),
};
const people = (...groups: readonly GroupOfRows[]): Files => ({
  ...modelCard,
  "m/predictions.csv": predictionsOfGroups(groups),
});
const group = (name: string, times: number): GroupOfRows => ({
  group: name,
  truePositives: 8 * times,
  falseNegatives: 2 * times,
  falsePositives: times,
  trueNegatives: 9 * times,
});

const kpis = (arms: Readonly<Record<string, number>>): readonly object[] =>
  Object.entries(arms).map(([about, value]) =>
    measurement("conversion_rate", value, { about, unit: "proportion", higher_is_better: true }),
  );

const acting: Readonly<Record<string, Acts>> = {
  "ab-test.min-samples": {
    files: experiment(even),
    without: "{ ab-test: any, may-lose: 1% }",
    given: "{ ab-test: any, may-lose: 1%, min-samples: 50000 }",
    expected: ["met", "inconclusive"],
  },
  "canary.min-samples": {
    files: experiment(even),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 1%, min-samples: 50000 }",
    expected: ["met", "inconclusive"],
  },
  "canary.min-duration": {
    files: experiment(even, { started: "2026-11-20T00:00:00Z", ended: "2026-11-21T00:00:00Z" }),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 1%, min-duration: 7d }",
    expected: ["met", "inconclusive"],
  },
  "canary.change-at-least": {
    files: experiment(even),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, change-at-least: 5% }",
    expected: ["met", "not-met"],
  },
  "canary.split": {
    files: experiment([arm("control", 57_000, 2900), arm("treatment", 43_000, 2400)]),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 1%, split: { control: 0.5, treatment: 0.5 } }",
    expected: ["met", "not-met"],
  },
  "canary.control": {
    files: experiment([arm("x", 40_000, 2066), arm("y", 40_000, 2254)]),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 1%, control: x }",
    expected: ["missing", "met"],
  },
  "canary.treatment": {
    files: experiment([arm("control", 40_000, 2066), arm("b", 40_000, 2254), arm("c", 40_000, 900)]),
    without: "{ canary: any, may-lose: 1%, treatment: b }",
    given: "{ canary: any, may-lose: 1%, treatment: c }",
    expected: ["met", "not-met"],
  },
  "canary.measure": {
    files: experiment([
      { name: "control", exposures: 4000, mean: 10, variance: 4 },
      { name: "treatment", exposures: 4000, mean: 10.2, variance: 4 },
    ]),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 0.5, measure: mean }",
    expected: ["unreadable", "met"],
  },
  "canary.method": {
    files: experiment(even),
    without: "{ canary: any, may-lose: 1% }",
    given: "{ canary: any, may-lose: 1%, method: fixed-horizon }",
    expected: null,
  },
  "canary.expected-effect": {
    files: experiment(even),
    without: "{ canary: any, may-lose: 0 }",
    given: "{ canary: any, may-lose: 0, expected-effect: 20% }",
    expected: null,
  },
  "canary.planned-looks": {
    files: experiment([arm("control", 4000, 206), arm("treatment", 4000, 245)], { looks: 1 }),
    without: "{ canary: any, may-lose: 0, method: group-sequential, planned-looks: 1 }",
    given: "{ canary: any, may-lose: 0, method: group-sequential, planned-looks: 5 }",
    expected: ["met", "inconclusive"],
  },
  "canary.spending": {
    files: experiment([arm("control", 4000, 206), arm("treatment", 4000, 260)], { looks: 1 }),
    without: "{ canary: any, may-lose: 0, method: group-sequential, planned-looks: 3 }",
    given: "{ canary: any, may-lose: 0, method: group-sequential, planned-looks: 3, spending: pocock }",
    expected: ["inconclusive", "met"],
  },
  "ab-test.expected-effect": {
    files: experiment(even),
    without: "{ ab-test: any, may-lose: 0 }",
    given: "{ ab-test: any, may-lose: 0, expected-effect: 20% }",
    expected: null,
  },
  "ab-test.spending": {
    files: experiment([arm("control", 4000, 206), arm("treatment", 4000, 260)], { looks: 1 }),
    without: "{ ab-test: any, may-lose: 0, method: group-sequential, planned-looks: 3 }",
    given: "{ ab-test: any, may-lose: 0, method: group-sequential, planned-looks: 3, spending: pocock }",
    expected: ["inconclusive", "met"],
  },
  "benchmark.at-most": {
    files: own(score(0.3)),
    without: "{ benchmark: mmlu, of: accuracy, at-most: 50% }",
    given: "{ benchmark: mmlu, of: accuracy, at-most: 20% }",
    expected: ["met", "not-met"],
  },
  "benchmark.protocol": {
    files: own(score(0.7, { protocol: "strict-match" }), score(0.2, { protocol: "flexible" })),
    without: "{ benchmark: mmlu, of: accuracy, at-least: 50%, protocol: flexible }",
    given: "{ benchmark: mmlu, of: accuracy, at-least: 50%, protocol: strict-match }",
    expected: ["not-met", "met"],
  },
  "business-kpi.control": {
    files: {
      ...own(...kpis({ x: 0.05, y: 0.06 }), measurement("recall", 0.9)),
      "n/a.facts.jsonl": facts(measurement("recall", 0.8)),
    },
    without: "{ business-kpi: conversion_rate, offline: recall, against: n }",
    given: "{ business-kpi: conversion_rate, offline: recall, against: n, control: x }",
    expected: null,
    circumstances: { only: ["m"] },
  },
  "calibration.min-samples": {
    files: forecasts,
    without: "{ calibration: expected, at-most: 1, min-samples: 10 }",
    given: "{ calibration: expected, at-most: 1, min-samples: 1000 }",
    expected: ["met", "inconclusive"],
  },
  "concept-drift.dataset": {
    files: own(
      ...series(around(0.04, 120), { dataset: "a" }),
      ...series([...around(0.04, 60), ...around(0.5, 60)], { dataset: "b" }),
    ),
    without: "{ concept-drift: [page-hinkley, adwin], of: error_rate, dataset: a }",
    given: "{ concept-drift: [page-hinkley, adwin], of: error_rate, dataset: b }",
    expected: ["met", "not-met"],
  },
  "concept-drift.warm-up": {
    files: own(...series(around(0.04, 40))),
    without: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1 }",
    given: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1, warm-up: 10 }",
    expected: ["inconclusive", "met"],
  },
  "concept-drift.tolerated": {
    files: own(...series([...around(0.04, 60), ...around(0.12, 60)])),
    without: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1 }",
    given: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1, tolerated: 0.2 }",
    expected: ["not-met", "met"],
  },
  "concept-drift.threshold": {
    files: own(...series([...around(0.04, 60), ...around(0.12, 60)])),
    without: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1 }",
    given: "{ concept-drift: page-hinkley, of: error_rate, agreeing: 1, threshold: 50 }",
    expected: ["not-met", "met"],
  },
  "concept-drift.delta": {
    files: own(...series([...around(0.04, 60), ...around(0.12, 60)])),
    without: "{ concept-drift: adwin, of: error_rate, agreeing: 1 }",
    given: "{ concept-drift: adwin, of: error_rate, agreeing: 1, delta: 90% }",
    expected: null,
  },
  "cross-validation.at-most": {
    files: own(...folds([0.5, 0.6, 0.7])),
    without: "{ cross-validation: recall, at-most: 70% }",
    given: "{ cross-validation: recall, at-most: 50% }",
    expected: ["met", "not-met"],
  },
  "cross-validation.min-folds": {
    files: own(...folds([0.8, 0.8, 0.8, 0.81])),
    without: "{ cross-validation: recall, at-least: 50% }",
    given: "{ cross-validation: recall, at-least: 50%, min-folds: 5 }",
    expected: ["met", "inconclusive"],
  },
  "cross-validation.dataset": {
    files: own(...folds([0.8, 0.8, 0.81], { dataset: "a" }), ...folds([0.1, 0.1, 0.11], { dataset: "b" })),
    without: "{ cross-validation: recall, at-least: 50%, dataset: a }",
    given: "{ cross-validation: recall, at-least: 50%, dataset: b }",
    expected: ["met", "not-met"],
  },
  "cross-validation.run": {
    files: own(...folds([0.8, 0.8, 0.81], { run: "a" }), ...folds([0.1, 0.1, 0.11], { run: "b" })),
    without: "{ cross-validation: recall, at-least: 50%, run: a }",
    given: "{ cross-validation: recall, at-least: 50%, run: b }",
    expected: ["met", "not-met"],
  },
  "cross-validation.split": {
    files: own(...folds([0.8, 0.8, 0.81], { split: "test" }), ...folds([0.99, 0.99, 0.98], { split: "train" })),
    without: "{ cross-validation: recall, at-least: 90% }",
    given: "{ cross-validation: recall, at-least: 90%, split: train }",
    expected: ["not-met", "met"],
  },
  "metric.relative-change-at-most": {
    files: { ...own(measurement("recall", 0.9)), "n/a.facts.jsonl": facts(measurement("recall", 0.6)) },
    without: "{ metric: recall, against: n, relative-change-at-most: 100% }",
    given: "{ metric: recall, against: n, relative-change-at-most: 10% }",
    expected: ["met not-applicable", "not-applicable not-met"],
  },
  "performance-decay.window": {
    files: own(recallAt(1, 0.95), recallAt(6, 0.8), recallAt(7, 0.8), recallAt(8, 0.8)),
    without: "{ performance-decay: recall, may-lose: 0.02 }",
    given: "{ performance-decay: recall, may-lose: 0.02, window: 90d }",
    expected: ["not-met", "met"],
  },
  "performance-decay.min-values": {
    files: own(recallAt(6, 0.8), recallAt(7, 0.8), recallAt(8, 0.8)),
    without: "{ performance-decay: recall, may-lose: 0.02 }",
    given: "{ performance-decay: recall, may-lose: 0.02, min-values: 4 }",
    expected: ["met", "inconclusive"],
  },
  "performance-decay.dataset": {
    files: own(
      ...[6, 7, 8].flatMap((month) => [
        recallAt(month, 0.8, { dataset: "a" }),
        recallAt(month, 1.4 - month / 10, { dataset: "b" }),
      ]),
    ),
    without: "{ performance-decay: recall, may-lose: 0.02, dataset: a }",
    given: "{ performance-decay: recall, may-lose: 0.02, dataset: b }",
    expected: ["met", "not-met"],
  },
  "performance-decay.protocol": {
    files: own(
      ...[6, 7, 8].flatMap((month) => [
        recallAt(month, 0.8, { protocol: "realized" }),
        recallAt(month, 1.4 - month / 10, { protocol: "estimated" }),
      ]),
    ),
    without: "{ performance-decay: recall, may-lose: 0.02, protocol: realized }",
    given: "{ performance-decay: recall, may-lose: 0.02, protocol: estimated }",
    expected: ["met", "not-met"],
  },
  "prediction-drift.min-samples": {
    files: own({
      kind: "drift",
      scope: "prediction",
      column: "p",
      method: "psi",
      score: 0.01,
      n_current: 50,
      n_reference: 500,
    }),
    without: "{ prediction-drift: psi, at-most: 0.2 }",
    given: "{ prediction-drift: psi, at-most: 0.2, min-samples: 100 }",
    expected: ["met", "inconclusive"],
  },
  "confidence-drift.min-samples": {
    files: own({
      kind: "drift",
      scope: "column",
      column: "confidence",
      method: "psi",
      score: 0.01,
      n_current: 50,
      n_reference: 500,
    }),
    without: "{ confidence-drift: psi, at-most: 0.2 }",
    given: "{ confidence-drift: psi, at-most: 0.2, min-samples: 100 }",
    expected: ["met", "inconclusive"],
  },
  "framework.asks": {
    files: own(measurement("recall", 0.9)),
    without: '{ framework: X, clause: "1", needs: explanation }',
    given: '{ framework: X, clause: "1", needs: explanation, asks: a word of your own }',
    expected: null,
  },
  "privacy.min-words": {
    files: {
      "m/README.md": cardOf(
        "license: mit",
        "## Privacy\n\nThe rows hold no personal data; they were made by a program for tests.\n",
      ),
    },
    without: "{ privacy: section }",
    given: "{ privacy: section, min-words: 100 }",
    expected: ["met", "not-met"],
  },
  "contamination-statement.min-words": {
    files: {
      "m/README.md": cardOf(
        "license: mit",
        "## Benchmark contamination\n\nWe searched the training data for 13-grams of every benchmark and found none.\n",
      ),
    },
    without: "{ contamination-statement: stated }",
    given: "{ contamination-statement: stated, min-words: 100 }",
    expected: ["met", "not-met"],
  },
  "red-team.min-attempts": {
    files: own(check({ name: "dan.Dan / dan.DAN", observed: 20, expected: 20 })),
    without: "{ red-team: all, from: [facts-jsonl] }",
    given: "{ red-team: all, from: [facts-jsonl], min-attempts: 100 }",
    expected: ["met", "inconclusive"],
  },
  "retraining.drift-method": {
    files: own(...drifted(0.5, 0.5), { kind: "drift", scope: "column", column: "c0", method: "ks", score: 0.01 }),
    without: "{ retraining: event, drift-at-most: 0.2, drift-method: psi }",
    given: "{ retraining: event, drift-at-most: 0.2, drift-method: ks }",
    expected: ["not-met", "met"],
  },
  "retraining.drifted-share-at-most": {
    files: own(...drifted(0.5, 0.01, 0.01)),
    without: "{ retraining: event, drift-at-most: 0.2 }",
    given: "{ retraining: event, drift-at-most: 0.2, drifted-share-at-most: 50% }",
    expected: ["not-met", "met"],
  },
  "stress-test.at-most": {
    files: own(
      measurement("log_loss", 0.3),
      ...["a", "b"].map((country) =>
        measurement("log_loss", country === "a" ? 0.3 : 0.9, { slice: { country }, n: 1000 }),
      ),
    ),
    without: "{ stress-test: log_loss, for-each: country, at-most: 1 }",
    given: "{ stress-test: log_loss, for-each: country, at-most: 0.5 }",
    expected: ["met", "met not-met"],
  },
  "stress-test.run": {
    files: own(
      ...["r1", "r2"].flatMap((run) =>
        ["a", "b"].map((country) =>
          measurement("recall", run === "r1" ? 0.9 : 0.2, { slice: { country }, n: 1000, run }),
        ),
      ),
    ),
    without: "{ stress-test: recall, for-each: country, at-least: 50%, run: r1 }",
    given: "{ stress-test: recall, for-each: country, at-least: 50%, run: r2 }",
    expected: ["met", "not-met"],
  },
  "business-kpi.treatment": {
    files: {
      ...own(...kpis({ control: 0.05, y: 0.06, z: 0.01 }), measurement("recall", 0.9)),
      "n/a.facts.jsonl": facts(measurement("recall", 0.8)),
    },
    without: "{ business-kpi: conversion_rate, offline: recall, against: n, treatment: y }",
    given: "{ business-kpi: conversion_rate, offline: recall, against: n, treatment: z }",
    expected: null,
    circumstances: { only: ["m"] },
  },
  "benchmark.partial": {
    files: own(check({ name: "all samples of mmlu were evaluated", passed: false }), score(0.7)),
    without: "{ benchmark: mmlu, of: accuracy, at-least: 50% }",
    given: "{ benchmark: mmlu, of: accuracy, at-least: 50%, partial: true }",
    expected: ["inconclusive met", "met"],
  },
  "calibration.bins": {
    files: forecasts,
    without: "{ calibration: expected, at-most: 1, min-samples: 10, bins: 2 }",
    given: "{ calibration: expected, at-most: 1, min-samples: 10, bins: 20 }",
    expected: null,
  },
  "calibration.binning": {
    files: forecasts,
    without: "{ calibration: expected, at-most: 1, min-samples: 10, bins: 4 }",
    given: "{ calibration: expected, at-most: 1, min-samples: 10, bins: 4, binning: equal-mass }",
    expected: null,
  },
  "class-balance.role": {
    files: {
      ...modelCard,
      "m/reference.csv": [
        "id,label",
        ...Array.from({ length: 100 }, (_, row) => `${row},${row < 50 ? "a" : "b"}`),
        "",
      ].join("\n"),
      "m/current.csv": [
        "id,label",
        ...Array.from({ length: 100 }, (_, row) => `${row},${row < 95 ? "a" : "b"}`),
        "",
      ].join("\n"),
    },
    without: "{ class-balance: label, share-at-least: 20%, role: reference }",
    given: "{ class-balance: label, share-at-least: 20%, role: current }",
    expected: ["met", "met not-met"],
  },
  "representation.role": {
    files: {
      ...modelCard,
      "m/reference.csv": [
        "id,group",
        ...Array.from({ length: 100 }, (_, row) => `${row},${row < 50 ? "a" : "b"}`),
        "",
      ].join("\n"),
      "m/current.csv": [
        "id,group",
        ...Array.from({ length: 100 }, (_, row) => `${row},${row < 95 ? "a" : "b"}`),
        "",
      ].join("\n"),
    },
    without: "{ representation: group, share-at-least: 20%, role: reference }",
    given: "{ representation: group, share-at-least: 20%, role: current }",
    expected: ["met", "met not-met"],
  },
  "drift.bins": {
    files: twoMonths("amount"),
    without: "{ drift: psi, at-most: 9, for-each: column, bins: 4 }",
    given: "{ drift: psi, at-most: 9, for-each: column, bins: 20 }",
    expected: null,
  },
  "prediction-drift.bins": {
    files: twoScores,
    without: "{ prediction-drift: psi, at-most: 9, bins: 4 }",
    given: "{ prediction-drift: psi, at-most: 9, bins: 20 }",
    expected: null,
  },
  "prediction-drift.binning": {
    files: twoScores,
    without: "{ prediction-drift: psi, at-most: 9 }",
    given: "{ prediction-drift: psi, at-most: 9, binning: equal-width }",
    expected: null,
  },
  "confidence-drift.bins": {
    files: twoScores,
    without: "{ confidence-drift: psi, at-most: 9, bins: 4 }",
    given: "{ confidence-drift: psi, at-most: 9, bins: 20 }",
    expected: null,
  },
  "confidence-drift.binning": {
    files: twoScores,
    without: "{ confidence-drift: psi, at-most: 9 }",
    given: "{ confidence-drift: psi, at-most: 9, binning: equal-width }",
    expected: null,
  },
  "data-quality.where": {
    files: own(check({}), check({ name: "d", passed: false, severity: "minor" })),
    without: "{ data-quality: checks }",
    given: "{ data-quality: checks, where: { severity: critical } }",
    expected: null,
  },
  "fairness.min-samples": {
    files: people(group("a", 50), group("b", 50), group("c", 2)),
    without: "{ fairness: equal-opportunity, for-each: group, ratio-at-least: 50% }",
    given: "{ fairness: equal-opportunity, for-each: group, ratio-at-least: 50%, min-samples: 100 }",
    expected: null,
  },
  "fairness.min-share": {
    files: people(group("a", 50), group("b", 50), group("c", 2)),
    without: "{ fairness: equal-opportunity, for-each: group, ratio-at-least: 50% }",
    given: "{ fairness: equal-opportunity, for-each: group, ratio-at-least: 50%, min-share: 10% }",
    expected: null,
  },
  "metric.cluster": {
    // Ten customers, of whom four are always missed: a thousand rows say no more than ten people do.
    files: people(
      ...Array.from({ length: 10 }, (_, customer) => ({
        group: "a",
        part: `customer ${customer}`,
        ...(customer < 4 ? { falseNegatives: 100 } : { truePositives: 100 }),
        trueNegatives: 10,
      })),
    ),
    without: "{ metric: recall, at-least: 55% }",
    given: "{ metric: recall, at-least: 55%, cluster: part }",
    expected: ["met", "inconclusive"],
    policy: "confidence: 95%\n",
  },
  "preregistered.of": {
    files: {
      "m/a.facts.jsonl": facts(measurement("accuracy", 0.9)),
      "m/b.facts.jsonl": facts(measurement("recall", 0.9)),
    },
    without: "{ preregistered: gate.yaml, of: accuracy }",
    given: "{ preregistered: gate.yaml, of: recall }",
    expected: ["not-met", "met"],
    circumstances: {
      history: historyOf({
        "gate.yaml": ["2026-05-05"],
        "m/a.facts.jsonl": ["2026-05-01"],
        "m/b.facts.jsonl": ["2026-05-09"],
      }),
    },
  },
  "recomputed-metrics.tolerance": {
    files: { ...people(group("a", 10)), "m/a.facts.jsonl": facts(measurement("recall", 0.9)) },
    without: "{ recomputed-metrics: recall }",
    given: "{ recomputed-metrics: recall, tolerance: 0.2 }",
    expected: ["not-met", "met"],
  },
  "recomputed-metrics.dataset": {
    files: {
      ...people(group("a", 10)),
      "m/a.facts.jsonl": facts(
        measurement("recall", 0.8, { dataset: "x" }),
        measurement("recall", 0.5, { dataset: "y" }),
      ),
    },
    without: "{ recomputed-metrics: recall, dataset: x }",
    given: "{ recomputed-metrics: recall, dataset: y }",
    expected: ["met", "not-met"],
  },
  "retraining.full-above": {
    files: own(...drifted(0.5, 0.5, 0.01), { kind: "dataset", name: "new", role: "current", rows: 5000 }),
    without: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000, full-above: 50% }",
    given: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000, full-above: 90% }",
    expected: null,
  },
  "retraining.incremental-cost": {
    files: own(recallAt(1, 0.83), recallAt(2, 0.78)),
    without: "{ retraining: event, of: recall, may-lose: 0.02, staleness-cost: 5000, retraining-cost: 800 }",
    given:
      "{ retraining: event, of: recall, may-lose: 0.02, staleness-cost: 5000, retraining-cost: 800, incremental-cost: 100 }",
    expected: null,
  },
  "stress-test.clean": {
    files: own(
      measurement("recall", 0.9, { dataset: "clean" }),
      measurement("recall", 0.5, { dataset: "other" }),
      measurement("recall", 0.8, { dataset: "noisy" }),
    ),
    without: "{ stress-test: recall, sets: [noisy], may-lose: 0.05, clean: other }",
    given: "{ stress-test: recall, sets: [noisy], may-lose: 0.05, clean: clean }",
    expected: ["met", "not-met"],
  },
  "test-set-reuse.of": {
    files: own(
      ...[1, 2, 3, 4].map((run) => measurement("accuracy", 0.9, { dataset: "holdout", split: "test", run: `r${run}` })),
      measurement("recall", 0.9, { dataset: "holdout", split: "test", run: "r1" }),
    ),
    without: "{ test-set-reuse: test, at-most: 2, of: accuracy }",
    given: "{ test-set-reuse: test, at-most: 2, of: recall }",
    expected: null,
  },
  "train-test-overlap.role": {
    files: {
      ...modelCard,
      "m/reference.csv": ["id,x", ...Array.from({ length: 50 }, (_, row) => `${row},${row}`), ""].join("\n"),
      "m/current.csv": ["id,x", ...Array.from({ length: 50 }, (_, row) => `${row + 100},${row}`), ""].join("\n"),
      "m/predictions.csv": [
        "id,x,y_true,y_pred",
        ...Array.from({ length: 50 }, (_, row) => `${row},${row},1,1`),
        "",
      ].join("\n"),
    },
    without: "{ train-test-overlap: ids, role: current }",
    given: "{ train-test-overlap: ids, role: predictions }",
    expected: ["met", "not-met"],
  },
};

/** The outcomes of a rule, and what it says. */
async function answered(
  { files, policy, circumstances }: Acts,
  rule: string,
): Promise<{ readonly outcomes: string; readonly told: string }> {
  const found = of(await judged(files, `${policy ?? ""}${rules(`a: ${rule}`)}`, circumstances), "a");
  return {
    outcomes: [...new Set(found.map(({ outcome }) => outcome))].sort().join(" "),
    told: found.map(({ subject, outcome, message }) => `${subject ?? ""} ${outcome}: ${message}`).join("\n"),
  };
}

const lines = readdirSync("test", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".test.ts") && !path.endsWith("checks/options.test.ts"))
  .flatMap((path) => readFileSync(`test/${path}`, "utf8").split("\n"));

const holds = (option: string, text: string): boolean => new RegExp(`(?<![\\w-])${option}: `).test(text);

/** True where a rule of the check's own cases, or one of the check in any other file, gives the option. */
const hasCase = (check: string, option: string): boolean =>
  holds(option, readFileSync(`test/checks/${check}.test.ts`, "utf8")) ||
  lines.some((line) => line.includes(`${check}: `) && holds(option, line));

describe("every option of every check", () => {
  test("stands in a rule of another case, or has one here", () => {
    const options = checks.flatMap(({ id, options: own }) => Object.keys(own).map((option) => [id, option] as const));
    const without = options.filter(([id, option]) => !Object.hasOwn(acting, `${id}.${option}`) && !hasCase(id, option));
    expect(options.length).toBeGreaterThan(200);
    expect(without.map((one) => one.join("."))).toEqual([]);
  });

  test.each(Object.entries(acting))("%s acts", async (_option, acts) => {
    const [without, given] = [await answered(acts, acts.without), await answered(acts, acts.given)];
    if (acts.expected === null) expect(given.told).not.toBe(without.told);
    else expect([without.outcomes, given.outcomes]).toEqual(acts.expected);
  });
});

test("too few clusters leave a bare value: their rows are not taken for trials of their own", async () => {
  const files = people(
    { ...group("a", 20), part: "p" },
    { ...group("b", 20), part: "q" },
    { ...group("c", 20), part: "r" },
  );
  const rule = "{ metric: recall, at-least: 50%, cluster: part }";
  const report = await judged(files, `confidence: 95%\n${rules(`a: ${rule}`)}`);
  expect(of(report, "a")).toMatchObject([{ outcome: "inconclusive" }]);
});
