import { expect, test } from "vitest";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("slice-metrics", [
  [
    "sklearn/slices.json",
    "columns, values, metrics with their counts",
    [
      {
        metric: "recall",
        value: 0.21153846153846154,
        slice: { country: "DE" },
        n: 2082,
        trials: 52,
        place: "/country/DE/recall",
      },
      { metric: "fpr", slice: { country: "DE" }, trials: 2030 },
      { metric: "roc_auc", slice: { channel: "app" }, n: 2512 },
    ],
    [{ metric: "recall", slice: {} }, { raw_metric: "positives" }, { raw_metric: "n" }],
  ],
]);

test("a part called overall is everything", async () => {
  const facts = await factsOfText(
    "s.json",
    '{"overall": {"n": 9, "recall": 0.5}, "sex": {"f": {"n": 4, "recall": 0.4}, "m": {"n": 5, "recall": null}}}',
  );
  expectFact(facts, { format: "slice-metrics", metric: "recall", slice: {}, n: 9, value: 0.5 });
  expectFact(facts, { format: "slice-metrics", metric: "recall", slice: { sex: "m" }, value: null });
});

test.each([
  ["splits", '{"run": {"train": {"n": 9, "recall": 0.5}, "test": {"n": 9, "recall": 0.5}}}'],
  ["parts without counts", '{"country": {"DE": {"recall": 0.5}, "FR": {"recall": 0.5}}}'],
  ["one part", '{"country": {"DE": {"recall": 0.5, "n": 4}}}'],
])("%s are no slices", async (_, text) => {
  expect((await factsOfText("s.json", text)).filter(({ format }) => format === "slice-metrics")).toEqual([]);
});
