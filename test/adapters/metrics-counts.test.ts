import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText, type Expected } from "./described.js";

const measurements = async (document: unknown, name = "metrics.json"): Promise<readonly Expected[]> =>
  ofKind(await factsOfText(name, JSON.stringify(document)), "measurement").map((fact) => ({ ...fact }));

describe("how many examples stand behind a number", () => {
  const trainer = {
    epoch: 2,
    eval_accuracy: 0.91,
    eval_samples: 500,
    eval_samples_per_second: 12.5,
    predict_accuracy: 0.89,
    predict_samples: 700,
    train_loss: 0.2,
    train_samples: 9000,
  };

  test.each<readonly [string, unknown, Expected]>([
    ["a trainer's evaluation", trainer, { raw_metric: "eval_accuracy", split: "eval", n: 500, trials: 500 }],
    ["a trainer's prediction", trainer, { raw_metric: "predict_accuracy", split: "test", n: 700 }],
    ["a trainer's training", trainer, { raw_metric: "train_loss", split: "train", n: 9000 }],
    ["the test set, where nothing else is said", { f1: 0.4, train_size: 80, test_size: 20 }, { metric: "f1", n: 20 }],
    ["a share is no count", { f1: 0.4, test_size: 0.2 }, { metric: "f1", n: null }],
    ["not of a cross-validation", { cv_f1: 0.4, n_test: 20 }, { metric: "f1", split: "cross-validation", n: null }],
    ["a split's own", { n_test: 20, n_train: 80, train: { f1: 0.9 }, test: { f1: 0.4 } }, { split: "train", n: 80 }],
    ["of a record of counts", { rows: { train: 80, test: 20 }, f1: 0.4 }, { metric: "f1", n: 20 }],
    [
      "a part's own before the whole's",
      { n_test: 20, per_class: { a: { f1: 0.4, support: 7 } } },
      { metric: "f1", n: 7 },
    ],
    ["the images", { n_test_images: 50, f1: 0.4 }, { metric: "f1", n: 50 }],
    ["the rows", { n_samples: 50, f1: 0.4 }, { metric: "f1", n: 50 }],
  ])("%s", async (_, document, expected) => {
    expect(await measurements(document)).toContainEqual(expect.objectContaining(expected));
  });
});

describe("a confusion matrix among metrics", () => {
  const two = {
    accuracy: 0.95,
    recall: 0.9,
    precision: 0.75,
    confusion_matrix: [
      [85, 3],
      [1, 9],
    ],
  };
  const named = { roc_auc: 0.9, recall: 0.9, cm_tn: 85, cm_fp: 3, cm_fn: 1, cm_tp: 9, cv_recall_mean: 0.8 };
  const three = {
    model: {
      accuracy: 0.5,
      labels: ["a", "b", "c"],
      cm: [
        [1, 0, 2],
        [0, 3, 0],
        [1, 1, 4],
      ],
    },
  };

  test.each<readonly [string, unknown, Expected]>([
    ["is read by its cells", two, { metric: "confusion_matrix", value: 3, slice: { actual: "0", predicted: "1" } }],
    ["counts the rows", two, { metric: "accuracy", n: 98, trials: 98 }],
    ["counts the positives", two, { metric: "recall", n: 98, trials: 10 }],
    ["counts what was predicted", two, { metric: "precision", n: 98, trials: 12 }],
    [
      "that a recall contradicts fixes no positives",
      { ...two, recall: 0.75 },
      { metric: "recall", n: 98, trials: null },
    ],
    ["of four named counts", named, { metric: "recall", split: null, n: 98, trials: 10 }],
    ["is no cross-validation's", named, { raw_metric: "cv_recall_mean", n: null, trials: null }],
    ["has its labels", three, { metric: "confusion_matrix", value: 2, slice: { actual: "a", predicted: "c" } }],
    ["of three classes counts rows alone", three, { metric: "accuracy", n: 12 }],
    ["of a record", { f1: 0.5, confusion_matrix: { TN: 5, FP: 1, FN: 2, TP: 2 } }, { metric: "f1", n: 10 }],
    [
      "of shares is none",
      {
        f1: 0.5,
        confusion_matrix: [
          [0.9, 0.1],
          [0.2, 0.8],
        ],
      },
      { metric: "f1", n: null },
    ],
  ])("%s", async (_, document, expected) => {
    expect(await measurements(document)).toContainEqual(expect.objectContaining(expected));
  });

  test("its counts under names of their own are no metrics of the team's", async () =>
    expect((await measurements(named)).map(({ raw_metric }) => raw_metric)).toEqual([
      "roc_auc",
      "recall",
      "cv_recall_mean",
    ]));
});

