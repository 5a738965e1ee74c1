import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const months = (values: readonly unknown[], more: object = {}): string =>
  facts(
    ...values.map((value, month) =>
      measurement("recall", value, { at: `2026-${String(month + 1).padStart(2, "0")}-01T00:00:00Z`, ...more }),
    ),
  );
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";
const creeping = [0.83, 0.825, 0.82, 0.815, 0.81, 0.805, 0.8, 0.795, 0.79, 0.785];
const nannyml = {
  "m/README.md": card,
  ...corpusFiles({ "m/realized.json": "generated/nannyml/cbpe-monthly/analysis_split.json" }),
};

describeCheck("performance-decay", {
  met: {
    ...onCorpus({
      "months that NannyML measured, by a looser bound": {
        files: nannyml,
        rule: "{ performance-decay: roc_auc, may-lose: 0.2 }",
      },
    }),
    "the last is near the best": {
      files: { "m/a.facts.jsonl": months([0.81, 0.83, 0.82, 0.82]) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
    },
    "exactly as much lost as is allowed": {
      files: { "m/a.facts.jsonl": months([0.83, 0.82, 0.81]) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
    },
    "shown to be no worse than any month": {
      files: { "m/a.facts.jsonl": months([0.81, 0.8, 0.81], { trials: 100000 }) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
      policy: "confidence: 95%",
    },
    "the best of long ago does not count": {
      files: {
        "m/a.facts.jsonl": `${facts(measurement("recall", 0.99, { at: "2024-01-01T00:00:00Z" }))}${months([0.81, 0.8, 0.81])}`,
      },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
    },
    "a trend within its bound": {
      files: { "m/a.facts.jsonl": months(creeping) },
      rule: "{ performance-decay: recall, a-month-at-most: 0.01 }",
    },
  },
  "not-met": {
    "a little lost at each release": {
      files: { "m/a.facts.jsonl": months(creeping) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
      says: "recall 0.785, -0.045 against the best of 10 values, 0.83 of 2026-01-01",
      at: "m/a.facts.jsonl:10",
    },
    "a trend that is too steep": {
      files: { "m/a.facts.jsonl": months(creeping) },
      rule: "{ performance-decay: recall, a-month-at-most: 0.004 }",
      says: "recall changes by -0.005 a month over 10 values",
    },
    "shown, though many months are compared": {
      files: { "m/a.facts.jsonl": months(creeping, { trials: 20000 }) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
      policy: "confidence: 95%",
    },
    "a loss that rises": {
      files: {
        "m/a.facts.jsonl": facts(
          ...[0.3, 0.31, 0.4].map((value, month) =>
            measurement("log_loss", value, { at: `2026-0${month + 1}-01T00:00:00Z` }),
          ),
        ),
      },
      rule: "{ performance-decay: log_loss, may-lose: 0.05 }",
    },
    "the newest is too old": {
      files: { "m/a.facts.jsonl": months([0.81, 0.83, 0.82]) },
      rule: "{ performance-decay: recall, may-lose: 0.02, max-age: 30d }",
    },
    ...(corpusIsThere
      ? {
          "months that NannyML measured": { files: nannyml, rule: "{ performance-decay: roc_auc, may-lose: 0.001 }" },
        }
      : {}),
  },
  inconclusive: {
    "two values are no series": {
      files: { "m/a.facts.jsonl": months([0.83, 0.7]) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
    },
    "the best of several small months is best by luck": {
      files: { "m/a.facts.jsonl": months([0.86, 0.8, 0.8], { trials: 100 }) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
      policy: "confidence: 95%",
      says: /may lose 0\.02; Newcombe \[.*\], n 100; about \d+ more examples would settle it/,
    },
    "which way is better is not known": {
      files: {
        "m/a.facts.jsonl": facts(
          ...[1, 2, 3].map((value) => measurement("own_score", value, { at: `2026-0${value}-01T00:00:00Z` })),
        ),
      },
      rule: "{ performance-decay: own_score, may-lose: 0.02 }",
    },
  },
  missing: {
    "values without a date": {
      files: { "m/a.facts.jsonl": facts(measurement("recall", 0.8), measurement("recall", 0.8, { step: 1 })) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
      says: "no value of recall says when",
    },
    "another metric": {
      files: { "m/a.facts.jsonl": months([0.8, 0.8, 0.8]) },
      rule: "{ performance-decay: precision, may-lose: 0.02 }",
    },
  },
  unreadable: {
    "a month that is no number": {
      files: { "m/a.facts.jsonl": months([0.81, "NaN", 0.81]) },
      rule: "{ performance-decay: recall, may-lose: 0.02 }",
    },
  },
});
