import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { cardOf } from "./cards.js";
import { configured } from "./configured.js";
import { describeCheck } from "./describe-check.js";

const files = { "m/README.md": cardOf("license: mit") };
const toolkit = corpusFiles({ "m/model_card.json": "generated/model-card-toolkit/fraud/v1/model_card.json" });

/** A repository that is one model, whose root is its folder. */
const root = (codeowners: string) => ({ "README.md": cardOf("license: mit"), CODEOWNERS: codeowners });

describeCheck("owner", {
  met: {
    "the last line of CODEOWNERS that matches names it": {
      files: root("* @acme/all\n*.md @acme/fraud a@acme.test\n/docs/ @acme/docs\n"),
      rule: '{ owner: "@acme/fraud" }',
      at: "CODEOWNERS:2",
    },
    ...onCorpus({
      "who owns it in Kubeflow's registry": {
        files: {
          ...files,
          ...corpusFiles({
            "m/registered_model.json": "generated/kubeflow-model-registry/fraud/registered_model.json",
          }),
        },
        rule: "{ owner: risk-* }",
        at: "m/registered_model.json:11",
      },
    }),
    "the configuration names it": { files, rule: "{ owner: any }", with: configured({ owner: "@acme/fraud" }) },
    "the front matter names it": {
      files: { "m/README.md": cardOf("governance:\n  owner: Fraud team") },
      rule: "{ owner: any }",
      at: "m/README.md:3",
    },
    "one of those who may": {
      files,
      rule: '{ owner: ["@acme/*"] }',
      with: configured({ owner: "@acme/fraud" }),
    },
    ...(corpusIsThere && Object.keys(toolkit).length > 0
      ? { "a card of the Model Card Toolkit": { files: toolkit, rule: "{ owner: any }" } }
      : {}),
  },
  "not-met": {
    "the last line of CODEOWNERS that matches names another": {
      files: root("* @acme/fraud\n*.md @acme/docs\n"),
      rule: '{ owner: "@acme/fraud" }',
      at: "CODEOWNERS:2",
    },
    "who the card names goes before code owners": {
      files: { ...root("* @acme/fraud\n"), "README.md": cardOf("owner: Somebody") },
      rule: '{ owner: "@acme/fraud" }',
      at: "README.md:2",
    },
    ...onCorpus({
      "a card of the Model Card Toolkit with other owners": { files: toolkit, rule: '{ owner: "@acme/*" }' },
    }),
    "nobody is written in the owner's place": {
      files: { "m/README.md": cardOf("owner: TBD") },
      rule: "{ owner: any }",
      says: "the owner is “TBD”, which is nobody",
      at: "m/README.md:2",
    },
    "a template's words": {
      files: { "m/README.md": cardOf('owner: "[More Information Needed]"') },
      rule: "{ owner: any }",
    },
    "somebody else": {
      files,
      rule: '{ owner: ["@acme/*"] }',
      with: configured({ owner: "@other/fraud" }),
      says: "who is none of @acme/*",
    },
  },
  missing: {
    "code owners of another folder": {
      files: { "README.md": cardOf("license: mit"), CODEOWNERS: "* @acme/ml\n/README.md\n" },
      rule: "{ owner: any }",
    },
    "nobody is named": { files, rule: "{ owner: any }" },
    "an author is no owner": { files: { "m/README.md": cardOf("author: Ana") }, rule: "{ owner: any }" },
  },
  unreadable: {
    "the front matter is broken": {
      files: { "m/README.md": cardOf("owner: [ana") },
      rule: "{ owner: any }",
    },
  },
});
