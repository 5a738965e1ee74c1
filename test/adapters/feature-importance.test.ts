import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

describe("importances of one table that are of several models or data sets", () => {
  test("are kept apart by them", async () => {
    const facts = await factsOfText(
      "importance.csv",
      "model,dataset,feature,importance\ntree,a,age,0.5\nforest,a,age,0.25\nforest,b,age,0.125\n",
    );
    expect(ofKind(facts, "attribution").map(({ slice, importance }) => [slice, importance])).toEqual([
      [{ model: "tree", dataset: "a" }, 0.5],
      [{ model: "forest", dataset: "a" }, 0.25],
      [{ model: "forest", dataset: "b" }, 0.125],
    ]);
  });

  test("have no part where all of them are of one", async () => {
    const facts = await factsOfText("importance.csv", "model,feature,importance\ntree,age,0.5\ntree,fee,0.25\n");
    expect(ofKind(facts, "attribution").map(({ slice }) => slice)).toEqual([{}, {}]);
  });
});

describe("importances of features are read", () => {
  test.each<[string, string, string, object]>([
    [
      "of MLflow's autolog",
      "feature_importance_weight.json",
      '{"age": 12.0, "fee": 3.0}',
      { method: "weight", feature: "age", importance: 12, place: "/age" },
    ],
    [
      "of gains",
      "feature_importance_gain.json",
      '{"age": 1.5, "fee": 3.0}',
      { method: "gain", feature: "fee", importance: 3 },
    ],
    [
      "as records",
      "importances.json",
      '[{"feature": "age", "importance": 0.5, "rank": 1}]',
      { feature: "age", importance: 0.5, place: "/0/importance" },
    ],
    [
      "as two lists",
      "feature_importance.json",
      '{"features": ["age", "fee"], "importances": [0.5, 0.25]}',
      { feature: "fee", importance: 0.25, place: "/importances/1" },
    ],
    [
      "as pairs",
      "feature_importances.json",
      '[["age", 0.5], ["fee", 0.25]]',
      { feature: "fee", importance: 0.25, place: "/1/1" },
    ],
    [
      "as records by feature",
      "importance.json",
      '{"age": {"importance": 0.5, "std": 0.1}, "fee": {"importance": 0.1, "std": 0.1}}',
      { feature: "age", importance: 0.5, place: "/age/importance" },
    ],
    [
      "below a key",
      "explain.json",
      '{"model": "gbm", "feature_importance": {"age": 0.5}}',
      { feature: "age", importance: 0.5, place: "/feature_importance/age" },
    ],
    [
      "by how an error grows under permutation",
      "importance.csv",
      "feature,permutation_importance_rmse_increase,std\nage,0.5,0.1\nfee,0.25,0.1\n",
      { method: "permutation", feature: "fee", importance: 0.25, place: "3" },
    ],
    [
      "of the first twenty features",
      "explain.json",
      '{"shap_top20": [{"feature": "age", "mean_abs_shap": 0.5}, {"feature": "fee", "mean_abs_shap": 0.1}]}',
      { method: "shap", feature: "age", importance: 0.5, place: "/shap_top20/0/mean_abs_shap" },
    ],
    [
      "with the method in a key",
      "report.json",
      '{"permutation_importance": [{"feature": "age", "importance_mean": 0.5}]}',
      { method: "permutation", feature: "age" },
    ],
    [
      "in a table",
      "varimp.csv",
      "variable,relative_importance,scaled_importance\nage,12.5,1\nfee,6.25,0.5\n",
      { feature: "fee", importance: 6.25, place: "3" },
    ],
    [
      "as pandas saves SHAP's",
      "importance.csv",
      "col_name,feature_importance_vals\nage,0.5\n",
      { feature: "age", importance: 0.5 },
    ],
    [
      "with a spread beside them",
      "perm.csv",
      "feature,importance_mean,importance_std\nage,0.5,0.1\n",
      { method: "permutation", feature: "age", importance: 0.5 },
    ],
  ])("%s", async (_, name, text, expected) => {
    expectFact(await factsOfText(name, text), { kind: "attribution", ...expected });
  });
});

describe("nothing is taken for importances", () => {
  test.each<[string, string, string]>([
    ["numbers by name", "counts.json", '{"age": 12, "fee": 3}'],
    ["metrics", "importance_metrics.json", '{"accuracy": "high", "explanation": "none"}'],
    ["drift by feature", "drift.csv", "feature,psi\nage,0.2\nfee,0.1\n"],
    ["a list of names", "feature_importance.json", '["age", "fee"]'],
    ["lists of other lengths", "importance.json", '{"features": ["age", "fee"], "importances": [0.5]}'],
    ["an empty record", "feature_importance.json", "{}"],
  ])("%s", async (_, name, text) => {
    expect(ofKind(await factsOfText(name, text), "attribution")).toEqual([]);
  });

  test("a file of metrics stays one, whatever else it holds", async () => {
    const facts = await factsOfText("metrics.json", '{"roc_auc": 0.9, "feature_importance": {"age": 0.5}}');
    expectFact(facts, { format: "metrics-json", metric: "roc_auc", value: 0.9 });
  });
});

test("an importance that is no number is a problem at its place", async () => {
  const facts = await factsOfText("feature_importance.csv", "feature,importance\nage,nan\nfee,high\n");
  expectFact(facts, { kind: "problem", problem: "non-finite", place: "2" });
  expectFact(facts, { kind: "problem", problem: "wrong-type", place: "3" });
});
