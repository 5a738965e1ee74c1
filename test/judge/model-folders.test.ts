import { describe, expect, test } from "vitest";
import { defaultConfiguration } from "../../src/model/configuration.js";
import { facts, judged, measurement, rules, type Files } from "./judged.js";

const card = "# Card\n\n## Intended use\n\nFinding fraud in card payments.\n\n## Limitations\n\nOnly Europe.\n";
const mlmodel = "artifact_path: model\nflavors:\n  sklearn: { sklearn_version: 1.5.0 }\nrun_id: abc\n";
const policy = rules("floor: { metric: recall, at-least: 80% }");
const results = '{"recall": 0.9}';

const namesOf = async (files: Files): Promise<readonly (readonly [string, string])[]> =>
  (await judged(files, policy)).models.map(({ name, path }) => [name, path] as const);

describe("the folder that is a model", () => {
  test.each<[title: string, files: Files, models: readonly (readonly [string, string])[]]>([
    ["holds the card", { "fraud/README.md": card }, [["fraud", "fraud"]]],
    ["is the one above documentation", { "fraud/docs/model_card.md": card }, [["fraud", "fraud"]]],
    ["is the one above several such folders", { "fraud/docs/Models/model_card.md": card }, [["fraud", "fraud"]]],
    ["is the repository where the card is in its documentation", { "docs/model_card.md": card }, [["repository", ""]]],
    ["is the one above a packaged model", { "churn/model/MLmodel": mlmodel }, [["churn", "churn"]]],
    ["is one for all its cards", { "a/model_card.md": card, "a/models/model_card.md": card }, [["a", "a"]]],
    [
      "is each of those in a folder of models, of which its README is no card",
      { "models/README.md": card, "models/a/README.md": card, "models/b/README.md": card },
      [
        ["a", "models/a"],
        ["b", "models/b"],
      ],
    ],
    [
      "is where its own facts are put, whatever it is called",
      { "model/own.facts.jsonl": facts(measurement("recall", 0.9)) },
      [["model", "model"]],
    ],
    [
      "is not one of packages and code of others",
      {
        "fraud/README.md": card,
        "env/lib/python3.12/site-packages/hub/model_card.md": card,
        "third_party/detector/README.md": card,
        "vendor/README.md": card,
      },
      [["fraud", "fraud"]],
    ],
    ["is called a model in other languages too", { "kredit/docs/Modellkarte.md": card }, [["kredit", "kredit"]]],
    ["has a card under a Spanish name", { "riesgo/ficha_del_modelo.md": card }, [["riesgo", "riesgo"]]],
    [
      "is not one of templates, or of what tests are fed with",
      {
        "fraud/README.md": card,
        "templates/model_card.md": card,
        "docs/model_card_template.md": card,
        "tests/fixtures/m/README.md": card,
      },
      [["fraud", "fraud"]],
    ],
  ])("%s", async (_, files, models) => {
    expect(await namesOf({ "data.csv": "a\n1\n", ...files })).toEqual(models);
  });

  test("has the results beside its documentation", async () => {
    const { findings } = await judged({ "a/docs/model_card.md": card, "a/results/metrics.json": results }, policy);
    expect(findings).toMatchObject([{ model: "a", outcome: "met" }]);
  });

  test("is the one that the configuration calls a model, and no other", async () => {
    const model = { name: "fraud", path: "docs", stage: null, risk: null, owner: null, champion: null, run: null };
    const configuration = { ...defaultConfiguration, models: [model] };
    const report = await judged({ "docs/model_card.md": card }, policy, { configuration });
    expect(report.models.map(({ name, path }) => [name, path])).toEqual([["fraud", "docs"]]);
  });
});
