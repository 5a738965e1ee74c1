import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard, predictionsOfGroups, type GroupOfRows } from "./rows.js";

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

const people = (...groups: readonly GroupOfRows[]) => ({
  ...modelCard,
  "m/predictions.csv": predictionsOfGroups(groups),
});
/** Scores that tell the classes apart in one part, and not in the other. */
const ranked = [
  "y_true,y_score,part",
  ...Array.from({ length: 1200 }, (_, row) => {
    const label = row % 2;
    const part = row % 3 === 0 ? "noise" : "clear";
    const noise = ((row * 7919) % 1000) / 1000;
    return `${label},${part === "clear" ? (noise + label) / 2 : noise},${part}`;
  }),
].join("\n");

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
    "slices of the predictions, where no evaluation states them": {
      files: people(
        { group: "a", truePositives: 900, falseNegatives: 100, trueNegatives: 1000 },
        { group: "b", truePositives: 890, falseNegatives: 110, trueNegatives: 1000 },
      ),
      rule: "{ stress-test: recall, for-each: group, may-lose: 0.05 }",
      policy: "confidence: 95%",
      says: "recall 0.89, overall 0.895, change -0.005",
    },
    "rows without the slice's value are counted": {
      files: people(
        { group: "a", truePositives: 90, falseNegatives: 10 },
        { group: "", truePositives: 5, falseNegatives: 2 },
        { group: "b", truePositives: 90, falseNegatives: 10 },
      ),
      rule: "{ stress-test: recall, for-each: group, at-least: 0.8 }",
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
    "a slice of the predictions is far below": {
      files: people(
        { group: "a", truePositives: 950, falseNegatives: 50, trueNegatives: 100 },
        { group: "b", truePositives: 300, falseNegatives: 200, trueNegatives: 100 },
      ),
      rule: "{ stress-test: recall, for-each: group, may-lose: 0.1 }",
      policy: "confidence: 95%",
      says: "recall 0.6, overall 0.8333, change -0.2333",
      at: "m/predictions.csv:1",
    },
    "a slice of the predictions whose ranking is far below": {
      files: { ...modelCard, "m/predictions.csv": ranked },
      rule: "{ stress-test: roc_auc, for-each: part, at-least: 0.7 }",
      policy: "confidence: 95%",
      says: "DeLong",
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
