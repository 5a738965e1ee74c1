import { corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { real, split, sets } from "./table-cases.js";

describeCheck("train-test-overlap", {
  met: {
    "no id stands in both": {
      files: sets(split(0, 100), split(100, 150)),
      rule: "{ train-test-overlap: ids }",
      says: "0 of 50 rows",
    },
    "rows without an id are counted, and not compared": {
      files: sets(split(0, 100), `${split(100, 150)}\n,1,1,x,1,1\n,2,2,x,1,1`),
      rule: "{ train-test-overlap: ids }",
      says: "0 of 50 rows of m/predictions.csv stand in m/train.csv by id; at most 0 %; 2 more have no value there",
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
    ...onCorpus({
      "test rows that were trained on": {
        files: real({
          "m/train.csv": "generated/data-champion-challenger/fraud/predictions/champion_v1.csv",
          "m/predictions.csv": "generated/data-champion-challenger/fraud/predictions/challenger_v2.csv",
        }),
        rule: "{ train-test-overlap: ids }",
        says: "6000 of 6000 rows",
      },
    }),
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
