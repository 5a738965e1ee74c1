import { describe, expect, test } from "vitest";
import { defaultConfiguration, type Configuration } from "../../src/model/configuration.js";
import { loadConfiguration } from "../../src/policy/configuration.js";
import { policyFilesOf } from "../../src/policy/files.js";
import { memory } from "../../src/world/memory.js";
import { judged, of, outcomesOf, rules, type Files } from "./judged.js";

const card = "---\nlicense: mit\n---\n# Fraud\n";
const accuracy = (value: number): string => JSON.stringify({ accuracy: value });
const model = (files: Files): Files =>
  Object.fromEntries([["m/README.md", card], ...Object.entries(files).map(([name, text]) => [`m/${name}`, text])]);

const policy = rules(
  "floor: { metric: accuracy, at-least: 0.8 }",
  "no-worse: { metric: accuracy, against: champion, may-lose: 0.01 }",
);

const configured = (text: string): Configuration => {
  const { configuration, problems } = loadConfiguration(
    "referee.yaml",
    policyFilesOf(memory({ "referee.yaml": text })),
  );
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("; "));
  return configuration;
};

/** Outcomes of the floor and of the comparison with the champion. */
const said = async (files: Files, configuration = "") => {
  const report = await judged(model(files), policy, { configuration: configured(configuration) });
  return [outcomesOf(report, "floor"), outcomesOf(report, "no-worse")];
};

const sides = { "evaluation.json": accuracy(0.9), "baseline.json": accuracy(0.7) };

describe("results that call themselves the baseline's", () => {
  test("are the champion's, and none of the model's own", async () => {
    const report = await judged(model(sides), policy);
    expect(of(report, "floor")).toMatchObject([{ outcome: "met", judged: { value: 0.9 } }]);
    expect(of(report, "no-worse")).toMatchObject([{ outcome: "met", judged: { value: 0.9, baseline: 0.7 } }]);
    expect(report.inputs.filter(({ baseline }) => baseline).map(({ path }) => path)).toEqual(["m/baseline.json"]);
  });

  test("neither lift nor sink the model", async () => {
    expect(await said({ "evaluation.json": accuracy(0.7), "baseline.json": accuracy(0.9) })).toEqual([
      ["not-met"],
      ["not-met"],
    ]);
  });

  test("are no results of a model that has no others", async () => {
    expect(await said({ "baseline.json": accuracy(0.9) })).toEqual([["missing"], ["missing"]]);
  });

  test("do not take a failing value out of a model: what the base had is missed", async () => {
    const base = memory(model({ "evaluation.json": accuracy(0.5) }));
    const report = await judged(model({ "baseline.json": accuracy(0.5) }), policy, {
      base: { tree: base, label: "main", configuration: defaultConfiguration, commit: null },
      onlyNew: true,
      event: "pull_request",
    });
    expect(of(report, "floor")).toMatchObject([{ outcome: "missing", effect: "undecided" }]);
  });

  test("are told where they cannot be read", async () => {
    const report = await judged(model({ ...sides, "baseline.json": '{"accuracy": NaN}' }), "referee:baseline");
    expect(of(report, "evidence-readable")).toMatchObject([{ subject: "m/baseline.json/accuracy", effect: "block" }]);
    expect(report.problems.map(({ path }) => path)).toEqual(["m/baseline.json"]);
  });

  test("are files of the model for what asks whether there is such a file", async () => {
    const asks = rules(
      "simple: { framework: F, clause: c, asks: a simpler model, needs: ['file:*baseline*'], applies-from: '2020-01-01', source-version: '1', verified: false }",
    );
    expect(outcomesOf(await judged(model(sides), asks), "simple")).toEqual(["met"]);
  });
});

describe("what the configuration says outweighs a file's name", () => {
  test.each<[title: string, configuration: string, outcomes: readonly (readonly string[])[]]>([
    [
      "the file is the model's own",
      "evidence: [{ files: m/baseline.json, role: candidate }]",
      [["unreadable"], ["missing"]],
    ],
    [
      "a mapping reads the file",
      'evidence: [{ files: m/baseline.json, map: { kind: measurement, each: "$", metric: recall, value: "$.accuracy" } }]',
      [["met"], ["missing"]],
    ],
    [
      "another file is the champion's",
      "evidence: [{ files: m/before.json, role: baseline }]",
      [["unreadable"], ["not-met"]],
    ],
    ["another model is the champion", "models: [{ name: m, path: m, champion: n }]", [["unreadable"], ["missing"]]],
  ])("where it says that %s", async (_title, configuration, outcomes) => {
    const before = configuration.includes("before") ? { "before.json": accuracy(0.95) } : {};
    expect(await said({ ...sides, ...before }, configuration)).toEqual(outcomes);
  });

  test("and so does a rule that names the file", async () => {
    const named = rules("no-worse: { metric: accuracy, against: m/baseline.json, may-lose: 0.01 }");
    const report = await judged(model(sides), named);
    expect(of(report, "no-worse")).toMatchObject([{ outcome: "met", judged: { value: 0.9, baseline: 0.7 } }]);
  });
});
