import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

describe("monai-metadata", () => {
  const bundle = (metrics: string): string =>
    `{"version": "0.5.2", "monai_version": "1.4.0", "numpy_version": "1.24.4", "name": "Spleen", "intended_use": "Research on spleens, not diagnosis of patients.", "eval_metrics": ${metrics}, "network_data_format": {"inputs": {"image": {"num_channels": 1}}}, "changelog": {"0.1.0": "first"}}`;

  test("has fields, name and version, and libraries", async () => {
    const facts = await factsOfText("metadata.json", bundle("{}"));
    expectFact(facts, { format: "monai-metadata", kind: "card", field: "version", value: "0.5.2", place: "/version" });
    expectFact(facts, { kind: "card", section: "intended-use", placeholder: false, words: 7 });
    expectFact(facts, { kind: "model", name: "Spleen", version: "0.5.2", framework: "monai" });
    expectFact(facts, { kind: "run", environment: { monai: "1.4.0", numpy: "1.24.4" } });
    expect(ofKind(facts, "measurement")).toEqual([]);
    expect(ofKind(facts, "card").filter(({ field }) => field?.startsWith("changelog") === true)).toEqual([]);
  });

  test.each([
    [
      "of everything",
      '{"mean_dice": 0.96}',
      { metric: "dice", value: 0.96, slice: {}, claimed: true, place: "/eval_metrics/mean_dice" },
    ],
    [
      "of one label",
      '{"val_mean_dice_tc": 0.85}',
      { metric: "dice", raw_metric: "val_mean_dice_tc", slice: { label: "tc" } },
    ],
    ["of its own name", '{"AP_IoU_0.10_MaxDet_100": 0.858}', { raw_metric: "AP_IoU_0.10_MaxDet_100", value: 0.858 }],
    [
      "that is no number",
      '{"mean_dice": NaN}',
      { kind: "problem", problem: "non-finite", place: "/eval_metrics/mean_dice" },
    ],
    ["nested", '{"val": {"mean_dice": 0.9}}', { metric: "dice", value: 0.9, place: "/eval_metrics/val/mean_dice" }],
  ])("has metrics %s", async (_, metrics, expected) => {
    expectFact(await factsOfText("metadata.json", bundle(metrics)), expected);
  });

  test("has a spread that is no metric of a label", async () => {
    const facts = await factsOfText("metadata.json", bundle('{"mean_dice_std": 0.01}'));
    expectFact(facts, { raw_metric: "mean_dice_std", metric: "mean_dice_std", slice: {} });
  });
});

describe("allennlp-card", () => {
  const card = (rest: object): string =>
    JSON.stringify({
      id: "rc-bidaf",
      registered_model_name: "bidaf",
      model_details: { version: "1", contact: "x@example.org" },
      ...rest,
    });

  test("has fields, sections and data sets", async () => {
    const facts = await factsOfText(
      "card.json",
      card({
        intended_use: { primary_uses: "Answering questions over passages of text in English." },
        evaluation_data: { dataset: { name: "SQuAD", url: "https://example.org/squad" } },
        training_data: { dataset: "Books and encyclopaedias." },
      }),
    );
    expectFact(facts, { format: "allennlp-card", kind: "card", field: "id", value: "rc-bidaf", place: "/id" });
    expectFact(facts, { kind: "card", section: "intended-use", placeholder: false });
    expectFact(facts, { kind: "model", name: "rc-bidaf", version: "1", framework: "allennlp" });
    expectFact(facts, { kind: "dataset", role: "test", name: "SQuAD", location: "https://example.org/squad" });
    expectFact(facts, { kind: "dataset", role: "train", name: "Books and encyclopaedias." });
    expect(ofKind(facts, "problem")).toEqual([]);
  });

  test("states no number that stands in a sentence", async () => {
    const facts = await factsOfText("card.json", card({ quantitative_analyses: { unitary_results: "F1: 80%" } }));
    expectFact(facts, { kind: "card", field: "quantitative_analyses.unitary_results", value: "F1: 80%" });
    expect(ofKind(facts, "measurement")).toEqual([]);
  });

  test.each([
    ["its id", { id: "model-id", metrics: { model_performance_measures: "F1" } }],
    [
      "having nothing in it",
      {
        registered_model_name: null,
        model_details: { version: null, contact: "x" },
        metrics: { model_performance_measures: null },
      },
    ],
  ])("is a template by %s", async (_, rest) => {
    expectFact(await factsOfText("card.json", card(rest)), { kind: "problem", problem: "template", place: "/id" });
  });
});