describe("what tells records apart", () => {
  const rows = [
    { language: "Hausa", model: "A", accuracy: 0.9, log: [{ step: 1, loss: 0.1 }] },
    { language: "Igbo", model: "A", accuracy: 0.8, log: [] },
    { language: "Igbo", model: "B", accuracy: 0.7, log: [] },
  ];

  test("a text that differs between records of a list is a slice, the model's name is the model", async () => {
    const found = await measurements(rows, "results.json");
    expect(found).toContainEqual(
      expect.objectContaining({ metric: "accuracy", value: 0.7, slice: { language: "Igbo" }, about: "B" }),
    );
    expect(found).toContainEqual(expect.objectContaining({ value: 0.9, slice: { language: "Hausa" }, about: "A" }));
  });

  test("a number that names a horizon is a slice, and a description of the splits is none", async () => {
    const split = "60/20/20 in order; a day apart";
    const results = [
      { horizon: 5, test: { auc: 0.9 }, validation_auc: 0.8 },
      { horizon: 10, test: { auc: 0.7 }, validation_auc: 0.6 },
    ];
    const found = await measurements({ split, results });
    expect(found.map(({ split: part, slice, value }) => [part, slice, value])).toEqual(
      expect.arrayContaining([
        ["test", { horizon: "5" }, 0.9],
        ["validation", { horizon: "5" }, 0.8],
        ["test", { horizon: "10" }, 0.7],
        ["validation", { horizon: "10" }, 0.6],
      ]),
    );
  });

  test("scores of single examples are no results", async () => {
    const examples = [1, 2, 3].map((index) => ({ audio_path: `a/${index}.wav`, wer: 0.1, cer: 0.2 }));
    expect(await measurements({ summary: { wer: 0.1 }, records: examples })).toHaveLength(1);
    const alone = await factsOfText("results.json", JSON.stringify(examples));
    expect(alone.map(({ kind, format }) => [kind, format])).toEqual([["file", null]]);
  });

  test("entities of a report without counts are classes", async () =>
    expect(
      await measurements({
        ORG: { precision: 0.5, recall: 0.4, "f1-score": 0.45 },
        PER: { precision: 0.6, recall: 0.4, "f1-score": 0.5 },
        "macro avg": { precision: 0.55, recall: 0.4, "f1-score": 0.475 },
      }),
    ).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ metric: "precision", value: 0.5, slice: { class: "ORG" } }),
        expect.objectContaining({ metric: "precision", value: 0.55, slice: {}, protocol: "macro" }),
      ]),
    ));

  test("what lies between a split and a metric is told of the metric", async () => {
    const text = JSON.stringify({ val: { synth: { loss: 0.2 } }, step: 3 });
    expectFact(await factsOfText("dvclive/metrics.json", text), {
      metric: "loss",
      raw_metric: "val.synth.loss",
      split: "validation",
      protocol: "synth",
    });
  });
});

test("importances and coefficients among metrics are attributions", async () => {
  const document = { f1: 0.4, feature_importance: { age: 0.7, income: 0.3 }, coefs: { age: -1.5, income: 2 } };
  const found = ofKind(await factsOfText("metrics.json", JSON.stringify(document)), "attribution");
  expect(found.map(({ method, feature, importance }) => [method, feature, importance])).toEqual([
    [null, "age", 0.7],
    [null, "income", 0.3],
    ["coefficient", "age", -1.5],
    ["coefficient", "income", 2],
  ]);
});

test("a latency is read with its percentile and its unit, wherever the unit stands", async () => {
  const found = await measurements({ accuracy: 0.9, latency_ms: { p50: 12, p95: 30 } });
  expect(found).toContainEqual(expect.objectContaining({ metric: "latency_p95", value: 30, unit: "ms" }));
  expect(found).toContainEqual(expect.objectContaining({ metric: "latency_p50", value: 12, unit: "ms" }));
});

describe("how many examples the whole has is not said of a part", () => {
  const whole = { n_samples: 1000, accuracy: 0.9 };
  const matrix = {
    confusion_matrix: [
      [50, 5],
      [4, 41],
    ],
  };

  test.each<[string, object, Expected]>([
    ["below a column", { ...whole, by_country: { DE: { accuracy: 0.8 } } }, { slice: { country: "DE" }, value: 0.8 }],
    ["of a metric", { ...whole, recall_by_country: { DE: 0.8, FR: 0.7 } }, { slice: { country: "DE" }, value: 0.8 }],
    ["under a metric", { n: 1000, recall: { DE: 0.8, FR: 0.7 } }, { value: 0.8 }],
    [
      "beside a matrix",
      { ...matrix, slices: { "country=DE": { recall: 0.8 } } },
      { slice: { country: "DE" }, value: 0.8 },
    ],
    [
      "of one class",
      { ...matrix, per_class: { yes: { recall: 0.8 }, no: { recall: 0.9 } } },
      { slice: { class: "yes" }, value: 0.8 },
    ],
    ["of a fold", { ...whole, folds: [{ accuracy: 0.8 }, { accuracy: 0.85 }] }, { fold: 1, value: 0.8 }],
  ])("%s", async (_, document, part) => {
    expectFact(await factsOfText("metrics.json", JSON.stringify(document)), {
      kind: "measurement",
      ...part,
      n: null,
      trials: null,
    });
  });

  test("and what the part itself states is", async () => {
    const document = {
      ...whole,
      by_country: { DE: { accuracy: 0.8, n: 20 } },
      folds: [{ recall: 0.8, n: 30 }, { recall: 0.7 }],
    };
    const facts = await factsOfText("metrics.json", JSON.stringify(document));
    expectFact(facts, { metric: "accuracy", slice: {}, n: 1000, trials: 1000 });
    expectFact(facts, { metric: "accuracy", slice: { country: "DE" }, n: 20, trials: 20 });
    expectFact(facts, { metric: "recall", fold: 1, n: 30 });
  });
});
