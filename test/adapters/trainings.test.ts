import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

// The texts are cut down from what the tools' sources and documentation show, and from files in public repositories.

const formatOf = async (name: string, text: string): Promise<string | null> =>
  ofKind(await factsOfText(name, text), "file")[0]?.format ?? null;

const json = (value: unknown): string => JSON.stringify(value);

describe("a training's history as JSON", () => {
  const keras = { loss: [0.69, 0.5], accuracy: [0.5, 0.7], val_loss: [0.6, 0.55], val_accuracy: [0.6, 0.65] };

  test("the last epoch of Keras: names beside a `val_` twin are of the training data", async () => {
    const facts = await factsOfText("history.json", json({ ...keras, lr: [0.1, 0.01] }));
    expectFact(facts, {
      format: "training-history",
      metric: "accuracy",
      value: 0.7,
      split: "train",
      step: 1,
      place: "/accuracy/1",
    });
    expectFact(facts, { metric: "accuracy", value: 0.65, split: "validation", step: 1, place: "/val_accuracy/1" });
    expect(ofKind(facts, "measurement")).toHaveLength(4);
  });

  test("within the object that holds it, and as pandas writes it", async () => {
    const dumped = await factsOfText("h.json", json({ params: { epochs: 2 }, epoch: [0, 1], history: keras }));
    expectFact(dumped, { metric: "loss", value: 0.55, split: "validation", place: "/history/val_loss/1" });
    const counted = { loss: { 0: 0.69, 1: 0.5 }, val_loss: { 0: 0.6, 1: 0.55 } };
    expectFact(await factsOfText("h.json", json(counted)), { metric: "loss", value: 0.5, place: "/loss/1" });
  });

  test("of boosters by data set; a name that the library gave tells no split", async () => {
    const facts = await factsOfText(
      "evals_result.json",
      json({ train: { logloss: [0.6, 0.5] }, validation_0: { logloss: [0.62, 0.55], auc: [0.7, 0.71] } }),
    );
    expectFact(facts, { metric: "log_loss", value: 0.5, dataset: "train", split: "train", step: 1 });
    expectFact(facts, { metric: "roc_auc", value: 0.71, dataset: "validation_0", split: null });
  });

  test("of Ludwig by data set and by what is predicted", async () => {
    const of = (accuracy: number) => ({
      label: { accuracy: [0.5, accuracy], loss: [0.5, 0.4] },
      combined: { loss: [1, 0.8] },
    });
    const document = {
      training: of(0.9),
      validation: of(0.88),
      test: of(0.87),
      evaluation_frequency: { frequency: 1 },
    };
    const facts = await factsOfText("training_statistics.json", json(document));
    expectFact(facts, {
      format: "training-history",
      metric: "accuracy",
      value: 0.87,
      split: "test",
      protocol: "label",
      step: 1,
      place: "/test/label/accuracy/1",
    });
    expectFact(facts, { metric: "loss", value: 0.8, split: "validation", protocol: "combined" });
  });

  test("without a validation, what Keras logs is all of the training data", async () => {
    const facts = await factsOfText("history.json", json({ epoch: [1, 2], loss: [0.5, 0.4], accuracy: [0.7, 0.8] }));
    expectFact(facts, { metric: "accuracy", value: 0.8, split: "train" });
    const federated = await factsOfText(
      "history.json",
      json({ round: [1, 2], loss: [0.5, 0.4], accuracy: [0.7, 0.8] }),
    );
    expectFact(federated, { metric: "accuracy", value: 0.8, split: null });
  });

  test("records of metrics by epoch are of the part of the data that they are called by", async () => {
    const history = {
      train_losses: [0.5, 0.4],
      val_losses: [0.6, 0.55],
      train_metrics: [{ r2: 0.2 }, { r2: 0.8 }],
      val_metrics: [{ r2: 0.1 }, { r2: 0.7, lr: 0.1 }],
    };
    const facts = await factsOfText("training_history.json", json(history));
    expectFact(facts, { metric: "r2", value: 0.7, split: "validation", step: 1, place: "/val_metrics/1/r2" });
    expectFact(facts, { metric: "r2", value: 0.8, split: "train" });
    expectFact(facts, { metric: "loss", raw_metric: "val_losses", value: 0.55, split: "validation" });
    expect(ofKind(facts, "measurement")).toHaveLength(4);
  });

  test("lists of lists that were kept beside it are no series", async () => {
    const text = json({ epoch: [1, 2], train_loss: [0.5, 0.4], val_auc: [0.7, 0.8], layer_weights: [[1, 2], [3]] });
    const facts = await factsOfText("history.json", text);
    expectFact(facts, { format: "training-history", metric: "roc_auc", value: 0.8, split: "validation" });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });

  test("a loss that was NaN at the end is a problem", async () => {
    const facts = await factsOfText("h.json", '{"loss": [0.5, NaN], "accuracy": [0.5, 0.1]}');
    expectFact(facts, { kind: "measurement", metric: "loss", value: null, non_finite: "NaN" });
    expectFact(facts, { kind: "problem", problem: "non-finite", place: "/loss/1" });
  });

  test.each([
    ["a curve", { precision: [1, 0.5], recall: [0, 1] }],
    ["folds of a cross-validation", { fit_time: [1, 2], val_score: [1, 1], test_accuracy: [0.5, 0.6] }],
    ["series of different lengths", { loss: [0.5, 0.4], val_loss: [0.5] }],
    ["curves by model", { forest: { precision: [1, 0.5], recall: [0, 1] } }],
    ["a history with results beside it", { loss: [0.5, 0.4], val_loss: [0.5, 0.4], test_accuracy: 0.9 }],
    ["empty series", { loss: [], val_loss: [] }],
    ["predictions", { y_true: [0, 1], y_pred: [0, 1] }],
  ])("%s is none", async (_, value) => {
    expect(await formatOf("history.json", json(value))).not.toBe("training-history");
  });
});

