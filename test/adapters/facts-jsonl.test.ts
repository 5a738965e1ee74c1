import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, type Expected } from "./described.js";

const line = async (fact: unknown): ReturnType<typeof readFiles> =>
  readFiles({ "m/own.facts.jsonl": `${typeof fact === "string" ? fact : JSON.stringify(fact)}\n` });

describe("every kind is stated with its own fields", () => {
  test.each<readonly [string, object, Expected]>([
    [
      "a metric by any of its names",
      { kind: "measurement", metric: "AUC", value: 0.9, n: 40, slice: { age: 65 } },
      { metric: "roc_auc", raw_metric: "AUC", value: 0.9, n: 40, slice: { age: "65" }, higher_is_better: true },
    ],
    [
      "a metric with the name that the tool wrote",
      { kind: "measurement", metric: "roc_auc", raw_metric: "test_score", value: 0.9, at: "2026-01-02", version: 3 },
      { metric: "roc_auc", raw_metric: "test_score", at: "2026-01-02T00:00:00Z", version: "3" },
    ],
    [
      "a metric of the team's own",
      { kind: "measurement", metric: "fraud_caught", raw_metric: "fc", value: 3, higher_is_better: true },
      { metric: "fraud_caught", raw_metric: "fc", higher_is_better: true },
    ],
    [
      "an interval",
      {
        kind: "measurement",
        metric: "recall",
        value: 0.8,
        trials: 50,
        interval: { lower: 0.7, upper: 0.9, level: 0.95 },
      },
      { trials: 50, interval: { lower: 0.7, upper: 0.9, level: 0.95 } },
    ],
    [
      "a value that is none",
      { kind: "measurement", metric: "recall", value: null, non_finite: "NaN" },
      { value: null, non_finite: "NaN" },
    ],
    [
      "drift of a column, unless it says otherwise",
      { kind: "drift", column: "amount", method: "psi", score: 0.3, threshold: 0.2, drifted: true },
      { scope: "column", column: "amount", score: 0.3, drifted: true },
    ],
    ["a check that was skipped", { kind: "check", name: "no nulls", passed: null }, { name: "no nulls", passed: null }],
    ["a section of a card", { kind: "card", section: "limitations", words: 12 }, { section: "limitations", words: 12 }],
    [
      "a data set",
      { kind: "dataset", role: "train", digest: "sha256:00", columns: ["a"] },
      { role: "train", columns: ["a"] },
    ],
    [
      "an attribution",
      { kind: "attribution", feature: "age", importance: 0.2, method: "shap" },
      { feature: "age", importance: 0.2 },
    ],
    [
      "a model",
      { kind: "model", stage: "production", aliases: ["champion"] },
      { stage: "production", aliases: ["champion"] },
    ],
    [
      "a run",
      { kind: "run", run_id: "r", params: { lr: 0.1, seed: null } },
      { run_id: "r", params: { lr: 0.1, seed: null } },
    ],
    [
      "a roll-out",
      { kind: "rollout", strategy: "canary", steps: [10, "pause"] },
      { strategy: "canary", steps: [10, "pause"] },
    ],
    [
      "an experiment",
      { kind: "experiment", arms: [{ name: "a", exposures: 10, successes: 1, mean: null, variance: null }] },
      { arms: [{ name: "a", exposures: 10, successes: 1, mean: null, variance: null }] },
    ],
    ["a table", { kind: "table", columns: ["a", "b"], rows: 3, role: "current" }, { columns: ["a", "b"], rows: 3 }],
    [
      "a problem",
      { kind: "problem", problem: "conflict", message: "x", mend: "y" },
      { problem: "conflict", message: "x" },
    ],
  ])("%s", async (_, fact, expected) => {
    const facts = await line(fact);
    expectFact(facts, { model: "m", format: "facts-jsonl", ...expected, place: "1" });
  });
});

test("a folder that holds own facts is a model, and who vouches for a fact and what its format is are not its own to say", async () => {
  const facts = await line({
    kind: "measurement",
    metric: "recall",
    value: 0.8,
    model: "other",
    vouched: "attested",
    format: "x",
  });
  expectFact(facts, { kind: "measurement", model: "other", vouched: "committed", format: "facts-jsonl" });
});

test("what inspect prints is read back as it was", async () => {
  const first = ofKind(
    await readFiles({ "m/metrics.json": '{"auc": 0.9, "n": 5}', "m/own.facts.jsonl": '{"kind":"check","name":"a"}' }),
    "measurement",
  );
  const [fact] = first;
  const again = ofKind(await line(fact), "measurement")[0];
  const { source: _, format: __, ...before } = fact ?? {};
  expect(again).toMatchObject(before);
});

describe("a line that is no fact is told at its line", () => {
  test.each<readonly [string, unknown, RegExp]>([
    ["no object", "[1]", /no object/],
    ["no kind", { metric: "recall", value: 1 }, /has no kind/],
    ["an unknown kind", { kind: "measurment", metric: "recall", value: 1 }, /no kind measurment/],
    ["a measurement of nothing", { kind: "measurement", value: 1 }, /no metric/],
    ["a number in quotes", { kind: "measurement", metric: "recall", value: "0.9" }, /value .* not a number/],
    ["a count in words", { kind: "measurement", metric: "recall", value: 0.9, n: "many" }, /n .* not a number/],
    ["a slice in a text", { kind: "measurement", metric: "recall", value: 0.9, slice: "DE" }, /slice/],
    ["another scope", { kind: "drift", scope: "row" }, /scope .* not one of/],
    ["a check without a name", { kind: "check", passed: true }, /no name/],
    ["a passed that is a word", { kind: "check", name: "a", passed: "yes" }, /true or false/],
    ["an arm without a name", { kind: "experiment", arms: [{ exposures: 1 }] }, /arms/],
    ["a table without rows", { kind: "table", columns: [] }, /no rows/],
    ["a date that is a number", { kind: "check", name: "a", at: 5 }, /at .* not a text/],
  ])("%s", async (_, written, message) => {
    const facts = await readFiles({
      "m/own.facts.jsonl": `{"kind":"check","name":"fine"}\n${typeof written === "string" ? written : JSON.stringify(written)}\n`,
    });
    const [problem] = ofKind(facts, "problem");
    expect(problem).toMatchObject({ problem: "unreadable", source: { line: 2 } });
    expect(problem?.message).toMatch(message);
    expect(ofKind(facts, "check")).toHaveLength(1);
  });
});

test("a kind with a slip names the nearest", async () => {
  expect(ofKind(await line({ kind: "measurment" }), "problem")[0]?.mend).toMatch(/^write "measurement"/);
});

test("a field that no such fact has is told, and the rest is stated", async () => {
  const facts = await line({ kind: "measurement", metric: "recall", value: 0.9, trails: 40 });
  expectFact(facts, { kind: "measurement", value: 0.9, trials: null });
  expectFact(facts, { kind: "problem", problem: "unrecognised", mend: 'write "trials", or leave it out' });
});

test("a line that is no JSON is told at its line, and the others are read", async () => {
  const facts = await readFiles({
    "m/own.facts.jsonl": '{"kind":"check","name":"a"}\n{"kind":\n{"kind":"check","name":"b"}\n',
  });
  expect(ofKind(facts, "check").map(({ name }) => name)).toEqual(["a", "b"]);
  expect(ofKind(facts, "problem")[0]).toMatchObject({ source: { line: 2 } });
});
