import { describe, expect, test } from "vitest";
import { facts, judged, measurement, of, outcomesOf, policiesOf, refusalsOf, rules } from "./judged.js";

const card = "---\nlicense: mit\n---\n# M\n";
const floor = rules("recall-floor: { metric: recall, at-least: 0.8 }");
const looks = "referee:baseline";

describe("evidence that is not there, not whole or not a number is never met", () => {
  test.each<[title: string, text: string, outcome: string, message: RegExp, line: number | null]>([
    ["the metric is not stated", '{"precision": 0.9, "accuracy": 0.9}', "missing", /no evidence states recall/, null],
    [
      "the metric over the first ten is stated",
      '{"recall@10": 0.9, "accuracy": 0.9}',
      "missing",
      /no evidence states recall; there is recall_at_10/,
      null,
    ],
    ["null", '{"precision": 0.9,\n "recall": null}', "unreadable", /no number/, 2],
    ["a number in quotes", '{\n  "precision": 0.9,\n  "recall": "0.95"\n}', "unreadable", /no number/, 3],
    ["NaN as Python writes it", '{\n  "precision": 0.9,\n  "recall": NaN\n}', "unreadable", /recall is NaN/, 3],
    ["Infinity", '{"precision": 0.9,\n "recall": Infinity}', "unreadable", /recall is Infinity/, 2],
    ["-Infinity", '{"precision": 0.9,\n "recall": -Infinity}', "unreadable", /recall is -Infinity/, 2],
    ["an empty file", "", "unreadable", /the file is empty/, 1],
    ["a file cut short", '{"precision": 0.9,\n "recall": 0.95', "unreadable", /cut short/, 2],
    ["a printed Python object", "{'recall': 0.95, 'precision': 0.9}", "unreadable", /printed Python object/, 1],
    [
      "a key that stands twice, the last one good",
      '{\n "recall": 0.1,\n "precision": 0.9,\n "recall": 0.95\n}',
      "unreadable",
      /stands twice/,
      4,
    ],
    [
      "a key that stands twice, the last one bad",
      '{\n "recall": 0.95,\n "precision": 0.9,\n "recall": 0.1\n}',
      "unreadable",
      /stands twice/,
      4,
    ],
    ["per cent without a unit", '{"recall": 87.3, "precision": 0.9}', "unreadable", /without a unit/, 1],
  ])("%s", async (_title, text, outcome, message, line) => {
    const report = await judged({ "m/README.md": card, "m/metrics.json": text }, floor);
    const [finding, ...others] = of(report, "recall-floor");
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ outcome, effect: "undecided", level: "error" });
    expect(finding?.message).toMatch(message);
    expect(finding?.sources[0]?.line ?? null).toBe(line);
    if (line !== null) expect(finding?.sources[0]?.path).toBe("m/metrics.json");
    expect(report.decision).toBe("undecided");
  });

  test("YAML whose key stands twice is unreadable, not missing", async () => {
    const report = await judged({ "m/README.md": card, "m/metrics.yaml": "recall: 0.95\nrecall: 0.1\n" }, floor);
    const [finding] = of(report, "recall-floor");
    expect(finding).toMatchObject({ outcome: "unreadable", effect: "undecided" });
    expect(finding?.sources[0]).toMatchObject({ path: "m/metrics.yaml", line: 2 });
  });

  test("a card whose key stands twice is unreadable, not silently without its fields", async () => {
    const files = {
      "m/README.md": "---\nlicense: mit\nlicense: gpl-3.0\n---\n# M\n",
      "m/metrics.json": '{"recall": 0.95, "f1": 0.9}',
    };
    const report = await judged(
      files,
      rules("licensed: { card-fields: license }", "recall-floor: { metric: recall, at-least: 0.8 }"),
    );
    expect(outcomesOf(report, "licensed")).toEqual(["unreadable"]);
    expect(outcomesOf(report, "recall-floor")).toEqual(["met"]);
  });

  test("the same file with its number is met", async () => {
    const report = await judged({ "m/README.md": card, "m/metrics.json": '{"precision": 0.9, "recall": 0.95}' }, floor);
    expect(outcomesOf(report, "recall-floor")).toEqual(["met"]);
    expect(report.decision).toBe("pass");
  });

  test.each<[n: number | null, recall: number, outcome: string]>([
    [300, 0.95, "met"],
    [20, 0.95, "inconclusive"],
    [20, 0.5, "inconclusive"],
    [null, 0.95, "met"],
  ])("of %s examples where 200 are asked for, a recall of %s is %s", async (n, recall, outcome) => {
    const evidence = facts(measurement("recall", recall, n === null ? {} : { n }));
    const asked = rules("enough: { metric: recall, at-least: 80%, min-samples: 200 }");
    expect(outcomesOf(await judged({ "m/own.facts.jsonl": evidence }, asked), "enough")).toEqual([outcome]);
  });

  test("a broken results file makes what else is met unreadable, and what fails elsewhere stays not met", async () => {
    const broken = { "m/README.md": card, "m/eval_results.json": '{"recall": ' };
    const good = await judged({ ...broken, "m/metrics.json": '{"precision": 0.9, "recall": 0.95}' }, floor);
    expect(outcomesOf(good, "recall-floor")).toEqual(["unreadable"]);
    const bad = await judged({ ...broken, "m/metrics.json": '{"precision": 0.9, "recall": 0.5}' }, floor);
    expect([...outcomesOf(bad, "recall-floor")].sort()).toEqual(["not-met", "unreadable"]);
    expect(bad.decision).toBe("block");
  });

  test("a broken file of another kind leaves the rule on a metric alone, and warns", async () => {
    const files = {
      "m/README.md": card,
      "m/metrics.json": '{"precision": 0.9, "recall": 0.95}',
      "m/drift.json": '{"x": ',
    };
    const report = await judged(files, floor);
    expect(outcomesOf(report, "recall-floor")).toEqual(["met"]);
    expect(of(report, "evidence-readable")).toMatchObject([{ subject: "m/drift.json", effect: "warn" }]);
    const drifting = await judged(files, rules("stable: { drift: any }"));
    expect(of(drifting, "stable")).toMatchObject([{ outcome: "unreadable", effect: "undecided" }]);
  });

  test("a model without evidence is undecided", async () => {
    const report = await judged({ "m/README.md": card }, floor);
    expect(of(report, "recall-floor")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
    expect(report.decision).toBe("undecided");
  });

  test("no model at all is undecided", async () => {
    const report = await judged({ "src/main.py": "pass\n" }, floor);
    expect(report.models).toEqual([]);
    expect(report.decision).toBe("undecided");
    expect(report.reason).toMatch(/no model was found/);
  });

  test("a policy that applies to no model leaves it undecided", async () => {
    const elsewhere = rules("recall-floor: { metric: recall, at-least: 0.8, applies: { models: [other] } }");
    const report = await judged(
      { "m/README.md": card, "m/metrics.json": '{"precision": 0.9, "recall": 0.95}' },
      elsewhere,
    );
    expect(report.findings).toEqual([]);
    expect(report.decision).toBe("undecided");
  });
});

