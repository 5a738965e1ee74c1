import { onCorpus } from "./corpus.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { training, sure, ages, real } from "./table-cases.js";

describeCheck("representation", {
  met: {
    ...onCorpus({
      "every country of the corpus's rows": {
        files: real({ "m/reference.csv": "generated/data/fraud-a/reference.csv" }),
        rule: "{ representation: country, min-samples: 400 }",
        says: "419 of 10000 rows are of NG",
      },
    }),
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
    ...onCorpus({
      "a country of the corpus's rows": {
        files: real({ "m/reference.csv": "generated/data/fraud-a/reference.csv" }),
        rule: "{ representation: country, min-samples: 500 }",
        says: "419 of 10000 rows are of NG",
      },
    }),
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
      says: /4 of 20 rows .*; Wilson \[0\.0807, 0\.416\], n 20/,
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
