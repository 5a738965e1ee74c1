import { describe, expect, test } from "vitest";
import { modelCard, predictionsOfGroups } from "../checks/rows.js";
import { facts, judged, measurement, rules, type Circumstances, type Files } from "./judged.js";

/** Evidence that is better or worse by one number, and a rule that looks at it. */
interface Case {
  readonly rule: string;
  /** From good to bad. */
  readonly values: readonly number[];
  readonly files: (value: number) => Files;
  readonly circumstances?: Circumstances;
}

/** Rows behind every share, so that each stands for a whole number of them. */
const ROWS = 300;

const steps = (from: number, to: number, count = 41): readonly number[] =>
  Array.from({ length: count }, (_, at) => from + ((to - from) * at) / (count - 1));
const shares = (from: number, to: number): readonly number[] =>
  steps(from, to, 31).map((share) => Math.round(share * ROWS) / ROWS);
const own = (...lines: readonly object[]): Files => ({ "m/a.facts.jsonl": facts(...lines) });
const beside = (lines: readonly object[], old: readonly object[]): Files => ({
  "m/a.facts.jsonl": facts(...lines),
  "old/a.facts.jsonl": facts(...old),
});
const converted = (value: number, more: object): object =>
  measurement("conversion_rate", value, { unit: "proportion", higher_is_better: true, ...more });
const only: Circumstances = { only: ["m"] };

const uncertainty: Readonly<Record<string, object>> = {
  "a bare number": {},
  "its rows alone": { n: ROWS },
  trials: { trials: ROWS, n: ROWS },
  "a standard error": { standard_error: 0.015, n: ROWS },
};

const byUncertainty = (name: string, one: (more: object) => Case): readonly (readonly [string, Case])[] =>
  Object.entries(uncertainty).map(([how, more]) => [`${name}, by ${how}`, one(more)] as const);

