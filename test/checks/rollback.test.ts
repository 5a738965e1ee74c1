import { fraudModel, packaged, runs } from "./real-models.js";
import { corpusFiles, onCorpus } from "./corpus.js";
import { facts } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";
import { helm, mark } from "./served.js";

const whole = facts(
  { kind: "model", name: "old", version: "1", artifact_digest: "sha256:1" },
  { kind: "card", field: "license", value: "mit" },
  { kind: "measurement", metric: "recall", value: 0.8 },
);
const beside = (text: string) => ({ ...mark, "old/a.facts.jsonl": text });
const only = { only: ["m"] };
const parts = "{ rollback: [artifact, card, evidence], against: old }";
const canary = {
  ...mark,
  "m/c.yaml":
    "apiVersion: flagger.app/v1beta1\nkind: Canary\nspec: { targetRef: { name: m }, analysis: { stepWeight: 5 } }\n",
};

describeCheck("rollback", {
  met: {
    ...onCorpus({
      "a champion with its package, its card and its metrics": {
        files: { ...fraudModel("challenger"), ...fraudModel("main", "old"), ...packaged(runs.champion, "old") },
        rule: parts,
        with: only,
      },
      "an InferenceService that keeps the earlier one beside the canary": {
        files: { ...mark, ...corpusFiles({ "m/isvc.yaml": "generated/kserve/fraud/inferenceservice-canary-10.yaml" }) },
        rule: "{ rollback: target }",
      },
    }),
    "everything of the previous version is there": { files: beside(whole), rule: parts, with: only },
    "a canary that goes back to its primary": {
      files: canary,
      rule: "{ rollback: target }",
      says: "m-primary",
      at: "m/c.yaml:3",
    },
  },
  "not-met": {
    ...onCorpus({
      "a champion that nobody evaluated": {
        files: { ...fraudModel("challenger"), ...packaged(runs.champion, "old") },
        rule: parts,
        with: only,
        says: "no evaluation of it is there",
      },
    }),
    "the previous version has no evaluation": {
      files: beside(whole.split("\n").slice(0, 2).join("\n") + "\n"),
      rule: parts,
      with: only,
      says: "no evaluation",
    },
    "a claim of a card is no evaluation": {
      files: beside(facts({ kind: "measurement", metric: "recall", value: 0.8, claimed: true })),
      rule: "{ rollback: evidence, against: old }",
      with: only,
    },
    "a history that is switched off": {
      files: {
        ...mark,
        "m/d.yaml":
          "apiVersion: apps/v1\nkind: Deployment\nspec: { revisionHistoryLimit: 0, template: { spec: { containers: [{ image: a }] } } }\n",
      },
      rule: "{ rollback: target }",
    },
  },
  missing: {
    "no previous version": { files: mark, rule: "{ rollback: card }", with: only },
    "no manifest": { files: mark, rule: "{ rollback: target }" },
  },
  unreadable: { "a template": { files: { ...mark, ...helm }, rule: "{ rollback: target }" } },
});