describe("CatBoost", () => {
  const log = (iterations: readonly object[]): string =>
    json({
      meta: {
        test_sets: ["test"],
        test_metrics: [
          { best_value: "Max", name: "AUC" },
          { best_value: "Min", name: "MultiClass" },
        ],
        learn_metrics: [{ best_value: "Min", name: "Logloss" }],
        launch_mode: "Train",
        iteration_count: 3,
        learn_sets: ["learn"],
        name: "experiment",
      },
      iterations,
    });

  test("the last iteration of each set, with the direction that it states", async () => {
    const text = log([
      { learn: [0.68], iteration: 0, passed_time: 0.1, test: [0.71, 0.7] },
      { learn: [0.66], iteration: 1, passed_time: 0.2, test: [0.73, 0.6] },
      { learn: [0.65], iteration: 2, passed_time: 0.3 },
    ]);
    const facts = await factsOfText("catboost_info/catboost_training.json", text);
    expectFact(facts, { format: "catboost-training", metric: "log_loss", value: 0.65, split: "train", step: 2 });
    expectFact(facts, { metric: "roc_auc", value: 0.73, dataset: "test", step: 1, place: "/iterations/1/test/0" });
    expectFact(facts, { metric: "log_loss", raw_metric: "MultiClass", value: 0.6, higher_is_better: false });
  });

  test("a log without an iteration is told", async () => {
    expectFact(await factsOfText("catboost_training.json", log([])), { kind: "problem", problem: "empty" });
  });

  test("its tables state the last iteration of the set that they are called by", async () => {
    const facts = await factsOfText(
      "catboost_info/test_error.tsv",
      "iter\tAUC\tF1:use_weights=false\n0\t0.71\t0.5\n1\t0.72\t0.6\n",
    );
    expectFact(facts, {
      format: "catboost-errors",
      metric: "roc_auc",
      value: 0.72,
      dataset: "test",
      step: 1,
      place: "3",
    });
    expectFact(facts, { metric: "f1", raw_metric: "F1:use_weights=false", value: 0.6 });
    expectFact(await factsOfText("learn_error.tsv", "iter\tRMSE\n"), { kind: "problem", problem: "empty" });
  });
});

