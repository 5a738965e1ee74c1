import { approvalsBy } from "./approvals.js";
import { cardOf } from "./cards.js";
import { configured } from "./configured.js";
import { corpusFiles, corpusIsThere, onCorpus } from "./corpus.js";
import { describeCheck } from "./describe-check.js";
import { describe, expect, test } from "vitest";
import { facts, measurement, refusalsOf, rules } from "../judge/judged.js";

const act = 'framework: EU AI Act, clause: "Annex IV 2(g)"';
const evidence = {
  "m/README.md": cardOf("license: mit", "## Limitations\n\nNot for people.\n"),
  "m/a.facts.jsonl": facts(
    measurement("recall", 0.8, { at: "2026-11-01T00:00:00Z", trials: 100 }),
    measurement("recall", 0.7, { slice: { country: "DE" } }),
    { kind: "dataset", name: "holdout", role: "test", digest: "md5:abc" },
  ),
};

describeCheck("framework", {
  met: {
    "all that the clause needs is there": {
      files: evidence,
      rule: `{ ${act}, needs: [metric, "dataset:test", "section:limitations", slices, approval, owner] }`,
      with: { ...configured({ owner: "@acme/fraud" }), approvals: approvalsBy("bo") },
      says: "EU AI Act, Annex IV 2(g): evidence found: results of an evaluation, the digest of the test data",
    },
    "one of several is enough": { files: evidence, rule: `{ ${act}, needs: [drift, "metric:recall"], any-of: true }` },
    "its number has yet to be checked": {
      files: evidence,
      rule: `{ ${act}, needs: metric, verified: false, source-version: "2024/1689" }`,
      says: "(its number is to be checked against the official text): evidence found: results of an evaluation, by 2024/1689",
    },
    "a file by its name": {
      files: { ...evidence, "m/risk-register.yaml": "risks: []\n" },
      rule: `{ ${act}, needs: "file:*risk*" }`,
    },
    ...(corpusIsThere
      ? {
          "slices that Fairlearn wrote": {
            files: {
              "m/README.md": cardOf("license: mit"),
              ...corpusFiles({ "m/by_group.csv": "generated/fairlearn/fraud/v2/country/by_group.csv" }),
            },
            rule: `{ ${act}, needs: ["slices:country"] }`,
          },
        }
      : {}),
  },
  "not-met": {
    ...onCorpus({
      "the Hub's own template, which nobody filled in": {
        files: corpusFiles({ "m/README.md": "generated/huggingface/fraud/bad_default_template/README.md" }),
        rule: `{ ${act}, needs: ["section:limitations"] }`,
        says: "failed: ",
      },
    }),
    "a section that nobody wrote": {
      files: { "m/README.md": cardOf("license: mit", "## Limitations\n\n[More Information Needed]\n") },
      rule: `{ ${act}, needs: ["section:limitations"] }`,
      says: "failed: the card's section on limitations, which nobody wrote",
      at: "m/README.md:14",
    },
    "checks that fail": {
      files: { "m/a.facts.jsonl": facts({ kind: "check", name: "adversarial noise", passed: false }) },
      rule: `{ ${act}, needs: [checks] }`,
      says: "1 of 1 fail",
    },
    "evidence that is too old": {
      files: evidence,
      rule: `{ ${act}, needs: "metric:recall", max-age: 7d }`,
    },
  },
  missing: {
    "one of them is not there": {
      files: evidence,
      rule: `{ ${act}, needs: [metric, explanation] }`,
      says: "no evidence of an explanation; found: results of an evaluation",
    },
    "a check that did not run shows nothing": {
      files: { "m/a.facts.jsonl": facts({ kind: "check", name: "adversarial noise", passed: null }) },
      rule: `{ ${act}, needs: [checks] }`,
    },
    "an approval in a file of the change": {
      files: { "m/a.facts.jsonl": facts({ kind: "approval", by: "bo", state: "approved" }) },
      rule: `{ ${act}, needs: [approval] }`,
    },
    "a claim in the card is no evidence": {
      files: { "m/README.md": cardOf("license: mit", "## Evaluation\n\nAccuracy: 0.9\n") },
      rule: `{ ${act}, needs: [metric] }`,
    },
    "a rule that needs nothing": { files: evidence, rule: `{ ${act} }`, says: "names no evidence" },
  },
  unreadable: {
    "the evidence is cut off": {
      files: { "m/README.md": cardOf("license: mit"), "m/metrics.json": '{"recall": 0.8' },
      rule: `{ ${act}, needs: [metric] }`,
    },
  },
  "not-applicable": {
    "the clause does not apply yet": {
      files: evidence,
      rule: `{ ${act}, needs: [explanation], applies-from: 2027-12-02 }`,
      says: "applies from 2027-12-02",
    },
    "what no file shows": {
      files: evidence,
      rule: `{ ${act}, not-for-a-machine: true }`,
      says: "not for a machine to judge",
    },
  },
});

describe("a rule on a clause is refused when the policy is loaded", () => {
  test.each<[title: string, more: string, told: RegExp]>([
    [
      "a kind of evidence that there is not",
      "needs: [metrik]",
      /`metrik`, which is no kind of evidence; did you mean `metric`/,
    ],
    [
      "evidence that none is like",
      "needs: goodwill",
      /`goodwill`, which is no kind of evidence; use one of: .*`approval`/,
    ],
    [
      "a section that is misspelt",
      'needs: ["section:limitatons"]',
      /which is not known; did you mean `section:limitations`/,
    ],
    ["a word for a date", "needs: metric, applies-from: soon", /`applies-from` is `soon`; expected a date/],
    ["a day that does not exist", "needs: metric, applies-from: 2027-02-30", /`2027-02-30`; expected a date/],
  ])("%s", (_title, more, told) => {
    expect(refusalsOf(rules(`it: { ${act}, ${more} }`))).toEqual([expect.stringMatching(told)]);
  });

  test("a heading of one's own may stand in place of a section", () => {
    expect(refusalsOf(rules(`it: { ${act}, needs: ["section:Who may use it"] }`))).toEqual([]);
  });
});
