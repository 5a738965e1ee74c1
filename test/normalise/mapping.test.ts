import { describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { memory } from "../../src/world/memory.js";
import { expectFact } from "../adapters/described.js";
import { readFiles } from "../read-evidence.js";

/** What a file states by the `map` of a configuration, written as YAML on one line. */
async function mapped(map: string, text: string, name = "own.json"): Promise<readonly Fact[]> {
  const written = `evidence:\n  - files: ${name}\n    map: ${map}\n`;
  const { configuration, problems } = loadConfiguration(
    "referee.yaml",
    policyFilesOf(memory({ "referee.yaml": written })),
  );
  expect(problems).toEqual([]);
  return readFiles({ [name]: text }, configuration);
}

describe("a mapping", () => {
  test.each<[string, string, string, object]>([
    [
      "reads values of items, what stands beside them, and the document's own",
      '{ kind: drift, each: "$.features.*", column: "@key", method: psi, score: $.psi, threshold: $$.limit }',
      '{"limit": 0.2, "features": {"age": {"psi": 0.31}}}',
      { kind: "drift", column: "age", score: 0.31, threshold: 0.2, place: "/features/age/psi" },
    ],
    [
      "names outer items by their number",
      '{ kind: measurement, each: ["$.by.*", "$.groups.*"], metric: recall, value: $.tpr, n: $.n, slice: { "@key1": "@key2" } }',
      '{"by": {"sex": {"groups": {"f": {"tpr": 0.5, "n": 8}}}}}',
      { metric: "recall", value: 0.5, n: 8, slice: { sex: "f" }, place: "/by/sex/groups/f/tpr" },
    ],
    [
      "counts items from 0",
      '{ kind: measurement, each: ["$.folds[*]", "$.*"], metric: auc, value: $, fold: "@index1" }',
      '{"folds": [{"a": 0.5}, {"b": 0.6}]}',
      { value: 0.6, fold: 1, place: "/folds/1/b" },
    ],
    [
      "reads an interval",
      '{ kind: measurement, metric: auc, value: $.auc, interval: { lower: "$.ci[0]", upper: "$.ci[1]", level: 0.95 } }',
      '{"auc": 0.8, "ci": [0.7, 0.9]}',
      { metric: "roc_auc", interval: { lower: 0.7, upper: 0.9, level: 0.95 } },
    ],
    [
      "leaves out an interval's limit that is no number",
      "{ kind: measurement, metric: auc, value: $.auc, interval: { lower: $.low, upper: $.high } }",
      '{"auc": 0.8, "low": "?", "high": 0.9}',
      { interval: { lower: null, upper: 0.9, level: null } },
    ],
    [
      "gives no interval where none is there",
      "{ kind: measurement, metric: auc, value: $.auc, interval: { lower: $.low, upper: $.high } }",
      '{"auc": 0.8}',
      { value: 0.8, interval: null },
    ],
    [
      "reads how many columns there are",
      "{ kind: dataset, name: d, rows: $.n, columns: $.p }",
      '{"n": 9, "p": 3}',
      { kind: "dataset", rows: 9, columns: 3 },
    ],
    [
      "reads which columns there are",
      "{ kind: dataset, name: d, columns: $.p }",
      '{"p": ["a", "b"]}',
      { kind: "dataset", columns: ["a", "b"] },
    ],
    [
      "leaves out columns that are neither",
      "{ kind: dataset, name: d, columns: $.p }",
      '{"p": [1, 2]}',
      { kind: "dataset", columns: null },
    ],
    [
      "says when",
      "{ kind: run, code_revision: $.sha, at: $.when }",
      '{"sha": "abc", "when": "2026-07-12T14:33:13+00:00"}',
      { kind: "run", code_revision: "abc", at: "2026-07-12T14:33:13Z" },
    ],
  ])("%s", async (_, map, text, expected) => {
    expectFact(await mapped(map, text), { format: "mapped", ...expected });
  });

  test("finding nothing is a problem, so that a mapping that no longer fits is no pass", async () => {
    const facts = await mapped("{ kind: drift, each: $.columns.*, score: $.psi }", '{"features": {}}');
    expectFact(facts, { kind: "problem", problem: "unreadable" });
  });

  test("an item deeper than there are finds nothing", async () => {
    const facts = await mapped(
      '{ kind: measurement, each: "$.*", metric: auc, value: $, slice: { a: "@key7" } }',
      '{"x": 0.5}',
    );
    expectFact(facts, { value: 0.5, slice: {} });
  });

  test("a value that is no number is told at its place", async () => {
    const facts = await mapped("{ kind: measurement, metric: auc, value: $.auc }", '{"auc": {"mean": 0.5}}');
    expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/auc" });
  });
});

test.each([
  ["limits that are no limits", "interval: { low: $.a }", "low"],
  ["an interval that is a path", "interval: $.ci", "expected limits"],
  ["a place that is none", 'slice: { a: "@keys" }', "neither @key nor @index"],
])("%s are wrong configuration", (_, part, message) => {
  const text = `evidence:\n  - files: a.json\n    map: { kind: measurement, metric: auc, value: $.auc, ${part} }\n`;
  const { problems } = loadConfiguration("referee.yaml", policyFilesOf(memory({ "referee.yaml": text })));
  expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
});
