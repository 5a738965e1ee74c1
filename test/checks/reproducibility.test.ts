import { facts } from "../judge/judged.js";
import { configured } from "./configured.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const run = (fields: object): object => ({ kind: "run", run_id: "r1", ...fields });
const whole = facts(
  run({
    params: { depth: 4, seed: 7 },
    code_revision: "4f2a91c0d3b1",
    environment: { python: "3.11.4", scikit_learn: "1.9.1" },
  }),
  { kind: "dataset", name: "train", role: "train", digest: "md5:abc" },
);
const dvc = corpusFiles({ "m/dvc.lock": "generated/dvc/fraud/repo-challenger/dvc.lock" });
const card = { "m/README.md": "# M\n\n## Intended use\n\nx\n\n## Training data\n\ny\n" };

describeCheck("reproducibility", {
  met: {
    "everything is recorded": {
      files: { "m/a.facts.jsonl": whole },
      rule: "{ reproducibility: all }",
      says: "seed is 7",
    },
    "several files tell of one run": {
      files: {
        "m/a.facts.jsonl": facts(run({ params: { depth: 4 } }), run({ code_revision: "4f2a91c0d3b1" })),
      },
      rule: "{ reproducibility: [parameters, code-revision] }",
    },
    "the run that is named": {
      files: { "m/a.facts.jsonl": facts(run({ params: { depth: 4 } }), { kind: "run", run_id: "r2" }) },
      rule: "{ reproducibility: parameters }",
      with: configured({ run: "r1" }),
    },
    ...(corpusIsThere
      ? { "a lock of DVC": { files: { ...card, ...dvc }, rule: "{ reproducibility: [parameters, seed, data] }" } }
      : {}),
  },
  "not-met": {
    "no seed": {
      files: { "m/a.facts.jsonl": facts(run({ params: { depth: 4 } })) },
      rule: "{ reproducibility: seed }",
      says: "the run records no seed",
      at: "m/a.facts.jsonl:1",
    },
    "a branch is no commit": {
      files: { "m/a.facts.jsonl": facts(run({ code_revision: "main" })) },
      rule: "{ reproducibility: code-revision }",
      says: "“main” is no commit",
    },
    "a name without its version": {
      files: { "m/a.facts.jsonl": facts(run({ environment: { python: "latest" } })) },
      rule: "{ reproducibility: environment }",
    },
    "data without a digest": {
      files: { "m/a.facts.jsonl": facts(run({}), { kind: "dataset", name: "train", role: "train" }) },
      rule: "{ reproducibility: data }",
    },
    ...(corpusIsThere
      ? { "a lock of DVC names no commit": { files: { ...card, ...dvc }, rule: "{ reproducibility: code-revision }" } }
      : {}),
  },
  missing: {
    "no run": { files: card, rule: "{ reproducibility: seed }" },
    "several runs": {
      files: {
        "m/a.facts.jsonl": facts(run({ params: { seed: 1 } }), { kind: "run", run_id: "r2", params: { seed: 2 } }),
      },
      rule: "{ reproducibility: seed }",
      says: "nothing says which one made the model: r1 and r2",
    },
    "a run that nobody committed": {
      files: { "m/a.facts.jsonl": whole },
      rule: "{ reproducibility: seed, run: r9 }",
      says: "there is no run r9",
    },
  },
  unreadable: {
    "the facts are cut off": {
      files: { ...card, "m/a.facts.jsonl": `${whole}{"kind": "ru` },
      rule: "{ reproducibility: seed }",
    },
  },
});
