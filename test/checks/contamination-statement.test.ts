import { fraudModel } from "./real-models.js";
import { changedCorpusFile, corpusFiles, onCorpus } from "./corpus.js";
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
    ...onCorpus({
      "a card of the Hub with a section on it": {
        files: {
          ...corpusFiles({
            "m/results.json": "generated/lm-eval/dummy/i82qcls7/results_2026-11-23T05-08-33.894992.json",
          }),
          "m/README.md": changedCorpusFile(
            "generated/huggingface/fraud/v1/README.md",
            (card) =>
              `${card}\n## Benchmark contamination\n\nWe searched the training data for 13-grams of every benchmark and found none.\n`,
          ),
        },
        rule: stated,
        says: "13 words",
      },
    }),
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
    ...onCorpus({
      "a card of the Hub, which is silent": { files: fraudModel(), rule: stated, at: "m/README.md:1" },
    }),
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