describe("OpenMMLab", () => {
  // Lines of logs that public repositories quote, of MMDetection 2 and 3.
  const old = [
    '{"env_info": "sys.platform: linux", "config": "x", "seed": 0, "exp_name": "yolox.py"}',
    '{"mode": "train", "epoch": 1, "iter": 50, "lr": 0.001, "memory": 3000, "data_time": 0.05, "loss_cls": 0.6, "acc": 91.2, "loss": 1.0, "time": 0.4}',
    '{"mode": "val", "epoch": 1, "iter": 131, "lr": 0.005, "bbox_mAP": 0.805, "bbox_mAP_50": 0.9, "bbox_mAP_s": -1.0, "bbox_mAP_m": 0.8, "bbox_mAP_copypaste": "0.805 0.900"}',
    '{"mode": "val", "epoch": 2, "iter": 131, "lr": 0.005, "bbox_mAP": 0.905, "bbox_mAP_50": 1.0, "bbox_mAP_s": -1.0, "bbox_mAP_m": 0.893, "bbox_mAP_copypaste": "0.905 1.000"}',
  ].join("\n");

  test("the last evaluation of an old log; the accuracy of a training's batches is none", async () => {
    const facts = await factsOfText("20220101_010101.log.json", old);
    expectFact(facts, {
      format: "openmmlab-log",
      metric: "mean_average_precision",
      raw_metric: "bbox_mAP",
      value: 0.905,
      split: "validation",
      step: 2,
      place: "4",
    });
    expectFact(facts, { raw_metric: "bbox_mAP_m", metric: "mean_average_precision", protocol: "box iou-medium" });
    expect(ofKind(facts, "measurement").some(({ raw_metric: raw }) => raw === "acc")).toBe(false);
  });

  test("−1 is no objects of that size, and `_s` is no second", async () => {
    const facts = ofKind(
      await factsOfText("a.log.json", old.replaceAll('"bbox_mAP_s": -1.0', '"bbox_mAP_s": 0.4')),
      "measurement",
    );
    expect(facts.find(({ raw_metric: raw }) => raw === "bbox_mAP_s")).toMatchObject({ value: 0.4, unit: "proportion" });
    const none = ofKind(await factsOfText("a.log.json", old), "measurement");
    expect(none.some(({ raw_metric: raw }) => raw === "bbox_mAP_s")).toBe(false);
  });

  test("a log of MMEngine, whose evaluations are lines without a loss", async () => {
    const text = [
      '{"lr": 0.001, "data_time": 0.05, "loss": 1.0, "loss_cls": 0.6, "acc": 91.2, "time": 0.4, "epoch": 1, "iter": 50, "memory": 3000, "step": 50}',
      '{"coco/bbox_mAP": 0.321, "coco/bbox_mAP_75": 0.33, "data_time": 0.01, "time": 0.1, "step": 2}',
    ].join("\n");
    expectFact(await factsOfText("vis_data/scalars.json", text), {
      metric: "mean_average_precision",
      raw_metric: "coco/bbox_mAP_75",
      value: 0.33,
      step: 2,
      place: "2",
    });
  });

  test("what a test wrote has no step", async () => {
    const text = json({ "coco/bbox_mAP": 0.792, "coco/bbox_mAP_s": -1, data_time: 0.2, time: 0.3 });
    const facts = await factsOfText("20230604_185806.json", text);
    expectFact(facts, { format: "openmmlab-log", value: 0.792, step: null, split: null, place: "/coco~1bbox_mAP" });
    expect(ofKind(facts, "measurement")).toHaveLength(1);
  });
});

describe("Detectron2", () => {
  const text = [
    '{"data_time": 0.005, "eta_seconds": 100.1, "fast_rcnn/cls_accuracy": 0.91, "iteration": 19, "loss_cls": 0.8, "lr": 0.0002, "total_loss": 1.6}',
    '{"bbox/AP": 41.5, "bbox/AP50": 61.5, "bbox/AP-person": 70.25, "bbox/APs": NaN, "data_time": 0.005, "iteration": 999, "total_loss": 0.6}',
  ].join("\n");

  test("per cent, by class and by size, with the iteration", async () => {
    const facts = await factsOfText("metrics.json", text);
    expectFact(facts, {
      format: "detectron2-metrics",
      metric: "mean_average_precision",
      value: 41.5,
      unit: "percent",
      unit_guessed: false,
      step: 999,
      place: "2",
    });
    expectFact(facts, { raw_metric: "bbox/AP50", protocol: "box iou-50" });
    expectFact(facts, { raw_metric: "bbox/AP-person", value: 70.25, slice: { class: "person" } });
    expectFact(facts, { raw_metric: "bbox/APs", value: null, non_finite: "NaN" });
    expectFact(facts, { raw_metric: "total_loss", metric: "loss", value: 0.6, split: "train" });
    expect(ofKind(facts, "measurement").some(({ metric }) => metric === "accuracy")).toBe(false);
  });
});

