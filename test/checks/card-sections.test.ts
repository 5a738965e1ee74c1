import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const rule = "{ card-sections: [intended-use, limitations] }";
const limited = cardOf("license: mit", "## Known limitations\n\nNot for people.\n");
const real = corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" });

describeCheck("card-sections", {
  met: {
    "both are written, whatever they are called": { files: { "m/README.md": limited }, rule, at: "m/README.md:14" },
    "a heading as it stands": {
      files: { "m/README.md": cardOf("license: mit", "## Colour of the model\n\nBlue.\n") },
      rule: "{ card-sections: Colour of the model }",
    },
    ...(corpusIsThere ? { "a card of the Hub": { files: real, rule: "{ card-sections: intended-use }" } } : {}),
  },
  "not-met": {
    "one is not there": {
      files: { "m/README.md": cardOf("license: mit") },
      rule,
      says: "no section on limitations",
      at: "m/README.md:1",
    },
    "one is a template's text": {
      files: { "m/README.md": cardOf("license: mit", "## Limitations\n\n[More Information Needed]\n") },
      rule,
      says: "still the template's text",
    },
    "one is too short": {
      files: { "m/README.md": limited },
      rule: "{ card-sections: limitations, min-words: 20 }",
      says: "has 3 words",
    },
    ...(corpusIsThere
      ? {
          "the Hub's own template": {
            files: corpusFiles({ "m/README.md": "generated/huggingface/fraud/bad_default_template/README.md" }),
            rule: "{ card-sections: [limitations, intended-use] }",
          },
        }
      : {}),
  },
  missing: { "no card": { files: { "m/a.facts.jsonl": '{"kind": "model", "name": "m"}\n' }, rule } },
  unreadable: { "the front matter is broken": { files: { "m/README.md": cardOf("license: [mit") }, rule } },
});
