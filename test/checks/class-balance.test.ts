import { corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { real, lines, training, classes, sure } from "./table-cases.js";

describeCheck("class-balance", {
  met: {
    "every class has its share": {
      files: classes(50, 950),
      rule: "{ class-balance: label, share-at-least: 1% }",
      says: "50 of 1000 rows are of class 1 (5 %)",
    },
    "its share is shown": {
      files: classes(50, 950),
      rule: "{ class-balance: label, share-at-least: 3% }",
      policy: sure,
    },
    "one is not too many times the other": {
      files: classes(50, 950),
      rule: "{ class-balance: label, ratio-at-most: 19 }",
    },
    ...(corpusIsThere
      ? {
          // metrics_summary.json of the corpus: 0.0513 of 10,000 rows.
          "the fraud model's reference data": {
            files: real({ "m/reference.csv": "generated/data/fraud-a/reference.csv" }),
            rule: "{ class-balance: label, share-at-least: 4% }",
            policy: sure,
            says: "513 of 10000 rows are of class 1 (5.13 %)",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "the fraud model's reference data": {
        files: real({ "m/reference.csv": "generated/data/fraud-a/reference.csv" }),
        rule: "{ class-balance: label, share-at-least: 20% }",
        says: "513 of 10000 rows are of class 1 (5.13 %)",
      },
    }),
    "one class has next to nothing": {
      files: classes(2, 998),
      rule: "{ class-balance: label, share-at-least: 1% }",
      at: "m/reference.csv:1",
    },
    "one is too many times the other": { files: classes(50, 951), rule: "{ class-balance: label, ratio-at-most: 19 }" },
    "a class is absent": {
      files: classes(50, 950),
      rule: "{ class-balance: label, classes: ['0', '1', '2'] }",
      says: "no row of m/reference.csv is of class 2",
    },
    "one class alone": {
      files: classes(0, 950),
      rule: "{ class-balance: label, share-at-least: 1% }",
      says: "the class 0 alone",
    },
  },
  inconclusive: {
    "so few rows show no share": {
      files: classes(2, 98),
      rule: "{ class-balance: label, share-at-least: 1% }",
      policy: sure,
      // 1.644854² × 0.01 × 0.99 / 0.01² = 267.85, less the hundred
      says: /2 of 100 rows .*; Wilson \[.*\], n 100; about 170 more examples would settle it/,
    },
  },
  missing: {
    "no table": { files: modelCard, rule: "{ class-balance: label, share-at-least: 1% }" },
    "no such column": { files: training("a,b\n1,2\n"), rule: "{ class-balance: species, share-at-least: 1% }" },
  },
  unreadable: {
    "ragged rows": { files: training("a,label\n1,1\n2\n"), rule: "{ class-balance: label, share-at-least: 1% }" },
    "a number for every row": {
      files: training(lines("a,label", [(row) => `1,${row / 7}`, 2000])),
      rule: "{ class-balance: label, share-at-least: 1% }",
      says: "more than 1000 values",
    },
  },
});
