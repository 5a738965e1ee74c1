import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const measured = async (document: unknown) =>
  ofKind(await factsOfText("evaluation_report.json", JSON.stringify(document)), "measurement");

describe("parts of the data, by the counts that they have", () => {
  const dry = { n: 5159, recall: 0.925 };
  const wet = { n: 14740, recall: 0.989 };

  test("values of a column, each with as many examples as it has", async () => {
    const facts = await measured({ recall: 0.97, breakdown: { climate_zone: { dry, wet } } });
    expectFact(facts, { metric: "recall", value: 0.925, slice: { climate_zone: "dry" }, n: 5159 });
    expectFact(facts, { metric: "recall", value: 0.989, slice: { climate_zone: "wet" }, n: 14740 });
  });

  test("negatives count too: they are what a false positive rate is of", async () => {
    const facts = await measured({
      age_band: { "18-24": { total_negatives: 3595, fpr: 0.16 }, "65+": { total_negatives: 8459, fpr: 0.15 } },
    });
    expect(facts.map(({ slice, trials }) => [slice, trials])).toEqual([
      [{ age_band: "18-24" }, 3595],
      [{ age_band: "65+" }, 8459],
    ]);
  });

  test("records with ids of models are of those models, whenever they were made", async () => {
    const record = (id: string, accuracy: number) => ({
      model_id: id,
      model_type: "forest",
      accuracy,
      training_timestamp: `2025-07-29T21:3${String(accuracy)}`,
      metadata: { size_mb: 14 },
    });
    const facts = await measured({ models: [record("land-1", 0.39), record("land-2", 0.41)] });
    expect(facts.map(({ about, value, slice }) => [about, value, slice])).toEqual([
      ["land-1", 0.39, {}],
      ["land-2", 0.41, {}],
    ]);
  });

  test("what a record of a list of models is called is the model", async () => {
    const models = [
      { name: "forest", accuracy: 0.9, is_best: false },
      { name: "boosting", accuracy: 0.92, is_best: true },
    ];
    const facts = await measured({ models });
    expect(facts.map(({ about, value, slice }) => [about, value, slice])).toEqual([
      ["forest", 0.9, {}],
      ["boosting", 0.92, {}],
    ]);
  });

  test("addresses and fingerprints of models are no parts of the data", async () => {
    const record = (algorithm: string, f1: number) => ({
      algorithm,
      fingerprint: `9c4c${algorithm}`,
      model_uri: `models:/${algorithm}`,
      validation: { f1 },
    });
    const facts = await measured({ candidates: [record("forest", 0.5), record("boosting", 0.6)] });
    expect(facts.map(({ about, value, slice, split }) => [about, value, slice, split])).toEqual([
      ["forest", 0.5, {}, "validation"],
      ["boosting", 0.6, {}, "validation"],
    ]);
  });

  test.each<[string, object]>([
    ["models", { candidates: { random_forest: dry, xgboost: wet } }],
    ["variants", { model_variants: { small: dry, large: wet } }],
    [
      "what was measured on the same examples",
      { results: { stage: { before: { ...dry, n: 10 }, after: { ...wet, n: 10 } } } },
    ],
    ["what counts nothing", { stage: { before: { recall: 0.9 }, after: { recall: 0.8 } } }],
  ])("%s are no parts", async (_, document) => {
    expect((await measured(document)).map(({ slice }) => slice)).toEqual([{}, {}]);
  });

  test("the support of a class is what its recall is of", async () => {
    const facts = await measured({ per_class: { churn: { precision: 0.6, recall: 0.5, fpr: 0.1, support: 374 } } });
    expect(facts.map(({ metric, n, trials }) => [metric, n, trials])).toEqual([
      ["precision", 374, null],
      ["recall", 374, 374],
      ["fpr", 374, null],
    ]);
  });
});

test("a metric of each part, in one key: the part's column and the metric", async () => {
  const facts = await measured({ overall_f1: 0.79, per_lang_f1: { en: 0.81, vi: 0.73 } });
  expect(facts.map(({ metric, value, slice }) => [metric, value, slice])).toEqual([
    ["f1", 0.79, {}],
    ["f1", 0.81, { lang: "en" }],
    ["f1", 0.73, { lang: "vi" }],
  ]);
});

test("gaps and ranges below a metric are no values of it", async () => {
  const facts = await measured({
    race: { roc_auc: { min: 0.63, max: 0.77, gap: 0.14, ratio: 0.82 }, f1: { value: 0.8 } },
  });
  expect(facts.map(({ metric, value }) => [metric, value])).toEqual([["f1", 0.8]]);
});

