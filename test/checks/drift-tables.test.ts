import { corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { modelCard } from "./rows.js";
import { months, uniform, both } from "./table-cases.js";

describeCheck("drift", {
  met: {
    "tables alike": {
      files: both(uniform(0, 1000), uniform(0, 500)),
      rule: "{ drift: psi, at-most: 0.1 }",
      // SciPy 1.17.1: (1/1000 + 1/500) chi2.isf(0.05, 9) = 0.003 × 16.918977604620448
      says: "10 quantile bins of the reference; n 1000 and 500; without drift above 0.0508 one time in twenty",
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
            says: "channel 0.2142 by psi, at most 0.2; 4 categories; n 10000 and 5000; without drift above 0.0023",
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
      says: /10 quantile bins of the reference, some with so few rows that chance is known roughly; n 40 and 8; .*columns that have not drifted reach it/,
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
