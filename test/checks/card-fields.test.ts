import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const rule = "{ card-fields: [license, governance.owner] }";
const real = corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" });

describeCheck("card-fields", {
  met: {
    "both are stated": {
      files: { "m/README.md": cardOf("license: mit\ngovernance:\n  owner: ana") },
      rule,
      at: "m/README.md:2",
    },
    "a field with fields below": {
      files: { "m/README.md": cardOf("governance:\n  owner: ana") },
      rule: "{ card-fields: governance }",
    },
    ...(corpusIsThere ? { "a card of the Hub": { files: real, rule: "{ card-fields: license }" } } : {}),
  },
  "not-met": {
    "one is not": {
      files: { "m/README.md": cardOf("license: mit") },
      rule,
      says: "the card does not state governance.owner",
    },
    "one is empty": {
      files: { "m/README.md": cardOf('license: ""\ngovernance:\n  owner: ana') },
      rule,
      says: "license is empty",
    },
    "one is a template's text": {
      files: { "m/README.md": cardOf('license: "[More Information Needed]"') },
      rule: "{ card-fields: license }",
    },
    ...(corpusIsThere ? { "a card of the Hub": { files: real, rule: "{ card-fields: no_such_field }" } } : {}),
  },
  missing: {
    "no front matter": {
      files: { "m/README.md": "# M\n\n## Intended use\n\nx\n\n## Training data\n\ny\n" },
      rule,
      says: "has no front matter",
    },
    "no card": { files: { "m/a.facts.jsonl": '{"kind": "model", "name": "m"}\n' }, rule },
  },
  unreadable: { "the front matter is broken": { files: { "m/README.md": cardOf("license: [mit") }, rule } },
});
