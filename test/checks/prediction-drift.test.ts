import { onCorpus } from "./corpus.js";
import { facts } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { uniform, both, months, scored } from "./table-cases.js";

describeCheck("prediction-drift", {
  met: {
    ...onCorpus({
      "the scores of a quiet month": { files: months("stable"), rule: "{ prediction-drift: ks, at-most: 0.05 }" },
    }),
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
    ...onCorpus({
      "the scores of a month that drifted": {
        files: months("data_drift"),
        rule: "{ prediction-drift: ks, at-most: 0.05 }",
        says: "score 0.0632 by ks",
      },
    }),
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
