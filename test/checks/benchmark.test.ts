import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts, measurement } from "../judge/judged.js";

const score = (value: unknown, more: object = {}): object =>
  measurement("accuracy", value, { dataset: "mmlu", unit: "proportion", ...more });
const shots = (count: number): object => ({ kind: "run", params: { "num_fewshot.mmlu": count } });
const only = { only: ["m"] };
const real = {
  "m/README.md": cardOf("license: mit"),
  ...corpusFiles({ "m/results.json": "generated/lm-eval/dummy/i82qcls7/results_2026-11-23T05-08-33.894992.json" }),
};

describeCheck("benchmark", {
  met: {
    "above its floor, with the shots that are asked": {
      files: { "m/a.facts.jsonl": facts(score(0.64), shots(5)) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6, shots: 5 }",
    },
    "shown above its floor": {
      files: { "m/a.facts.jsonl": facts(score(0.64, { standard_error: 0.004 })) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6 }",
      policy: "confidence: 95%",
    },
    "no worse than before": {
      files: { "m/a.facts.jsonl": facts(score(0.64)), "old/a.facts.jsonl": facts(score(0.645)) },
      rule: "{ benchmark: mmlu, of: accuracy, against: old, may-lose: 0.01 }",
      with: only,
    },
    ...(corpusIsThere
      ? {
          "a task that lm-eval wrote": {
            files: real,
            rule: "{ benchmark: fraud_mc, of: accuracy, at-least: 0.5, shots: 0 }",
            says: "accuracy 0.6",
          },
        }
      : {}),
  },
  "not-met": {
    "below its floor": {
      files: { "m/a.facts.jsonl": facts(score(0.54)) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6 }",
    },
    "other shots are another benchmark": {
      files: { "m/a.facts.jsonl": facts(score(0.64), shots(0)) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6, shots: 5 }",
      says: "run with 0 shots, asked 5",
      at: "m/a.facts.jsonl:2",
    },
    "worse than before": {
      files: { "m/a.facts.jsonl": facts(score(0.6)), "old/a.facts.jsonl": facts(score(0.645)) },
      rule: "{ benchmark: mmlu, of: accuracy, against: old, may-lose: 0.01 }",
      with: only,
    },
    ...(corpusIsThere
      ? { "a task that lm-eval wrote": { files: real, rule: "{ benchmark: fraud_mc, of: accuracy, at-least: 0.7 }" } }
      : {}),
  },
  inconclusive: {
    "a part of the samples": {
      files: {
        "m/a.facts.jsonl": facts(score(0.64), {
          kind: "check",
          name: "all samples of mmlu were evaluated",
          passed: false,
          observed: 20,
          expected: 14042,
        }),
      },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6 }",
      says: "only 20 of 14042 samples",
    },
    "twenty samples show little": {
      files: { "m/a.facts.jsonl": facts(score(0.65, { trials: 20 })) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6 }",
      policy: "confidence: 95%",
    },
  },
  missing: {
    "another task": {
      files: { "m/a.facts.jsonl": facts(score(0.64)) },
      rule: "{ benchmark: gsm8k, of: accuracy, at-least: 0.6 }",
      says: "on gsm8k",
    },
    "the shots are not known": {
      files: { "m/a.facts.jsonl": facts(score(0.64)) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6, shots: 5 }",
    },
    "nobody ran it before": {
      files: { "m/a.facts.jsonl": facts(score(0.64)), "old/README.md": cardOf("license: mit") },
      rule: "{ benchmark: mmlu, of: accuracy, against: old, may-lose: 0.01 }",
      with: only,
      says: "the old: ",
    },
  },
  unreadable: {
    "a score that is no number": {
      files: { "m/a.facts.jsonl": facts(score("NaN")) },
      rule: "{ benchmark: mmlu, of: accuracy, at-least: 0.6 }",
    },
  },
  "not-applicable": {
    "the model is compared with itself": {
      files: { "m/a.facts.jsonl": facts(score(0.64)) },
      rule: "{ benchmark: mmlu, of: accuracy, against: m, may-lose: 0.01 }",
    },
  },
});