describe("omz-model", () => {
  const sha384 = "ab".repeat(48);

  test("has fields and the digests of its files", async () => {
    const facts = await factsOfText(
      "model.yml",
      `description: >-\n  Classifies images.\ntask_type: classification\nfiles:\n  - name: a.pth\n    checksum: ${sha384}\n    size: 12\nframework: pytorch\nlicense: https://example.org/LICENSE\n`,
    );
    expectFact(facts, { format: "omz-model", kind: "card", field: "license", value: "https://example.org/LICENSE" });
    expectFact(facts, {
      kind: "model",
      name: "a.pth",
      framework: "pytorch",
      artifact_digest: `sha384:${sha384}`,
      place: "/files/0/checksum",
    });
    expect(ofKind(facts, "measurement")).toEqual([]);
  });

  test("has no digest that is none", async () => {
    const facts = await factsOfText(
      "model.yml",
      "description: d\ntask_type: t\nfiles:\n  - name: a\n    checksum: none\n",
    );
    expect(ofKind(facts, "model")).toEqual([]);
  });
});

describe("omz-accuracy-check", () => {
  const check = (metric: string): string =>
    `models:\n  - name: age-gender\n    datasets:\n      - name: faces\n        metrics:\n          - ${metric}\n`;

  test.each([
    [
      "a value",
      "{name: accuracy@gender, type: accuracy, reference: 0.958}",
      { metric: "accuracy", raw_metric: "accuracy@gender", value: 0.958, dataset: "faces", claimed: true },
    ],
    [
      "a value by its type",
      "{type: mae, reference: 6.99}",
      { metric: "mae", value: 6.99, place: "/models/0/datasets/0/metrics/0/reference" },
    ],
    [
      "a rank",
      "{name: accuracy@top5, type: accuracy, top_k: 5, reference: 0.92858}",
      { metric: "top_5_accuracy", value: 0.92858 },
    ],
    [
      "a class",
      "{name: accuracy@age, type: accuracy_per_class, reference: {child: 0.1, mean: 0.4}}",
      { raw_metric: "accuracy@age", value: 0.1, slice: { class: "child" } },
    ],
    [
      "the mean of classes",
      "{name: accuracy@age, type: accuracy_per_class, reference: {child: 0.1, mean: 0.4}}",
      { value: 0.4, slice: {}, protocol: "mean" },
    ],
    ["what is no number", "{type: mae, reference: .nan}", { kind: "problem", problem: "non-finite" }],
  ])("states %s", async (_, metric, expected) => {
    expectFact(await factsOfText("accuracy-check.yml", check(metric)), { format: "omz-accuracy-check", ...expected });
  });

  test("of a module of its own has its data sets deeper", async () => {
    const facts = await factsOfText(
      "accuracy-check.yml",
      "evaluations:\n  - name: tts\n    module: custom\n    module_config:\n      datasets:\n        - name: d\n          metrics: [{type: accuracy, reference: 0.5}]\n",
    );
    expectFact(facts, { value: 0.5, place: "/evaluations/0/module_config/datasets/0/metrics/0/reference" });
  });

  test("without references states nothing", async () => {
    expect(ofKind(await factsOfText("accuracy-check.yml", check("{type: accuracy}")), "measurement")).toEqual([]);
  });
});

describe("bridge2ai-card", () => {
  test("has the toolkit's parts with units, and the index of results", async () => {
    const facts = await factsOfText(
      "card.yaml",
      [
        'schema_version: "0.0.2"',
        "model_details: {name: CLIP, version: {name: 1.2.0, date: 2025-11-20}}",
        "quantitative_analysis:",
        "  performance_metrics:",
        "    - {type: top-1 accuracy, value: 63.2, unit: '%', slice: ImageNet, confidence_interval: {lower_bound: 62.9, upper_bound: 63.5}}",
        "framework: PyTorch",
        "datasets: [imdb]",
        "model_index:",
        "  - name: CLIP",
        "    results:",
        "      - {task: {type: x}, dataset: {name: CIFAR}, metrics: [{type: accuracy, value: 0.9}]}",
      ].join("\n"),
    );
    expectFact(facts, { format: "bridge2ai-card", kind: "card", field: "model_details.name", value: "CLIP" });
    expectFact(facts, {
      metric: "top_1_accuracy",
      value: 63.2,
      unit: "percent",
      slice: { slice: "ImageNet" },
      interval: { lower: 62.9, upper: 63.5, level: null },
      claimed: true,
    });
    expectFact(facts, {
      metric: "accuracy",
      value: 0.9,
      dataset: "CIFAR",
      place: "/model_index/0/results/0/metrics/0/value",
    });
    expectFact(facts, { kind: "model", name: "CLIP", version: "1.2.0" });
    expectFact(facts, { kind: "dataset", name: "imdb", role: "train" });
  });

  test("may have nothing but its name", async () => {
    expectFact(await factsOfText("card.yaml", "model_details:\n  name: x\n"), {
      format: "bridge2ai-card",
      field: "model_details.name",
    });
  });

  test("is none where other settings stand beside the name", async () => {
    const facts = await factsOfText("settings.yaml", "model_details:\n  name: x\nepochs: 3\n");
    expect(facts.filter(({ format }) => format === "bridge2ai-card")).toEqual([]);
  });
});
