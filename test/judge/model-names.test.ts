import { describe, expect, test } from "vitest";
import { nameModels } from "../../src/discover/models.js";
import { defaultConfiguration, type ConfiguredModel } from "../../src/model/configuration.js";
import { facts, judged, measurement, rules } from "./judged.js";

const model = (name: string, path: string): ConfiguredModel => ({
  ...{ name, path, stage: null, risk: null, owner: null, champion: null, run: null },
});

describe("the name of a model", () => {
  test.each([
    ["is its folder's last segment", ["models/a", "models/b"], {}, ["a", "b"]],
    ["is the path where two segments are alike", ["x/m", "y/m"], {}, ["x/m", "y/m"]],
    ["is the one that the configuration gives", ["models/a"], { "models/a": "fraud" }, ["fraud"]],
    [
      "is the path where the configuration gave the segment to another",
      ["models/a", "models/fraud"],
      { "models/a": "fraud" },
      ["fraud", "models/fraud"],
    ],
    [
      "is the path with a dot where the path itself is given to another",
      ["fraud", "models/a"],
      { "models/a": "fraud" },
      ["./fraud", "fraud"],
    ],
    ["stays where the configuration gives a folder its own", ["models/a"], { "models/a": "a" }, ["a"]],
    ["is the repository's for the root", ["", "models/a"], {}, ["repository", "a"]],
    ["is a dot for a root whose name was given away", ["", "a"], { a: "repository" }, [".", "repository"]],
  ] as const)("%s", (_, folders, given, names) => {
    const named = nameModels(folders, "repository", new Map(Object.entries(given)));
    expect(folders.map((folder) => named.get(folder))).toEqual(names);
  });

  test("is never shared: each of two models has its own findings", async () => {
    const report = await judged(
      {
        "models/a/own.facts.jsonl": facts(measurement("recall", 0.9)),
        "models/fraud/own.facts.jsonl": facts(measurement("recall", 0.5)),
      },
      rules("floor: { metric: recall, at-least: 80% }"),
      { configuration: { ...defaultConfiguration, models: [model("fraud", "models/a")] } },
    );
    expect(report.models.map(({ name, decision }) => [name, decision])).toEqual([
      ["fraud", "pass"],
      ["models/fraud", "block"],
    ]);
    expect(report.findings.map((finding) => [finding.model, finding.outcome])).toEqual([
      ["models/fraud", "not-met"],
      ["fraud", "met"],
    ]);
  });

  test("that the configuration gives to a folder with nothing in it is told", async () => {
    const { decision, notes } = await judged(
      { "models/fraud/own.facts.jsonl": facts(measurement("recall", 0.9)) },
      rules("floor: { metric: recall, at-least: 80% }"),
      { configuration: { ...defaultConfiguration, models: [model("fraud", "models/froud")] } },
    );
    expect(decision).toBe("undecided");
    expect(notes).toEqual(["referee.yaml says that fraud lies in models/froud, and there is nothing to read"]);
  });
});
