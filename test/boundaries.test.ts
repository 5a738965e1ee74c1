import { describe, expect, test } from "vitest";
import { cycles, importsBelow, importsOf, strays } from "./imports.js";

const parsers = [
  "hyparquet",
  "hyparquet-compressors",
  "js-yaml",
  "mdast",
  "mdast-util-from-markdown",
  "mdast-util-gfm-table",
  "micromark-extension-gfm-table",
  "papaparse",
  "smol-toml",
  "yaml",
];
const generators = [
  "pure-rand/distribution/uniformFloat64",
  "pure-rand/distribution/uniformInt",
  "pure-rand/generator/xoroshiro128plus",
];
const pure = ["node:crypto", "node:path"];
const entry = ["commands", "decide", "model", "report", "version", "world"];

const stages = [
  ...["model", "normalise", "read", "judging", "checks", "policy", "decide", "evaluate", "gather", "survey", "judge"],
  ...["cache", "report", "publish", "git", "prepare", "change"],
];

/** What a layer may use beside itself: its own kind, and what stands before it on the way of the evidence. */
const mayUse: Readonly<Record<string, readonly string[]>> = {
  // A configuration holds mappings as they are written, and their form belongs to what applies them.
  model: ["normalise"],
  version: [],
  statistics: ["model", ...generators],
  normalise: ["model"],
  read: ["model", "node:buffer", "node:crypto", "node:zlib", ...parsers],
  recognise: ["model"],
  adapters: ["model", "normalise", "read", "node:crypto", "fastest-levenshtein"],
  judging: ["model", "normalise", "statistics", "simple-statistics"],
  checks: ["model", "normalise", "statistics", "judging", "simple-statistics"],
  policy: [
    "model",
    "normalise",
    "read",
    "checks",
    "fastest-levenshtein",
    "js-yaml",
    "@marcbachmann/cel-js",
    "re2js",
    ...pure,
  ],
  decide: ["model"],
  evaluate: ["model", "statistics", "judging", "decide", ...pure],
  discover: ["model", "read", "recognise", "ignore", "picomatch"],
  gather: ["model", "normalise", "read", "recognise"],
  tables: ["model", "normalise", "read"],
  formats: ["model", "recognise", "adapters"],
  survey: ["model", "read", "recognise", "formats", "discover", "gather"],
  cache: ["model", "gather", "read", "version"],
  reach: ["model", "read", "formats", "discover", "survey"],
  judge: [
    "model",
    "normalise",
    "read",
    "judging",
    "evaluate",
    "decide",
    "discover",
    "gather",
    "survey",
    "reach",
    "cache",
    "report",
    "tables",
    "version",
    "attestation",
  ],
  attestation: ["model", "node:crypto"],
  bundle: ["model", "report", "node:crypto"],
  report: ["model", "judging", "statistics", "decide", "node:crypto"],
  world: ["model", "node:crypto", "node:fs", "node:os", "node:path", "node:worker_threads"],
  git: ["model", "normalise", "read", "node:path"],
  publish: ["model", "read", "report", "node:crypto", "node:fs", "node:http", "node:https", "@actions/github"],
  prepare: ["model", "read", "policy", "formats", "discover", "survey", "judge", "world", "node:path"],
  change: ["model", "judging", "policy", "git", "prepare", "judge", "impact", "report", "world", "node:path"],
  "policy-tests": ["model", "normalise", "read", "adapters", "policy", "judge", "world"],
  impact: ["model", "judge"],
  collect: ["model", "read"],
  warehouse: [],
  lint: ["model", "normalise", "statistics", "policy", "evaluate"],
  commands: [
    ...stages,
    "policy-tests",
    "impact",
    "bundle",
    "collect",
    "warehouse",
    "lint",
    "discover",
    "world",
    "formats",
    "fastest-levenshtein",
    "picomatch",
    "node:fs",
    ...pure,
    "node:util",
  ],
  cli: entry,
  action: [...stages, "impact", ...entry, "formats", "discover", "picomatch", "node:fs", "node:path", "@actions/core"],
};

const imports = importsBelow("src");

describe("the sources", () => {
  test("are seen by this test", () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports.filter(({ to }) => to.endsWith(".ts")).length).toBeGreaterThan(300);
  });

  test("import only what their layer may use", () => {
    expect(strays(imports, mayUse)).toEqual([]);
  });

  test("use the normalisation from the model for types alone", () => {
    const used = imports.filter(({ file, to }) => file.startsWith("model/") && to.startsWith("normalise/"));
    expect(used.filter(({ atStart }) => atStart)).toEqual([]);
  });

  test("import one another in no circle", () => {
    expect(cycles(imports)).toEqual([]);
  });
});

describe("the boundary check", () => {
  test.each<[string, string, string, readonly string[]]>([
    [
      "a layer above",
      "model/fact.ts",
      'import { x } from "../policy/load.js";',
      ["model/fact.ts imports policy/load.ts"],
    ],
    [
      "a type of a layer above",
      "read/a.ts",
      'import type { X } from "../judge/judge.js";',
      ["read/a.ts imports judge/judge.ts"],
    ],
    ["a lazy import", "read/a.ts", 'await import("../checks/index.js");', ["read/a.ts imports checks/index.ts"]],
    [
      "a re-export",
      "judging/a.ts",
      'export { x } from "../checks/drift.js";',
      ["judging/a.ts imports checks/drift.ts"],
    ],
    ["a module of Node", "checks/a.ts", 'import { readFileSync } from "node:fs";', ["checks/a.ts imports node:fs"]],
    ["an import without names", "report/a.ts", 'import "yaml";', ["report/a.ts imports yaml"]],
    [
      "an import of several lines",
      "read/a.ts",
      'import {\n  x,\n} from "../judge.js";',
      ["read/a.ts imports judge.ts"],
    ],
    [
      "a layer that has no entry",
      "new/a.ts",
      'import { x } from "../model/fact.js";',
      ["new/a.ts imports model/fact.ts"],
    ],
    ["nothing in its own layer", "checks/a.ts", 'import { x } from "./drift.js";', []],
    ["nothing below", "checks/a.ts", 'import { x } from "../model/fact.js";', []],
  ])("finds %s", (_, file, text, expected) => {
    expect(strays(importsOf(file, text), mayUse)).toEqual(expected);
  });

  const circle = [
    { file: "a.ts", to: "b.ts", atStart: true },
    { file: "b.ts", to: "c.ts", atStart: true },
    { file: "c.ts", to: "a.ts", atStart: true },
  ];
  test("finds a circle", () => expect(cycles(circle)).toEqual(["a.ts > b.ts > c.ts > a.ts"]));
  test("finds no circle where one import is of types, or waits", () => {
    expect(cycles(circle.map((one) => ({ ...one, atStart: one.file !== "c.ts" })))).toEqual([]);
  });
});
