import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("whylogs-drift", [
  [
    "whylogs/drift-default.json",
    "statistic and p-value side by side; an infinite statistic is told, possible drift is no verdict",
    [
      {
        kind: "drift",
        column: "amount",
        method: "ks",
        score: 0.012920366132723182,
        p_value: 0.6456673275390314,
        threshold: 0.05,
        drifted: false,
      },
      {
        kind: "drift",
        column: "channel",
        method: "chi-square",
        score: null,
        non_finite: "Infinity",
        p_value: 0,
        drifted: true,
      },
      { kind: "drift", column: "merchant_category", drifted: null },
      { kind: "problem", problem: "non-finite", place: "/channel/statistic" },
    ],
  ],
  [
    "whylogs/drift-hellinger.json",
    "a distance has no p-value and drifts when high; a column without a score is no verdict",
    [
      {
        kind: "drift",
        column: "amount",
        method: "hellinger",
        score: 0.11244596622906017,
        p_value: null,
        threshold: 0.4,
        drifted: false,
      },
      { kind: "drift", column: "country", score: null, p_value: null, drifted: null, place: "/country" },
    ],
  ],
]);

test("the form of earlier versions has a p-value and no verdict", async () => {
  const facts = await factsOfText("d.json", '{"x": {"p_value": 0.01, "test": "chi-squared"}}');
  expect(ofKind(facts, "drift")).toHaveLength(1);
  expectFact(facts, {
    kind: "drift",
    column: "x",
    method: "chi-square",
    p_value: 0.01,
    drifted: null,
    place: "/x/p_value",
  });
});