test.each([
  ["demographic_parity_gap", "demographic_parity_difference"],
  ["equal_opportunity_gap", "equal_opportunity_difference"],
  ["equalized_odds_gap", "equalized_odds_difference"],
])("%s is the %s", async (written, metric) => {
  expectFact(await measured({ accuracy: 0.9, [written]: 0.05 }), { metric, value: 0.05 });
});

test("raw scores are another quantity than calibrated ones, and no nearer to being the model's", async () => {
  const facts = await measured({ calibrated_metrics: { brier: 0.05 }, raw_model_metrics: { brier: 0.09 } });
  expect(facts.map(({ protocol }) => protocol)).toEqual(["calibrated_metrics", "raw"]);
});

test.each<[string, object, number | null]>([
  ["questions", { total_questions: 20, accuracy: 0.9 }, 20],
  ["queries", { num_queries: 14, mrr: 0.9 }, 14],
  ["a total of which some are right", { total: 20, correct: 18, accuracy: 0.9 }, 20],
  ["a total of something else", { total: 20, accuracy: 0.9 }, null],
  ["fewer than were right", { total: 20, correct: 180, accuracy: 0.9 }, null],
])("the examples behind a result: %s", async (_, document, n) => {
  const [fact] = (await measured(document)).filter(({ metric }) => metric === "accuracy" || metric === "mrr");
  expect(fact?.n).toBe(n);
});

test("so many of whatever there are, of a part of the data, is no metric", async () => {
  const facts = await measured({ training_fights: 8665, holdout_fights: 835, accuracy: 0.64, eval_gen_len: 12 });
  expect(facts.map(({ metric }) => metric)).toEqual(["accuracy", "eval_gen_len"]);
});

test("below a latency, how it was measured is none of its values", async () => {
  const facts = await measured({
    accuracy: 0.9,
    latency: { batch_size: 1, warmup: 3, torch_threads: 4, p95_ms: 76.4 },
  });
  expect(facts.map(({ metric, value }) => [metric, value])).toEqual([
    ["accuracy", 0.9],
    ["latency_p95", 76.4],
  ]);
});

test("remarks and verdicts on a part of the data are no part of it", async () => {
  const segment = (name: string, recall: number, flagged: boolean) => ({
    segment: name,
    description: `Amount ${name}`,
    recall,
    flagged,
  });
  const facts = await measured({
    metrics: { recall: 0.8 },
    segments: [segment("high", 0.7, true), segment("low", 0.9, false)],
  });
  expect(facts.map(({ slice }) => slice)).toEqual([{}, { segment: "high" }, { segment: "low" }]);
});

test.each([
  ["metricas_gerais", "metricas_por_grupo"],
  ["métricas_generales", "resultados_por_grupo"],
  ["overall_metrics", "metrics_by_group"],
])("%s and %s, in Portuguese and Spanish as in English", async (whole, parts) => {
  const facts = await measured({
    [whole]: { recall: 0.82 },
    [parts]: { genero: { M: { recall: 0.83 }, F: { recall: 0.81 } } },
  });
  expect(facts.map(({ protocol, slice }) => [protocol, slice])).toEqual([
    [null, {}],
    [null, { genero: "M" }],
    [null, { genero: "F" }],
  ]);
});

test("a card in JSON states its results among its settings", async () => {
  const text = JSON.stringify({
    model_name: "r",
    best_epoch: 5,
    threshold: 0.89,
    val_f1: 0.9164,
    test_auc_roc: 0.98,
    a: 1,
    b: 2,
    c: 3,
  });
  const facts = ofKind(await factsOfText("model_card.json", text), "measurement");
  expect(facts.map(({ metric, split }) => [metric, split]).slice(0, 2)).toEqual([
    ["f1", "validation"],
    ["roc_auc", "test"],
  ]);
});

test.each(["deployment_threshold", "acceptance_criteria", "target_metrics", "minimum_performance", "promotion_gates"])(
  "what a model has to reach is nothing that it reached: %s",
  async (key) => {
    const facts = await measured({ val_loss: 2.1, [key]: { val_loss: 3.0 } });
    expect(facts.map(({ value }) => value)).toEqual([2.1]);
  },
);

test("results at a threshold that was chosen are results", async () => {
  const facts = await measured({ optimal_threshold: { threshold: 0.31, recall: 0.8 } });
  expect(facts.map(({ value, threshold }) => [value, threshold])).toEqual([[0.8, 0.31]]);
});

test("a record that names its metric is read as those of a list are", async () => {
  const facts = await measured({ metrics: { primary: { name: "F1 score", value: 0.263, split: "validation" } } });
  expect(facts.map(({ metric, value, split }) => [metric, value, split])).toEqual([["f1", 0.263, "validation"]]);
});