const cases: readonly (readonly [string, Case])[] = [
  ...byUncertainty("a floor", (more) => ({
    rule: "{ metric: recall, at-least: 80% }",
    values: shares(0.95, 0.65),
    files: (value) => own(measurement("recall", value, more)),
  })),
  ...byUncertainty("a ceiling", (more) => ({
    rule: "{ metric: false_positive_rate, at-most: 20% }",
    values: shares(0.05, 0.35),
    files: (value) => own(measurement("false_positive_rate", value, more)),
  })),
  ...byUncertainty("a loss against another", (more) => ({
    rule: "{ metric: recall, against: old, may-lose: 0.02 }",
    values: shares(0.95, 0.65),
    files: (value) => beside([measurement("recall", value, more)], [measurement("recall", 0.85, more)]),
    circumstances: only,
  })),
  ...byUncertainty("another that is better", (more) => ({
    rule: "{ metric: recall, against: old, may-lose: 0.02 }",
    values: shares(0.65, 0.95),
    files: (value) => beside([measurement("recall", 0.85, more)], [measurement("recall", value, more)]),
    circumstances: only,
  })),
  ...byUncertainty("a change that is asked for", (more) => ({
    rule: "{ metric: recall, against: old, change-at-least: 0.01 }",
    values: shares(0.95, 0.65),
    files: (value) => beside([measurement("recall", value, more)], [measurement("recall", 0.8, more)]),
    circumstances: only,
  })),
  ...byUncertainty("a relative change", (more) => ({
    rule: "{ metric: recall, against: old, relative-change-at-least: -5% }",
    values: shares(0.95, 0.65),
    files: (value) => beside([measurement("recall", value, more)], [measurement("recall", 0.85, more)]),
    circumstances: only,
  })),
  ...byUncertainty("a slice among others", (more) => ({
    rule: "{ metric: recall, for-each: [country], at-least: 80%, min-samples: 50 }",
    values: shares(0.95, 0.65),
    files: (value) =>
      own(
        measurement("recall", 0.95, more),
        measurement("recall", 0.95, { slice: { country: "DE" }, ...more }),
        measurement("recall", value, { slice: { country: "FR" }, ...more }),
      ),
  })),
  ...byUncertainty("a stressed set", (more) => ({
    rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
    values: shares(0.95, 0.65),
    files: (value) =>
      own(
        measurement("accuracy", 0.9, { dataset: "test", ...more }),
        measurement("accuracy", value, { dataset: "test-noise", ...more }),
      ),
  })),
  ...byUncertainty("a benchmark", (more) => ({
    rule: "{ benchmark: arc_easy, of: accuracy, at-least: 70% }",
    values: shares(0.9, 0.5),
    files: (value) => own(measurement("accuracy", value, { dataset: "arc_easy", ...more })),
  })),
  ...byUncertainty("what customers do", (more) => ({
    rule: "{ business-kpi: conversion_rate, offline: roc_auc, against: old }",
    values: shares(0.2, 0.01),
    files: (value) =>
      beside(
        [converted(value, more), measurement("roc_auc", 0.9)],
        [converted(0.1, more), measurement("roc_auc", 0.9)],
      ),
    circumstances: only,
  })),
  [
    "a time",
    {
      rule: "{ metric: latency_p95, at-most: 200ms }",
      values: steps(20, 400),
      files: (value) => own(measurement("latency_p95", value, { unit: "ms" })),
    },
  ],
  [
    "one column's drift",
    {
      rule: "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
      values: steps(0, 1),
      files: (value) =>
        own(
          ...["a", "b", "c"].map((column) => ({ kind: "drift", scope: "column", method: "psi", column, score: 0.1 })),
          { kind: "drift", scope: "column", method: "psi", column: "d", score: value },
        ),
    },
  ],
  [
    "more columns that drift",
    {
      rule: "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 25% }",
      values: steps(0, 20, 21),
      files: (value) =>
        own(
          ...Array.from({ length: 20 }, (_, at) => ({
            ...{ kind: "drift", scope: "column", method: "psi", column: `c${at}` },
            score: at < value ? 0.5 : 0.1,
          })),
        ),
    },
  ],
  [
    "checks that fail",
    {
      rule: "{ data-quality: checks, allowed-over: 10% }",
      values: steps(0, 30, 31),
      files: (value) =>
        own(...Array.from({ length: 30 }, (_, at) => ({ kind: "check", name: `c${at}`, passed: at >= value }))),
    },
  ],
  [
    "answers that fail",
    {
      rule: "{ assertions: all, at-least: 90%, from: [facts-jsonl] }",
      values: steps(0, 200, 41),
      files: (value) =>
        own(...Array.from({ length: 200 }, (_, at) => ({ kind: "check", name: `c${at}`, passed: at >= value }))),
    },
  ],
  [
    "attacks that succeed",
    {
      rule: "{ red-team: all, at-most: 10%, from: [facts-jsonl] }",
      values: steps(0, 200, 41),
      files: (value) =>
        own(
          ...Array.from({ length: 200 }, (_, at) => ({ kind: "check", name: "probe / detector", passed: at >= value })),
        ),
    },
  ],
  [
    "the mean of folds",
    {
      rule: "{ cross-validation: roc_auc, at-least: 80% }",
      values: shares(0.95, 0.65),
      files: (value) =>
        own(...[-0.02, -0.01, 0, 0.01, 0.02].map((apart, fold) => measurement("roc_auc", value + apart, { fold }))),
    },
  ],
  [
    "the worst fold",
    {
      rule: "{ cross-validation: roc_auc, worst-at-least: 80% }",
      values: shares(0.95, 0.65),
      files: (value) =>
        own(...[0.9, 0.92, 0.91, 0.93, value].map((score, fold) => measurement("roc_auc", score, { fold }))),
    },
  ],
  [
    "rows that are answered wrongly",
    {
      rule: "{ metric: recall, at-least: 80% }",
      values: steps(0, 300, 31),
      files: (value) => ({
        ...modelCard,
        "m/predictions.csv": predictionsOfGroups([
          { group: "a", truePositives: 500 - value, falseNegatives: value, falsePositives: 10, trueNegatives: 490 },
        ]),
      }),
    },
  ],
  [
    "rows that are answered wrongly, beside those of another model",
    {
      rule: "{ metric: accuracy, against: old, may-lose: 1% }",
      values: steps(0, 200, 21),
      files: (value) => {
        const table = (wrong: number): string =>
          [
            "id,y_true,y_pred",
            ...Array.from({ length: 1000 }, (_, row) => `r${row},${row % 2},${row < wrong ? 1 - (row % 2) : row % 2}`),
          ].join("\n");
        return {
          ...modelCard,
          "old/README.md": modelCard["m/README.md"] ?? "",
          "m/predictions.csv": table(value),
          "old/predictions.csv": table(80),
        };
      },
      circumstances: only,
    },
  ],
  [
    "a group that is chosen less often",
    {
      rule: "{ fairness: demographic-parity, for-each: [group], ratio-at-least: 80% }",
      values: steps(250, 20, 24),
      files: (value) => ({
        ...modelCard,
        "m/predictions.csv": predictionsOfGroups([
          { group: "a", truePositives: 250, falseNegatives: 50, falsePositives: 0, trueNegatives: 200 },
          {
            group: "b",
            truePositives: Math.round(value),
            falseNegatives: 300 - Math.round(value),
            falsePositives: 0,
            trueNegatives: 200,
          },
        ]),
      }),
    },
  ],
];

/** How well a rule is kept: the worst of its outcomes. */
const rank = { met: 0, "not-applicable": 0, inconclusive: 1, "not-met": 2 } as const;

async function rankOf({ rule, files, circumstances }: Case, value: number, policy: string): Promise<number> {
  const { findings } = await judged(files(value), `${policy}${rules(`a: ${rule}`)}`, circumstances ?? {});
  const ranks = findings
    .filter(({ rule: id, model }) => id === "a" && model === "m")
    .map(({ outcome, message }) => {
      if (outcome === "missing" || outcome === "unreadable") throw new Error(`${value}: ${outcome}, ${message}`);
      return rank[outcome];
    });
  expect(ranks.length).toBeGreaterThan(0);
  return Math.max(...ranks);
}

describe("worse evidence is never judged better", () => {
  for (const policy of ["", "confidence: 95%\n"])
    test.each(cases)(`%s, ${policy === "" ? "at its face value" : "with confidence"}`, async (_, one) => {
      const ranks: number[] = [];
      for (const value of one.values) ranks.push(await rankOf(one, value, policy));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      // Neither end is what the other is, or the rule looks at something else; of a bare number nothing is sure.
      if (policy === "") expect([ranks[0], ranks.at(-1)]).toEqual([0, 2]);
    });
});
