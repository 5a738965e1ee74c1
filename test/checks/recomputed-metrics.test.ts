import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard, predictionsOfGroups } from "./rows.js";

const rows = predictionsOfGroups([
  { group: "a", truePositives: 60, falsePositives: 20, falseNegatives: 40, trueNegatives: 80 },
  { group: "b", truePositives: 90, falsePositives: 5, falseNegatives: 10, trueNegatives: 95 },
]);

const files = (...lines: readonly object[]) => ({
  ...modelCard,
  "m/predictions.csv": rows,
  "m/a.facts.jsonl": facts(...lines),
});
const real = (version: string, table: string) => ({
  ...modelCard,
  ...corpusFiles({
    "m/metrics.json": `generated/sklearn/fraud/${version}/metrics.json`,
    "m/slices.csv": `generated/sklearn/fraud/${version}/slices.csv`,
    "m/predictions.csv": `generated/data-champion-challenger/fraud/predictions/${table}.csv`,
  }),
});

describeCheck("recomputed-metrics", {
  met: {
    "the numbers are those of the rows": {
      files: files(measurement("recall", 0.75), measurement("accuracy", 0.8125), measurement("precision", 0.857)),
      rule: "{ recomputed-metrics: all }",
      says: "recall is stated as 0.75, and the predictions give 0.750000",
    },
    "slices too": {
      files: files(
        measurement("recall", 0.6, { slice: { group: "a" } }),
        measurement("recall", 0.9, { slice: { group: "b" } }),
      ),
      rule: "{ recomputed-metrics: recall }",
    },
    "in per cent": {
      files: files({ ...measurement("recall", 75), unit: "percent" }),
      rule: "{ recomputed-metrics: recall }",
    },
    ...(corpusIsThere
      ? {
          "scikit-learn's numbers of v2, over all and by slice": {
            files: real("v2", "challenger_v2"),
            rule: "{ recomputed-metrics: all }",
          },
        }
      : {}),
  },
  "not-met": {
    "a better number is stated": {
      files: files(measurement("recall", 0.85)),
      rule: "{ recomputed-metrics: all }",
      at: "m/a.facts.jsonl:1",
      says: "recall is stated as 0.85, and the predictions give 0.750000",
    },
    "a better number is stated of a slice": {
      files: files(measurement("recall", 0.75), measurement("recall", 0.8, { slice: { group: "a" } })),
      rule: "{ recomputed-metrics: recall }",
      says: "recall, group=a is stated as 0.8, and the predictions give 0.600000",
    },
    ...(corpusIsThere
      ? {
          "the numbers are of v2 and the predictions of v3": {
            files: real("v2", "challenger_v3"),
            rule: "{ recomputed-metrics: [roc_auc, recall] }",
          },
        }
      : {}),
  },
  inconclusive: {
    "the number is of other rows": {
      files: files(measurement("recall", 0.75, { n: 9000 })),
      rule: "{ recomputed-metrics: recall }",
      says: "stated for 9000 examples, and the predictions are of 400",
    },
  },
  missing: {
    "no predictions": {
      files: { ...modelCard, "m/a.facts.jsonl": facts(measurement("recall", 0.75)) },
      rule: "{ recomputed-metrics: all }",
    },
    "nothing is stated": { files: { ...modelCard, "m/predictions.csv": rows }, rule: "{ recomputed-metrics: all }" },
    "the named metric is not stated": {
      files: files(measurement("recall", 0.75)),
      rule: "{ recomputed-metrics: [recall, f1] }",
    },
  },
  unreadable: {
    "ragged predictions": {
      files: { ...files(measurement("recall", 0.75)), "m/predictions.csv": `${rows}\n1,0` },
      rule: "{ recomputed-metrics: all }",
      says: "another number of cells",
    },
    "a stated number that is none": {
      files: files(measurement("recall", "NaN")),
      rule: "{ recomputed-metrics: recall }",
    },
  },
  "not-applicable": {},
});