describe("Ray Tune", () => {
  const line = (iteration: number, accuracy: number): string =>
    json({
      loss: 0.7,
      mean_accuracy: accuracy,
      "info/learner/entropy": 0.5,
      timestamp: 1700000000,
      done: iteration === 2,
      training_iteration: iteration,
      trial_id: "a1b2c_00000",
      date: "2023-11-14_22-13-20",
      time_this_iter_s: 1.2,
      time_total_s: 1.2,
      pid: 12,
      hostname: "h",
      config: { lr: 0.1, layers: { n: 2 } },
      iterations_since_restore: iteration,
    });

  test("the last line of a trial, and its parameters", async () => {
    const facts = await factsOfText("trial/result.json", `${line(1, 0.61)}\n${line(2, 0.71)}\n`);
    expectFact(facts, {
      format: "ray-tune-result",
      kind: "run",
      run_id: "a1b2c_00000",
      status: "FINISHED",
      params: { lr: 0.1, "layers.n": 2 },
    });
    expectFact(facts, {
      metric: "accuracy",
      value: 0.71,
      step: 2,
      run: "a1b2c_00000",
      at: "2023-11-14T22:13:20Z",
      place: "2",
    });
    expect(ofKind(facts, "measurement").map(({ raw_metric: raw }) => raw)).toEqual(["loss", "mean_accuracy"]);
  });

  test("the same as a table", async () => {
    const header =
      "loss,mean_accuracy,done,training_iteration,trial_id,date,time_this_iter_s,time_total_s,pid,config/lr";
    const rows = ["0.7,0.61,False,1,t1,d,1.2,1.2,12,0.1", "nan,0.71,False,2,t1,d,1.2,2.4,12,0.1"];
    const facts = await factsOfText("progress.csv", [header, ...rows].join("\n"));
    expectFact(facts, { format: "ray-tune-result", kind: "run", status: null, params: { lr: 0.1 } });
    expectFact(facts, { metric: "loss", value: null, non_finite: "NaN", step: 2, place: "3" });
  });
});

test("trials of Optuna: the objective of those that are complete", async () => {
  const text = [
    "number,value,datetime_start,datetime_complete,duration,params_lr,params_kind,user_attrs_k,state",
    "0,0.81,2024-01-01 00:00:00,2024-01-01 00:00:10,0 days 00:00:10,0.01,adam,,COMPLETE",
    "1,0.4,2024-01-01 00:00:00,2024-01-01 00:00:10,0 days 00:00:10,0.02,sgd,,PRUNED",
    "2,,2024-01-01 00:00:00,,,0.02,sgd,,FAIL",
  ].join("\n");
  const facts = await factsOfText("trials.csv", text);
  expectFact(facts, { format: "optuna-trials", kind: "run", run_id: "0", params: { lr: 0.01, kind: "adam" } });
  expectFact(facts, { kind: "run", run_id: "2", status: "FAIL" });
  expect(ofKind(facts, "measurement").map(({ raw_metric: raw, value, run }) => [raw, value, run])).toEqual([
    ["value", 0.81, "0"],
  ]);
});

describe("Ultralytics YOLO", () => {
  test("spaces before the names are no part of them, and the metrics are of the validation set", async () => {
    const text = [
      "      epoch, train/box_loss, metrics/precision(B), metrics/mAP50-95(B), metrics/mAP50(M), val/cls_loss, lr/pg0",
      "          1,         1.4137,              0.73541,             0.32514,              0.4,       1.8442, 0.0005",
    ].join("\n");
    const facts = await factsOfText("runs/detect/train/results.csv", text);
    expectFact(facts, {
      format: "ultralytics-results",
      metric: "mean_average_precision",
      raw_metric: "metrics/mAP50-95(B)",
      value: 0.32514,
      protocol: "box iou-50-95",
      split: "validation",
      step: 1,
      place: "2",
    });
    expectFact(facts, { raw_metric: "metrics/mAP50(M)", protocol: "mask iou-50" });
    expectFact(facts, { raw_metric: "val/cls_loss", metric: "loss", protocol: "cls", split: "validation" });
    expect(ofKind(facts, "measurement")).toHaveLength(5);
  });

  test("as YOLOv5 named them", async () => {
    const text = "epoch, train/box_loss, metrics/mAP_0.5, metrics/mAP_0.5:0.95\n0, 0.11, 0.5, 0.3\n";
    expectFact(await factsOfText("results.csv", text), {
      raw_metric: "metrics/mAP_0.5:0.95",
      protocol: "@0.5:0.95",
      step: 0,
    });
  });
});

