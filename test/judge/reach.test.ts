import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Configuration } from "../../src/model/configuration.js";
import type { FileSystem } from "../../src/model/world.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { memory } from "../../src/world/memory.js";
import { facts, judged, measurement, rules, type Files } from "./judged.js";

/** A tree that can tell where folders of a name are, as a commit's does; and one that counts what is listed. */
function telling(files: Files): {
  readonly tree: FileSystem;
  readonly listed: Set<string>;
  readonly read: Set<string>;
} {
  const inner = memory(files);
  const folders = new Set(Object.keys(files).flatMap((path) => parents(path)));
  const [listed, read] = [new Set<string>(), new Set<string>()];
  const tree: FileSystem = {
    ...inner,
    list: (folder) => (listed.add(folder), inner.list(folder)),
    read: (path, limit) => (read.add(path), inner.read(path, limit)),
    foldersCalled: (names) => [...folders].filter((folder) => names.includes(folder.split("/").at(-1) ?? "")).sort(),
  };
  return { tree, listed, read };
}

const parents = (path: string): readonly string[] =>
  path.split("/").flatMap((_, at, segments) => (at === 0 ? [] : [segments.slice(0, at).join("/")]));

const configurationOf = (text: string): Configuration =>
  loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": text }))).configuration;

const changed = (base: Files, head: Files): ReadonlySet<string> =>
  new Set([...Object.keys(base), ...Object.keys(head)].filter((path) => base[path] !== head[path]));

const policy = rules(
  "floor: { metric: recall, at-least: 80% }",
  "no-worse: { metric: recall, against: base, may-lose: 0 }",
  "champion: { metric: recall, against: champion, may-lose: 0.5 }",
  "every: { metric: recall, for-each: [country], at-least: 10% }",
);
const comparing = `${policy}\n  other: { metric: recall, against: a/m, may-lose: 0.5 }`;

const configurations: readonly (readonly [title: string, configuration: string, policy: string])[] = [
  ["none", "policies: []", policy],
  ["a rule that compares with another model", "policies: []", comparing],
  [
    "a named model with a champion",
    "models: [{ name: lead, path: a/m, champion: m }, { name: m, path: zoo/x }]",
    policy,
  ],
  ["a name that another folder would have", "models: [{ name: m, path: reports }]", policy],
  ["the root as a model", "models: [{ name: all, path: . }]", policy],
  ["evidence elsewhere", 'evidence: [{ files: "reports/*.facts.jsonl", model: m }]', policy],
  ["evidence anywhere", 'evidence: [{ files: "**/extra.facts.jsonl", model: a/m }]', policy],
  ["ignored folders", 'ignore: ["zoo/**"]', policy],
];

const folder = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom("m", "a/m", "b/m", "reports", "zoo/x") },
  { weight: 1, arbitrary: fc.constantFrom("", "a", "a/m/n", "reports/m", "zoo/m", "zoo/x/m") },
  { weight: 1, arbitrary: fc.constantFrom("docs", "a/docs", "b/m/models", "b/m/docs/cards", "zoo/x/results") },
);
const name = fc.constantFrom(
  "README.md",
  "run.facts.jsonl",
  "extra.facts.jsonl",
  "notes.yaml",
  "metrics.json",
  ".gitignore",
);
const content = fc.constantFrom(
  "---\nlicense: mit\nmodel-index: []\n---\n# Card\n",
  "just text\n",
  facts(measurement("recall", 0.9)),
  facts(measurement("recall", 0.4)),
  '{"recall": 0.9}',
  "m/\n",
);
const file = fc
  .record({ folder, name, content })
  .map(({ folder: at, name: called, content: text }) => [at === "" ? called : `${at}/${called}`, text] as const);
const changes = fc.array(fc.tuple(file, fc.boolean()), { minLength: 1, maxLength: 4 });

describe("a change is judged alike whether all of the tree is looked through or what it can speak of", () => {
  test.each(configurations)(
    "with %s",
    async (_, text, asked) => {
      const configuration = configurationOf(text);
      await fc.assert(
        fc.asyncProperty(fc.array(file, { maxLength: 14 }), changes, async (before, edits) => {
          const base: Files = Object.fromEntries(before);
          const head = Object.fromEntries(before);
          for (const [[path, written], removed] of edits) {
            if (removed) Reflect.deleteProperty(head, path);
            else head[path] = written;
          }
          const told = telling(base).tree;
          const { foldersCalled: _none, ...plain } = told;
          const report = (tree: FileSystem) =>
            judged(head, asked, {
              configuration,
              base: { tree, label: "base", configuration, commit: null },
              touched: changed(base, head),
              onlyNew: true,
              event: "pull_request",
            });
          expect(await report(told)).toEqual(await report(plain));
        }),
        { numRuns: 150 },
      );
    },
    120_000,
  );
});

