import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("shap-importance", [
  [
    "shap/shap_global_importance.json",
    "features to their mean absolute values",
    [
      {
        kind: "attribution",
        method: "shap",
        feature: "hour",
        importance: 0.8924643245661312,
        place: "/hour",
        instance: null,
      },
      { feature: "is_new_payee", importance: 0.4883605554240894, slice: {} },
    ],
    [{ kind: "measurement" }],
  ],
  [
    "shap/shap_by_class.json",
    "a map for each class",
    [
      {
        feature: "prior_score",
        importance: 0.04093723608762281,
        slice: { class: "advanced" },
        place: "/advanced/prior_score",
      },
      { feature: "hint_rate", importance: 0.006582825248264802, slice: { class: "core" } },
    ],
    [{ feature: "advanced" }],
  ],
  [
    "shap/shap_importance.csv",
    "a row for each feature",
    [{ method: "shap", feature: "hour", importance: 0.8924643245661312, place: "2" }],
    [{ kind: "table" }],
  ],
]);

// Means of absolute values: Python's sum(abs(v)) / n over the same rows.
describeFixtures("shap-values", [
  [
    "shap/shap_values.json",
    "examples by features: what they say together",
    [
      { method: "shap", feature: "amount", importance: 0.17653875000000002, instance: null, place: "/shap_values" },
      { feature: "hour", importance: 0.9901274999999999, slice: {} },
    ],
    [{ kind: "measurement" }],
  ],
  [
    "shap/shap_values_multiclass.json",
    "the last axis is the class",
    [
      { feature: "prior_score", importance: 0.03236, slice: { class: "advanced" } },
      { feature: "absences", importance: 0.004923333333333333, slice: { class: "stretch" } },
    ],
  ],
  [
    "shap/shap_values_per_row.csv",
    "a row for each example, its id left out",
    [{ feature: "hour", importance: 0.9901274999999999, place: "1" }],
    [{ feature: "transaction_id" }, { kind: "table" }],
  ],
]);

describeFixtures("local-explanations", [
  [
    "shap/shap_top_local.json",
    "contributions to single examples, with their sign",
    [
      {
        method: "shap",
        feature: "is_new_payee",
        importance: -0.38101400185733064,
        instance: "tx-2024-05-011124",
        place: "/0/contributions/2/shap",
      },
    ],
    [{ instance: null, kind: "attribution" }],
  ],
]);

describe("values", () => {
  const dump = (held: object): string => JSON.stringify(held);

  test("of older versions have the class first", async () => {
    const facts = await factsOfText(
      "explanations.json",
      dump({
        feature_names: ["a", "b"],
        class_names: ["no", "yes"],
        shap_values: [
          [
            [1, -2],
            [3, 4],
            [5, 6],
          ],
          [
            [-1, 2],
            [-3, -4],
            [-5, -6],
          ],
        ],
      }),
    );
    expectFact(facts, { format: "shap-values", feature: "a", importance: 3, slice: { class: "yes" } });
    expectFact(facts, { feature: "b", importance: 4, slice: { class: "no" } });
  });

  test("dumped as the fields of shap.Explanation are known by the base values beside them", async () => {
    const held = {
      values: [
        [1, -1],
        [2, 3],
      ],
      data: [
        [0, 0],
        [0, 0],
      ],
      feature_names: ["a", "b"],
    };
    expectFact(await factsOfText("e.json", dump({ ...held, base_values: [0.1, 0.1] })), {
      feature: "b",
      importance: 2,
    });
    expect(ofKind(await factsOfText("e.json", dump(held)), "attribution")).toEqual([]);
  });

  test("of a single example are its own, and say which example", async () => {
    const facts = await factsOfText("tx-1.json", dump({ feature_names: ["a", "b"], shap_values: [-1, 0.5] }));
    expectFact(facts, { feature: "a", importance: -1, instance: "tx-1" });
  });

  test("without names are told by their place", async () => {
    expectFact(
      await factsOfText(
        "x.json",
        dump({
          shap_values: [
            [1, 2],
            [3, 4],
          ],
        }),
      ),
      { feature: "#1", importance: 3 },
    );
  });

  test.each([
    ["NaN", '{"feature_names": ["a", "b"], "shap_values": [[1, NaN], [1, 1]]}'],
    ["null", '{"feature_names": ["a", "b"], "shap_values": [[1, null], [1, 1]]}'],
    ["a text", '{"feature_names": ["a", "b"], "shap_values": [[1, "x"], [1, 1]]}'],
  ])("with %s among them give no importance of that feature, and a problem", async (_, text) => {
    const facts = await factsOfText("s.json", text);
    expectFact(facts, { kind: "attribution", feature: "a", importance: 1 });
    expectFact(facts, { kind: "attribution", feature: "b", importance: null, non_finite: "NaN" });
    expectFact(facts, { kind: "problem", problem: "non-finite" });
  });

  test.each([
    ["rows of several lengths", { feature_names: ["a", "b"], shap_values: [[1, 2], [3]] }],
    ["no rows", { feature_names: ["a", "b"], shap_values: [] }],
    ["other names than values", { feature_names: ["a"], shap_values: [[1, 2]] }],
    ["a text", { feature_names: ["a"], shap_values: "see the plot" }],
    [
      "a class that some cells lack",
      {
        feature_names: ["a", "b"],
        shap_values: [
          [[1], [2]],
          [[1], 2],
        ],
      },
    ],
  ])("in no known shape are not guessed at: %s", async (_, held) => {
    expect(ofKind(await factsOfText("values.json", dump(held)), "attribution")).toEqual([]);
  });
});

describe("a map from names to numbers", () => {
  test("is no importance unless the file is called so", async () => {
    expect(ofKind(await factsOfText("sizes.json", '{"a": 1, "b": 2}'), "attribution")).toEqual([]);
  });

  test("keeps keys of prototypes as features", async () => {
    const facts = await factsOfText("shap.json", '{"__proto__": 0.5, "constructor": 0.25, "age": 0.1}');
    expectFact(facts, { feature: "__proto__", importance: 0.5 });
    expectFact(facts, { feature: "constructor", importance: 0.25 });
  });
});
