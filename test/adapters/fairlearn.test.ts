import { describe, expect, test } from "vitest";
import { groupValues } from "../../src/adapters/families/fairlearn.js";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("fairlearn-by-group", [
  [
    "fairlearn/by_group.json",
    "columns of metrics, the feature named by the rows saved beside it",
    [
      { metric: "recall", value: 0.2413793103, slice: { age_band: "18-24" }, n: 963, place: "/recall/18-24" },
      { metric: "fpr", value: 0.0134907251, slice: { age_band: "65+" }, n: 611 },
    ],
    [{ raw_metric: "18-24" }, { raw_metric: "count" }, { metric: "recall", slice: {} }],
  ],
  [
    "fairlearn/crossed/by_group.json",
    "groups of two features",
    [
      { metric: "recall", value: 0.3846153846, slice: { age_band: "18-24", channel: "app" }, n: 417 },
      { metric: "precision", value: null, non_finite: null, slice: { age_band: "35-49", channel: "phone" } },
    ],
    [
      { slice: { age_band: "('18-24', 'app')" } },
      { metric: "precision", value: 0, slice: { age_band: "35-49", channel: "phone" } },
    ],
  ],
]);

describeFixtures("fairlearn-summary", [
  [
    "fairlearn/summary.json",
    "overall values with their count, extremes and gaps as quantities of their own",
    [
      {
        metric: "recall",
        raw_metric: "recall",
        value: 0.2913907284768212,
        slice: {},
        n: 6000,
        place: "/overall/recall",
      },
      {
        metric: "recall_group_min",
        raw_metric: "group_min.recall",
        value: 0.21212121212121213,
        place: "/group_min/recall",
      },
      { metric: "recall_difference_between_groups", value: 0.20454545454545456, higher_is_better: false },
      { metric: "selection_rate_ratio_between_groups", value: 0.6673822975517891, higher_is_better: true },
      { metric: "demographic_parity_ratio", value: 0.6673822975517891, place: "/demographic_parity_ratio" },
      { metric: "equalized_odds_difference", value: 0.20454545454545456 },
    ],
    [{ metric: "recall", value: 0.21212121212121213 }, { raw_metric: "group_min.count" }, { raw_metric: "count" }],
  ],
]);

describe("groups named together", () => {
  test.each<[string, readonly string[]]>([
    ["18-24", ["18-24"]],
    ["('18-24', 'app')", ["18-24", "app"]],
    ["(1, 'app')", ["1", "app"]],
    ["('a', True, 2.5)", ["a", "True", "2.5"]],
    [`("it's", 'a, b')`, ["it's", "a, b"]],
    ["('only',)", ["only"]],
    ["(unfinished", ["(unfinished"]],
    ["('broken)", ["('broken)"]],
    ["()", ["()"]],
  ])("%s", (key, values) => expect(groupValues(key)).toEqual(values));
});

test("groups whose feature has no name anywhere are called as Fairlearn calls them", async () => {
  const facts = await factsOfText("by_group.json", `{"recall": {"('f', 'DE')": 0.5, "('m', 'DE')": null}}`);
  expectFact(facts, {
    format: "fairlearn-by-group",
    metric: "recall",
    value: 0.5,
    slice: { sensitive_feature_0: "f", sensitive_feature_1: "DE" },
  });
});

test("a number that is none is told at its group", async () => {
  const facts = await factsOfText(
    "by_group.json",
    '{"recall": {"f": NaN, "m": 0.5}, "selection_rate": {"f": 0.1, "m": 0.2}}',
  );
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "/recall/f" });
});

test.each([
  ["splits", "metrics.json", '{"accuracy": {"train": 0.9, "test": 0.8}, "f1": {"train": 0.9, "test": 0.8}}'],
  ["spreads", "metrics.json", '{"accuracy": {"mean": 0.9, "std": 0.1}, "f1": {"mean": 0.9, "std": 0.1}}'],
  ["models", "comparison.json", '{"accuracy": {"xgb": 0.9, "lr": 0.8}, "f1": {"xgb": 0.9, "lr": 0.8}}'],
  ["groups that differ", "by_group.json", '{"accuracy": {"f": 0.9, "m": 0.8}, "f1": {"f": 0.9, "x": 0.8}}'],
])("%s are no groups of people", async (_, name, text) => {
  expect((await factsOfText(name, text)).filter(({ format }) => format === "fairlearn-by-group")).toEqual([]);
});

describe("a summary", () => {
  test("of one metric has numbers in place of records", async () => {
    const facts = await factsOfText("s.json", '{"overall": 0.9, "group_min": 0.4, "difference": 0.5}');
    expectFact(facts, { format: "fairlearn-summary", raw_metric: "group_min.metric", value: 0.4, place: "/group_min" });
  });

  test("may hold its groups", async () => {
    const facts = await factsOfText(
      "s.json",
      '{"overall": {"recall": 0.5}, "by_group": {"recall": {"f": 0.4, "m": 0.6}}, "ratio": {"recall": 0.66}}',
    );
    expectFact(facts, {
      metric: "recall",
      slice: { sensitive_feature_0: "f" },
      value: 0.4,
      place: "/by_group/recall/f",
    });
  });

  test("within control features says nothing of the whole", async () => {
    const facts = await factsOfText(
      "s.json",
      '{"overall": {"recall": {"DE": 0.5}}, "group_min": {"recall": {"DE": 0.4}}}',
    );
    expect(ofKind(facts, "measurement")).toEqual([]);
  });
});