describe("of many models", () => {
  const many: Files = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => `models/m${at}`).flatMap((at) => [
      [`${at}/README.md`, "---\nlicense: mit\nmodel-index: []\n---\n# Card\n"],
      [`${at}/run.facts.jsonl`, facts(measurement("recall", 0.9))],
    ]),
  );

  test("those that a change leaves alone are neither listed nor read, on either side", async () => {
    const head = telling({ ...many, "models/m7/run.facts.jsonl": facts(measurement("recall", 0.85)) });
    const base = telling(many);
    const configuration = configurationOf("policies: []");
    const report = await judged({}, rules("floor: { metric: recall, at-least: 80% }"), {
      tree: head.tree,
      configuration,
      base: { tree: base.tree, label: "base", configuration, commit: null },
      touched: new Set(["models/m7/run.facts.jsonl"]),
      onlyNew: true,
      event: "pull_request",
    });
    expect(report.models.map(({ name: called, decision }) => [called, decision])).toEqual([["m7", "pass"]]);
    for (const { listed, read } of [head, base]) {
      expect([...listed].sort()).toEqual(["", "models", "models/m7"]);
      expect(
        [...read].filter((path) => path.startsWith("models/")).every((path) => path.startsWith("models/m7/")),
      ).toBe(true);
    }
  });

  test("a change to what git ignores is looked for everywhere: what it hides is told as removed", async () => {
    const configuration = configurationOf("policies: []");
    const report = await judged({ ...many, ".gitignore": "m7/\n", "models/m8/a.json": "{}" }, policy, {
      configuration,
      base: { tree: telling(many).tree, label: "base", configuration, commit: null },
      touched: new Set([".gitignore", "models/m8/a.json"]),
      onlyNew: true,
      event: "pull_request",
    });
    const removed = report.findings.filter(({ rule }) => rule === "model-present");
    expect(removed.map(({ model }) => model)).toEqual(["m7"]);
    expect(report.decision).toBe("undecided");
  });

  test("of more namesakes than are looked into, one that loses its name is told with the same file as by all of the tree", async () => {
    const card = "---\nlicense: mit\nmodel-index: []\n---\n# Card\n";
    const folders = Array.from({ length: 230 }, (_, at): [string, string] => [`zoo/z${at}/m/data.json`, "{}"]);
    const namesakes: Files = { ...Object.fromEntries(folders), "x/m/A/metrics.json": "{}", "x/m/README.md": card };
    const added: Files = { ...namesakes, "zoo/z7/m/README.md": card };
    const configuration = configurationOf("policies: []");
    const told = telling(namesakes).tree;
    const { foldersCalled: _none, ...plain } = told;
    const report = (tree: FileSystem) =>
      judged(added, policy, {
        configuration,
        base: { tree, label: "base", configuration, commit: null },
        touched: changed(namesakes, added),
        onlyNew: true,
        event: "pull_request",
      });
    const missing = (await report(told)).findings.filter(({ rule }) => rule === "model-present");
    expect(missing.map(({ sources }) => sources[0]?.path)).toEqual(["x/m/README.md"]);
    expect(await report(told)).toEqual(await report(plain));
  });

  test("of other folders' files only those that the change touches are named where nothing reads them", async () => {
    const loose = { "reports/drift.json": "{}", "reports/old.json": "{}", "models/m7/home-grown.json": '{"a": [1]}' };
    const configuration = configurationOf("policies: []");
    const report = await judged({ ...many, ...loose }, policy, {
      configuration,
      base: { tree: memory(many), label: "base", configuration, commit: null },
      touched: new Set(["models/m7/home-grown.json", "reports/drift.json"]),
      onlyNew: true,
      event: "pull_request",
    });
    expect(report.unjudged.map(({ path }) => path)).toEqual(["models/m7/home-grown.json", "reports/drift.json"]);
  });
});
