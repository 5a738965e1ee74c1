import { existsSync, readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { CORE_SCHEMA, dump, load, loadAll, mergeTag } from "js-yaml";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { parseYamlSubset, yamlSubsetMarks } from "../../src/read/yaml-subset.js";
import { placeOf } from "../../src/read/fault.js";
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

const parseOne = (text: string): unknown => parseYamlSubset(text)?.[0];

const byJsYamlAll = (text: string): unknown => {
  try {
    return loadAll(text, { schema: CORE_SCHEMA.withTags(mergeTag) });
  } catch {
    return fails;
  }
};

const placesOf = (text: string): ReadonlyMap<string, { line: number; column: number }> =>
  new Map([...(yamlSubsetMarks(text) ?? [])].map(([at, { key, value }]) => [at, placeOf(text, value ?? key ?? -1)]));

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
    expect(parseOne(card)).toEqual({
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
    expect(parseOne(card.replaceAll("\n", "\r\n"))).toEqual(parseOne(card));
  });

  test("keys of objects' own machinery are plain keys", () => {
    const value = parseOne("__proto__:\n  polluted: true\nconstructor: x\n");
    expect(Object.keys(value as object)).toEqual(["__proto__", "constructor"]);
    expect(({} as Record<string, unknown>)["polluted"]).toBeUndefined();
  });

  test.each([
    ["a key twice", "a: 1\nb: 2\na: 3"],
    ["an anchor", "a: &x 1"],
    ["an alias", "a: *x"],
    ["a tag", "a: !!str 1"],
    ["a merge key", "<<: 1"],
    ["a tab", "a:\t1"],
    ["bad indentation", "a:\n    b: 1\n  c: 2"],
    ["a mapping inside a value", "a: b: c"],
    ["a list in a list", "- - a"],
    ["a key that is null", "null: a"],
    ["an unclosed quote", "a: 'b"],
    ["text behind a quote", "a: 'b' c"],
    ["a template", "{{ card_data }}"],
    ["a scalar alone", "hello"],
    ["nothing", ""],
    ["a comment", "# a"],
    ["hexadecimal", "a: 0x1F"],
    ["a number that is not finite", "a: .nan"],
    ["a key without a value, in braces", "a: {b, c: 1}"],
    ["a pair in a list", "a: [b: 1]"],
    ["a list that is not closed", "a: [1, 2"],
    ["a list that ends too far out", "a:\n  b: [1,\n2]"],
    ["what follows a list", "a: [1] 2"],
    ["a list as a key", "[a]: 1"],
    ["a key twice, in braces", "a: {b: 1, b: 2}"],
    ["two commas", "a: [1,, 2]"],
    ["an indentation that is stated", "a: |2\n   x"],
    ["line ends that are kept", "a: |+\n  x\n\n"],
    ["a folded text with lines further in", "a: >\n  x\n    y\n  z"],
    ["line ends that are escaped", 'a: "b\\\n  c"'],
    ["an empty document", "a: 1\n---\n---\nb: 2"],
    ["content on a marker's line", "--- {a: 1}"],
    ["a document that is ended", "a: 1\n...\n"],
    ["a key that is a fraction", "1.5: a"],
    ["a text that goes on behind a comment", "a: b # c\n  d"],
    ["too deep", Array.from({ length: 60 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")],
  ])("%s is left to a whole parser", (_, text) => expect(parseOne(text)).toBeUndefined());
});

describe("values that are written in other ways", () => {
  test.each<[string, unknown]>([
    ["a: [1, two, 'three', [], {}]", { a: [1, "two", "three", [], {}] }],
    ['a: {b: 1, "c":2, d: [x], e: http://x:1}', { a: { b: 1, c: 2, d: ["x"], e: "http://x:1" } }],
    ["rules:\n  r: { metric: f1, at-least: 80% } # why\n", { rules: { r: { metric: "f1", "at-least": "80%" } } }],
    [
      "map:\n  {\n    kind: drift, # of columns\n    each: [a,\n      b],\n  }\nb: 1\n",
      { map: { kind: "drift", each: ["a", "b"] }, b: 1 },
    ],
    ["[{a: 1}, {a: 2}]", [{ a: 1 }, { a: 2 }]],
    ["a: |\n  one\n    two\n\n  three\n\nb: 1\n", { a: "one\n  two\n\nthree\n", b: 1 }],
    ["a: >-  # folded\n  one\n  two\n\n  three\nb: |-\n\n  x", { a: "one two\nthree", b: "\nx" }],
    ["- |\n x\n- a: |\n    y\n", ["x\n", { a: "y\n" }]],
    ["a: one\n  two\n\n  three\nb: 1", { a: "one two\nthree", b: 1 }],
    ["a: 'it''s\n  two '\nb: \"x\n\n  y\"  # c\n", { a: "it's two ", b: "x\ny" }],
    ["a:\n  b\nc:\n- d\n", { a: "b", c: ["d"] }],
    ["0: a\n12: b\n", { 0: "a", 12: "b" }],
    ["# c\n---\na: 1\n", { a: 1 }],
    ["- a # b: c\n- d\n", ["a", "d"]],
  ])("%j", (text, value) => {
    expect(parseYamlSubset(text)).toEqual([value]);
    expect(parseYamlSubset(text.replaceAll("\n", "\r\n"))).toEqual([value]);
    expect(byYaml(text)).toEqual(value);
  });

  test("documents of a stream are read each", () => {
    expect(parseYamlSubset("# c\n---\na: 1\n---\n- b\n---\nc: |\n  d\n")).toEqual([{ a: 1 }, ["b"], { c: "d\n" }]);
  });

  test.each([
    ["one long line", `a: [${"'x', ".repeat(200_000)}]`],
    ["many items without a colon", "- a\n".repeat(200_000)],
    ["many lines of text", `a: |\n${"  x\n".repeat(200_000)}`],
    ["many lists that are not closed", "a: [".repeat(100_000)],
    ["many quotes that are not closed", `a: "b\n`.repeat(50_000)],
  ])("%s are read or left, and no hang", { timeout: 30_000 }, (_, text) => {
    expect(() => parseYamlSubset(text)).not.toThrow();
  });
});

describe("the same as whole parsers", () => {
  const word = fc.constantFrom(
    ..."a b license - -- -a ? ?x : :x x:y x: # x#y x # y ' '' \" \\ \\n ' a b ' \"q\" 'it''s' \"a\\tb\" \"\\u00e9\" \"\\N\" null ~ true False yes 1 -0 +1 0x1 0o7 012 1_0 .5 1. 1e3 1e400 .inf .nan 2024-05-01 1.2.3 é 🚀 [] {} [a] {a: b} [a, b {a: 1, } ] , [a: ] {a } & * ! | |- > >- @ ` << --- ...".split(
      " ",
    ),
  );
  const line = fc
    .tuple(
      fc.constantFrom(0, 0, 0, 1, 2, 2, 4),
      fc.constantFrom("", "", "- ", "-   ", "- - "),
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom("a", "b", "c", "d", "e", '"f"') },
        { weight: 1, arbitrary: word },
      ),
      fc.constantFrom(": ", ": ", ":", " : ", "", ":  "),
      fc.array(word, { maxLength: 3 }),
      fc.constantFrom(" ", " ", ", ", ""),
      fc.constantFrom("", "", "", " ", " # c", "#c", "\t"),
    )
    .map(
      ([indent, dash, key, colon, words, between, tail]) =>
        " ".repeat(indent) + dash + key + colon + words.join(between) + tail,
    );
  const text = fc
    .tuple(
      fc.array(
        fc.oneof(
          { weight: 9, arbitrary: line },
          {
            weight: 2,
            arbitrary: fc.constantFrom("", "  ", "# c", "   # c", "---", "  x", "    y", "  ]", "  }", "- |", "a: >"),
          },
        ),
        { maxLength: 7 },
      ),
      fc.constantFrom("\n", "\n", "\r\n"),
      fc.boolean(),
    )
    .map(([lines, end, closed]) => lines.join(end) + (closed ? end : ""));

  test("whatever the subset reads, yaml and js-yaml read alike, and places are those of yaml", () => {
    let mine = 0;
    fc.assert(
      fc.property(text, (yaml) => {
        const values = parseYamlSubset(yaml);
        if (values === undefined) return;
        mine++;
        expect(values, JSON.stringify(yaml)).toEqual(byJsYamlAll(yaml));
        if (values.length > 1) return;
        expect(values[0], JSON.stringify(yaml)).toEqual(byYaml(yaml));
        const places = placesOf(yaml);
        const whole = yamlPlaces(yaml, places.keys());
        for (const [at, { line }] of places) expect(line, `${JSON.stringify(yaml)} ${at}`).toBe(whole.get(at)?.line);
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
        expect(parseOne(yaml), yaml).toEqual(byYaml(yaml));
      }),
      { numRuns: 2_000, seed: 2 },
    );
  });

  test("whatever js-yaml writes, folded or not, in block or flow style, means what was written", () => {
    let mine = 0;
    const texts = fc.oneof(
      scalar,
      fc.constantFrom(
        "one\ntwo\n",
        "one\n\n  two",
        "a long text of many words ".repeat(6),
        "x\n\n",
        " y\n",
        "80%",
        "a: b\nc",
      ),
    );
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        texts,
        fc.array(tie("value"), { maxLength: 3 }),
        fc.dictionary(fc.oneof(key, fc.constantFrom("1", "c/d", "x: y")), tie("value"), { maxKeys: 4 }),
      ),
    }));
    fc.assert(
      fc.property(
        fc.dictionary(key, value),
        fc.constantFrom(-1, 0, 1, 2),
        fc.constantFrom(40, 80),
        (object, flowLevel, lineWidth) => {
          const yaml = dump(object, { flowLevel, lineWidth });
          const values = parseYamlSubset(yaml);
          if (values === undefined) return;
          mine++;
          expect(values, yaml).toEqual([load(yaml, { schema: CORE_SCHEMA })]);
          const places = placesOf(yaml);
          expect(Object.fromEntries(places), yaml).toEqual(Object.fromEntries(yamlPlaces(yaml, places.keys())));
        },
      ),
      { numRuns: 2_000, seed: 3 },
    );
    expect(mine).toBeGreaterThan(1_000);
  });

  test("places are those of the whole parser", () => {
    const places = placesOf(card);
    const filled = [...places.keys()].filter((at) => at !== "/extra");
    expect(filled).toContain("/model-index/0/results/0/type");
    const whole = yamlPlaces(card, filled);
    expect(Object.fromEntries(filled.map((at) => [at, places.get(at)]))).toEqual(Object.fromEntries(whole));
  });

  const corpus = process.env["MODEL_REFEREE_CORPUS"] ?? new URL("../../../shared/corpus", import.meta.url).pathname;
  const listed = existsSync(corpus) ? readdirSync(corpus, { recursive: true, encoding: "utf8" }) : [];
  const ownPolicies = new URL("../../policies", import.meta.url).pathname;
  const texts: readonly { readonly path: string; readonly yaml: string }[] = [
    ...listed
      .filter((path) => path.endsWith(".md"))
      .flatMap((path) => {
        const { yaml } = splitFrontMatter(readFileSync(`${corpus}/${path}`, "utf8"));
        return yaml === null ? [] : [{ path, yaml }];
      }),
    ...listed
      .filter((path) => /\.ya?ml$|\/MLmodel$|dvc\.lock$/.test(path))
      .map((path) => ({ path, yaml: readFileSync(`${corpus}/${path}`, "utf8") }))
      .filter(({ yaml }) => yaml.length < 100_000),
    ...readdirSync(ownPolicies)
      .filter((path) => path.endsWith(".yaml"))
      .map((path) => ({ path, yaml: readFileSync(`${ownPolicies}/${path}`, "utf8") })),
  ];

  test("front matter, manifests, runs and policies are the whole parsers', values and places", () => {
    let mine = 0;
    for (const { path, yaml } of texts) {
      const values = parseYamlSubset(yaml);
      if (values === undefined) continue;
      mine++;
      expect(values, path).toEqual(byJsYamlAll(yaml));
      if (values.length > 1) continue;
      expect(values[0], path).toEqual(byYaml(yaml));
      const places = placesOf(yaml);
      expect(places.size, path).toBeGreaterThan(0);
      const whole = yamlPlaces(yaml, places.keys());
      for (const [at, place] of places) expect(place.line, `${path} ${at}`).toBe(whole.get(at)?.line);
    }
    expect(mine).toBeGreaterThan(texts.length * 0.8);
  });

  test("every policy that ships is of the subset", () => {
    for (const path of readdirSync(ownPolicies).filter((name) => name.endsWith(".yaml"))) {
      expect(parseYamlSubset(readFileSync(`${ownPolicies}/${path}`, "utf8")), path).toHaveLength(1);
    }
  });
});
