import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("aif360-explainer", [
  [
    "aif360/metric_json_explainer_v1.json",
    "values stand at the end of sentences",
    [
      {
        metric: "disparate_impact_ratio",
        raw_metric: "Disparate Impact",
        value: 0.9955872142042356,
        place: "/0/message",
      },
      { metric: "statistical_parity_difference", value: -0.004323531082137011 },
      {
        metric: "equal_opportunity_difference",
        raw_metric: "True Positive Rate Difference",
        value: 0.00020790501051082266,
      },
      { metric: "fpr", value: 0.7086092715231788, trials: 151, slice: {} },
    ],
    [{ raw_metric: "numPositivesUnprivileged" }],
  ],
]);

const explained = (metric: string, message: string): string =>
  JSON.stringify({ metric, message, description: "how", ideal: "1.0" });

test.each([
  [
    "of one side",
    "Accuracy",
    "Classification accuracy on unprivileged instances: 0.75",
    { value: 0.75, slice: { group: "unprivileged" } },
  ],
  ["of both", "Accuracy", "Classification accuracy (ACC): 0.5", { value: 0.5, slice: {} }],
  ["in a list", "Consistency", "Consistency (Zemel, et al. 2013): [0.91]", { value: 0.91 }],
  ["of a scalar of NumPy", "Disparate Impact", "Disparate impact (a / b): np.float64(0.8)", { value: 0.8 }],
  ["in exponents", "Theil Index", "Theil index (alpha = 1): 9.4e-09", { value: 9.4e-9 }],
  ["not finite", "Disparate Impact", "Disparate impact (a / b): inf", { value: null, non_finite: "Infinity" }],
  ["not a number", "Disparate Impact", "Disparate impact (a / b): nan", { value: null, non_finite: "NaN" }],
])("a value %s", async (_, metric, message, expected) => {
  expectFact(await factsOfText("e.json", explained(metric, message)), { kind: "measurement", ...expected });
});

test("a sentence that ends in no number is a problem, not a value", async () => {
  const facts = await factsOfText("e.json", explained("Accuracy", "Classification accuracy (ACC): see the log"));
  expectFact(facts, { kind: "measurement", value: null });
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/message" });
});

test("lines of explanations are read one by one", async () => {
  const lines = [
    explained("Accuracy", "Classification accuracy (ACC): 0.5"),
    explained("Error Rate", "Error rate (ERR = 1 - ACC): 0.5"),
  ];
  expectFact(await factsOfText("e.jsonl", lines.join("\n")), { metric: "error_rate", value: 0.5, place: "2" });
});

test("messages of something else are not read", async () => {
  const other = JSON.stringify({ metric: "x", message: "done", description: "y" });
  expect(ofKind(await factsOfText("e.json", other), "measurement")).toEqual([]);
});
