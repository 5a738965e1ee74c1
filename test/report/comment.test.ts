import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { markdown } from "../../src/report/forms/markdown.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, rules, type Circumstances, type Files } from "../judge/judged.js";

const view = { columns: 92, colour: false, verbose: false, pathPrefix: "" } as const;
const measured = (metric: string, value: number, more: object = {}): object => ({
  kind: "measurement",
  metric,
  value,
  higher_is_better: true,
  ...more,
});

async function comment(files: Files, policy: string, circumstances: Circumstances = {}): Promise<string> {
  return markdown.render(await judged(files, policy, circumstances), view);
}

const onBase = (files: Files): Circumstances => ({
  base: { tree: memory(files), label: "9b0d7c4", commit: null, configuration: defaultConfiguration },
  head: "4f1c2e9".repeat(6).slice(0, 40),
});

describe("the comment", () => {
  test.each<[string, readonly object[], string, string]>([
    [
      "a failed rule",
      [measured("recall", 0.5)],
      "floor: { metric: recall, at-least: 80% }",
      "### 🟥 Block: m does not meet 1 rule",
    ],
    [
      "a passing model",
      [measured("recall", 0.9)],
      "floor: { metric: recall, at-least: 80% }",
      "### 🟩 Pass: m meets its rules",
    ],
    [
      "no evidence",
      [measured("precision", 0.9)],
      "floor: { metric: recall, at-least: 80% }",
      "### ⬜ Undecided: m lacks evidence",
    ],
    [
      "too small a test",
      [measured("recall", 0.82, { trials: 40, unit: "proportion" })],
      "floor: { metric: recall, at-least: 80%, confidence: 95% }",
      "### ⬜ Undecided: m may be good enough, and the test is too small to tell",
    ],
    [
      "a missing paper",
      [measured("recall", 0.9)],
      "signed: { approval: 1 }",
      "### ⬜ Undecided: m waits for what must be written or signed",
    ],
    [
      "a warning",
      [measured("recall", 0.5)],
      "floor: { metric: recall, at-least: 80%, then: warn }",
      "### 🟨 Warn: m may pass, with warnings",
    ],
  ])("begins with what was found of %s", async (_, evidence, rule, title) => {
    const text = await comment({ "models/m/run.facts.jsonl": facts(...evidence) }, rules(rule));
    expect(text.split("\n")[0]).toBe(title);
  });

  test("says of a champion that it is better, with both numbers", async () => {
    const configuration = {
      ...defaultConfiguration,
      models: [
        { name: "v3", path: "models/v3", stage: null, risk: null, owner: null, champion: "v1", run: null },
        { name: "v1", path: "models/v1", stage: null, risk: null, owner: null, champion: null, run: null },
      ],
    };
    const files = {
      "models/v3/run.facts.jsonl": facts(measured("roc_auc", 0.612), measured("recall", 0.3)),
      "models/v1/run.facts.jsonl": facts(measured("roc_auc", 0.898), measured("recall", 0.2)),
    };
    const text = await comment(files, rules("no-worse: { metric: roc_auc, against: champion, may-lose: 0.005 }"), {
      configuration,
      only: ["v3"],
    });
    expect(text).toContain("### 🟥 Block: v3 is worse than v1");
    expect(text).toContain("| | now | v1 | change | rule | outcome |");
    expect(text).toMatch(/\| roc\\_auc \| 0\.612 \| 0\.898 \| −0\.286 \|/);
    expect(text).toMatch(/\| recall \| 0\.3 \| 0\.2 \| \+0\.1 \| no rule \|/);
  });

  test("opens what stops, folds the rest, the model before the paper", async () => {
    const files = { "models/m/run.facts.jsonl": facts(measured("recall", 0.5), measured("precision", 0.9)) };
    const text = await comment(
      files,
      rules(
        "signed: { approval: 1 }",
        "floor: { metric: recall, at-least: 80% }",
        "kept: { metric: precision, at-least: 10% }",
      ),
    );
    const folds = text.indexOf("<details>");
    expect(text).toContain("**Mend the model first, then the paper**");
    expect(text.indexOf("1. **not met** `floor`")).toBeGreaterThan(0);
    expect(text.indexOf("2. missing `signed`")).toBeGreaterThan(text.indexOf("1. **not met** `floor`"));
    expect(folds).toBeGreaterThan(text.indexOf("2. missing `signed`"));
    expect(text.slice(folds)).toContain("`kept`");
  });

  test("is one action for a rule that fails on many segments, and a folded table of them", async () => {
    const bySlice = ["DE", "FR", "PL"].map((country) =>
      measured("recall", country === "DE" ? 0.9 : 0.4, { slice: { country } }),
    );
    const text = await comment(
      { "models/m/run.facts.jsonl": facts(...bySlice) },
      rules("each: { metric: recall, for-each: [country], at-least: 80% }"),
    );
    expect(text.match(/^\d+\. /gm)).toHaveLength(1);
    expect(text).toMatch(/, and 1 more: country=PL/);
    expect(text).toContain("<details><summary>Segments: 3, 2 not met</summary>");
    expect(text).toMatch(/\| recall, country=DE \|  \| 0\.9 \| ≥ 0\.8 \| met \|/);
  });

  test("says fact by fact what the change states otherwise than the base, with intervals where they are known", async () => {
    const before = facts(
      measured("recall", 0.8, { trials: 80, unit: "proportion", dataset: "test" }),
      measured("precision", 0.7, { dataset: "test" }),
      { kind: "check", name: "not-null", column: "amount", passed: true },
      { kind: "card", field: "license", value: "mit" },
      { kind: "model", version: "1", artifact_digest: "sha256:aa" },
    );
    const after = facts(
      measured("recall", 0.8125, { trials: 80, unit: "proportion", dataset: "test" }),
      measured("precision", 0.7, { dataset: "test" }),
      measured("f1", 0.75, { dataset: "test" }),
      { kind: "check", name: "not-null", column: "amount", passed: false },
      { kind: "model", version: "2", artifact_digest: "sha256:bb" },
    );
    const report = await judged(
      { "models/m/run.facts.jsonl": after },
      rules("floor: { metric: recall, at-least: 10% }"),
      onBase({ "models/m/run.facts.jsonl": before }),
    );
    const changes = report.models[0]?.detail?.changes ?? [];
    expect(changes.map(({ kind, what, before: then, now }) => [kind, what, then, now])).toEqual([
      ["measurement", "f1, test", null, 0.75],
      ["measurement", "recall, test", 0.8, 0.8125],
      ["card", "license", "mit", null],
      ["check", "not-null, amount", "passed", "failed"],
      ["model", "artifact", "sha256:aa", "sha256:bb"],
    ]);
    // Newcombe (1998), method 10, for 65 of 80 less 64 of 80: Wilson limits and z = 1.959964, worked out in Python.
    const [, recall] = changes;
    expect(recall?.method).toBe("Newcombe");
    expect(recall?.interval?.lower).toBeCloseTo(-0.110554, 6);
    expect(recall?.interval?.upper).toBeCloseTo(0.135201, 6);
    const text = markdown.render(report, view);
    expect(text).toContain("<details><summary>Against the base: 5 facts changed</summary>");
    expect(text).toMatch(/\| recall, test \| 0\.8 \| 0\.8125 \| \+0\.0125 \[−0\.\d+, \+0\.\d+\] better \|/);
  });

  test("compares nothing where both sides say the same, and not what a side says twice", async () => {
    const text = facts(measured("recall", 0.8), measured("recall", 0.9, { run: "b" }), measured("auc", 0.7));
    const report = await judged(
      { "models/m/run.facts.jsonl": text },
      rules("floor: { metric: auc, at-least: 10% }"),
      onBase({ "models/m/run.facts.jsonl": text }),
    );
    expect(report.models[0]?.detail?.changes).toEqual([]);
  });

  test("of a fleet counts who stops, and lists the others in a table", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 30 }, (_, index) => [
        `models/m${index}/run.facts.jsonl`,
        facts(measured("recall", index < 3 ? 0.5 : 0.9)),
      ]),
    );
    const text = await comment(files, rules("floor: { metric: recall, at-least: 80% }"));
    expect(text.split("\n")[0]).toBe("### 🟥 Block: 3 of 30 models");
    expect(text.match(/^#### 🟥/gm)).toHaveLength(3);
    expect(text).toContain("| model | stage | decision |");
  });
});
