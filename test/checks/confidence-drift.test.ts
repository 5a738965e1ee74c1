import { corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { months, uniform, both, scored } from "./table-cases.js";

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
    ...onCorpus({
      "a month that moved by 0.0062": {
        files: months("data_drift"),
        rule: "{ confidence-drift: wasserstein, at-most: 0.005 }",
        says: "confidence 0.0062 by wasserstein",
      },
    }),
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
