import { describe, expect, test } from "vitest";
import { featureOfLabel } from "../../src/adapters/families/local-explanations.js";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const instance = "tx-2024-05-006707";

describeFixtures("lime-explanation", [
  [
    "lime/tx-2024-05-006707_as_list.json",
    "features are taken from the conditions that label them",
    [
      { method: "lime", feature: "is_new_payee", importance: 0.053595176573036626, instance, place: "/0/1" },
      { feature: "n_tx_24h", importance: -0.02268131442853619, instance },
    ],
    [{ feature: "hour <= 6.00" }],
  ],
  [
    "lime/tx-2024-05-006707_as_map.json",
    "indexes are named by the list beside it",
    [{ feature: "merchant_risk", importance: 0.040243624601600296, instance, slice: {}, place: "/1/2/1" }],
    [{ feature: "1" }, { feature: "3" }],
  ],
]);

describeFixtures("local-explanations", [
  [
    "lime/lime_explanations.json",
    "a list of explained examples",
    [
      {
        method: "lime",
        feature: "device_age_days",
        importance: 0.006878017009254146,
        instance: "tx-2024-05-010242",
        place: "/0/as_list/5/1",
      },
    ],
    [{ kind: "measurement" }],
  ],
]);

describe("a label", () => {
  test.each([
    ["is_new_payee=1", "is_new_payee"],
    ["amount > 77.68", "amount"],
    ["hour <= 6.00", "hour"],
    ["12.00 < hour <= 18.00", "hour"],
    ["-1.50 < score change <= 0.00", "score change"],
    ["education=Some-college", "education"],
    ["refund", "refund"],
  ])("%s is about %s", (label, feature) => expect(featureOfLabel(label)).toBe(feature));

  test("of any length is read at once", () => {
    const long = "<".repeat(200_000);
    expect(featureOfLabel(long)).toBe(long);
  });
});

test("a map without the list beside it tells features by index", async () => {
  const facts = await factsOfText("row7_as_map.json", '{"0": [[2, 0.5]], "1": [[2, -0.5]]}');
  expectFact(facts, { feature: "#2", importance: -0.5, instance: "row7", slice: { class: "1" } });
});

test("a list of another explanation beside it names nothing", async () => {
  const facts = await readFiles({ "a_as_map.json": '{"1": [[2, 0.5]]}', "a_as_list.json": '[["x > 1", 0.4]]' });
  expectFact(facts, { feature: "#2", importance: 0.5, instance: "a" });
});

test("words of a text are features where the file is called LIME's", async () => {
  expectFact(await factsOfText("lime_review.json", '[["refund", 0.4], ["thanks", -0.2]]'), {
    format: "lime-explanation",
    feature: "thanks",
    importance: -0.2,
    instance: "_review",
  });
  expect(ofKind(await factsOfText("counts.json", '[["refund", 4], ["thanks", 2]]'), "attribution")).toEqual([]);
});

test("a record of one example tells it by its id", async () => {
  const facts = await factsOfText(
    "explanation.json",
    '{"instance": 3, "prediction": 0.82, "explanation": [["age > 40.00", 0.31], ["plan=basic", -0.12]]}',
  );
  expectFact(facts, {
    format: "lime-explanation",
    feature: "age",
    importance: 0.31,
    instance: "3",
    place: "/explanation/0/1",
  });
  expectFact(facts, { feature: "plan", importance: -0.12, instance: "3" });
});