describe("a policy that cannot be judged by is refused", () => {
  test.each<[title: string, text: string, refusal: RegExp]>([
    ["no rules", "policy: gate\n", /has no rules/],
    ["an empty mapping of rules", "policy: gate\nrules: {}\n", /at least one/],
    ["a key misspelt", rules("a: { metric: recall, at-leest: 0.8 }"), /unknown key `at-leest`.*`at-least`/],
    ["a check misspelt", rules("a: { metrik: recall, at-least: 0.8 }"), /metrik.*metric/],
    ["two checks", rules("a: { metric: recall, at-least: 0.8, drift: psi }"), /two checks|more than one check|checks/],
    ["no bound", rules("a: { metric: recall }"), /at-least/],
    ["a confidence of 95", rules("a: { metric: recall, at-least: 0.8, confidence: 95 }"), /confidence|95/],
    ["a bound that is no number", rules("a: { metric: recall, at-least: .nan }"), /at-least|number/],
  ])("%s", async (_title, text, refusal) => {
    await expect(policiesOf(text)).rejects.toThrow();
    expect(refusalsOf(text).join("\n")).toMatch(refusal);
  });
});

describe("without a policy it looks and does not gate", () => {
  test.each<[title: string, text: string, decision: string]>([
    ["NaN blocks", '{"precision": 0.9, "recall": NaN}', "block"],
    ["a number in quotes blocks", '{"precision": 0.9, "recall": "0.95"}', "block"],
    ["an empty results file blocks", "", "block"],
    ["a results file cut short blocks", '{"recall": 0.9', "block"],
    ["sound results are at best a warning", '{"precision": 0.9, "recall": 0.95}', "warn"],
  ])("%s", async (_title, text, decision) => {
    const report = await judged({ "m/README.md": card, "m/metrics.json": text }, looks);
    expect(report.decision).toBe(decision);
    expect(report.models[0]?.gated).toBe(false);
  });

  test("absence is a note, and the best decision is warn", async () => {
    const claiming = `${card}\n## Evaluation\n\n| Metric | Value |\n| --- | --- |\n| Accuracy | 0.934 |\n`;
    const report = await judged({ "m/README.md": claiming }, looks);
    expect(of(report, "honest-card")).toMatchObject([{ outcome: "missing", effect: "note", level: "note" }]);
    expect(report.decision).toBe("warn");
  });

  test("a number in the card that its own results contradict blocks", async () => {
    const claiming = `${card}\n## Evaluation\n\n| Metric | Value |\n| --- | --- |\n| Accuracy | 0.934 |\n`;
    const report = await judged({ "m/README.md": claiming, "m/metrics.json": '{"accuracy": 0.913, "f1": 0.9}' }, looks);
    expect(of(report, "honest-card")).toMatchObject([{ outcome: "not-met", effect: "block" }]);
    expect(report.decision).toBe("block");
  });
});

