import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { judged, rules } from "../judge/judged.js";
import { factsOfText } from "./described.js";

const card = {
  model_name: "Crop yield regressor",
  model_version: "2.3",
  framework: "lightgbm",
  license: "mit",
  intended_use: "Estimates of yield for agronomists, one field at a time.",
  not_intended_use: ["Insurance payouts"],
  known_limitations: ["Only fields in Bavaria", "No organic farms"],
  hyperparameters: { num_leaves: 31, learning_rate: 0.05 },
  features: ["soil", "rain"],
  test_metrics: { rmse: 4.2, r2: 0.81 },
};
const written = JSON.stringify(card);

describe("a card of a team's own shape", () => {
  test("states sections by its keys, its numbers as claims, and what the model is called", async () => {
    const facts = await factsOfText("models/model_card.json", written);
    expect(ofKind(facts, "card").flatMap(({ section }) => section ?? [])).toEqual(
      expect.arrayContaining(["intended-use", "out-of-scope-use", "limitations"]),
    );
    expect(
      ofKind(facts, "card").filter(({ section, title }) => section === "intended-use" && title !== "intended_use"),
    ).toEqual([]);
    expect(ofKind(facts, "measurement")).toMatchObject([
      { metric: "rmse", value: 4.2, split: "test", claimed: true },
      { metric: "r2", value: 0.81, split: "test", claimed: true },
    ]);
    expect(ofKind(facts, "model")).toMatchObject([{ name: "Crop yield regressor", version: "2.3" }]);
    expect(ofKind(facts, "card").flatMap(({ field }) => field ?? [])).not.toContain("hyperparameters.num_leaves");
  });

  test.each([
    ["whose name says nothing", "models/info.json", written],
    ["that is a schema of cards", "model_card.schema.json", '{"$schema": "x", "properties": {"intended_use": {}}}'],
    ["that names no section and no metric", "model_card.json", '{"arch": "b0", "thr": "0.6"}'],
  ])("is none %s", async (_, name, text) => {
    const facts = await factsOfText(name, text);
    expect(facts.filter(({ format }) => format === "home-grown-card")).toEqual([]);
  });

  test("makes the folder above its own a model, and is held against the results", async () => {
    const report = await judged(
      { "yield/models/model_card.json": written, "yield/reports/metrics.json": '{"test": {"rmse": 5.1, "r2": 0.81}}' },
      rules("honest: { card-claims: all }", "licensed: { card-fields: license }"),
    );
    expect(report.models.map(({ name, version }) => [name, version])).toEqual([["yield", "2.3"]]);
    expect(report.findings.map(({ rule, subject, outcome }) => [rule, subject, outcome])).toEqual(
      expect.arrayContaining([
        ["honest", "rmse", "not-met"],
        ["honest", "r2", "met"],
        ["licensed", "license", "met"],
      ]),
    );
  });
});
