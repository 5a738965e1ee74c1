import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { explain } from "../../src/commands/explain.js";
import { inFolder, ran, ranIn, type Files } from "./ran.js";

const files: Files = {
  "referee.yaml": "policies: [gate.yaml]\n",
  "base.yaml": `confidence: 90%
rules:
  recall-floor: { metric: recall, at-least: 70%, then: { inconclusive: warn } }
  stable: { drift: psi, at-most: 0.2 }
`,
  "gate.yaml": `policy: gate
description: What fraud models show.
extends: base.yaml
confidence: 95%
rules:
  recall-floor:
    at-least: 85%
  stable: disabled
`,
  "m/own.facts.jsonl": '{"kind":"measurement","metric":"recall","value":0.8,"n":1000,"trials":1000}\n',
};

describe("explain", () => {
  test("a merged policy: each key with the line that wrote it last, and what was switched off", async () => {
    const { status, out } = await ran(files, explain);
    expect(status).toBe(0);
    const lines = out.split("\n").map((line) => line.trim().replaceAll(/ {2,}/g, " "));
    expect(lines).toEqual(
      expect.arrayContaining([
        "made of base.yaml, then gate.yaml",
        "recall-floor: # base.yaml:3, changed by gate.yaml:6",
        'metric: "recall" # base.yaml:3',
        'at-least: "85%" # gate.yaml:7',
        'then: {"inconclusive":"warn"} # base.yaml:3',
        "stable: disabled # gate.yaml:8",
      ]),
    );
  });

  test("a rule: what it read, with its line, and each step of the arithmetic", async () => {
    const { out } = await ran(files, explain, "recall-floor");
    expect(out).toContain("m, recall: not-met, which leads to block");
    expect(out).toContain("read from m/own.facts.jsonl:1");
    expect(out).toContain("value 0.8, n 1000");
    expect(out).toContain("bound at-least 0.85");
    // Wilson (1927) by hand: (0.8 + z²/2000 ± z √(0.16/1000 + z²/4000000)) / (1 + z²/1000) with z = 1.959964.
    expect(out).toContain("two-sided 95 % interval [0.7741, 0.8236] (Wilson)");
    expect(out).toContain("one-sided confidence 95 %, judged on trials");
    expect(out).toMatch(/p-value of “the bound holds”: \S+, \S+ over the family/);
  });

  test("a finding, by its fingerprint or the beginning of it", async () => {
    await inFolder(files, async (folder) => {
      const report: { readonly findings: readonly { readonly fingerprint: string }[] } = JSON.parse(
        (await ranIn(folder, check, "--format", "json")).out,
      );
      const fingerprint = report.findings[0]?.fingerprint ?? "";
      for (const name of [fingerprint, fingerprint.slice(0, 8)]) {
        const { status, out } = await ranIn(folder, explain, name);
        expect([status, out]).toEqual([0, expect.stringContaining("m, recall: not-met")]);
        expect(out).toContain("recall-floor:  # base.yaml:3");
      }
    });
  });

  test("a sentence a rule, for who signs", async () => {
    const { out } = await ran(files, explain, "--plain");
    expect(out).toBe("Recall is at least 85 %, and we are 95 % sure of it. If we cannot be sure, warn.\n");
  });

  test.each([
    ["a rule that there is not", "recal-floor", /no policy has a rule recal-floor \| did you mean recall-floor/],
    ["a fingerprint that there is not", "0123456789abcdef", /no finding has the fingerprint/],
  ])("%s ends with 3", async (_title, name, problem) => {
    const { status, problems } = await ran(files, explain, name);
    expect([status, problems.join()]).toEqual([3, expect.stringMatching(problem)]);
  });
});
