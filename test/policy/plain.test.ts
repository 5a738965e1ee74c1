import { describe, expect, test } from "vitest";
import { optionWords } from "../../src/policy/option-kinds.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { loadPolicies } from "./loaded.js";
import { checks } from "../../src/checks/index.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { plainPolicy, plainRule } from "../../src/policy/plain.js";
import { memory } from "../../src/world/memory.js";
import { checksOfTests } from "./check-of-tests.js";

const plain = (text: string): readonly string[] => {
  const { policies, problems } = loadPolicies(["p.yaml"], policyFilesOf(memory({ "p.yaml": text })), {
    checks: checksOfTests,
  });
  expect(problems).toEqual([]);
  return policies.flatMap(plainPolicy);
};

const floor = "rules:\n  a: { floor: recall, at-least: 80% }\n";

test.each<[title: string, text: string, sentences: readonly string[]]>([
  [
    "confidence and what follows",
    `confidence: 95%\nthen: { inconclusive: warn }\n${floor}`,
    ["Recall is at least 80 %, and we are 95 % sure of it. If we cannot be sure, warn."],
  ],
  ["no promise", floor, ["Recall is at least 80 %."]],
  [
    "a rule without a bound has nothing to be sure of",
    "confidence: 95%\nthen: { inconclusive: warn }\nrules:\n  a: { fresh: report, within: 7d }\n",
    ["Report is fresh (within: 7 days)."],
  ],
  [
    "one word for all",
    `then: note\n${floor}`,
    ["Recall is at least 80 %. If anything stands against it, only note it."],
  ],
  [
    "outcomes that lead to the same are said together, and the rule's own word stands",
    "then: { missing: warn, inconclusive: warn }\nrules:\n  a: { floor: recall, at-least: 80%, then: { unreadable: block } }\n",
    [
      "Recall is at least 80 %. If we cannot be sure or there is no evidence, warn. If the evidence cannot be read, block.",
    ],
  ],
  [
    "evidence and time",
    "rules:\n  a: { fresh: report, within: 7d, evidence: attested, effective: { from: 2026-01-01, until: 2026-01-31 } }\n",
    ["Report is fresh (within: 7 days). Only attested evidence counts. This holds from 2026-01-01 until 2026-01-31."],
  ],
  ["names stay as they are written", "rules:\n  a: { floor: roc_auc, at-least: 80% }\n", ["roc_auc is at least 80 %."]],
  [
    "options that the check's own sentence leaves out",
    "rules:\n  a: { floor: recall, at-least: 80%, min-samples: 200, where: { split: test } }\n",
    ["Recall is at least 80 % (min-samples: 200; where: split is test)."],
  ],
  [
    "where a rule and a policy are asked",
    `applies: { risk: [high, medium], stages: production }\n${floor.replace("80%", '80%, applies: { models: ["fraud-*"], events: pull_request }')}`,
    [
      "This policy is asked of models of risk class high or medium, in stage production.",
      "Recall is at least 80 %. It is asked of models called fraud-*, on pull request.",
    ],
  ],
  [
    "that what stands on the base is no excuse",
    `only-new: false\n${floor.replace("80%", "80%, only-new: false")}`,
    [
      "Recall is at least 80 %. What stands on the base already is no excuse.",
      "What stands on the base already is no excuse.",
    ],
  ],
  [
    "a policy that does not gate",
    `gates: false\n${floor}`,
    ["Recall is at least 80 %.", "This policy looks and does not gate: what it finds at best warns."],
  ],
])("%s", (_, text, sentences) => expect(plain(text)).toEqual(sentences));

describe("values in words", () => {
  test.each([
    [optionWords("quantity", { value: 0.8, unit: "percent" }), "80 %"],
    [optionWords("quantity", { value: 0.1 + 0.2, unit: "plain" }), "0.3"],
    [optionWords("quantity", { value: 0.07, unit: "percent" }), "7 %"],
    [optionWords("quantity", { value: 150, unit: "time" }), "150 ms"],
    [optionWords("quantity", { value: 90_000, unit: "time" }), "90 s"],
    [optionWords("proportion", 0.1), "10 %"],
    [optionWords("duration", 604_800_000), "7 days"],
    [optionWords("duration", 86_400_000), "1 day"],
    [optionWords("duration", 43_200_000), "12 hours"],
    [optionWords("duration", 5_400_000), "90 minutes"],
    [optionWords("duration", 90_500), "90.5 seconds"],
    [optionWords("count", 200), "200"],
    [optionWords("flag", false), "no"],
    [optionWords("text", "psi"), "psi"],
    [optionWords("texts", ["a", "b", "c"]), "a, b and c"],
    [optionWords("slice-keys", [["country", "age"], ["sex"]]), "country × age and sex"],
    [optionWords("fields", { split: "test", fold: 2 }), "split is test and fold is 2"],
  ])("%s", (words, expected) => expect(words).toBe(expected));
});

describe("every option that a rule gives is in its sentence", () => {
  const options = checks.flatMap(({ id, options: own }) =>
    Object.entries(own).map(([key, spec]) => ({ id, key, spec })),
  );

  test.each(checks.map(({ id }) => id))("of %s", async (id) => {
    const check = checks.find((one) => one.id === id);
    const { policies } = await loadAnyPolicies(
      ["p.yaml"],
      policyFilesOf(memory({ "p.yaml": `rules:\n  ${check?.example.rule ?? ""}\n` })),
    );
    const [policy] = policies;
    const [rule] = policy?.rules ?? [];
    expect(rule?.check.id).toBe(id);
    if (policy === undefined || rule === undefined) return;
    const whole = plainRule(rule, policy);
    const unsaid = Object.keys(rule.options).filter((key) => {
      if (check?.options[key]?.wordsOnly === true) return false;
      const { [key]: _, ...others } = rule.options;
      return plainRule({ ...rule, options: others }, policy) === whole;
    });
    expect(unsaid).toEqual([]);
  });

  test("but for those that change words alone", () => {
    const silent = options.filter(({ spec }) => spec.wordsOnly === true).map(({ id, key }) => `${id}.${key}`);
    expect(silent).toEqual(["framework.asks", "framework.source-version", "framework.verified"]);
  });
});
