import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { check } from "../../src/commands/check.js";
import { yamlMistakes } from "../../src/policy/yaml-mistakes.js";
import { ran, type Files } from "../commands/ran.js";
import { inConfigurations, inPolicies, inWaivers } from "./mistakes.js";

const model = { "m/README.md": "---\nlicense: mit\n---\n# M\n" };

/** `line:column message | mend` of everything that the command line says of a file. */
async function said(path: string, files: Files): Promise<readonly string[]> {
  const { status, problems } = await ran({ ...model, ...files }, check);
  expect(status).toBe(3);
  return problems.map((problem) => problem.replace(`${path}:`, ""));
}

/** Lists of known keys change with the checks; that there is one is enough. */
const shortened = (problem: string): string =>
  problem.replace(/use one of: .*/, "use one of: …").replace(/(`metric` needs one of) .*/, "$1 …");

describe("what people write by hand is told with its place, what was expected, and what to write", () => {
  test.each(inPolicies)("in a policy: %s", async (_mistake, text, problems) => {
    const files = { "referee.yaml": "policies: [gate.yaml]\n", "gate.yaml": text };
    expect((await said("gate.yaml", files)).map(shortened)).toEqual(problems);
  });

  test.each(inConfigurations)("in the configuration: %s", async (_mistake, text, problems) => {
    expect((await said("referee.yaml", { "referee.yaml": text })).map(shortened)).toEqual(problems);
  });

  test.each(inWaivers)("in waivers: %s", async (_mistake, text, problems) => {
    const gate = "rules:\n  a: { metric: recall, at-least: 0.9 }\n";
    const files = { "referee.yaml": "policies: [gate.yaml]\nwaivers: [w.yaml]\n", "gate.yaml": gate, "w.yaml": text };
    expect((await said("w.yaml", files)).map(shortened)).toEqual(problems);
  });

  test("all mistakes of a file at once, be they of YAML", async () => {
    const text =
      'owner: @acme/risk\ndescription: "What it shows\napplies: { stages: [production }\nrules:\n  a: { metric: recall at-least: 0.9 }\n  b:\n    metric: f1\n   at-least: 0.9\n';
    const problems = await said("gate.yaml", { "referee.yaml": "policies: [gate.yaml]\n", "gate.yaml": text });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["1:8", "2:14", "3:20", "5:23", "8:4"]);
  });
});

describe("mistakes are found where there are any, and nowhere else", () => {
  const valid = [
    ...readdirSync("policies").map((name) => `policies/${name}`),
    ...readdirSync("examples").flatMap((name) =>
      name.includes(".") || name === "workflows" ? [] : [`examples/${name}/referee.yaml`],
    ),
    ...readdirSync("examples/workflows").map((name) => `examples/workflows/${name}`),
  ];

  test.each(valid)("none in %s", (path) => expect(yamlMistakes(readFileSync(path, "utf8"))).toEqual([]));

  test.each<[title: string, text: string]>([
    ["texts over lines", 'a: one\n  two three\nb: >-\n  x: y\n    z: {\nc: |\n  "\n'],
    ["quotes over lines", 'a: "one\n  two"\nb: \'it\'\'s\'\nc: "a \\" b"\n'],
    ["brackets over lines", "a: [1,\n  2]\nb: {\n  c: d,\n  e: [f],\n}\n"],
    ["lists at the depth of their key, and of mappings", "a:\n- b: c\n  d: e\n- f\ng:\n  - - h\n    - i\nj: k\n"],
    ["signs within texts", "a: it's {not} [a] `thing`, at x@y, 5% # 'said'\nb: https://example.org/a:b\nc: 12:30\n"],
    ["anchors", "a: &x { b: c }\nd: *x\n"],
  ])("none in %s", (_title, text) => expect(yamlMistakes(text)).toEqual([]));

  test("whatever the text, it ends and gives places within it", () => {
    const piece = fc.constantFrom(
      "a",
      "b:",
      " ",
      "  ",
      "\n",
      "\n  ",
      "- ",
      "{",
      "}",
      "[",
      "]",
      ",",
      ": ",
      '"',
      "'",
      "#",
      "|\n",
      "*",
      "&x",
      "@",
      "\t",
      "\\",
      "<<<<<<<",
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join("")),
        (text) => {
          const lines = text.split("\n");
          return yamlMistakes(text).every(
            ({ line, column }) => line >= 1 && column >= 1 && column <= (lines[line - 1]?.length ?? -1) + 1,
          );
        },
      ),
    );
  });
});
