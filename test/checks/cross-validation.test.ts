import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const folds = (values: readonly unknown[], more: object = {}): string =>
  facts(...values.map((value, fold) => measurement("roc_auc", value, { fold, ...more })));

const steady = folds([0.91, 0.92, 0.9, 0.93, 0.91]);
const card = "---\nlicense: mit\n---\n# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";
const real = {
  "m/README.md": card,
  ...corpusFiles({ "m/cross_validate.csv": "generated/sklearn/fraud/cross_validate_hgb.csv" }),
};

describeCheck("cross-validation", {
  met: {
    "the mean is above the floor": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, at-least: 0.9 }",
    },
    "exactly the worst fold that is allowed": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, worst-at-least: 0.9 }",
    },
    // By hand: t = 0.034 / sqrt((1/5 + 1/4) 0.00013) = 4.45; the 95 % point of Student's t on 4 degrees is 2.132.
    "the corrected t test shows the mean": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, at-least: 0.88 }",
      policy: "confidence: 95%",
      says: "Nadeau–Bengio",
    },
    "no worse than the other model on the same folds": {
      files: { "m/a.facts.jsonl": steady, "old/a.facts.jsonl": folds([0.9, 0.93, 0.9, 0.92, 0.9]) },
      rule: "{ cross-validation: roc_auc, against: old, may-lose: 0.01 }",
      with: { only: ["m"] },
      says: "mean change +0.004 over 5 folds",
    },
    ...(corpusIsThere
      ? {
          "folds that scikit-learn wrote": {
            files: real,
            rule: "{ cross-validation: roc_auc, at-least: 0.85, spread-at-most: 0.05 }",
            at: "m/cross_validate.csv:2",
          },
        }
      : {}),
  },
  "not-met": {
    "one fold falls out": {
      files: { "m/a.facts.jsonl": folds([0.91, 0.92, 0.7, 0.93, 0.91]) },
      rule: "{ cross-validation: roc_auc, worst-at-least: 0.9 }",
      says: "worst fold 0.7",
    },
    "the folds spread too far": {
      files: { "m/a.facts.jsonl": folds([0.99, 0.7, 0.8]) },
      rule: "{ cross-validation: roc_auc, spread-at-most: 0.03 }",
      says: "spread 0.1473",
    },
    "the mean is shown to be below": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, at-least: 0.96 }",
      policy: "confidence: 95%",
    },
    "worse than the other model, pair by pair": {
      files: { "m/a.facts.jsonl": steady, "old/a.facts.jsonl": folds([0.95, 0.965, 0.94, 0.97, 0.95]) },
      rule: "{ cross-validation: roc_auc, against: old, may-lose: 0.01, confidence: 95% }",
      with: { only: ["m"] },
    },
    "a loss is better when it is lower": {
      files: {
        "m/a.facts.jsonl": facts(...[0.3, 0.4, 0.9].map((value, fold) => measurement("log_loss", value, { fold }))),
      },
      rule: "{ cross-validation: log_loss, worst-at-most: 0.5 }",
      says: "worst fold 0.9",
    },
    ...(corpusIsThere
      ? {
          "training scores alone are better": {
            files: real,
            rule: "{ cross-validation: roc_auc, at-least: 0.97 }",
          },
        }
      : {}),
  },
  inconclusive: {
    "two folds tell nothing": {
      files: { "m/a.facts.jsonl": folds([0.91, 0.92]) },
      rule: "{ cross-validation: roc_auc, at-least: 0.9 }",
      says: "2 folds",
    },
    "the mean is near the floor": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, at-least: 0.91 }",
      policy: "confidence: 95%",
      says: "Nadeau–Bengio; more folds would not settle it by themselves",
    },
    "folds that do not vary have no standard error": {
      files: { "m/a.facts.jsonl": folds([0.91, 0.91, 0.91]) },
      rule: "{ cross-validation: roc_auc, at-least: 0.9 }",
      policy: "confidence: 95%",
      says: "uncertainty cannot be told",
    },
  },
  missing: {
    "folds that name no run, where a run is asked": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, at-least: 0.9, run: r7 }",
    },
    "only the mean is stated": {
      files: { "m/a.facts.jsonl": facts(measurement("roc_auc", 0.91)) },
      rule: "{ cross-validation: roc_auc, at-least: 0.9 }",
    },
    "the baseline has other folds": {
      files: { "m/a.facts.jsonl": steady, "old/a.facts.jsonl": folds([0.9, 0.93]) },
      rule: "{ cross-validation: roc_auc, against: old, may-lose: 0.01 }",
      with: { only: ["m"] },
    },
  },
  unreadable: {
    "a fold is not a number": {
      files: { "m/a.facts.jsonl": folds([0.91, Number.NaN, "NaN"].map((value) => (value === "NaN" ? value : 0.9))) },
      rule: "{ cross-validation: roc_auc, at-least: 0.8 }",
      says: "fold 2",
    },
    "a fold stands twice": {
      files: { "m/a.facts.jsonl": facts(...[0, 1, 1].map((fold) => measurement("roc_auc", 0.9, { fold }))) },
      rule: "{ cross-validation: roc_auc, at-least: 0.8 }",
      says: "stands twice",
    },
  },
  "not-applicable": {
    "the model is its own champion": {
      files: { "m/a.facts.jsonl": steady },
      rule: "{ cross-validation: roc_auc, against: m, may-lose: 0.01 }",
    },
  },
});