describe("approvals", () => {
  const signed = rules("signed-off: { approval: 1 }");
  const fact = { kind: "approval", by: "@boss", state: "approved" };

  test("those that the change's own files state never count", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("recall", 0.9), fact) }, signed);
    expect(of(report, "signed-off")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  const review = {
    kind: "approval",
    by: "boss",
    role: null,
    commit: null,
    state: "approved",
    model: null,
    version: null,
    format: "forge",
    at: null,
    vouched: "attested",
    source: { path: "reviews", pointer: null, line: null, column: null, digest: null },
  } as const;

  test("a review on the forge does", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("recall", 0.9)) }, signed, {
      approvals: [review],
    });
    expect(outcomesOf(report, "signed-off")).toEqual(["met"]);
  });

  test("the author's own does not where the policy says so", async () => {
    const report = await judged(
      { "m/own.facts.jsonl": facts(measurement("recall", 0.9)) },
      rules("signed-off: { approval: 1, not-by: author }"),
      { approvals: [review], author: "Boss" },
    );
    expect(outcomesOf(report, "signed-off")).toEqual(["missing"]);
  });
});

describe("a finding points at the line on which the number stands", () => {
  test.each<[title: string, path: string, text: string, line: number, column: number]>([
    ["JSON", "m/metrics.json", '{\n  "precision": 0.9,\n  "recall": 0.5\n}\n', 3, 13],
    ["nested JSON", "m/metrics.json", '{\n  "test": {\n    "precision": 0.9,\n    "recall": 0.5\n  }\n}\n', 4, 15],
    ["YAML", "m/metrics.yaml", "# of the last run\nprecision: 0.9\nrecall: 0.5\n", 3, 9],
    ["lines of facts", "m/own.facts.jsonl", facts(measurement("precision", 0.9), measurement("recall", 0.5)), 2, 0],
  ])("%s", async (_title, path, text, line, column) => {
    const report = await judged({ "m/README.md": card, [path]: text }, floor);
    const [finding] = of(report, "recall-floor");
    expect(finding).toMatchObject({ outcome: "not-met" });
    expect(finding?.sources[0]).toMatchObject({ path, line });
    if (column > 0) expect(finding?.sources[0]?.column).toBe(column);
  });

  test("front matter of a card", async () => {
    const claiming = [
      "---",
      "license: mit",
      "model-index:",
      "- name: m",
      "  results:",
      "  - task: { type: text-classification }",
      "    dataset: { name: imdb, type: imdb }",
      "    metrics:",
      "    - type: recall",
      "      value: 0.5",
      "---",
      "# M",
    ].join("\n");
    const report = await judged({ "m/README.md": claiming }, floor);
    const [finding] = of(report, "recall-floor");
    expect(finding).toMatchObject({ outcome: "not-met" });
    expect(finding?.message).toContain("claimed by the card");
    expect(finding?.sources[0]).toMatchObject({ path: "m/README.md", line: 10, column: 14 });
  });
});

describe("the only run that states a metric", () => {
  test.each<[status: string, outcome: string]>([
    ["FINISHED", "met"],
    ["success", "met"],
    ["SUCCEEDED", "met"],
    ["RUNNING", "missing"],
    ["error", "missing"],
    ["incomplete", "missing"],
  ])("that ended with %s: %s", async (status, outcome) => {
    const lines = facts({ kind: "run", run_id: "r1", status }, measurement("recall", 0.9, { run: "r1" }));
    const report = await judged({ "m/README.md": card, "m/a.facts.jsonl": lines }, floor);
    const [finding] = of(report, "recall-floor");
    expect(finding?.outcome).toBe(outcome);
    if (outcome === "missing") expect(finding?.message).toBe("only the run r1 states it, and it did not finish");
  });
});
