import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parseDocument } from "yaml";
import { test as command } from "../../src/commands/test.js";
import type { Problem } from "../../src/model/problem.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { packs } from "../../src/policy/generated/packs.js";
import { loadAnyPolicies } from "../../src/policy/load.js";
import { loadWaivers } from "../../src/policy/waivers.js";
import { readPolicyTests } from "../../src/policy-tests/form.js";
import { memory } from "../../src/world/memory.js";

const page = readFileSync("docs/policies.md", "utf8");
const blocks = [...page.matchAll(/```yaml\n([^]*?)```/g)].map(([, text = ""]) => text);
const block = (part: string): string => blocks.find((text) => text.includes(part)) ?? "";

describe("the page on policies shows what the loader takes", () => {
  test("the policy", async () => {
    const files = policyFilesOf(
      memory({ "p.yaml": block("policy: fraud-promotion"), "base.yaml": "rules:\n  a: { card-placeholder: all }\n" }),
    );
    const { policies, problems } = await loadAnyPolicies(["p.yaml"], files);
    expect(problems).toEqual([]);
    expect(policies[0]?.rules.map(({ id }) => id)).toContain("recall-floor");
  });

  test("the expression", async () => {
    const text = `rules:\n  ${block("expression:")}`;
    const { problems } = await loadAnyPolicies(["p.yaml"], policyFilesOf(memory({ "p.yaml": text })));
    expect(problems).toEqual([]);
  });

  test("the stages", () => {
    const { configuration, problems } = loadConfiguration(
      "referee.yaml",
      policyFilesOf(memory({ "referee.yaml": block("transitions:") })),
    );
    expect(problems).toEqual([]);
    expect(configuration.stages.transitions?.get("staging")).toEqual(["canary", "production"]);
  });

  test("the waiver", () => {
    const files = policyFilesOf(memory({ "w.yaml": block("approved-by:") }));
    expect(loadWaivers(["w.yaml"], files, Date.UTC(2026, 10, 23)).problems).toEqual([]);
  });

  test("the cases, and each of their keys", () => {
    const problems: Problem[] = [];
    expect(readPolicyTests(block("tests:"), "gate.test.yaml", problems)?.tests).toHaveLength(1);
    expect(problems).toEqual([]);
  });

  test("and the switches that a command has", () => {
    for (const name of ["mutate", "coverage"]) {
      expect(Object.keys(command.options)).toContain(name);
      expect(page).toContain(`--${name}`);
    }
  });

  test("every example is YAML", () => {
    expect(blocks.length).toBeGreaterThan(4);
    expect(blocks.flatMap((text) => parseDocument(text).errors)).toEqual([]);
  });
});

describe("the page of a pack", () => {
  test.each(Object.keys(packs))(
    "referee:%s lists its parameters, each with its value and a rule that uses it",
    async (name) => {
      const { policies } = await loadAnyPolicies([`referee:${name}`], policyFilesOf(memory({})));
      const text = readFileSync(`docs/packs/${name}.md`, "utf8");
      const parameters = policies[0]?.parameters ?? [];
      for (const { name: parameter, usedBy } of parameters) {
        expect(usedBy).not.toEqual([]);
        expect(text).toMatch(new RegExp(`^\\| \`${parameter}\` \\| \`.+\` \\| \`${usedBy[0] ?? ""}\``, "m"));
      }
      expect(text.includes("| parameter |")).toBe(parameters.length > 0);
    },
  );
});
