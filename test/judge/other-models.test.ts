import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { memory } from "../../src/world/memory.js";
import { readFiles } from "../read-evidence.js";
import { facts, judged, measurement, of, rules, type Circumstances, type Files } from "./judged.js";

const floor = rules("floor: { metric: recall, at-least: 0.8 }");
const said = async (files: Files, circumstances: Circumstances = {}) => {
  const report = await judged(files, floor, circumstances);
  return Object.fromEntries(of(report, "floor").map(({ model, outcome }) => [model, outcome]));
};
const lines = (...more: readonly (readonly [value: number, model: string | null])[]): string =>
  facts(...more.map(([value, model]) => measurement("recall", value, model === null ? {} : { model })));

describe("a line of own facts that names its model", () => {
  test.each<[title: string, files: Files, outcomes: object]>([
    ["is the folder's where it names none", { "m/own.facts.jsonl": lines([0.9, null]) }, { m: "met" }],
    ["is the folder's where it names the folder", { "m/own.facts.jsonl": lines([0.9, "m"]) }, { m: "met" }],
    [
      "is the folder's where it names the folder or its path, though two are called alike",
      { "a/m/own.facts.jsonl": lines([0.9, "m"]), "b/m/own.facts.jsonl": lines([0.9, "b/m"]) },
      { "a/m": "met", "b/m": "met" },
    ],
    ["is not the folder's where it names another", { "m/own.facts.jsonl": lines([0.9, "other"]) }, { m: "missing" }],
    [
      "neither passes nor fails the folder's model by another's value",
      { "m/own.facts.jsonl": lines([0.9, "m"], [0.2, "other"]) },
      { m: "met" },
    ],
    [
      "does not speak for a model in whose folder it does not lie",
      {
        "m/own.facts.jsonl": lines([0.9, "n"], [0.9, "m"]),
        "n/own.facts.jsonl": facts({ kind: "card", field: "a", value: "b" }),
      },
      { m: "met", n: "missing" },
    ],
    [
      "does not outweigh what lies in that folder",
      { "m/own.facts.jsonl": lines([0.9, "n"]), "n/own.facts.jsonl": lines([0.3, null]) },
      { m: "missing", n: "not-met" },
    ],
    [
      "does not make a conflict of what lies there either",
      { "m/own.facts.jsonl": lines([0.2, "n"]), "n/own.facts.jsonl": lines([0.9, null]) },
      { m: "missing", n: "met" },
    ],
    [
      "may not call a model by the name of a prototype's member",
      { "m/own.facts.jsonl": lines([0.9, "__proto__"], [0.9, "constructor"]) },
      { m: "missing" },
    ],
  ])("%s", async (_title, files, outcomes) => {
    expect(await said(files)).toEqual(outcomes);
  });

  test("is that model's where the configuration gives it the file", async () => {
    const files = { "shared/n.facts.jsonl": lines([0.9, "n"]), "n/README.md": "---\nlicense: mit\n---\n# N\n" };
    const configuration = {
      ...defaultConfiguration,
      evidence: [{ files: "shared/n.facts.jsonl", model: "n", baseline: false, mapping: null, table: null }],
    };
    expect(await said(files, { configuration })).toEqual({ n: "met" });
  });

  test("warns, at the line, of what no rule judges, and says what to do", async () => {
    const report = await judged({ "m/own.facts.jsonl": lines([0.9, "m"], [0.2, "n"], [0.3, "n"]) }, floor);
    expect(report.decision).toBe("warn");
    expect(of(report, "evidence-readable")).toMatchObject([
      {
        effect: "warn",
        message: "the file belongs to the model m, and states something of n: no rule judges it",
        mend: expect.stringContaining("below the folder of n"),
        sources: [{ path: "m/own.facts.jsonl", line: 2 }],
      },
    ]);
  });

  test("cannot take a failing value out of its model: what the base had is missed", async () => {
    const base = { "m/own.facts.jsonl": lines([0.5, null]) };
    const report = await judged({ "m/own.facts.jsonl": lines([0.5, "elsewhere"]) }, floor, {
      base: { tree: memory(base), label: "main", configuration: defaultConfiguration, commit: null },
      onlyNew: true,
      event: "pull_request",
    });
    expect(of(report, "floor")).toMatchObject([{ model: "m", outcome: "missing", effect: "undecided" }]);
  });

  test("is printed with the model that it names", async () => {
    const found = await readFiles({ "m/own.facts.jsonl": lines([0.9, null], [0.2, "n"]) });
    expect(found.flatMap((fact) => (fact.kind === "measurement" ? [[fact.model, fact.value]] : []))).toEqual([
      ["m", 0.9],
      ["n", 0.2],
    ]);
  });

  test("is no fact where the name is no text", async () => {
    const report = await judged({ "m/own.facts.jsonl": facts(measurement("recall", 0.9, { model: 7 })) }, floor);
    expect(of(report, "floor")).toMatchObject([{ outcome: "unreadable" }]);
  });
});
