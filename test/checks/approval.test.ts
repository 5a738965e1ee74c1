import { fraudModel } from "./real-models.js";
import { corpusFiles, onCorpus } from "./corpus.js";
import { approvalsBy } from "./approvals.js";
import { facts, measurement } from "../judge/judged.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/a.facts.jsonl": facts(measurement("accuracy", 0.9)) };
const roles = 'roles: { data: "@acme/data", business: "@cleo", risk: "@acme/model-risk" }';
const everybody = approvalsBy(["ana", "@acme/data"], "cleo", ["bo", "@acme/model-risk"]);

describeCheck(
  "approval",
  {
    met: {
      ...onCorpus({
        "a model whose card and metrics are real": {
          files: fraudModel(),
          rule: "{ approval: 2 }",
          with: { approvals: approvalsBy("ana", "bo") },
          says: "2 of 2: ana, bo",
        },
      }),
      "enough people": {
        files,
        rule: "{ approval: 2 }",
        with: { approvals: approvalsBy("ana", "bo") },
        says: "2 of 2: ana, bo",
      },
      "one of the team": {
        files,
        rule: '{ approval: 1, from: ["@acme/model-risk"] }',
        with: { approvals: approvalsBy(["bo", "@acme/data,@acme/model-risk"]) },
      },
      "each role has approved": { files, rule: `{ approval: 1, ${roles} }`, with: { approvals: everybody } },
      "one person holds two roles": {
        files,
        rule: '{ approval: 1, roles: { data: "@acme/data", risk: "@acme/model-risk" } }',
        with: { approvals: approvalsBy(["bo", "@acme/data,@acme/model-risk"]) },
      },
    },
    missing: {
      ...onCorpus({
        "what a registry wrote into the change is no approval": {
          files: {
            ...fraudModel(),
            ...corpusFiles({
              "m/model_version_list.json": "generated/kubeflow-model-registry/fraud/model_version_list.json",
            }),
          },
          rule: "{ approval: 1 }",
          says: "an approval in m/model_version_list.json does not count",
        },
      }),
      "one too few": { files, rule: "{ approval: 2 }", with: { approvals: approvalsBy("ana") }, says: "1 of 2: ana" },
      "one person twice is one": { files, rule: "{ approval: 2 }", with: { approvals: approvalsBy("ana", "Ana") } },
      "the author's own": {
        files,
        rule: "{ approval: 1, not-by: author }",
        with: { approvals: approvalsBy("ana"), author: "Ana" },
      },
      "a role that has not": {
        files,
        rule: `{ approval: 1, ${roles} }`,
        with: { approvals: everybody.slice(0, 2) },
        says: "0 of 1 from @acme/model-risk",
      },
      "a person who may stand for one role only": {
        files,
        rule: '{ approval: 1, each-by-another: true, roles: { data: "@acme/data", risk: "@acme/model-risk" } }',
        with: { approvals: approvalsBy(["bo", "@acme/data,@acme/model-risk"]) },
        says: "0 of 1 from @acme/model-risk",
      },
      "an approval in a file of the change": {
        files: { "m/a.facts.jsonl": facts({ kind: "approval", by: "bo", state: "approved" }) },
        rule: "{ approval: 1 }",
        says: "an approval in m/a.facts.jsonl does not count",
      },
      "a team that the token may not ask about": {
        files,
        rule: '{ approval: 1, from: ["@acme/model-risk"] }',
        with: { approvals: approvalsBy("bo").map((fact) => ({ ...fact, state: "not-verifiable" })) },
        says: "1 cannot be verified",
      },
    },
  },
  // What nobody has approved yet is not there; nobody can show that it never will be.
  ["not-met"],
);
