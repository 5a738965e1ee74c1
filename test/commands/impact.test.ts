import { describe, expect, test } from "vitest";
import { impact } from "../../src/commands/impact.js";
import { createRepository, type Content } from "../git/repository.js";
import { ranIn } from "./ran.js";

const recall = (value: number): string => `{"kind":"measurement","metric":"recall","value":${value}}\n`;
const gate = (floor: string): string =>
  `policy: gate\nrules:\n  recall-floor: { metric: recall, at-least: ${floor} }\n`;

const base: Readonly<Record<string, Content>> = {
  "referee.yaml": "policies: [gate.yaml]\n",
  "gate.yaml": gate("80%"),
  "models/fraud/a.facts.jsonl": recall(0.9),
  "models/churn/a.facts.jsonl": recall(0.85),
};

async function impactOf(change: Readonly<Record<string, Content>>, ...argv: readonly string[]) {
  const repository = createRepository();
  try {
    repository.commit(base);
    repository.write(change);
    return await ranIn(repository.folder, impact, ...argv);
  } finally {
    repository.remove();
  }
}

describe("impact", () => {
  test("names the models that a stricter policy decides otherwise, here and on the base", async () => {
    const { status, out } = await impactOf({ "gate.yaml": gate("88%"), "models/churn/a.facts.jsonl": recall(0.89) });
    expect(status).toBe(0);
    const [here, there] = out.split("on the evidence of HEAD");
    expect(here).toBe("on the evidence here: no model is decided otherwise\n");
    expect(there).toMatch(
      /^ \([0-9a-f]{7}\): 1 model is decided otherwise\n {2}churn: pass → block\n {4}gate\/recall-floor recall: met \(pass\) → not-met \(block\)\n$/,
    );
  });

  test("names what a looser policy lets through", async () => {
    const { out } = await impactOf({ "gate.yaml": gate("50%"), "models/fraud/a.facts.jsonl": recall(0.6) });
    expect(out).toContain("on the evidence here: 1 model is decided otherwise\n  fraud: block → pass\n");
  });

  test("tries a policy that nothing names yet", async () => {
    const { out } = await impactOf({ "next.yaml": gate("95%").replace("gate", "next") }, "--policy", "next.yaml");
    expect(out).toContain("fraud: pass → block");
    expect(out).toContain("churn: pass → block");
  });

  test("tells waivers and configuration as well as policies", async () => {
    const { out } = await impactOf({
      "referee.yaml": "policies: [gate.yaml]\nmodels: [{ name: fraud, path: models/fraud, stage: canary }]\n",
      "gate.yaml": `applies: { stages: [production] }\n${gate("80%")}`,
    });
    expect(out).toContain("fraud: pass → undecided\n    gate/recall-floor recall: met (pass) → not judged");
  });

  test("is JSON where it is asked for", async () => {
    const { out } = await impactOf({ "gate.yaml": gate("95%") }, "--format", "json");
    expect(JSON.parse(out)).toMatchObject([
      { evidence: "here", changes: [{ model: "churn", before: "pass", after: "block" }, { model: "fraud" }] },
      { changes: [{ model: "churn" }, { model: "fraud" }] },
    ]);
  });

  test.each([
    ["a base that is not there", ["--base", "nowhere"], /git knows no commit nowhere/],
    ["a form that there is not", ["--format", "xml"], /--format xml is none of terminal, json/],
  ])("%s ends with 3", async (_title, argv, problem) => {
    const { status, problems } = await impactOf({}, ...argv);
    expect([status, problems.join("\n")]).toEqual([3, expect.stringMatching(problem)]);
  });
});
