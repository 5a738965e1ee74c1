import { expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { factsOfText } from "./described.js";

// The keys are those of ELI5 0.16's and InterpretML 0.7.8's own sources, the numbers are made up.
const read = async (document: object): Promise<readonly unknown[]> =>
  ofKind(await factsOfText("explanation.json", JSON.stringify(document)), "attribution").map(
    ({ format, method, feature, importance, slice, instance, source }) => [
      format,
      method,
      feature,
      importance,
      slice,
      instance,
      source.pointer,
    ],
  );

const explanation = (more: object): object => ({
  estimator: "LogisticRegression()",
  description: null,
  error: null,
  method: "linear model",
  is_regression: false,
  targets: null,
  feature_importances: null,
  decision_tree: null,
  ...more,
});
const weight = (feature: string, amount: number): object => ({ feature, weight: amount, std: null, value: null });
const target = (more: object): object => ({
  target: "yes",
  feature_weights: { pos: [weight("income", 1.5)], neg: [weight("age", -0.5), weight("<BIAS>", -2)], pos_remaining: 0 },
  proba: null,
  score: null,
  ...more,
});

test("weights of a model are of each class, and the constant is no feature", async () => {
  const yes = { class: "yes" };
  expect(await read(explanation({ targets: [target({})] }))).toEqual([
    ["eli5-explanation", "linear model", "income", 1.5, yes, null, "/targets/0/feature_weights/pos/0/weight"],
    ["eli5-explanation", "linear model", "age", -0.5, yes, null, "/targets/0/feature_weights/neg/0/weight"],
  ]);
});

test("with a score they are of one prediction", async () => {
  const found = await read(explanation({ targets: [target({ target: "y", score: 0.25 })] }));
  expect(found.map((fact) => (Array.isArray(fact) ? fact.slice(4, 6) : []))).toEqual([
    [{}, "prediction"],
    [{}, "prediction"],
  ]);
});

test("importances that a permutation found say so", async () => {
  const document = explanation({
    estimator: "PermutationImportance(cv='prefit', estimator=RandomForestClassifier())",
    method: "feature importances",
    feature_importances: { importances: [weight("income", 0.125)], remaining: 0 },
  });
  expect(await read(document)).toEqual([
    ["eli5-explanation", "permutation", "income", 0.125, {}, null, "/feature_importances/importances/0/weight"],
  ]);
});

const overall = { type: "univariate", names: ["age", "age & income"], scores: [0.5, 0.125] };

test("terms of a glass-box model have importances", async () => {
  const terms = (at: string): readonly unknown[] => [
    ["interpret-explanation", "interpret", "age", 0.5, {}, null, `${at}/scores/0`],
    ["interpret-explanation", "interpret", "age & income", 0.125, {}, null, `${at}/scores/1`],
  ];
  expect(await read(overall)).toEqual(terms(""));
  expect(await read({ overall, specific: [], mli: [] })).toEqual(terms("/overall"));
});

test("scores of one prediction are an instance's, and a graph of one feature has no importance", async () => {
  const local = { ...overall, values: [41, ""], extra: { names: ["Intercept"], scores: [1] }, perf: null };
  expect(await read(local)).toEqual([
    ["interpret-explanation", "interpret", "age", 0.5, {}, "prediction", "/scores/0"],
    ["interpret-explanation", "interpret", "age & income", 0.125, {}, "prediction", "/scores/1"],
  ]);
  expect(await read({ type: "univariate", names: [18, 30, 60], scores: [0.1, 0.2], scores_range: [0, 1] })).toEqual([]);
});
