import { existsSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { test as command } from "../src/commands/test.js";
import { packs } from "../src/policy/generated/packs.js";
import { loadAnyPolicies } from "../src/policy/load.js";
import { ranIn } from "./commands/ran.js";

const names = Object.keys(packs);

describe("every pack", () => {
  test("is there", () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...["baseline", "promotion", "canary", "monitoring", "drift", "retraining", "data", "fairness", "explanation"],
        ...["documentation", "supply-chain", "language-models", "fraud-detection", "recommendation", "personalisation"],
        ...["eu-ai-act", "eu-ai-act-gpai", "nist-ai-rmf", "sr-26-2", "sr-11-7", "iso-42001", "gdpr", "ml-test-score"],
        ...["model-cards", "datasheets"],
      ]),
    );
  });

  test("has a test file and a page", () => {
    const lacking = names.filter(
      (name) => !existsSync(`policies/${name}.test.yaml`) || !existsSync(`docs/packs/${name}.md`),
    );
    expect(lacking).toEqual([]);
    expect(readdirSync("docs/packs").sort()).toEqual(names.map((name) => `${name}.md`).sort());
  });

  test.each(names)("%s holds its own tests, and notices when their evidence is spoilt", async (name) => {
    const { status, out } = await ranIn(
      process.cwd(),
      command,
      `policies/${name}.test.yaml`,
      "--mutate",
      "--all",
      "--coverage",
    );
    expect(out).toMatch(/\n\d+ held, 0 failed\n$/);
    expect(status).toBe(0);
  });

  test("can stand beside every other", async () => {
    const { policies, problems } = await loadAnyPolicies(
      names.map((name) => `referee:${name}`),
      { read: () => ({ kind: "missing" }) },
    );
    expect(problems).toEqual([]);
    expect(policies).toHaveLength(names.length);
  });

  test("of a framework says of every clause by which text it is numbered, and that nobody has checked the number", async () => {
    const { policies } = await loadAnyPolicies(
      names.map((name) => `referee:${name}`),
      { read: () => ({ kind: "missing" }) },
    );
    const clauses = policies.flatMap(({ rules }) => rules.filter(({ check }) => check.id === "framework"));
    expect(clauses.length).toBeGreaterThan(100);
    const without = clauses.filter(
      ({ options, references }) =>
        typeof options["source-version"] !== "string" || options["verified"] !== false || references.length === 0,
    );
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});