test.each([
  ["Keras", "epoch,accuracy,loss,val_accuracy,val_loss\n0,0.5,0.69,0.6,0.6\n1,0.7,0.5,0.7,0.55\n", "accuracy", "train"],
  [
    "fastai",
    "epoch,train_loss,valid_loss,accuracy,time\n0,0.694,0.52,0.5,00:12\n1,0.5,0.42,0.7,1:00:12\n",
    "accuracy",
    null,
  ],
])("the table of epochs that %s logs", async (_, text, raw, split) => {
  const facts = await factsOfText("history.csv", text);
  expectFact(facts, { format: "metrics-json", raw_metric: raw, value: 0.7, split, step: 1, place: "3" });
});

describe("a table of Keras's history that does not count its epochs", () => {
  test.each([
    ["with an index", ",loss,accuracy,val_loss,val_accuracy\n0,0.7,0.5,0.6,0.6\n1,0.5,0.7,0.55,0.65\n"],
    [
      "without one, with learning rates",
      "loss,accuracy,val_loss,val_accuracy,learning_rate\n0.7,0.5,0.6,0.6,0.01\n0.5,0.7,0.55,0.65,0.005\n",
    ],
  ])("%s gives the last epoch", async (_, text) => {
    const facts = await factsOfText("history.csv", text);
    expectFact(facts, { format: "training-history", raw_metric: "accuracy", value: 0.7, split: "train", step: 1 });
    expectFact(facts, { metric: "accuracy", value: 0.65, split: "validation", step: 1, place: "3" });
    expect(ofKind(facts, "measurement")).toHaveLength(4);
  });

  test.each([
    ["folds", "train_auc,val_auc\n0.9,0.8\n0.92,0.79\n"],
    ["one row of results", "loss,val_loss\n0.5,0.6\n"],
    ["models", "model,loss,val_loss\na,0.5,0.6\nb,0.4,0.5\n"],
  ])("is no table of %s", async (_, text) => {
    expect(await formatOf("history.csv", text)).not.toBe("training-history");
  });
});

describe("spaCy", () => {
  // Cut down from `en_core_web_sm` 3.7.1.
  const meta = (scores: object, key = "performance"): string =>
    json({
      lang: "en",
      name: "core_web_sm",
      version: "3.7.1",
      spacy_version: ">=3.7.2,<3.8.0",
      license: "MIT",
      vectors: { width: 0 },
      labels: { ner: ["ORG"] },
      pipeline: ["tok2vec", "ner"],
      [key]: scores,
    });

  test("the scores of a pipeline, of all and of each label", async () => {
    const facts = await factsOfText(
      "meta.json",
      meta({
        tag_acc: 0.97,
        dep_uas: 0.91,
        dep_las_per_type: { det: { p: 0.97, r: 0.98, f: 0.97 } },
        ents_f: 0.8455,
        ents_per_type: { ORG: { p: 0.7955942623, r: 0.82, f: 0.81 } },
        cats_auc_per_type: { spam: 0.9 },
        lemma_acc: null,
        ner_loss: 456.7,
        speed: 7920.05,
      }),
    );
    expectFact(facts, { format: "spacy-pipeline", kind: "model", name: "en_core_web_sm", version: "3.7.1" });
    expectFact(facts, {
      metric: "f1",
      raw_metric: "ents_f",
      value: 0.8455,
      protocol: "entity",
      place: "/performance/ents_f",
    });
    expectFact(facts, {
      metric: "precision",
      value: 0.7955942623,
      slice: { class: "ORG" },
      place: "/performance/ents_per_type/ORG/p",
    });
    expectFact(facts, { metric: "accuracy", raw_metric: "tag_acc", protocol: "tag" });
    expectFact(facts, { metric: "dep_uas", value: 0.91, higher_is_better: true });
    expectFact(facts, {
      metric: "roc_auc",
      value: 0.9,
      slice: { class: "spam" },
      place: "/performance/cats_auc_per_type/spam",
    });
    expect(ofKind(facts, "measurement").some(({ raw_metric: raw }) => /loss|speed|lemma/.test(raw))).toBe(false);
  });

  test("version 2 wrote per cent", async () => {
    const facts = await factsOfText("meta.json", meta({ ents_f: 85.3, ents_p: 86.1 }, "accuracy"));
    expectFact(facts, { metric: "f1", value: 85.3, unit: "percent", unit_guessed: true, place: "/accuracy/ents_f" });
  });

  test("what it evaluates", async () => {
    const scores = {
      token_acc: 1,
      token_p: 1,
      token_r: 1,
      token_f: 1,
      cats_macro_f: 0.8,
      cats_score: 0.91,
      speed: 12345.6,
    };
    const facts = await factsOfText("metrics.json", json(scores));
    expectFact(facts, { format: "spacy-pipeline", metric: "f1", value: 0.8, protocol: "cats macro" });
    expectFact(facts, { metric: "cats_score", value: 0.91, unit: "proportion" });
  });
});

