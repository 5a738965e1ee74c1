import { facts } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const shap = (importances: Readonly<Record<string, unknown>>, more: object = {}): string =>
  facts(
    ...Object.entries(importances).map(([feature, importance]) => ({
      kind: "attribution",
      method: "shap",
      feature,
      importance,
      ...more,
    })),
  );

const usual = { amount: 0.5, hour: 0.3, gender: 0, region: -0.2 };
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";
const real = {
  "m/README.md": card,
  ...corpusFiles({ "m/permutation_importance.json": "generated/sklearn/fraud/permutation_importance_hgb.json" }),
};

describeCheck("explanation", {
  met: {
    "the forbidden feature has no importance": {
      files: { "m/a.facts.jsonl": shap(usual) },
      rule: "{ explanation: shap, forbidden: [gender] }",
      says: "none of gender",
    },
    "as much as is allowed": {
      files: { "m/a.facts.jsonl": shap({ amount: 0.9, gender: 0.1 }) },
      rule: "{ explanation: any, forbidden: [gend*], share-at-most: 10% }",
    },
    "the same ranking as before": {
      files: { "m/a.facts.jsonl": shap(usual), "old/a.facts.jsonl": shap({ ...usual, amount: 0.6 }) },
      rule: "{ explanation: shap, against: old, rank-correlation-at-least: 0.9, top-overlap-at-least: 100%, top: 2 }",
      with: { only: ["m"] },
    },
    ...(corpusIsThere
      ? {
          "permutation importances that scikit-learn wrote": {
            files: real,
            rule: "{ explanation: permutation, forbidden: [gender] }",
          },
        }
      : {}),
  },
  "not-met": {
    "the model rests on a forbidden feature": {
      files: { "m/a.facts.jsonl": shap({ amount: 0.9, gender: 0.1 }) },
      rule: "{ explanation: shap, forbidden: [gender] }",
      says: "gender has 10 % of all importance",
      at: "m/a.facts.jsonl:2",
    },
    "a negative attribution rests on it as well": {
      files: { "m/a.facts.jsonl": shap({ amount: 0.9, gender: -0.1 }) },
      rule: "{ explanation: shap, forbidden: [gender] }",
    },
    "importances that cancel between classes do not vanish": {
      files: {
        "m/a.facts.jsonl": `${shap({ amount: 0.9, gender: 0.1 }, { slice: { class: "0" } })}${shap({ amount: 0.9, gender: -0.1 }, { slice: { class: "1" } })}`,
      },
      rule: "{ explanation: shap, forbidden: [gender] }",
    },
    // Ranks of amount, gender, hour, region: 1 4 2 3 and 4 3 2 1; Spearman's 1 - 6 * 14 / 60.
    "another ranking than before": {
      files: {
        "m/a.facts.jsonl": shap(usual),
        "old/a.facts.jsonl": shap({ amount: 0.01, hour: 0.3, gender: 0.2, region: 0.4 }),
      },
      rule: "{ explanation: shap, against: old, rank-correlation-at-least: 0.8 }",
      with: { only: ["m"] },
      says: "rank correlation -0.4 with the old",
    },
    "too old": {
      files: { "m/a.facts.jsonl": shap(usual, { at: "2026-01-01T00:00:00Z" }) },
      rule: "{ explanation: shap, max-age: 30d }",
    },
    ...(corpusIsThere
      ? {
          "a feature that scikit-learn finds important": {
            files: real,
            rule: "{ explanation: any, forbidden: [amount] }",
          },
        }
      : {}),
  },
  inconclusive: {
    "every importance is 0": {
      files: { "m/a.facts.jsonl": shap({ amount: 0, gender: 0 }) },
      rule: "{ explanation: shap, forbidden: [gender] }",
      says: "every importance is 0",
    },
  },
  missing: {
    "no explanation": {
      files: { "m/README.md": card },
      rule: "{ explanation: any }",
    },
    "another method": {
      files: { "m/a.facts.jsonl": shap(usual) },
      rule: "{ explanation: lime }",
      says: "by lime",
    },
    "the baseline is not explained": {
      files: { "m/a.facts.jsonl": shap(usual), "old/README.md": card },
      rule: "{ explanation: shap, against: old, rank-correlation-at-least: 0.8 }",
      with: { only: ["m"] },
    },
  },
  unreadable: {
    "an importance is not a number": {
      files: { "m/a.facts.jsonl": shap({ amount: 0.9, gender: "NaN" }) },
      rule: "{ explanation: shap, forbidden: [gender] }",
    },
  },
});
