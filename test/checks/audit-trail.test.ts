import { committed, loggedRun, packaged, runs } from "./real-models.js";
import { onCorpus } from "./corpus.js";
import { approvalsBy } from "./approvals.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { historyOf } from "./history-of.js";

const whole = facts(
  { kind: "model", name: "m", artifact_digest: "sha256:aa", run: "r1" },
  { kind: "run", run_id: "r1", code_revision: "4f2a91c0d3b1" },
  { kind: "dataset", name: "train", digest: "md5:abc" },
  measurement("accuracy", 0.9, { run: "r1" }),
);

describeCheck("audit-trail", {
  met: {
    ...onCorpus({
      "a run of MLflow that the packaged model names": {
        files: { ...packaged(runs.champion), ...loggedRun(runs.champion) },
        rule: "{ audit-trail: [run, code, result, history] }",
        with: { history: committed({ ...packaged(runs.champion), ...loggedRun(runs.champion) }) },
        says: `made by the run ${runs.champion}`,
      },
    }),
    "every link is there and names the next": {
      files: { "m/a.facts.jsonl": whole },
      rule: "{ audit-trail: all }",
      with: { approvals: approvalsBy("bo"), history: historyOf({ "m/a.facts.jsonl": ["2026-11-01"] }) },
    },
  },
  "not-met": {
    ...onCorpus({
      "the packaged model is of another run of MLflow": {
        files: { ...packaged(runs.challenger), ...loggedRun(runs.champion) },
        rule: "{ audit-trail: run }",
        at: "m/MLmodel:12",
      },
    }),
    "the model names a run that nobody committed": {
      files: { "m/a.facts.jsonl": facts({ kind: "model", name: "m", run: "r1" }) },
      rule: "{ audit-trail: run }",
      says: "the model names the run r1, which nobody committed",
      at: "m/a.facts.jsonl:1",
    },
    "the model is of another run than the evidence": {
      files: { "m/a.facts.jsonl": facts({ kind: "model", name: "m", run: "r1" }, { kind: "run", run_id: "r2" }) },
      rule: "{ audit-trail: run }",
      says: "the evidence is of r2",
    },
    "the run names no commit": {
      files: { "m/a.facts.jsonl": facts({ kind: "run", run_id: "r1" }) },
      rule: "{ audit-trail: code }",
    },
    "no data set has a digest": {
      files: { "m/a.facts.jsonl": facts({ kind: "dataset", name: "train" }) },
      rule: "{ audit-trail: data }",
    },
  },
  missing: {
    "no digest of the artifact": {
      files: { "m/a.facts.jsonl": facts({ kind: "model", name: "m" }) },
      rule: "{ audit-trail: artifact }",
    },
    "an approval in a file of the change": {
      files: { "m/a.facts.jsonl": facts({ kind: "approval", by: "bo", state: "approved" }) },
      rule: "{ audit-trail: approval }",
      says: "prove only who committed them",
    },
    "results that are not committed": {
      files: { "m/a.facts.jsonl": whole },
      rule: "{ audit-trail: history }",
      says: "who brought m/a.facts.jsonl cannot be told",
    },
  },
  unreadable: {
    "the facts are cut off": {
      files: { "m/a.facts.jsonl": `${whole}{"kind": "ru` },
      rule: "{ audit-trail: [run, data] }",
    },
  },
});
