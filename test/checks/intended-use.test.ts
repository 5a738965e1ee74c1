import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { cardOf } from "./cards.js";
import { describeCheck } from "./describe-check.js";

const whole = cardOf(
  "license: mit",
  "## Out-of-scope use\n\nDecisions about people, and anything that is not a test.\n",
);

describeCheck("intended-use", {
  met: {
    "both parts are written": {
      files: { "m/README.md": whole },
      rule: "{ intended-use: [use, out-of-scope] }",
      at: "m/README.md:6",
    },
    ...(corpusIsThere
      ? {
          "a card of the Hub": {
            files: corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" }),
            rule: "{ intended-use: use, min-words: 1 }",
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "a card that is still the Hub's template": {
        files: corpusFiles({ "m/README.md": "generated/huggingface/fraud/bad_default_template/README.md" }),
        rule: "{ intended-use: use }",
      },
    }),
    "what is out of scope is not said": {
      files: { "m/README.md": cardOf("license: mit") },
      rule: "{ intended-use: [use, out-of-scope] }",
      says: "the card does not say what it is not for",
      at: "m/README.md:1",
    },
    "two words": {
      files: { "m/README.md": "# M\n\n## Intended use\n\nFraud detection.\n\n## Training data\n\nRows.\n" },
      rule: "{ intended-use: use }",
      says: "the section has 2 words, and at least 8 are asked",
    },
    "a template's text": {
      files: { "m/README.md": "# M\n\n## Intended use\n\n[More Information Needed]\n\n## Training data\n\nRows.\n" },
      rule: "{ intended-use: use, min-words: 1 }",
      says: "still the template's text",
    },
    "one text for two things": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Out-of-scope use\n\nTests of the checks, by those who write them, and by nobody else at all.\n",
        ),
      },
      rule: "{ intended-use: out-of-scope }",
      says: "repeated word for word",
    },
  },
  missing: {
    "no card": { files: { "m/a.facts.jsonl": '{"kind": "model", "name": "m"}\n' }, rule: "{ intended-use: use }" },
  },
  unreadable: {
    "the front matter is broken": { files: { "m/README.md": cardOf("license: [mit") }, rule: "{ intended-use: use }" },
  },
});
