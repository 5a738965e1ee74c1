import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const stressed = (noise: unknown, more: object = {}): string =>
  facts(
    measurement("accuracy", 0.93, { dataset: "test", ...more }),
    measurement("accuracy", noise, { dataset: "test-noise", ...more }),
  );
const slices = (values: Readonly<Record<string, number>>, more: object = {}): string =>
  facts(
    measurement("recall", 0.9, more),
    ...Object.entries(values).map(([country, value]) => measurement("recall", value, { slice: { country }, ...more })),
  );
const card = "# Model\n\n## Intended use\n\nTests.\n\n## Training data\n\nRows.\n";

describeCheck("stress-test", {
  met: {
    "noise costs no more than is allowed": {
      files: { "m/a.facts.jsonl": stressed(0.9) },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
    },
    "the worst slice is above the floor": {
      files: { "m/a.facts.jsonl": slices({ DE: 0.91, FR: 0.82 }) },
      rule: "{ stress-test: recall, at-least: 0.8 }",
    },
    "noise is shown to cost little": {
      files: { "m/a.facts.jsonl": stressed(0.92, { trials: 40000 }) },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
      policy: "confidence: 95%",
      says: "Newcombe",
    },
    ...(corpusIsThere
      ? {
          "slices that Fairlearn wrote": {
            files: {
              "m/README.md": card,
              ...corpusFiles({ "m/by_group.csv": "generated/fairlearn/fraud/v2/country/by_group.csv" }),
            },
            rule: "{ stress-test: accuracy, for-each: [country], at-least: 0.95 }",
          },
        }
      : {}),
  },
  "not-met": {
    "noise costs too much": {
      files: { "m/a.facts.jsonl": stressed(0.71) },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 5% }",
      says: "clean set 0.93, change -0.22",
      at: "m/a.facts.jsonl:2",
    },
    "one slice is far below all the others": {
      files: { "m/a.facts.jsonl": slices({ DE: 0.91, FR: 0.6 }) },
      rule: "{ stress-test: recall, for-each: [country], may-lose: 0.1 }",
      says: "overall 0.9, change -0.3",
      at: "m/a.facts.jsonl:3",
    },
    ...(corpusIsThere
      ? {
          "slices of the worse model, that Fairlearn wrote": {
            files: {
              "m/README.md": card,
              ...corpusFiles({ "m/by_group.csv": "generated/fairlearn/fraud/v3/country/by_group.csv" }),
            },
            rule: "{ stress-test: accuracy, for-each: [country], at-least: 0.95 }",
          },
        }
      : {}),
  },
  inconclusive: {
    "too few rows to show what noise costs": {
      files: { "m/a.facts.jsonl": stressed(0.9, { trials: 100 }) },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
      policy: "confidence: 95%",
    },
  },
  missing: {
    "a set that nobody evaluated": {
      files: { "m/a.facts.jsonl": stressed(0.9) },
      rule: "{ stress-test: accuracy, sets: [test-noise, test-blur], may-lose: 0.05 }",
    },
    "no slices at all": {
      files: { "m/a.facts.jsonl": facts(measurement("recall", 0.9)) },
      rule: "{ stress-test: recall, at-least: 0.8 }",
    },
    "no result without stress": {
      files: { "m/a.facts.jsonl": facts(measurement("accuracy", 0.9, { dataset: "test-noise" })) },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
      says: "without stress",
    },
  },
  unreadable: {
    "not a number under noise": {
      files: { "m/a.facts.jsonl": stressed("NaN") },
      rule: "{ stress-test: accuracy, sets: [test-noise], may-lose: 0.05 }",
    },
  },
  "not-applicable": {
    "slices too small to judge": {
      files: { "m/a.facts.jsonl": slices({ DE: 0.91, FR: 0.6 }, { n: 10 }) },
      rule: "{ stress-test: recall, for-each: [country], at-least: 0.8, min-samples: 200 }",
    },
  },
});
