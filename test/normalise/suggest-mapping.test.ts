import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { suggestMappings, suggestionText } from "../../src/normalise/suggest-mapping.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { defaultLimits } from "../../src/read/limits.js";
import { loadParsers } from "../../src/read/parsers.js";
import { createReader } from "../../src/read/reader.js";
import { memory } from "../../src/world/memory.js";
import { expectFact } from "../adapters/described.js";
import { readFiles } from "../read-evidence.js";
import { compare, factsByPath, type PrintedFact } from "../truth/compare.js";
import { corpusRoot } from "../truth/corpus-files.js";
import { parseTruth } from "../truth/truth-line.js";

/** The lines that are proposed for a file. */
async function proposed(name: string, text: string): Promise<string> {
  const parsers = await loadParsers(new Set(["delimited"]));
  const file = createReader(memory({ [name]: text }, "repository"), parsers, defaultLimits).open(name);
  return file === null ? "" : suggestionText([{ path: name, suggestions: suggestMappings(file) }]);
}

/** The facts that a file gives when its own proposal is applied. */
async function applied(name: string, text: string) {
  const written = await proposed(name, text);
  const files = policyFilesOf(memory({ "referee.yaml": written }));
  const { configuration, problems } = loadConfiguration("referee.yaml", files);
  expect(problems).toEqual([]);
  return readFiles({ [name]: text }, configuration);
}

describe("what is proposed for a file gives", () => {
  test.each<[string, string, string, object]>([
    [
      "drift of each feature of a list",
      "drift.json",
      '{"threshold": 0.2, "generated_at": "2026-07-01T00:00:00Z", "features": [{"feature": "age", "psi": 0.31}, {"feature": "fee", "psi": 0.01}]}',
      {
        kind: "drift",
        scope: "column",
        column: "age",
        method: "psi",
        score: 0.31,
        threshold: 0.2,
        at: "2026-07-01T00:00:00Z",
      },
    ],
    [
      "drift by name, with the verdict",
      "drift.json",
      '{"columns": {"age": {"p_value": 0.01, "drifted": true}, "fee": {"p_value": 0.6, "drifted": false}}}',
      { kind: "drift", column: "fee", p_value: 0.6, drifted: false },
    ],
    [
      "drift of a map that its key names",
      "d.json",
      '{"psi_features": {"a b": 0.5, "c": 0.1}}',
      { kind: "drift", column: "a b", method: "psi", score: 0.5 },
    ],
    [
      "a method of several, with the limit, the sizes and the p-value that belong to it",
      "drift.json",
      '{"timestamp": "2026-07-02T00:46:35", "baseline_rows": 8610, "current_rows": 2153, "psi_threshold": 0.25, "ks_threshold": 0.2, "metrics": [{"variable": "fee", "psi": 0.3, "ks_statistic": 0.1, "ks_pvalue": 0.04, "drift_detected": true}]}',
      {
        kind: "drift",
        column: "fee",
        method: "ks",
        score: 0.1,
        p_value: 0.04,
        threshold: 0.2,
        drifted: null,
        n_reference: 8610,
        n_current: 2153,
        at: "2026-07-02T00:46:35Z",
      },
    ],
    [
      "the tool's verdict with the first method",
      "drift.json",
      '{"fee": {"psi": 0.3, "drift_detected": "True", "ks_statistic": 0.1}, "age": {"psi": 0.1, "drift_detected": "False", "ks_statistic": 0.1}}',
      { kind: "drift", column: "fee", method: "psi", score: 0.3, drifted: true },
    ],
    [
      "limits that stand together, in another language",
      "drift.json",
      '{"n_historico": 100, "n_actual": 50, "umbrales": {"PSI_UMBRAL": 0.25, "JS_UMBRAL": 0.3}, "resultados": [{"variable": "fee", "psi": null, "jensen_shannon": 0.26, "js": 0.26, "drift_detectado": true}]}',
      { kind: "drift", column: "fee", method: "jensen-shannon", score: 0.26, n_reference: 100, n_current: 50 },
    ],
    [
      "drift of what is predicted",
      "drift.json",
      '{"drift_prediccion": {"psi": 0.09, "js": 0.13}, "drift_por_variable": {"fee": {"psi": 0.01}, "age": {"psi": 0.02}}}',
      { kind: "drift", scope: "prediction", method: "jensen-shannon", score: 0.13 },
    ],
    [
      "a number that stands a level below its column",
      "drift.json",
      '{"generated_at": "2026-06-15 11:05:27", "columns": {"age": {"severity": "HIGH", "metrics": {"baseline_mean": 28.5, "psi": 14.2}}, "fee": {"severity": "LOW", "metrics": {"baseline_mean": 2.5, "psi": 0.1}}}}',
      { kind: "drift", column: "age", method: "psi", score: 14.2, place: "/columns/age/metrics/psi" },
    ],
    [
      "the verdict over the whole",
      "d.json",
      '{"status": {"drift_detected": true}}',
      { kind: "drift", scope: "dataset", drifted: true },
    ],
    [
      "metrics by group",
      "fair.json",
      '{"dataset": "german", "by_attribute": {"sex": {"by_group": {"f": {"count": 10, "fpr": 0.4}, "m": {"count": 20, "fpr": 0.3}}}, "age": {"by_group": {"o": {"count": 5, "fpr": 0.1}, "y": {"count": 6, "fpr": 0.2}}}}}',
      { metric: "fpr", value: 0.1, n: 5, slice: { age: "o" }, dataset: "german" },
    ],
    [
      "metrics of rows",
      "own.csv",
      "region,hits,skill_index\nnorth,9,0.25\nsouth,8,0.75\n",
      { raw_metric: "skill_index", value: 0.75, slice: { region: "south" }, place: "3" },
    ],
    [
      "numbers below a key that says results",
      "own.json",
      '{"submetrics": {"edit_dist": 0.1, "teds": 93.5}}',
      { raw_metric: "teds", value: 93.5 },
    ],
    [
      "an interval",
      "own.json",
      '{"runs": {"a": {"aopc_mean": 0.1, "ci95": [0.05, 0.2], "n": 30}, "b": {"aopc_mean": 0.2, "ci95": [0.1, 0.3], "n": 30}}}',
      { raw_metric: "aopc_mean", value: 0.1, n: 30, interval: { lower: 0.05, upper: 0.2, level: 0.95 } },
    ],
    [
      "verdicts of checks",
      "checks.json",
      '{"checks": [{"name": "nulls", "passed": true}, {"name": "range", "passed": false, "message": "3 rows"}]}',
      { kind: "check", name: "range", passed: false, message: "3 rows" },
    ],
    [
      "importances",
      "own.json",
      '{"top": [{"feature": "age", "shap": 0.4}, {"feature": "fee", "shap": 0.1}]}',
      { kind: "attribution", feature: "age", importance: 0.4, method: "shap" },
    ],
    [
      "a model and its version",
      "own.json",
      '{"model_id": "mineru", "model_version": "26.05"}',
      { kind: "model", name: "mineru", version: "26.05" },
    ],
    [
      "the commit",
      "own.json",
      '{"release_id": "r1", "git_sha": "abc"}',
      { kind: "run", run_id: "r1", code_revision: "abc" },
    ],
    [
      "sizes of data sets",
      "own.json",
      '{"german": {"n_rows": 1000, "n_cols": 61}, "gmsc": {"n_rows": 9, "n_cols": 3}}',
      { kind: "dataset", name: "german", rows: 1000, columns: 61 },
    ],
  ])("%s", async (_, name, text, expected) => {
    expectFact(await applied(name, text), { format: "mapped", ...expected });
  });
});

