import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { facts } from "../judge/judged.js";

const scored = (...scores: readonly unknown[]) => ({
  "m/a.facts.jsonl": facts(
    ...scores.map((score, index) => ({ kind: "drift", scope: "column", column: `c${index}`, method: "psi", score })),
  ),
});
const deepchecks = (scenario: string) => ({
  "m/README.md": cardOf("license: mit"),
  ...corpusFiles({ "m/drift.json": scenario }),
});

describeCheck("drift", {
  met: {
    ...onCorpus({
      "the same weeks by a looser bound": {
        files: deepchecks("generated/nannyml/univariate-weekly/analysis_split.json"),
        rule: "{ drift: jensen-shannon, for-each: column, at-most: 0.9 }",
      },
    }),
    "every column is below the bound": {
      files: scored(0.1, 0.2),
      rule: "{ drift: psi, for-each: column, at-most: 0.2 }",
    },
    "a report that states its rows": {
      files: {
        "m/a.facts.jsonl": facts({
          ...{ kind: "drift", scope: "column", column: "c", method: "psi", score: 0.1 },
          ...{ n_reference: 1000, n_current: 500 },
        }),
      },
      rule: "{ drift: psi, for-each: column, at-most: 0.2 }",
      says: "c 0.1 by psi, at most 0.2; by the report's own bins; n 1000 and 500",
    },
    "one of ten may be over": {
      files: scored(0.3, ...Array<number>(9).fill(0.1)),
      rule: "{ drift: psi, for-each: column, at-most: 0.2, allowed-over: 10% }",
    },
  },
  "not-met": {
    "one column is over": {
      files: scored(0.1, 0.3),
      rule: "{ drift: psi, for-each: column, at-most: 0.2 }",
      says: "c1 0.3 by psi, at most 0.2; by the report's own bins",
      at: "m/a.facts.jsonl:2",
    },
    ...(corpusIsThere
      ? {
          "columns that NannyML found drifted": {
            files: deepchecks("generated/nannyml/univariate-weekly/analysis_split.json"),
            rule: "{ drift: jensen-shannon, for-each: column, at-most: 0.01 }",
          },
        }
      : {}),
  },
  inconclusive: {
    "a p-value alone says nothing of its size": {
      files: {
        "m/a.facts.jsonl": facts({
          kind: "drift",
          scope: "column",
          column: "c",
          method: "ks",
          p_value: 0.001,
          drifted: true,
        }),
      },
      rule: "{ drift: any }",
    },
  },
  missing: {
    "no report": { files: { "m/README.md": cardOf("license: mit") }, rule: "{ drift: psi, at-most: 0.2 }" },
    "another method": { files: scored(0.1), rule: "{ drift: wasserstein-normed, at-most: 0.2 }" },
  },
  unreadable: { "no number": { files: scored("NaN"), rule: "{ drift: psi, for-each: column, at-most: 0.2 }" } },
});