test.each([
  ["run-train-tag-epoch_accuracy.csv", "accuracy", "train", "train"],
  ["run-.-tag-val_loss.csv", "loss", null, "validation"],
  ["version_0-tag-val_acc.csv", "accuracy", "version_0", "validation"],
])("a curve that TensorBoard saved as %s", async (name, metric, run, split) => {
  const text = "Wall time,Step,Value\n1700000000.5,0,0.69\n1700000010.5,20,0.5\n1700000005.5,10,0.6\n";
  expectFact(await factsOfText(name, text), {
    format: "tensorboard-export",
    metric,
    value: 0.5,
    run,
    split,
    step: 20,
    at: "2023-11-14T22:13:30.500Z",
    place: "3",
  });
});

describe("Sentence Transformers", () => {
  test("the last row of an evaluation of similarity, and whose it is", async () => {
    const text = "epoch,steps,cosine_pearson,cosine_spearman\n0,-1,0.85,0.86\n1,-1,0.8632,0.8661\n";
    const facts = await factsOfText("similarity_evaluation_sts-dev_results.csv", text);
    expectFact(facts, {
      format: "sentence-transformers-evaluation",
      metric: "spearman",
      value: 0.8661,
      protocol: "cosine",
      dataset: "sts-dev",
      step: 1,
      place: "3",
    });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });

  test("pairs: each metric with the threshold that was best for it", async () => {
    const text =
      "epoch,steps,cossim_accuracy,cossim_accuracy_threshold,cossim_f1,cossim_recall,cossim_f1_threshold,cossim_ap\n0,500,0.81,0.7,0.8,0.82,0.65,0.86\n";
    const facts = await factsOfText("binary_classification_evaluation_results.csv", text);
    expectFact(facts, { metric: "accuracy", raw_metric: "cossim_accuracy", threshold: 0.7, step: 500, dataset: null });
    expectFact(facts, { metric: "recall", value: 0.82, threshold: 0.65 });
    expectFact(facts, { metric: "average_precision", value: 0.86, threshold: null });
    expect(ofKind(facts, "measurement")).toHaveLength(4);
  });
});

test("Stable-Baselines3: the last value of each reward, with the time steps of its row", async () => {
  const text = [
    "eval/mean_reward,rollout/ep_len_mean,rollout/ep_rew_mean,time/fps,time/total_timesteps,train/loss",
    "100.5,22.1,22.1,1000,2048,",
    ",30.5,30.5,900,4096,7.1",
  ].join("\n");
  const facts = await factsOfText("progress.csv", text);
  expectFact(facts, {
    format: "stable-baselines-progress",
    metric: "mean_reward",
    value: 30.5,
    split: "train",
    step: 4096,
  });
  expectFact(facts, { metric: "mean_reward", value: 100.5, split: "eval", step: 2048, place: "2" });
  expect(ofKind(facts, "measurement")).toHaveLength(3);
});

test("what the evaluate library saves has its moment", async () => {
  const text = json({
    accuracy: 0.5,
    experiment: "run 42",
    _timestamp: "2022-05-30T22:09:11.959469",
    _evaluate_version: "0.1.0",
  });
  expectFact(await factsOfText("result.json", text), {
    metric: "accuracy",
    value: 0.5,
    at: "2022-05-30T22:09:11.959469Z",
  });
});

