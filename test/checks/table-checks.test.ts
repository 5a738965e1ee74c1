import { facts, measurement } from "../judge/judged.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";

const real = (paths: Readonly<Record<string, string>>) => ({ ...modelCard, ...corpusFiles(paths) });
const lines = (
  header: string,
  ...groups: readonly (readonly [line: (row: number) => string, rows: number])[]
): string =>
  [header, ...groups.flatMap(([line, rows]) => Array.from({ length: rows }, (_, row) => line(row)))].join("\n");
const training = (text: string) => ({ ...modelCard, "m/reference.csv": text });
const classes = (fraud: number, fine: number) =>
  training(lines("amount,label", [() => "1,1", fraud], [() => "2,0", fine]));
const sure = "confidence: 95%";

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

const ages = (young: number, old: number) =>
  training(lines("age_band,x", [() => "18-24,1", young], [() => "65+,1", old]));

describeCheck("representation", {
  met: {
    "each group has its rows": {
      files: ages(300, 250),
      rule: "{ representation: age_band, min-samples: 200 }",
      says: "250 of 550 rows are of 65+",
    },
    "each group has its share": {
      files: ages(300, 250),
      rule: "{ representation: age_band, share-at-least: 20% }",
      policy: sure,
    },
    "from the sizes that slices state": {
      files: {
        ...modelCard,
        "m/a.facts.jsonl": facts(
          measurement("recall", 0.9, { n: 300, slice: { age_band: "18-24" } }),
          measurement("recall", 0.8, { n: 250, slice: { age_band: "65+" } }),
        ),
      },
      rule: "{ representation: age_band, min-samples: 200 }",
    },
  },
  "not-met": {
    "one group has too few": {
      files: ages(300, 12),
      rule: "{ representation: age_band, min-samples: 200 }",
      says: "12 of 312 rows are of 65+",
    },
    "one group is absent": {
      files: ages(300, 250),
      rule: "{ representation: age_band, groups: [18-24, 25-34] }",
      says: "0 of 550 rows are of 25-34",
    },
    "one group's share is shown to be too low": {
      files: ages(990, 10),
      rule: "{ representation: age_band, share-at-least: 5% }",
      policy: sure,
    },
  },
  inconclusive: {
    "so few rows show no share": {
      files: ages(16, 4),
      rule: "{ representation: age_band, share-at-least: 20% }",
      policy: sure,
    },
  },
  missing: {
    "no table": { files: modelCard, rule: "{ representation: age_band, min-samples: 200 }" },
    "no such column": { files: ages(3, 3), rule: "{ representation: gender, min-samples: 200 }" },
  },
  unreadable: {
    "ragged rows": {
      files: training("age_band,x\n18-24,1\n65+\n"),
      rule: "{ representation: age_band, min-samples: 1 }",
    },
  },
});

const split = (from: number, to: number) =>
  lines("id,a,b,c,y_true,y_pred", [(row) => `${from + row},${from + row},${(from + row) % 7},x,1,1`, to - from]);
const sets = (train: string, test: string) => ({ ...modelCard, "m/train.csv": train, "m/predictions.csv": test });

describeCheck("train-test-overlap", {
  met: {
    "no id stands in both": {
      files: sets(split(0, 100), split(100, 150)),
      rule: "{ train-test-overlap: ids }",
      says: "0 of 50 rows",
    },
    "no row stands in both": { files: sets(split(0, 100), split(100, 150)), rule: "{ train-test-overlap: rows }" },
    "as many as are allowed": {
      files: sets(split(0, 101), split(100, 150)),
      rule: "{ train-test-overlap: ids, share-at-most: 2% }",
    },
    ...(corpusIsThere
      ? {
          "the fraud model's training sample and test rows": {
            files: real({
              "m/train.csv": "generated/data-champion-challenger/fraud/predictions_train_sample/v2.csv",
              "m/predictions.csv": "generated/data-champion-challenger/fraud/predictions/challenger_v2.csv",
            }),
            rule: "{ train-test-overlap: ids }",
            says: "0 of 6000 rows",
          },
        }
      : {}),
  },
  "not-met": {
    "an id stands in both": {
      files: sets(split(0, 101), split(100, 150)),
      rule: "{ train-test-overlap: ids }",
      says: "1 of 50 rows of m/predictions.csv stand in m/train.csv by id, such as 100",
      at: "m/predictions.csv:1",
    },
    "a copy under another id": {
      files: sets(`${split(0, 100)}\n9999,120,1,x,1,1`, split(100, 150)),
      rule: "{ train-test-overlap: rows }",
      says: "1 of 50 rows",
    },
    "by a column of persons": { files: sets(split(0, 100), split(100, 150)), rule: "{ train-test-overlap: b }" },
  },
  missing: {
    "no training data": {
      files: { ...modelCard, "m/predictions.csv": split(0, 10) },
      rule: "{ train-test-overlap: ids }",
    },
    "no test rows": { files: { ...modelCard, "m/train.csv": split(0, 10) }, rule: "{ train-test-overlap: ids }" },
    "no ids": { files: sets("a,b,c\n1,2,3\n", "y_true,y_pred,a\n1,1,2\n"), rule: "{ train-test-overlap: ids }" },
    "too little in common": {
      files: sets("id,a\n1,2\n", "id,y_true,y_pred,a\n1,1,1,2\n"),
      rule: "{ train-test-overlap: rows }",
    },
  },
  unreadable: { "ragged rows": { files: sets("id,a\n1\n", split(0, 10)), rule: "{ train-test-overlap: ids }" } },
});

