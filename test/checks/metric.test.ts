import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts, measurement } from "../judge/judged.js";

const own = (value: unknown, more: object = {}) => ({ "m/a.facts.jsonl": facts(measurement("recall", value, more)) });
const only = { only: ["m"] };
const groups = (scenario: string) => ({
  "m/README.md": cardOf("license: mit"),
  ...corpusFiles({ "m/by_group.csv": `generated/fairlearn/fraud/${scenario}/country/by_group.csv` }),
});

describeCheck("metric", {
  met: {
    "exactly at its floor": { files: own(0.8), rule: "{ metric: recall, at-least: 80% }" },
    "0.2 + 0.1 meets 0.3": { files: own(0.2 + 0.1), rule: "{ metric: recall, at-most: 0.3 }" },
    "what names no run, beside logs of several": {
      files: {
        "m/a.facts.jsonl": facts(
          measurement("recall", 0.9),
          measurement("recall", 0.7, { run: "version_0" }),
          measurement("recall", 0.6, { run: "version_1" }),
        ),
      },
      rule: "{ metric: recall, at-least: 0.8 }",
      says: "0.9",
    },
    "shown above its floor": {
      files: own(0.9, { trials: 1000 }),
      rule: "{ metric: recall, at-least: 0.8 }",
      policy: "confidence: 95%",
    },
    "no worse than another": {
      files: { ...own(0.81), "old/a.facts.jsonl": facts(measurement("recall", 0.82)) },
      rule: "{ metric: recall, against: old, may-lose: 0.02 }",
      with: only,
    },
    ...(corpusIsThere
      ? {
          "every slice that Fairlearn wrote": {
            files: groups("v2"),
            rule: "{ metric: accuracy, for-each: [country], at-least: 0.95 }",
          },
        }
      : {}),
  },
  "not-met": {
    "below its floor": { files: own(0.79), rule: "{ metric: recall, at-least: 80% }", at: "m/a.facts.jsonl:1" },
    "worse than another": {
      files: { ...own(0.79), "old/a.facts.jsonl": facts(measurement("recall", 0.82)) },
      rule: "{ metric: recall, against: old, may-lose: 0.02 }",
      with: only,
      says: "change -0.03",
    },
    ...(corpusIsThere
      ? {
          "a slice that Fairlearn wrote": {
            files: groups("v3"),
            rule: "{ metric: accuracy, for-each: [country], at-least: 0.95 }",
          },
        }
      : {}),
  },
  inconclusive: {
    "a bare value where confidence is asked": {
      files: own(0.9),
      rule: "{ metric: recall, at-least: 0.8 }",
      policy: "confidence: 95%",
      says: "a bare value",
    },
  },
  missing: {
    "nothing states it": { files: own(0.9), rule: "{ metric: precision, at-least: 0.8 }" },
    "of the run that is asked nothing, only what names no run": {
      files: own(0.9),
      rule: "{ metric: recall, at-least: 0.8, run: r7 }",
      says: "the run r7 states it nowhere; what states it names no run",
    },
    "of several runs, of which nothing says which made the model": {
      files: {
        "m/a.facts.jsonl": facts(
          measurement("recall", 0.9, { run: "version_0" }),
          measurement("recall", 0.9, { run: "version_1" }),
        ),
      },
      rule: "{ metric: recall, at-least: 0.8 }",
      says: "several runs state it and nothing says which one is the model",
    },
    "only on the training data": { files: own(0.9, { split: "train" }), rule: "{ metric: recall, at-least: 0.8 }" },
  },
  unreadable: { "no number": { files: own("NaN"), rule: "{ metric: recall, at-least: 0.8 }" } },
  "not-applicable": {
    "compared with itself": { files: own(0.9), rule: "{ metric: recall, against: m, may-lose: 0.01 }" },
  },
});
