import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";

const measured = async (name: string, document: unknown) =>
  ofKind(
    await readFiles({ [name]: typeof document === "string" ? document : JSON.stringify(document) }),
    "measurement",
  );

const told = async (name: string, document: unknown): Promise<readonly (readonly unknown[])[]> =>
  (await measured(name, document)).map(({ metric, split, protocol, value, source }) => [
    metric,
    split,
    protocol,
    value,
    source.pointer,
  ]);

describe("a metric that another key names", () => {
  test.each([
    ["cv.yaml", "metric: roc_auc\ncv: {mean: 0.905, std: 0.012}\ntest: 0.91\n", "/cv/mean", "/test"],
    [
      "search.json",
      '{"scoring": "roc_auc", "cv_mean": 0.905, "cv_std": 0.012, "test_score": 0.91, "n_splits": 5}',
      "/cv_mean",
      "/test_score",
    ],
  ])("%s", async (name, text, mean, test) => {
    expect(await told(name, text)).toEqual([
      ["roc_auc", "cross-validation", "mean", 0.905, mean],
      ["roc_auc", "test", null, 0.91, test],
    ]);
  });

  test("numbers beside a name that is no metric are none", async () => {
    expect(await told("settings.json", { metric: "haversine", train: 0.8, test: 0.2 })).toEqual([]);
  });
});

describe("a mean with its spread", () => {
  test("as a list of two, of metrics of which one is over everything", async () => {
    expect(await told("results.json", { accuracy: [0.912, 0.013], f1: [0.88, 0.02] })).toEqual([
      ["accuracy", null, "mean", 0.912, "/accuracy/0"],
      ["f1", null, "mean", 0.88, "/f1/0"],
    ]);
  });

  test("as text", async () => {
    expect(await told("results.json", { accuracy: "0.912 ± 0.013", f1: "88.1 +/- 2.0 %", n: 40 })).toEqual([
      ["accuracy", null, "mean", 0.912, "/accuracy"],
      ["f1", null, "mean", 88.1, "/f1"],
    ]);
  });

  test.each([
    ["of two classes", { precision: [0.95, 0.1], recall: [0.99, 0.05] }],
    ["of two parts of the data", { accuracy: [0.95, 0.91], f1: [0.9, 0.88] }],
    ["of one metric alone", { accuracy: [0.95, 0.02] }],
  ])("two numbers may be %s", async (_, document) => {
    expect(await told("results.json", document)).toEqual([]);
  });

  test("what stands below the results of folds is over all of them", async () => {
    expect(
      await told("metrics.json", { cv_results: { accuracy: { mean: 0.9, std: 0.01 } }, test: { accuracy: 0.91 } }),
    ).toEqual([
      ["accuracy", "cross-validation", "mean", 0.9, "/cv_results/accuracy/mean"],
      ["accuracy", "test", null, 0.91, "/test/accuracy"],
    ]);
  });
});

describe("grades of judges", () => {
  const units = async (document: unknown): Promise<readonly (readonly unknown[])[]> =>
    (await measured("judge_scores.json", document)).map(({ metric, value, unit, unit_guessed, trials }) => [
      metric,
      value,
      unit,
      unit_guessed,
      trials,
    ]);

  test("are so many of the best one that the document names", async () => {
    expect(await units({ judge: "big", scale: "1-5", accuracy: 4.3, n: 50 })).toEqual([
      ["accuracy", 4.3, "of 5", false, null],
    ]);
  });

  test("are known by what judges look at, and the scale is then a guess", async () => {
    expect(await units({ averages: { accuracy: 7.5, fluency: 9 } })).toEqual([
      ["accuracy", 7.5, "of 10", true, null],
      ["fluency", 9, "of 10", true, null],
    ]);
  });

  test("shares beside them stay shares", async () => {
    expect(await units({ judge: "big", helpfulness: 4.5, accuracy: 0.9 })).toContainEqual([
      "accuracy",
      0.9,
      "proportion",
      false,
      null,
    ]);
  });

  test("an accuracy above 1 that nobody graded is guessed to be per cent", async () => {
    expect(await units({ accuracy: 4.3 })).toEqual([["accuracy", 4.3, "percent", true, null]]);
  });
});

describe("benchmarks", () => {
  test("below a base model and what was made of it are data sets, not parts of the data", async () => {
    const scores = (acc: number) => ({ hellaswag: { n: 500, acc }, arc_easy: { n: 500, acc: acc + 0.125 } });
    const facts = await measured("eval_results.json", { base: scores(0.34), sft: scores(0.36) });
    expect(facts.map(({ dataset, about, slice, value }) => [dataset, about, slice, value])).toEqual([
      ["hellaswag", "base", {}, 0.34],
      ["arc_easy", "base", {}, 0.465],
      ["hellaswag", null, {}, 0.36],
      ["arc_easy", null, {}, 0.485],
    ]);
  });

  test("with a number each are the metrics", async () => {
    expect(await told("scores.json", { model: "tern-7b", results: { mmlu: 0.62, gsm8k: 0.5 } })).toEqual([
      ["mmlu", null, null, 0.62, "/results/mmlu"],
      ["gsm8k", null, null, 0.5, "/results/gsm8k"],
    ]);
  });
});

test("metrics of a part of a system are known by the ends of their names", async () => {
  expect(await told("eval_results.json", { tool_accuracy: 0.625, tool_passed: 5, tool_total: 8 })).toEqual([
    ["tool_accuracy", null, null, 0.625, "/tool_accuracy"],
  ]);
});

test("answers beside what was wanted are examples, whatever else stands with them", async () => {
  const samples = ["a", "b", "b"].map((pred, at) => ({ zh: "x", ref: "y", pred, bleu: at / 2 }));
  expect(await told("eval_results.json", { avg_bleu: 0.824, samples })).toEqual([
    ["bleu", null, "mean", 0.824, "/avg_bleu"],
  ]);
});

describe("parts beside the whole", () => {
  test("that are measured alike are parts of the data", async () => {
    const facts = await measured("eval_results.json", {
      urban: { rmse: 1.5 },
      forested: { rmse: 2.9 },
      overall: { rmse: 2.3 },
    });
    expect(facts.map(({ slice, value }) => [slice, value])).toEqual([
      [{ slice: "urban" }, 1.5],
      [{ slice: "forested" }, 2.9],
      [{}, 2.3],
    ]);
  });

  test("that are models are none", async () => {
    const facts = await measured("eval_results.json", {
      random_forest: { rmse: 1.5 },
      svm: { rmse: 2.9 },
      overall: { rmse: 2.3 },
    });
    expect(facts.map(({ about, slice }) => [about, slice])).toEqual([
      ["random_forest", {}],
      ["svm", {}],
      [null, {}],
    ]);
  });
});

test("scores of single questions, however few, are no results", async () => {
  const per_question = [{ question: "why?", answer: "so", faithfulness: 0.83 }];
  expect(await told("eval_results.json", { n_questions: 1, faithfulness: 0.77, per_question })).toEqual([
    ["faithfulness", null, null, 0.77, "/faithfulness"],
  ]);
});