describe("nothing is proposed for", () => {
  test.each<[string, string]>([
    ["settings", '{"params": {"lr": 0.1, "depth": 3}, "seed": 7}'],
    ["text", '{"title": "report", "notes": ["a", "b"]}'],
    ["an empty file", "{}"],
    ["a list of numbers", "[1, 2, 3]"],
    ["a broken file", '{"accuracy": 0.9, '],
  ])("%s", async (_, text) => expect(await proposed("own.json", text)).toBe("evidence:\n"));
});

test("names that YAML or paths would read otherwise are quoted", async () => {
  const name = "odd [1].json";
  const text = '{"score: #1": {"a b": {"skill \\"x\\"": 0.5}, "c": {"skill \\"x\\"": 0.7}}}';
  expectFact(await applied(name, text), { format: "mapped", raw_metric: 'skill "x"', value: 0.7 });
});

test("a file nested beyond measure costs nothing", async () => {
  expect(await proposed("own.json", `${'{"a":'.repeat(150)}1${"}".repeat(150)}`)).toBe("evidence:\n");
});

/** Shapes that mappings cannot give (arms of experiments, means of lists), and those that adapters know. */
const notByMapping = /ab-test|ragas|horizon_facts|qbert2004__Ir_agent__(strict|baseline)/;

const homeGrown = existsSync(corpusRoot)
  ? parseTruth(readFileSync(`${corpusRoot}/truth.jsonl`, "utf8")).filter(
      (line) => line.asks === "expect" && line.homeGrown && !notByMapping.test(line.path),
    )
  : [];

describe.skipIf(homeGrown.length === 0)("a home-grown file of the corpus, by its own proposal,", () => {
  test.each([...new Set(homeGrown.map(({ path }) => path))])("states what it is known to: %s", async (path) => {
    const name = path.slice(path.lastIndexOf("/") + 1);
    const facts = await applied(name, readFileSync(`${corpusRoot}/${path}`, "utf8"));
    const printed = facts.map((fact): PrintedFact => ({ ...fact, source: { ...fact.source, path } }));
    const lines = homeGrown.filter((line) => line.path === path);
    const byPath = factsByPath(printed);
    const judged = compare(lines, { factsOf: (file) => byPath.get(file) ?? [], isKnown: () => true });
    const failing = judged.filter(({ verdict }) => verdict !== "held");
    expect(failing.map(({ line, nearest, differs }) => ({ why: line.why, differs, nearest }))).toEqual([]);
  });
});

test("what a report of drift counts is not proposed as a result", async () => {
  const text =
    '{"batch_id": 5, "features": [{"feature": "fee", "psi": 0.3}], "summary": {"total_columns": 11, "drift_percentage": 9.1}, "accuracy": 0.9}';
  const written = await proposed("drift.json", text);
  expect(written.match(/metric: \w+/g)).toEqual(["metric: accuracy"]);
});

test("a fact whose number is null stands where the null does", async () => {
  const text = '{"features": [{"feature": "fee", "psi": 0.3},\n {"feature": "age", "psi": null}]}';
  expectFact(await applied("drift.json", text), { column: "age", score: null, place: "/features/1/psi" });
});
