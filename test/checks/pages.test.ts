import { existsSync, readFileSync, readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { checks } from "../../src/checks/index.js";
import { policiesOf } from "../judge/judged.js";
import { promised } from "./promised.js";

const page = (name: string): string => {
  const path = `docs/checks/${name}.md`;
  return existsSync(path) ? readFileSync(path, "utf8") : "";
};

const hasTable = (id: string): boolean => {
  const path = `test/checks/${id}.test.ts`;
  return existsSync(path) && new RegExp(`describeCheck\\(\\s*"${id}"`, "u").test(readFileSync(path, "utf8"));
};

describe("every check", () => {
  test("has its page and no other has one", () => {
    const pages = readdirSync("docs/checks").map((name) => name.replace(/\.md$/, ""));
    expect(pages.toSorted()).toEqual([...checks.map(({ id }) => id), "README"].toSorted());
  });

  test.each(checks.map((check) => [check.id, check] as const))("%s is told whole on its page", (id, check) => {
    const text = page(id);
    const absent = [check.title, check.example.rule, ...Object.keys(check.options).map((name) => `\`${name}\``)].filter(
      (part) => !text.includes(part),
    );
    expect(absent).toEqual([]);
    expect(text).toContain("## When not to use it");
    for (const { one } of check.parts ?? [])
      expect(text).toMatch(new RegExp(`On a pull request an? .*\\b${one}\\b`, "u"));
    expect(page("README")).toContain(`](${id}.md)`);
  });

  test.each(checks.map((check) => [check.id, check] as const))(
    "%s has an example that is a rule of it",
    async (id, check) => {
      const [policy] = await policiesOf(`policy: example\nrules:\n  ${check.example.rule}`);
      expect(policy?.rules.map((rule) => rule.check.id)).toEqual([id]);
    },
  );

  test("has its table of cases in a file of its name, which must show it met and not met on real files", () => {
    const without = checks.map(({ id }) => id).filter((id) => !hasTable(id));
    expect(without).toEqual([]);
  });
});

test("no check that was promised is lost", () => {
  const ids = new Set(checks.map(({ id }) => id));
  expect(promised.filter((id) => !ids.has(id))).toEqual([]);
});
