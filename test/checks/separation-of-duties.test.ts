import { fraudModel } from "./real-models.js";
import { onCorpus } from "./corpus.js";
import { approvalsBy } from "./approvals.js";
import { facts, measurement } from "../judge/judged.js";
import { configured } from "./configured.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/a.facts.jsonl": facts(measurement("accuracy", 0.9)) };
const owned = configured({ owner: "@acme/fraud" });

describeCheck("separation-of-duties", {
  met: {
    ...onCorpus({
      "a model whose card and metrics are real": {
        files: fraudModel(),
        rule: "{ separation-of-duties: [author, owner] }",
        with: { ...owned, author: "ana", approvals: approvalsBy(["bo", "@acme/model-risk"]) },
      },
    }),
    "somebody else approves": {
      files,
      rule: "{ separation-of-duties: [author, owner] }",
      with: { ...owned, author: "ana", approvals: approvalsBy(["bo", "@acme/model-risk"]) },
      says: "approved by bo",
    },
    "one of two is enough": {
      files,
      rule: "{ separation-of-duties: author }",
      with: { author: "ana", approvals: approvalsBy("Ana", "bo") },
    },
  },
  "not-met": {
    ...onCorpus({
      "a model whose card and metrics are real, approved by its owners": {
        files: fraudModel(),
        rule: "{ separation-of-duties: [author, owner] }",
        with: { ...owned, author: "ana", approvals: approvalsBy(["bo", "@acme/fraud"]) },
      },
    }),
    "the author alone approves, in whatever case": {
      files,
      rule: "{ separation-of-duties: author }",
      with: { author: "ana", approvals: approvalsBy("Ana") },
      says: "approved by Ana alone",
    },
    "a member of the team that owns the model": {
      files,
      rule: "{ separation-of-duties: owner }",
      with: { ...owned, approvals: approvalsBy(["bo", "@acme/data,@acme/fraud"]) },
    },
    "a team that may not": {
      files,
      rule: '{ separation-of-duties: author, not-of: ["@acme/data"] }',
      with: { author: "ana", approvals: approvalsBy(["bo", "@acme/data"]) },
    },
  },
  missing: {
    "nobody approves": { files, rule: "{ separation-of-duties: author }", with: { author: "ana" } },
    "no pull request": {
      files,
      rule: "{ separation-of-duties: author }",
      with: { approvals: approvalsBy("bo") },
      says: "no pull request",
    },
    "nobody owns it": {
      files,
      rule: "{ separation-of-duties: owner }",
      with: { approvals: approvalsBy("bo") },
      says: "nobody is named",
    },
    "an approval in a file of the change": {
      files: { "m/a.facts.jsonl": facts({ kind: "approval", by: "bo", state: "approved" }) },
      rule: "{ separation-of-duties: author }",
      with: { author: "ana" },
      says: "an approval in m/a.facts.jsonl proves only who committed the file",
    },
  },
});
