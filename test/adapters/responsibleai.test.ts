import { expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

describeFixtures("responsibleai-error-analysis", [
  [
    "responsibleai/report.json",
    "the error of everything and of the parts of the tree",
    [
      {
        metric: "error_rate",
        raw_metric: "Error rate",
        value: 0.0225,
        n: 400,
        trials: 400,
        slice: {},
        place: "/tree/0/metricValue",
      },
      {
        metric: "error_rate",
        value: 0.06896551724137931,
        n: 29,
        slice: { amount: "<= 118.10", merchant_risk: "> 0.38" },
      },
    ],
    [{ metric: "error_rate", value: 2.25 }],
  ],
]);

describeFixtures("responsibleai-insights", [
  [
    "responsibleai/meta.json",
    "task, target and columns",
    [
      {
        kind: "run",
        params: { task_type: "classification", target_column: "is_fraud" },
        environment: { responsibleai: "0.36.0" },
      },
      {
        kind: "dataset",
        role: "test",
        columns: ["amount", "hour", "n_tx_24h", "merchant_risk", "ip_distance_km", "is_new_payee", "is_fraud"],
      },
    ],
    [{ kind: "measurement" }],
  ],
  [
    "responsibleai/rai_version.json",
    "the library's version",
    [{ kind: "run", environment: { responsibleai: "0.36.0" } }],
  ],
]);

describeFixtures("responsibleai-importance", [
  [
    "responsibleai/data/explainer/global_importance_values.json",
    "values in the order of the features beside them",
    [{ method: "mimic.lightgbm", feature: "hour", importance: 0.30525057795002203, place: "/data/1" }],
    [{ kind: "measurement" }],
  ],
  [
    "responsibleai/data/explainer/per_class_values.json",
    "by class",
    [{ feature: "merchant_risk", importance: 0.2168593144750768, slice: { class: "1" }, place: "/data/1/3" }],
  ],
]);

test("importances without names beside them are told by their place", async () => {
  const facts = await factsOfText("global_importance_values.json", '{"metadata": "list", "data": [0.5, NaN]}');
  expectFact(facts, { format: "responsibleai-importance", feature: "#0", importance: 0.5, method: null });
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "/data/1" });
});

test("a dashboard's data in one file, its keys as Python wrote them", async () => {
  const facts = await factsOfText(
    "dashboard.json",
    JSON.stringify({
      modelExplanationData: [
        {
          method: "mimic",
          precomputedExplanations: { globalFeatureImportance: { scores: [0.2, 0.7], feature_list: ["a", "b"] } },
        },
      ],
      errorAnalysisData: [
        {
          tree: [
            {
              nodeIndex: 0,
              id: 0,
              parentId: null,
              size: 8,
              "TreeNode.METRIC_NAME": "Error rate",
              "TreeNode.METRIC_VALUE": 0.25,
            },
          ],
        },
      ],
      causalAnalysisData: [{ global_effects: [{ feature: "a", point: -0.1, stderr: 0.02 }] }],
    }),
  );
  expectFact(facts, { format: "responsibleai-insights", method: "mimic", feature: "b", importance: 0.7 });
  expectFact(facts, { metric: "error_rate", value: 0.25, n: 8, slice: {} });
  expectFact(facts, { method: "causal-effect", feature: "a", importance: -0.1 });
});

test("a tree whose nodes are their own parents is walked once", async () => {
  const node = {
    nodeIndex: 1,
    id: 1,
    parentId: 1,
    condition: "a > 1",
    parentNodeName: "a",
    metricName: "Error rate",
    metricValue: 0.5,
    size: 2,
  };
  const facts = await factsOfText("report.json", JSON.stringify({ tree: [node], matrix: null }));
  expectFact(facts, { metric: "error_rate", slice: { a: "> 1" } });
});

test("a saved folder without its version still tells its task", async () => {
  const facts = await readFiles({
    "m/meta.json": '{"target_column": "y", "task_type": "regression", "feature_columns": ["x"]}',
  });
  expectFact(facts, { kind: "run", environment: null });
  expect(ofKind(facts, "dataset")[0]?.columns).toEqual(["x", "y"]);
});
