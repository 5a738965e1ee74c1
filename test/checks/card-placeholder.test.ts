import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const filler = cardOf("license: mit", "## Limitations\n\n[More Information Needed]\n");

describeCheck("card-placeholder", {
  met: {
    ...onCorpus({
      "a card that its makers wrote whole": {
        files: corpusFiles({ "m/README.md": "public/model-card-md/openai__whisper__model-card.md" }),
        rule: "{ card-placeholder: all }",
      },
    }),
    "every section is written": { files: { "m/README.md": cardOf("license: mit") }, rule: "{ card-placeholder: all }" },
    "the sections that are asked about": {
      files: { "m/README.md": filler },
      rule: "{ card-placeholder: intended-use }",
    },
  },
  "not-met": {
    "one is a template's text": {
      files: { "m/README.md": filler },
      rule: "{ card-placeholder: all }",
      says: "still the template's text: limitations",
      at: "m/README.md:14",
    },
    ...(corpusIsThere
      ? {
          "the Hub's own template": {
            files: corpusFiles({ "m/README.md": "generated/huggingface/fraud/bad_default_template/README.md" }),
            rule: "{ card-placeholder: all }",
          },
        }
      : {}),
  },
  missing: {
    "a section that is not there": { files: { "m/README.md": filler }, rule: "{ card-placeholder: privacy }" },
    "no card": { files: { "m/a.facts.jsonl": '{"kind": "model", "name": "m"}\n' }, rule: "{ card-placeholder: all }" },
  },
  unreadable: {
    "the front matter is broken": {
      files: { "m/README.md": cardOf("license: [mit") },
      rule: "{ card-placeholder: all }",
    },
  },
});
