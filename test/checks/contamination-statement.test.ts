import { cardOf } from "./cards.js";
import { describeCheck } from "./describe-check.js";
import { facts } from "../judge/judged.js";

const stated = "{ contamination-statement: stated }";
const measured = "{ contamination-statement: measured }";
const searched = (passed: boolean | null) => ({
  "m/a.facts.jsonl": facts({
    kind: "check",
    name: "13-gram contamination of mmlu",
    passed,
    message: "3 of 14042 found",
  }),
});

describeCheck("contamination-statement", {
  met: {
    "the section is written": {
      files: {
        "m/README.md": cardOf(
          "license: mit",
          "## Benchmark contamination\n\nWe searched the training data for 13-grams of MMLU and GSM8K and found three, which were removed.\n",
        ),
      },
      rule: stated,
      at: "m/README.md:14",
    },
    "a field says it": { files: { "m/README.md": cardOf("contamination: 13-gram search, none found") }, rule: stated },
    "a check of it passed": { files: searched(true), rule: measured },
  },
  "not-met": {
    "the card is silent": { files: { "m/README.md": cardOf("license: mit") }, rule: stated, at: "m/README.md:1" },
    "a heading with a word below": {
      files: { "m/README.md": cardOf("license: mit", "## Data contamination\n\nNone known.\n") },
      rule: stated,
      says: "has 2 words, and at least 12 are asked",
    },
    "a template's text": {
      files: { "m/README.md": cardOf("license: mit", "## Data contamination\n\nTBD\n") },
      rule: stated,
      says: "still the template's text",
    },
    "a check of it failed": { files: searched(false), rule: measured, says: "3 of 14042 found" },
  },
  missing: {
    "no card": { files: searched(true), rule: stated },
    "no check": { files: { "m/README.md": cardOf("license: mit") }, rule: measured },
    "a check that did not run": { files: searched(null), rule: measured, says: "did not run" },
  },
  unreadable: { "the front matter is broken": { files: { "m/README.md": cardOf("license: [mit") }, rule: stated } },
});
