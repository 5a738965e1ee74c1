import { fraudModel } from "./real-models.js";
import { onCorpus } from "./corpus.js";
import { facts, measurement } from "../judge/judged.js";
import { configured } from "./configured.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/a.facts.jsonl": facts(measurement("recall", 0.9)) };
const rule = "{ stage-transition: allowed }";
const from = (stage: string, to: string) => ({ ...configured({ stage }), stage: to });

describeCheck(
  "stage-transition",
  {
    met: {
      ...onCorpus({
        "a model whose card and metrics are real": { files: fraudModel(), rule, with: from("staging", "canary") },
      }),
      "the next stage": { files, rule, with: from("staging", "canary"), says: "staging → canary" },
      "back to where it was": { files, rule, with: from("production", "staging") },
    },
    "not-met": {
      ...onCorpus({
        "a model whose card and metrics are real skips one": {
          files: fraudModel(),
          rule,
          with: from("staging", "production"),
        },
      }),
      "a stage is skipped": {
        files,
        rule,
        with: from("development", "production"),
        says: "development → production, and from development it may go to",
      },
    },
    "not-applicable": {
      "it stays where it is": { files, rule, with: configured({ stage: "staging" }), says: "it stays in staging" },
    },
  },
  // Where nothing says that a model changes its stage, it stays.
  ["missing"],
);
