import { packaged, runs } from "./real-models.js";
import { describe, expect, test } from "vitest";
import { facts, judged, measurement, of, rules } from "../judge/judged.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const made = (created: string): object => ({ kind: "model", name: "m", created });
const recall = (values: readonly unknown[], more: object = {}): readonly object[] =>
  values.map((value, month) => measurement("recall", value, { at: `2026-0${month + 1}-01T00:00:00Z`, ...more }));
const drifted = (...scores: readonly unknown[]): readonly object[] =>
  scores.map((score, column) => ({ kind: "drift", scope: "column", column: `c${column}`, method: "psi", score }));
const current = (rows: number): object => ({ kind: "dataset", name: "new", role: "current", rows });

const costs = "of: recall, may-lose: 0.02, staleness-cost: 5000, retraining-cost: 800";
const young = made("2026-11-01T00:00:00Z");

describeCheck("retraining", {
  met: {
    ...onCorpus({
      "a model that MLflow packaged today": {
        files: packaged(runs.champion),
        rule: "{ retraining: schedule, every: 10d }",
      },
    }),
    "nothing asks for it": {
      files: { "m/a.facts.jsonl": facts(young, ...recall([0.83, 0.82])) },
      rule: `{ retraining: event, max-age: 365d, ${costs} }`,
      says: "nothing asks for it: 22 days old, 0.01 of the metric lost",
    },
    // 0.8 less 0.6 is 0.20000000000000007 in doubles.
    "exactly as much lost as may be": {
      files: { "m/a.facts.jsonl": facts(...recall([0.8, 0.6])) },
      rule: "{ retraining: event, of: recall, may-lose: 0.2 }",
      says: "nothing asks for it",
    },
    // 0.03 of the metric at 5000 a day for 5 days is 750, and a training costs 800: even at 800 / 25000.
    "staying as it is costs less than training": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83, 0.8])) },
      rule: `{ retraining: event, ${costs}, horizon: 5d }`,
      says: "staying as it is costs 750 over 5 days, and training 800; it pays from a loss of 0.032 on",
    },
    "columns have drifted, and there is nothing to train on": {
      files: { "m/a.facts.jsonl": facts(...drifted(0.3, 0.4, 0.1), current(300)) },
      rule: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000 }",
      says: "only 300 of 1000 new rows",
    },
    "trained a week ago": {
      files: { "m/a.facts.jsonl": facts(made("2026-11-16T09:00:00Z"), ...drifted(0.3, 0.4)) },
      rule: "{ retraining: event, drift-at-most: 0.2, cool-down: 14d }",
      says: "rests for 14 days",
    },
    "a loss that the small samples do not show": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83, 0.78], { trials: 100 })) },
      rule: `{ retraining: event, ${costs} }`,
      policy: "confidence: 95%",
    },
  },
  "not-met": {
    "past the hard limit of age, whatever else is not known": {
      files: { "m/a.facts.jsonl": facts(made("2025-01-01T00:00:00Z")) },
      rule: `{ retraining: event, max-age: 365d, ${costs} }`,
      says: "full training is due: it is 691 days old, and 365 days is the limit",
    },
    // 0.05 at 5000 a day for 30 days is 7500.
    "staying as it is costs more than training": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83, 0.78])) },
      rule: `{ retraining: event, ${costs} }`,
      says: "full training is due: the metric has lost 0.05, at most 0.02 may be; staying as it is costs 7500 over 30 days, and training 800",
    },
    "the schedule is due": {
      files: { "m/a.facts.jsonl": facts(made("2026-08-01T00:00:00Z"), current(5000)) },
      rule: "{ retraining: schedule, every: 90d, new-rows: 1000 }",
      says: "incremental training is due: the schedule of 90 days is due",
    },
    "a few columns have drifted": {
      files: { "m/a.facts.jsonl": facts(...drifted(0.3, 0.1, 0.1, 0.1), current(5000)) },
      rule: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000 }",
      says: "incremental training is due: 25 % of the columns have drifted, at most 10 % may",
    },
    "most columns have drifted": {
      files: { "m/a.facts.jsonl": facts(...drifted(0.3, 0.4, 0.5, 0.1), current(5000)) },
      rule: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000 }",
      says: "full training is due",
    },
    ...(corpusIsThere
      ? {
          "detectors of river agree that the concept has drifted": {
            files: {
              "m/README.md": "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n",
              ...corpusFiles({ "m/summary.json": "generated/river/concept-drift/summary.json" }),
            },
            rule: "{ retraining: event, concept: true }",
            says: "full training is due: the concept has drifted",
          },
        }
      : {}),
  },
  missing: {
    "the age is not known": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83, 0.82])) },
      rule: `{ retraining: event, max-age: 365d, ${costs} }`,
      says: "cannot decide without the age: no evidence says when the model was made",
    },
    "the drift is not known": {
      files: { "m/a.facts.jsonl": facts(young) },
      rule: "{ retraining: event, drift-at-most: 0.2 }",
      says: "cannot decide without the drift",
    },
    "one value of the metric": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83])) },
      rule: `{ retraining: event, ${costs} }`,
      says: "cannot decide without the recall",
    },
    "the new rows are not counted": {
      files: { "m/a.facts.jsonl": facts(...drifted(0.3)) },
      rule: "{ retraining: event, drift-at-most: 0.2, new-rows: 1000 }",
      says: "cannot decide without the new data",
    },
    "one cost alone": {
      files: { "m/a.facts.jsonl": facts(...recall([0.83, 0.78])) },
      rule: "{ retraining: event, of: recall, staleness-cost: 5000 }",
      says: "cannot decide without the cost of retraining",
    },
    "costs, and no metric to lose": {
      files: { "m/a.facts.jsonl": facts(...drifted(0.3)) },
      rule: "{ retraining: event, drift-at-most: 0.2, staleness-cost: 5000, retraining-cost: 800 }",
      says: "cannot decide without the metric",
    },
  },
  unreadable: {
    "a model that is made in the future": {
      files: { "m/a.facts.jsonl": facts({ kind: "model", name: "m", created: "2999-01-01T00:00:00Z" }) },
      rule: "{ retraining: schedule, every: 30d, cool-down: 7d }",
      says: "cannot decide without the age: the model is dated 2999-01-01T00:00:00Z, beyond the run's clock",
    },
    "a score that is no number": {
      files: { "m/a.facts.jsonl": facts(...drifted("NaN", 0.1)) },
      rule: "{ retraining: event, drift-at-most: 0.2 }",
      says: "cannot decide without the drift",
    },
  },
});

describe("what is advised", () => {
  test.each<[rows: number, action: string]>([
    [5000, "incremental"],
    [10, "none"],
  ])("with %i new rows it is %s, and the reason stands beside it", async (rows, action) => {
    const text = facts(...drifted(0.3, 0.1, 0.1, 0.1), current(rows));
    const report = await judged(
      { "m/a.facts.jsonl": text },
      rules("it: { retraining: event, drift-at-most: 0.2, new-rows: 1000 }"),
    );
    expect(of(report, "it")[0]?.retrain).toMatchObject({
      action,
      reason: expect.stringContaining("25 % of the columns"),
    });
  });
});
