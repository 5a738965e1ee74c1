import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lint } from "../../src/commands/lint.js";
import { trialsNeeded } from "../../src/lint/reach.js";
import { createRepository } from "../git/repository.js";
import { ran, ranIn } from "./ran.js";

const configuration = "policies: [gate.yaml]\n";
const recall = (value: number, more: object = {}): string =>
  `${JSON.stringify({ kind: "measurement", metric: "recall", value, ...more })}\n`;

/** Advice of one policy over one model, as `rule id`. */
async function advised(policy: string, evidence = recall(0.9)) {
  const files = { "referee.yaml": configuration, "gate.yaml": policy, "m/own.facts.jsonl": evidence };
  const { status, out } = await ran(files, lint, "--format", "json");
  const advice: readonly { readonly id: string; readonly rule: string; readonly message: string }[] = JSON.parse(out);
  expect(status).toBe(advice.length === 0 ? 0 : 1);
  return advice.map(({ id, rule, message }) => `${rule} ${id}: ${message}`);
}

const rules = (...lines: readonly string[]): string => ["rules:", ...lines.map((line) => `  ${line}`), ""].join("\n");

describe("lint finds", () => {
  test.each<[title: string, policy: string, expected: RegExp]>([
    [
      "a rule whose every outcome is a note",
      rules("a: { metric: recall, at-least: 80%, then: note }"),
      /^a never-fails: whatever it finds/,
    ],
    [
      "a floor at the metric's lowest",
      rules("a: { metric: recall, at-least: 0 }"),
      /^a never-fails: every recall is at least 0/,
    ],
    [
      "a ceiling at the metric's highest",
      rules("a: { metric: recall, at-most: 100% }"),
      /^a never-fails: every recall is at most 100 %/,
    ],
    [
      "a margin that takes in everything",
      rules("a: { metric: recall, may-lose: 100%, against: m }"),
      /^a never-fails: no recall can lose more than 100 %/,
    ],
    [
      "an expression that is a constant",
      rules("a: { expression: true }"),
      /^a never-fails: the expression is always true/,
    ],
    [
      "a bound that no sample can show",
      `confidence: 95%\n${rules("a: { metric: recall, at-least: 100% }")}`,
      /^a never-met: no sample, however large, shows 100 %/,
    ],
    [
      "slices too small for their bound",
      `confidence: 95%\n${rules("a: { metric: recall, at-least: 99%, for-each: country, min-samples: 50 }")}`,
      /^a never-met: with 50 samples not even a perfect slice.*takes 268/,
    ],
    [
      "folds taken as independent",
      `confidence: 95%\n${rules("a: { metric: recall, at-least: 80%, for-each: fold }")}`,
      /^a plain-t-test: folds share/,
    ],
    [
      "a mean over folds with a confidence of its own",
      rules("a: { metric: cv_accuracy, at-least: 80%, confidence: 95% }"),
      /^a plain-t-test: `cv_accuracy` is a mean over folds/,
    ],
    [
      "a cross-validation whose correction is taken away",
      rules("a: { cross-validation: recall, against: m, may-lose: 0.01, test-share: 0% }"),
      /^a plain-t-test: `test-share: 0 %` takes the correction away/,
    ],
    [
      "folds taken as independent by a confidence of the rule alone",
      rules("a: { metric: recall, at-least: 80%, for-each: [[fold, country]], confidence: 90% }"),
      /^a plain-t-test: folds share/,
    ],
    [
      "a parameter that no rule uses",
      `parameters: { floor: 80%, ceiling: 90% }\n${rules("a: { metric: recall, at-least: $floor }")}`,
      /^null unused-parameter: no rule uses the parameter `ceiling`/,
    ],
    [
      "a share that may be anything",
      rules("a: { assertions: all, at-least: 0% }"),
      /^a never-fails: `at-least: 0%` asks nothing of a share/,
    ],
    [
      "a ceiling above every share of attacks",
      rules("a: { red-team: all, at-most: 100% }"),
      /^a never-fails: `at-most: 100%` allows every share/,
    ],
    [
      "a distance that cannot be so large",
      rules("a: { drift: jensen-shannon, at-most: 1 }"),
      /^a never-fails: every jensen-shannon is at most 1/,
    ],
    [
      "a rule that has expired",
      rules("a: { metric: recall, at-least: 80%, effective: { until: 2026-01-31 } }"),
      /^a expired: it held until 2026-01-31/,
    ],
    [
      "a comparison without a bound",
      rules("a: { metric: recall, at-least: 80%, against: m }"),
      /^a shadowed: `against` changes nothing/,
    ],
    [
      "confidence where nothing is bounded",
      rules("a: { card-placeholder: all, confidence: 90% }"),
      /^a shadowed: `confidence` changes nothing/,
    ],
    [
      "a rule that asks less than another",
      rules("a: { metric: recall, at-least: 70% }", "b: { metric: recall, at-least: 80% }"),
      /^a shadowed: `b` asks the same with at-least 80 %/,
    ],
    [
      "a metric that is nearly a known one",
      rules("a: { metric: recal, at-least: 80% }"),
      /^a misspelt-metric: `recal` is no metric/,
    ],
    [
      "a ceiling below the metric's lowest",
      rules("a: { metric: rmse, at-most: -1 }"),
      /^a never-met: no rmse is at most -1/,
    ],
    ["an approval of nobody", rules("a: { approval: 0 }"), /^a never-fails: nobody's approval is asked/],
    [
      "a rule of models that there are not",
      rules('a: { metric: recall, at-least: 80%, applies: { models: ["fraud-*"] } }'),
      /^a matches-nothing: no model here is called fraud-\*/,
    ],
    [
      "a policy of a risk class that no model has",
      `applies: { risk: [high] }\n${rules("a: { metric: recall, at-least: 80% }")}`,
      /^a matches-nothing: no model here is of risk class high/,
    ],
    [
      "a rule that matches nothing here",
      rules("a: { metric: bleu, at-least: 20 }"),
      /^a matches-nothing: no model here has what it asks for/,
    ],
  ])("%s", async (_title, policy, expected) => {
    const found = await advised(policy);
    expect(found.filter((one) => expected.test(one))).toHaveLength(1);
  });

  test("a bound that nobody can meet with this n", async () => {
    const policy = `confidence: 95%\n${rules("a: { metric: recall, at-least: 99% }")}`;
    expect(await advised(policy, recall(1, { trials: 50, n: 50 }))).toEqual([
      "a never-met: m recall has n 50: not even a perfect score shows 0.99 with 95 % confidence; it takes 268",
    ]);
    expect(await advised(policy, recall(1, { trials: 268, n: 268 }))).toEqual([]);
  });

  // A finding's twin that is sound: each lies just on the other side of what the cases above find.
  test.each<[id: string, title: string, rule: string]>([
    [
      "never-fails",
      "some outcome that is more than a note",
      "a: { metric: recall, at-least: 80%, then: { missing: note, not-met: note } }",
    ],
    ["never-fails", "a floor just above the metric's lowest", "a: { metric: recall, at-least: 1% }"],
    ["never-fails", "a ceiling just below the metric's highest", "a: { metric: recall, at-most: 99.9% }"],
    ["never-fails", "a margin that takes in less than everything", "a: { metric: recall, may-lose: 99%, against: m }"],
    ["never-fails", "an expression that asks something", "a: { expression: 'facts.size() > 3' }"],
    ["never-fails", "one approval", "a: { approval: 1 }"],
    ["never-fails", "no approval but by roles", 'a: { approval: 0, roles: { risk: "@ana" } }'],
    ["never-fails", "a distance without an upper end", "a: { drift: psi, at-most: 1 }"],
    ["never-fails", "a share below all of them", "a: { red-team: all, at-most: 99% }"],
    ["never-met", "a floor that some sample shows", "a: { metric: recall, at-least: 99%, confidence: 95% }"],
    [
      "never-met",
      "slices large enough for their bound",
      "a: { metric: recall, at-least: 99%, for-each: country, min-samples: 268, confidence: 95% }",
    ],
    ["never-met", "a bound without a promise", "a: { metric: recall, at-least: 100% }"],
    ["never-met", "a negative floor of a metric that may be negative", "a: { metric: r2, at-least: -1 }"],
    ["never-met", "a ceiling at the metric's lowest", "a: { metric: rmse, at-most: 0 }"],
    ["expired", "a rule on its last day", "a: { metric: recall, at-least: 80%, effective: { until: 2026-11-23 } }"],
    [
      "expired",
      "a rule that has yet to begin",
      "a: { metric: recall, at-least: 80%, effective: { from: 2027-01-01 } }",
    ],
    ["shadowed", "a comparison with a bound", "a: { metric: recall, may-lose: 1%, against: m }"],
    ["shadowed", "confidence of a bound", "a: { metric: recall, at-least: 80%, confidence: 90% }"],
    [
      "shadowed",
      "two rules on different data",
      "a: { metric: recall, at-least: 70%, dataset: x }\n  b: { metric: recall, at-least: 80%, dataset: y }",
    ],
    [
      "shadowed",
      "two rules that lead to different ends",
      "a: { metric: recall, at-least: 70% }\n  b: { metric: recall, at-least: 80%, then: warn }",
    ],
    [
      "shadowed",
      "a floor and a ceiling",
      "a: { metric: recall, at-least: 70% }\n  b: { metric: recall, at-most: 99% }",
    ],
    ["matches-nothing", "models that there are", 'a: { metric: recall, at-least: 80%, applies: { models: ["m*"] } }'],
    ["misspelt-metric", "a metric that is known by another name", "a: { metric: tpr, at-least: 10% }"],
    ["misspelt-metric", "a metric of one's own", "a: { metric: acme_profit, at-least: 10 }"],
    ["unused-parameter", "a parameter within a list", "a: { metric: [$floor], at-least: 10% }"],
    ["stale-floor", "a floor near what is reached", "a: { metric: recall, at-least: 85% }"],
  ])("no %s in %s", async (id, _title, rule) => {
    const parameters = rule.includes("$floor") ? "parameters: { floor: recall }\n" : "";
    expect((await advised(`${parameters}${rules(rule)}`)).filter((one) => one.includes(` ${id}: `))).toEqual([]);
  });

  test.each<[title: string, policy: string]>([
    ["folds without a promise", rules("a: { metric: recall, at-least: 80%, for-each: fold }")],
    ["folds that are corrected for", `confidence: 95%\n${rules("a: { cross-validation: recall, at-least: 80% }")}`],
    ["splits that test on a fifth", rules("a: { cross-validation: recall, at-least: 80%, test-share: 20% }")],
    ["a name that only holds the letters", rules("a: { metric: cvr, at-least: 80%, confidence: 95% }")],
  ])("no t test in %s", async (_title, policy) => {
    expect((await advised(policy)).join()).not.toContain("plain-t-test");
  });

  test("no unused parameter where a rule of a pack or of another policy uses it", async () => {
    const base = "parameters: { floor: 70% }\nrules:\n  a: { metric: recall, at-least: $floor }\n";
    const policy = "extends: [base.yaml]\nparameters: { floor: 80% }\nrules:\n  b: { metric: f1, at-least: 10% }\n";
    const files = {
      "referee.yaml": configuration,
      "gate.yaml": policy,
      "base.yaml": base,
      "m/own.facts.jsonl": recall(0.9),
    };
    expect((await ran(files, lint)).out).not.toContain("unused-parameter");
  });

  test("every kind of advice is found by a case here", () => {
    const source = readFileSync("src/lint/advice.ts", "utf8");
    const ids = [...source.matchAll(/^ {2}\| "([a-z-]+)"/gm)].map(([, id]) => id ?? "");
    const here = readFileSync("test/commands/lint.test.ts", "utf8");
    expect(ids.filter((id) => !new RegExp(`${id}:|\\[${id}\\]`).test(here))).toEqual([]);
    expect(ids.length).toBeGreaterThan(8);
  });

  test("nothing in a sound policy", async () => {
    const policy = rules(
      "a: { metric: recall, at-least: 80% }",
      "b: { metric: recall, at-least: 60%, for-each: country }",
    );
    expect(await advised(policy, recall(0.85) + recall(0.7, { slice: { country: "DE" } }))).toEqual([]);
  });

  test("a stale floor, far below what has been reached for months, and no fresh one", async () => {
    const repository = createRepository();
    try {
      repository.commit({
        "referee.yaml": configuration,
        "gate.yaml": rules("old: { metric: recall, at-least: 50% }", "near: { metric: recall, at-least: 88% }"),
        "m/own.facts.jsonl": recall(0.9),
      });
      repository.commit({ "m/own.facts.jsonl": recall(0.92) });
      const { out } = await ranIn(repository.folder, lint);
      expect(out).toContain("old: at-least 0.5 is far from what has long been reached: 0.92 or better [stale-floor]");
      expect(out).not.toContain("near: at-least");
    } finally {
      repository.remove();
    }
  });

  test("a floor as young as the evidence is not called stale", async () => {
    expect((await advised(rules("a: { metric: recall, at-least: 50% }"), recall(0.95))).join()).not.toContain("stale");
  });

  test("policies that are wrong end with 3", async () => {
    const { status } = await ran({ "referee.yaml": configuration, "gate.yaml": "rules: {}\n" }, lint);
    expect(status).toBe(3);
  });
});

// n such that the score test of n successes in n trials against the bound has p at most 1 - confidence:
// scipy.stats.norm.ppf(0.95)**2 * 0.99 / 0.01 = 267.85, ppf(0.99)**2 * 0.9 / 0.1 = 48.71.
test.each([
  [0.99, 0.95, 268],
  [0.9, 0.99, 49],
  [0.5, 0.95, 3],
  [0, 0.95, 0],
  [1, 0.95, null],
])("trials that a perfect score needs for %d with %d", (bound, confidence, trials) => {
  expect(trialsNeeded(bound, confidence)).toBe(trials);
});
