import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inEditor, type Editor } from "./language-server.js";

const schema = (name: string): string => pathToFileURL(resolve("schema", `${name}.schema.json`)).href;

describe("an editor with a language server for YAML", { timeout: 60_000 }, () => {
  let folder = "";
  beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), "referee-editor-"))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Opens a text whose first line names a schema; the rest begins on line 1. */
  const editing = <T>(name: string, lines: readonly string[], use: (editor: Editor) => Promise<T>): Promise<T> => {
    const text = [`# yaml-language-server: $schema=${schema(name)}`, ...lines, ""].join("\n");
    return inEditor(pathToFileURL(join(folder, `${name}.yaml`)).href, text, use);
  };

  test("completes the keys of a policy, the checks of a rule, and a check's own options", async () => {
    await editing("policy", ["policy: gate", "rules:", "  a:", "    metric: recall", "    "], async (editor) => {
      expect(await editor.completions(5, 4)).toEqual(
        expect.arrayContaining(["at-least", "against", "then", "confidence"]),
      );
    });
    await editing("policy", ["policy: gate", ""], async (editor) => {
      expect(await editor.completions(2, 0)).toEqual(
        expect.arrayContaining(["rules", "confidence", "extends", "applies"]),
      );
    });
    await editing("policy", ["rules:", "  a:", "    "], async (editor) => {
      expect(await editor.completions(3, 4)).toEqual(expect.arrayContaining(["metric", "drift", "expression"]));
    });
  });

  test("completes the words of a choice", async () => {
    await editing("policy", ["policy: gate", "adjust: ", "rules: {}"], async (editor) => {
      expect(await editor.completions(2, 8)).toEqual(expect.arrayContaining(["holm", "benjamini-hochberg"]));
    });
  });

  test("tells what a key means when the mouse is over it", async () => {
    await editing(
      "policy",
      ["policy: gate", "confidence: 95%", "rules:", "  a: { metric: recall, at-least: 80% }"],
      async (editor) => {
        expect(await editor.hover(2, 3)).toContain("one promise over all the rules");
        expect(await editor.hover(4, 25)).toContain("lowest value that meets the rule");
        expect(await editor.hover(4, 8)).toMatch(/metric/i);
      },
    );
  });

  test("underlines what the loader refuses, and nothing in a policy that it takes", async () => {
    await editing(
      "policy",
      ["policy: gate", "confidense: 95%", "rules:", "  a: { metric: recall, at-least: 80% }"],
      async (editor) => {
        expect((await editor.diagnostics()).join("\n")).toContain("confidense");
      },
    );
    await editing("policy", ["policy: gate", "rules:", "  a: { metric: recall, at-least: 80% }"], async (editor) => {
      expect(await editor.diagnostics()).toEqual([]);
    });
  });

  test.each(["referee", "waivers", "policy-test"])("reads the schema of %s", async (name) => {
    const [lines, wanted] = (
      {
        referee: [["policies: gate.yaml", ""], "waivers"],
        waivers: [["- rule: gate/a", "  "], "expires"],
        "policy-test": [["tests:", "  - name: a", "    "], "findings"],
      } as const satisfies Record<string, readonly [readonly string[], string]>
    )[name as "referee"];
    await editing(name, lines, async (editor) => {
      const last = lines[lines.length - 1] ?? "";
      expect(await editor.completions(lines.length, last.length)).toContain(wanted);
    });
  });

  const shipped = readdirSync("policies").filter((file) => file.endsWith(".yaml"));
  test("every shipped policy and test names its schema in its first line", () => {
    expect(shipped.length).toBeGreaterThan(1);
    const without = shipped.filter((file) => {
      const [first = ""] = readFileSync(join("policies", file), "utf8").split("\n");
      const name = file.endsWith(".test.yaml") ? "policy-test" : "policy";
      return first !== `# yaml-language-server: $schema=../schema/${name}.schema.json`;
    });
    expect(without).toEqual([]);
  });

  test("every file of the examples that a person writes names its schema in its first line, and it is there", () => {
    const written = readdirSync("examples", { recursive: true, encoding: "utf8" })
      .map((path) => join("examples", path))
      .filter((path) => /(?:referee|policies\/[^/]+)\.yaml$/.test(path));
    expect(written.length).toBeGreaterThan(8);
    const named = written.map((path) => {
      const [first = ""] = readFileSync(path, "utf8").split("\n");
      const reference = /^# yaml-language-server: \$schema=(\S+)$/.exec(first)?.[1] ?? "none";
      const schemaPath = relative(".", resolve(dirname(path), reference));
      const [, name = ""] = /(waivers|\.test|referee)\.yaml$/.exec(path) ?? [];
      const wanted = { "": "policy", ".test": "policy-test", waivers: "waivers", referee: "referee" }[name] ?? "";
      return [path, existsSync(schemaPath) ? schemaPath : "none", `schema/${wanted}.schema.json`];
    });
    expect(named.filter(([, found, wanted]) => found !== wanted)).toEqual([]);
  });

  test("a shipped policy is without fault", async () => {
    const path = resolve("policies/promotion.yaml");
    await inEditor(pathToFileURL(path).href, readFileSync(path, "utf8"), async (editor) => {
      expect(await editor.diagnostics()).toEqual([]);
      expect(await editor.hover(4, 2)).not.toBe('""');
    });
  });
});