const months = (current: string) =>
  real({
    "m/reference.csv": "generated/data/fraud-a/reference.csv",
    "m/current.csv": `generated/data/fraud-a/current_${current}.csv`,
  });
const uniform = (from: number, rows: number, column = "x"): string =>
  lines(`id,${column}`, [(row) => `${row},${from + (row % 100) / 100}`, rows]);
const both = (reference: string, current: string) => ({
  ...modelCard,
  "m/reference.csv": reference,
  "m/current.csv": current,
});

describeCheck("drift", {
  met: {
    "tables alike": {
      files: both(uniform(0, 1000), uniform(0, 500)),
      rule: "{ drift: psi, at-most: 0.1 }",
      says: "10 quantile bins of the reference; n 1000 and 500",
    },
    ...(corpusIsThere ? { "a quiet month": { files: months("stable"), rule: "{ drift: psi, at-most: 0.1 }" } } : {}),
  },
  "not-met": {
    "a table that moved": {
      files: both(uniform(0, 1000), uniform(0.5, 500)),
      rule: "{ drift: psi, at-most: 0.1 }",
      at: "m/current.csv:1",
    },
    ...(corpusIsThere
      ? {
          "a month whose channels moved": {
            files: months("data_drift"),
            rule: "{ drift: psi, at-most: 0.2, binning: sturges }",
            says: "channel 0.2142 by psi, at most 0.2; 4 categories; n 10000 and 5000",
          },
        }
      : {}),
  },
  inconclusive: {
    "so few rows move by luck alone": {
      files: both(
        uniform(0, 40),
        `id,x\n${[5, 5, 6, 20, 21, 22, 30, 31].map((x, row) => `${row},${x / 100}`).join("\n")}`,
      ),
      rule: "{ drift: psi, at-most: 0.1 }",
      says: "columns that have not drifted reach it",
    },
    "fewer rows than are asked for": {
      files: both(uniform(0, 1000), uniform(0, 100)),
      rule: "{ drift: psi, at-most: 0.1, min-samples: 200 }",
    },
  },
  missing: {
    "no tables and no report": { files: modelCard, rule: "{ drift: psi, at-most: 0.1 }" },
    "no reference": {
      files: { ...modelCard, "m/current.csv": uniform(0, 10) },
      rule: "{ drift: psi, at-most: 0.1 }",
      says: "no reference table",
    },
    "a column that the current data lacks": {
      files: both(uniform(0, 1000), uniform(0, 500, "z")),
      rule: "{ drift: psi, at-most: 0.1 }",
    },
  },
  unreadable: { "ragged rows": { files: both(uniform(0, 10), "id,x\n1\n"), rule: "{ drift: psi, at-most: 0.1 }" } },
});

const scored = (from: number): string =>
  lines("id,label,score", [(row) => `${row},${row % 2},${from + (row % 100) / 250}`, 1000]);

describeCheck("prediction-drift", {
  met: {
    "scores alike": { files: both(scored(0), scored(0)), rule: "{ prediction-drift: psi, at-most: 0.1 }" },
    "a report's score of the predictions": {
      files: {
        ...modelCard,
        "m/a.facts.jsonl": facts({ kind: "drift", scope: "prediction", column: "score", method: "psi", score: 0.02 }),
      },
      rule: "{ prediction-drift: psi, at-most: 0.1 }",
    },
  },
  "not-met": {
    "scores moved": {
      files: both(scored(0), scored(0.3)),
      rule: "{ prediction-drift: psi, at-most: 0.1 }",
      says: "score ",
    },
  },
  missing: {
    "no predictions in the tables": {
      files: both(uniform(0, 100), uniform(0, 100)),
      rule: "{ prediction-drift: psi, at-most: 0.1 }",
    },
    "nothing at all": { files: modelCard, rule: "{ prediction-drift: psi, at-most: 0.1 }" },
  },
  unreadable: {
    "ragged rows": { files: both(scored(0), "id,label,score\n1\n"), rule: "{ prediction-drift: psi, at-most: 0.1 }" },
  },
});

describeCheck("confidence-drift", {
  met: {
    "as sure as it was": {
      files: both(scored(0), scored(0)),
      rule: "{ confidence-drift: wasserstein, at-most: 0.02 }",
    },
    ...(corpusIsThere
      ? {
          // SciPy 1.17.1: wasserstein_distance of the two columns of confidence, 0.006217551900000002.
          "a month that moved by 0.0062": {
            files: months("data_drift"),
            rule: "{ confidence-drift: wasserstein, at-most: 0.01 }",
            says: "confidence 0.0062 by wasserstein",
          },
        }
      : {}),
  },
  "not-met": {
    "less sure": { files: both(scored(0), scored(0.25)), rule: "{ confidence-drift: wasserstein, at-most: 0.02 }" },
  },
  missing: {
    "no scores": {
      files: both(uniform(0, 100), uniform(0, 100)),
      rule: "{ confidence-drift: psi, at-most: 0.1 }",
      says: "no column holds a confidence",
    },
    "scores that are no probabilities": {
      files: both(scored(5), scored(5)),
      rule: "{ confidence-drift: psi, at-most: 0.1 }",
      says: "no probabilities",
    },
    "nothing at all": { files: modelCard, rule: "{ confidence-drift: psi, at-most: 0.1 }" },
  },
});