test("a cross-validation by XGBoost: the last round of what was held out; deviations over the folds are no errors", async () => {
  const text =
    ",train-auc-mean,train-auc-std,test-auc-mean,test-auc-std\n0,0.81,0.01,0.78,0.02\n1,0.83,0.01,0.79,0.02\n";
  const facts = await factsOfText("cv.csv", text);
  expectFact(facts, {
    format: "xgboost-cv",
    metric: "roc_auc",
    raw_metric: "test-auc-mean",
    value: 0.79,
    split: "cross-validation",
    protocol: "mean",
    standard_error: null,
    step: 1,
    place: "3",
  });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("a cross-validation by CatBoost tells its iterations", async () => {
  const text =
    "iterations,test-MultiClass-mean,test-MultiClass-std,train-Accuracy-mean,train-Accuracy-std\n0,1.1,0.01,0.4,0.02\n5,1.02,0.01,0.7,0.02\n";
  const facts = await factsOfText("cv_results.csv", text);
  expectFact(facts, { metric: "log_loss", value: 1.02, split: "cross-validation", step: 5, protocol: "mean" });
  expectFact(facts, { metric: "accuracy", value: 0.7, split: "train", step: 5 });
});

test("a cross-validation by Prophet: each horizon", async () => {
  const text = "horizon,mse,rmse,mape,coverage\n4 days,0.2,0.44,0.04,0.8\n5 days,0.22,0.47,0.045,0.79\n";
  const facts = await factsOfText("performance.csv", text);
  expectFact(facts, {
    format: "prophet-performance",
    metric: "rmse",
    value: 0.47,
    slice: { horizon: "5 days" },
    place: "3",
  });
  expectFact(facts, { metric: "interval_coverage", raw_metric: "coverage", value: 0.8, slice: { horizon: "4 days" } });
  expect(await formatOf("x.csv", "horizon,rmse,model\n4 days,0.2,prophet\n")).not.toBe("prophet-performance");
});

test("the last of the evaluations of COCO that a log holds", async () => {
  const block = (ap: string, small: string): string =>
    [
      ` Average Precision  (AP) @[ IoU=0.50:0.95 | area=   all | maxDets=100 ] = ${ap}`,
      " Average Precision  (AP) @[ IoU=0.50      | area=   all | maxDets=100 ] = 0.620",
      ` Average Precision  (AP) @[ IoU=0.50:0.95 | area= small | maxDets=100 ] = ${small}`,
      " Average Recall     (AR) @[ IoU=0.50:0.95 | area=   all | maxDets=  1 ] = 0.333",
    ].join("\n");
  const facts = await factsOfText("log.txt", `epoch 1\n${block("0.3", "0.2")}\nepoch 2\n${block("0.421", "-1.000")}\n`);
  expectFact(facts, {
    format: "coco-evaluation-text",
    metric: "mean_average_precision",
    value: 0.421,
    protocol: "iou-50-95",
    place: "7",
  });
  expectFact(facts, { metric: "mean_average_precision", value: 0.62, protocol: "iou-50", place: "8" });
  expectFact(facts, { metric: "average_recall", value: 0.333, protocol: "iou-50-95 of 1" });
});

test("a line an epoch, as scripts log them, whatever the file's ending", async () => {
  const lines = [
    '{"train_loss": 3.1, "test_acc1": 60.1, "epoch": 0}',
    '{"train_loss": 2.9, "test_acc1": 70.1, "epoch": 1}',
  ];
  for (const name of ["log.txt", "log.jsonl"])
    expectFact(await factsOfText(name, lines.join("\n")), {
      format: "metrics-json",
      metric: "top_1_accuracy",
      value: 70.1,
      split: "test",
      step: 1,
      place: "2",
    });
  const events = ['{"event": "a", "latency": 3}', '{"event": "b", "latency": 4}'].join("\n");
  expect(await formatOf("events.jsonl", events)).toBe(null);
});

test("counters and clocks beside the losses of a log are no parts of the data", async () => {
  const line = (step: number, loss: number): string =>
    json({
      current_steps: step,
      total_steps: 100,
      loss,
      epoch: step / 100,
      percentage: step,
      elapsed_time: "0:00:10",
      remaining_time: "0:01:30",
    });
  const facts = await factsOfText("trainer_log.jsonl", `${line(10, 1.2)}\n${line(20, 1.1)}\n`);
  expectFact(facts, { format: "metrics-json", metric: "loss", value: 1.1, step: 0.2, slice: {}, place: "2" });
});
