import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("model-card-toolkit", [
  [
    "model-card-toolkit/model_card.json",
    "numbers in quotes, slices, intervals, data sets and sections",
    [
      {
        kind: "measurement",
        raw_metric: "roc_auc",
        value: 0.8984,
        slice: {},
        interval: { lower: 0.9, upper: 0.95, level: null },
        claimed: true,
        place: "/quantitative_analysis/performance_metrics/0/value",
      },
      { kind: "measurement", raw_metric: "recall", value: 0.2414, slice: { age_band: "18-24" } },
      { kind: "model", name: "fraud-detector", version: "v1", created: "2024-06-11T00:00:00Z" },
      {
        kind: "dataset",
        name: "fraud-train-2024-05",
        role: "train",
        location: "s3://acme-ml-datasets/fraud/2024-05/train.parquet",
      },
      { kind: "card", field: "model_details.version.date", value: "2024-06-11" },
      { kind: "card", field: "model_parameters.data.0.sensitive.sensitive_data", value: "age_band, country" },
      { kind: "card", section: "limitations", title: "limitations", words: 5, placeholder: false },
      { kind: "card", section: "ethical-considerations", words: 5 },
    ],
    [{ kind: "problem" }],
  ],
]);

const card = (parts: Record<string, unknown>): string =>
  JSON.stringify({ schema_version: "0.0.1", model_details: { name: "m" }, ...parts });

test("a threshold is a field of its metric, and a slice that is only a word is still no overall", async () => {
  const facts = await factsOfText(
    "model_card.json",
    card({
      quantitative_analysis: { performance_metrics: [{ type: "accuracy", value: 0.99, slice: "cat", threshold: 0.5 }] },
    }),
  );
  expectFact(facts, {
    kind: "measurement",
    raw_metric: "accuracy",
    value: 0.99,
    threshold: 0.5,
    slice: { slice: "cat" },
  });
});

test("data sets of schema 0.0.1 stand under their role", async () => {
  const data = { train: { name: "a", link: "l" }, eval: { name: "b" } };
  const facts = ofKind(await factsOfText("model_card.json", card({ model_parameters: { data } })), "dataset");
  expect(facts.map(({ name, role, location }) => [name, role, location])).toEqual([
    ["a", "train", "l"],
    ["b", "test", null],
  ]);
});

test("tests of VerifyML are checks; one without a verdict has none", async () => {
  const tests = [
    { name: "Subgroup Disparity", threshold: "1.5", result: "1.8", passed: false, description: "FPR ratio" },
    { name: "Shapley", passed: true },
    { name: "Unfinished" },
  ];
  const fairness_analysis = { fairness_reports: [{ type: "Equal FPR", segment: "gender", tests }] };
  const facts = ofKind(await factsOfText("model_card.json", card({ fairness_analysis })), "check");
  expect(
    facts.map(({ name, passed, column, observed, expected }) => [name, passed, column, observed, expected]),
  ).toEqual([
    ["Subgroup Disparity", false, "gender", "1.8", "1.5"],
    ["Shapley", true, "gender", null, null],
    ["Unfinished", null, "gender", null, null],
  ]);
});

test("pictures are no fields", async () => {
  const quantitative_analysis = { graphics: { collection: [{ name: "roc", image: "iVBORw0KGgo=" }] } };
  const facts = ofKind(await factsOfText("model_card.json", card({ quantitative_analysis })), "card");
  expect(facts.filter(({ value }) => value === "iVBORw0KGgo=")).toEqual([]);
});

test.each([
  ["text for a number", { type: "accuracy", value: "high" }, "wrong-type"],
  ["not a number", { type: "accuracy", value: "NaN" }, "non-finite"],
])("%s is a problem", async (_, metric, problem) => {
  const facts = await factsOfText(
    "model_card.json",
    card({ quantitative_analysis: { performance_metrics: [metric] } }),
  );
  expect(ofKind(facts, "problem").map((fact) => fact.problem)).toEqual([problem]);
});

test.each([
  ["lists where records are due", { quantitative_analysis: [], considerations: "none" }],
  ["metrics that are no list", { quantitative_analysis: { performance_metrics: { type: "x" } } }],
  ["metrics without a type", { quantitative_analysis: { performance_metrics: [{ value: 1 }, null, 3] } }],
])("%s break nothing and give no measurement", async (_, parts) => {
  const facts = await factsOfText("model_card.json", card(parts));
  expectFact(facts, { kind: "card", field: "model_details.name", value: "m", format: "model-card-toolkit" });
  expect(ofKind(facts, "measurement")).toEqual([]);
});

test("a card as protocol buffers print it is the same card, and its places are those of the file", async () => {
  const facts = await factsOfText(
    "card.json",
    JSON.stringify({
      modelDetails: { name: "income", version: { name: "v2", date: "2026-01-02" } },
      quantitativeAnalysis: {
        performanceMetrics: [
          { type: "accuracy", value: "0.91", confidenceInterval: { lowerBound: "0.89", upperBound: "0.93" } },
          { type: "accuracy", value: "0.95", slice: "training" },
        ],
      },
      considerations: { ethicalConsiderations: [{ name: "bias", mitigationStrategy: "review" }] },
    }),
  );
  expectFact(facts, { kind: "model", name: "income", version: "v2", place: "/modelDetails/name" });
  expectFact(facts, {
    metric: "accuracy",
    value: 0.91,
    interval: { lower: 0.89, upper: 0.93, level: null },
    slice: {},
    place: "/quantitativeAnalysis/performanceMetrics/0/value",
  });
  expectFact(facts, { metric: "accuracy", value: 0.95, split: "train", slice: {} });
  expectFact(facts, { kind: "card", section: "ethical-considerations" });
});
