import { cardOf } from "./cards.js";
import { corpusFiles, corpusIsThere } from "./corpus.js";
import { describeCheck } from "./describe-check.js";

const licensed = (text: string) => ({ "m/README.md": cardOf(`license: ${text}`) });
const real = corpusFiles({ "m/README.md": "generated/huggingface/fraud/v1/README.md" });

describeCheck("licence", {
  met: {
    "an id in small letters": {
      files: licensed("apache-2.0"),
      rule: "{ licence: spdx }",
      says: "Apache-2.0",
      at: "m/README.md:2",
    },
    "one that is allowed": { files: licensed("bsd-3-clause"), rule: "{ licence: [MIT, BSD-*] }" },
    "a choice of two, of which one is allowed": { files: licensed("GPL-3.0-only OR MIT"), rule: "{ licence: [MIT] }" },
    "an exception loosens": {
      files: licensed("Apache-2.0 WITH LLVM-exception"),
      rule: "{ licence: [Apache-2.0] }",
    },
    "a name of one's own": { files: licensed("openrail"), rule: "{ licence: [openrail], own: [openrail] }" },
    "the data's licence as well": {
      files: {
        ...licensed("mit"),
        "m/data/README.md":
          "---\nlicense: cc-by-4.0\ntask_categories: [tabular-classification]\nsize_categories: [n<1K]\npretty_name: Rows\n---\n# Dataset\n\n## Dataset Structure\n\nRows.\n",
      },
      rule: "{ licence: spdx, of-data: [CC-BY-*] }",
    },
    ...(corpusIsThere ? { "a card of the Hub": { files: real, rule: "{ licence: spdx }" } } : {}),
  },
  "not-met": {
    "one that is forbidden": {
      files: licensed("cc-by-nc-4.0"),
      rule: '{ licence: spdx, never: ["*-NC-*"] }',
      says: "CC-BY-NC-4.0 may not be used",
      at: "m/README.md:2",
    },
    "one that is not allowed": { files: licensed("gpl-3.0"), rule: "{ licence: [MIT, Apache-2.0] }" },
    "both hold, and one may not": { files: licensed("MIT AND GPL-3.0-only"), rule: "{ licence: [MIT] }" },
    "a name that is no id": {
      files: licensed("Apache License, version two"),
      rule: "{ licence: spdx }",
      says: "is no licence of the SPDX list",
    },
    "`other` says nothing": { files: licensed("other"), rule: "{ licence: spdx }" },
    "a placeholder": { files: licensed("TODO"), rule: "{ licence: spdx }", says: "which is none" },
    ...(corpusIsThere ? { "a card of the Hub": { files: real, rule: "{ licence: [BSD-2-Clause] }" } } : {}),
  },
  missing: {
    "a card without a licence": { files: { "m/README.md": cardOf("language: en") }, rule: "{ licence: spdx }" },
    "no card of the data": {
      files: licensed("mit"),
      rule: "{ licence: spdx, of-data: [MIT] }",
      says: "no card states a data set's licence",
    },
  },
  unreadable: { "the front matter is broken": { files: licensed("[mit"), rule: "{ licence: spdx }" } },
});
