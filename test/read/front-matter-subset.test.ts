import { existsSync, readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { CORE_SCHEMA, load, mergeTag } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { frontMatterSubsetPlaces, parseFrontMatterSubset } from "../../src/read/front-matter-subset.js";
import { splitFrontMatter } from "../../src/read/front-matter.js";
import { yamlPlaces } from "../../src/read/yaml-positions.js";

const fails = Symbol("fails");

const byYaml = (text: string): unknown => {
  try {
    return parse(text, { version: "1.2", merge: true, logLevel: "silent" });
  } catch {
    return fails;
  }
};

const byJsYaml = (text: string): unknown => {
  try {
    return load(text, { schema: CORE_SCHEMA.withTags(mergeTag) });
  } catch {
    return fails;
  }
};

const card = `# written by hand
license: apache-2.0
language:
- en
- "no"
tags: []
library_name: 'sk''learn'
base_model: acme/base:v1   # a comment
extra: ~
version: 012
ratio: -1.5e-3
model-index:
- name: fraud-detector
  results:
  - task: { }
    type: x
`.replace("{ }", "{}");

describe("values", () => {
  test("a card is read whole", () => {
    expect(parseFrontMatterSubset(card)).toEqual({
      license: "apache-2.0",
      language: ["en", "no"],
      tags: [],
      library_name: "sk'learn",
      base_model: "acme/base:v1",
      extra: null,
      version: 12,
      ratio: -0.0015,
      "model-index": [{ name: "fraud-detector", results: [{ task: {}, type: "x" }] }],
    });
  });

  test("CR LF ends lines as LF does", () => {
    expect(parseFrontMatterSubset(card.replaceAll("\n", "\r\n"))).toEqual(parseFrontMatterSubset(card));
  });

  test("keys of objects' own machinery are plain keys", () => {
    const value = parseFrontMatterSubset("__proto__:\n  polluted: true\nconstructor: x\n");
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each([
    ["a key twice", "a: 1\nb: 2\na: 3"],
    ["a list in brackets", "a: [1, 2]"],
    ["a mapping in braces", "a: {b: 1}"],
    ["a block text", "a: |\n  x"],
    ["a folded text", "a: >-\n  x"],
    ["a text over several lines", "a: b\n  c"],
    ["a quoted text over several lines", 'a: "b\n  c"'],
    ["an anchor", "a: &x 1"],
    ["an alias", "a: *x"],
    ["a tag", "a: !!str 1"],
    ["a merge key", "<<: 1"],
    ["a tab", "a:\t1"],
    ["a second document", "a: 1\n---\nb: 2"],
    ["bad indentation", "a:\n    b: 1\n  c: 2"],
    ["a mapping inside a value", "a: b: c"],
    ["a list in a list", "- - a"],
    ["a key that is a number", "1: a"],
    ["a key that is null", "null: a"],
    ["an unclosed quote", "a: 'b"],
    ["text behind a quote", "a: 'b' c"],
    ["a template", "{{ card_data }}"],
    ["a scalar alone", "hello"],
    ["nothing", ""],
    ["a comment", "# a"],
    ["hexadecimal", "a: 0x1F"],
    ["a number that is not finite", "a: .nan"],
    ["too deep", Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s is left to a whole parser", (_, text) => expect(parseFrontMatterSubset(text)).toBeUndefined());
});

describe("the same as whole parsers", () => {
  const word = fc.constantFrom(
    ..."a b license - -- -a ? ?x : :x x:y x: # x#y x # y ' '' \" \\ \\n ' a b ' \"q\" 'it''s' \"a\\tb\" \"\\u00e9\" \"\\N\" null ~ true False yes 1 -0 +1 0x1 0o7 012 1_0 .5 1. 1e3 1e400 .inf .nan 2024-05-01 1.2.3 é 🚀 [] {} [a] {a: b} & * ! | > % @ ` << --- ...".split(
      " ",
    ),
  );
  const line = fc
    .tuple(
      fc.constantFrom(0, 0, 0, 1, 2, 2, 4),
      fc.constantFrom("", "", "- ", "-   ", "- - "),
      word,
      fc.constantFrom(": ", ":", " : ", "", ":  "),
      fc.array(word, { maxLength: 2 }),
      fc.constantFrom("", "", "", " ", " # c", "#c", "\t"),
    )
    .map(([indent, dash, key, colon, words, tail]) => " ".repeat(indent) + dash + key + colon + words.join(" ") + tail);
  const text = fc
    .tuple(
      fc.array(
        fc.oneof({ weight: 9, arbitrary: line }, { weight: 1, arbitrary: fc.constantFrom("", "  ", "# c", "   # c") }),
        { maxLength: 7 },
      ),
      fc.constantFrom("\n", "\n", "\r\n"),
    )
    .map(([lines, end]) => lines.join(end));

  test("whatever the subset reads, yaml and js-yaml read alike", () => {
    let mine = 0;
    fc.assert(
      fc.property(text, (yaml) => {
        const value = parseFrontMatterSubset(yaml);
        if (value === undefined) return;
        mine++;
        expect(value).toEqual(byYaml(yaml));
        expect(value).toEqual(byJsYaml(yaml));
      }),
      { numRuns: 20_000, seed: 1 },
    );
    expect(mine).toBeGreaterThan(500);
  });

  const scalar = fc.oneof(
    fc.constantFrom("a", "b c", "it's", "", "1", "1.5", "true", "null", "x: y", "- z", "é 🚀", "#h", "a #h", " pad "),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
    fc.boolean(),
    fc.constant(null),
  );
  const key = fc.constantFrom("license", "tags", "model-index", "a b", "x", "y", "__proto__", "extra_gated_prompt");
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      scalar,
      fc.array(tie("tree"), { minLength: 1, maxLength: 3 }),
      fc.dictionary(key, tie("tree"), { minKeys: 1, maxKeys: 4 }),
    ),
  }));

  const written = (value: unknown, indent: number): string => {
    const pad = " ".repeat(indent);
    if (Array.isArray(value))
      return value
        .map((item) => (Array.isArray(item) ? `${pad}-\n${written(item, indent + 2)}` : entry(`${pad}-`, item, indent)))
        .join("\n");
    return Object.entries(value as object)
      .map(([name, item]) => entry(`${pad}${name}:`, item, indent))
      .join("\n");
  };
  const entry = (head: string, item: unknown, indent: number): string =>
    typeof item === "object" && item !== null
      ? `${head}\n${written(item, indent + 2)}`
      : `${head} ${JSON.stringify(item)}`;

  test("every mapping and list in block style is read, and means what was written", () => {
    fc.assert(
      fc.property(fc.dictionary(key, tree, { minKeys: 1 }), (value) => {
        const yaml = written(value, 0);
        expect(parseFrontMatterSubset(yaml), yaml).toEqual(byYaml(yaml));
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });

  test("places are those of the whole parser", () => {
    const places = frontMatterSubsetPlaces(card, 3);
    const filled = [...(places?.keys() ?? [])].filter((at) => at !== "/extra");
    expect(filled).toContain("/model-index/0/results/0/type");
    const whole = yamlPlaces(card, filled, 3);
    expect(Object.fromEntries(filled.map((at) => [at, places?.get(at)]))).toEqual(Object.fromEntries(whole));
  });

  const corpus = process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;
  const cards = existsSync(corpus)
    ? readdirSync(corpus, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".md"))
    : [];

  test.skipIf(cards.length === 0)("the front matter of every card of the corpus is the whole parser's", () => {
    let mine = 0;
    for (const path of cards) {
      const { yaml } = splitFrontMatter(readFileSync(`${corpus}/${path}`, "utf8"));
      const value = yaml === null ? undefined : parseFrontMatterSubset(yaml);
      if (yaml === null || value === undefined) continue;
      mine++;
      expect(value, path).toEqual(byYaml(yaml));
      const filled = [...(frontMatterSubsetPlaces(yaml, 2) ?? [])];
      expect(filled.length, path).toBeGreaterThan(0);
      const whole = yamlPlaces(
        yaml,
        filled.map(([at]) => at),
        2,
      );
      for (const [at, place] of filled) expect(place.line, `${path} ${at}`).toBe(whole.get(at)?.line);
    }
    expect(mine).toBeGreaterThan(7);
  });
});
