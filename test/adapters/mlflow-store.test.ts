import { beforeAll, describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { readEvidence } from "../read-evidence.js";
import { expectFact, type Expected } from "./described.js";

const store = (version: string): string => new URL(`../fixtures/mlflow/store-${version}`, import.meta.url).pathname;
const experiment = "205931222482190676";
const run = `${experiment}/6bed3042658b46b9a415cc902f0b3e7d`;
const model = `${experiment}/models/m-214fa2d7c8434efa9ec7c5652df80b90`;
const earlier = "757721715724447815/d2f612f42b6d4b018afc648b5477cda1";

let stores: ReadonlyMap<string, readonly Fact[]>;
beforeAll(async () => {
  stores = new Map([
    ["3", await readEvidence(store("3"))],
    ["2", await readEvidence(store("2"))],
  ]);
});

const factsOf = (version: string, path: string): readonly Fact[] =>
  (stores.get(version) ?? []).filter(({ source, kind }) => source.path === path && kind !== "file");

// Values and lines were read off the files that MLflow 3.17.2 and 2.22.5 wrote.
describe("what a file of the store states", () => {
  test.each<readonly [string, string, Expected]>([
    [
      `${run}/metrics/val_loss`,
      "the entry of the greatest step, not the last line",
      {
        kind: "measurement",
        format: "mlflow-metric",
        raw_metric: "val_loss",
        metric: "loss",
        split: "validation",
        value: 0.4463747514223476,
        step: 11,
        run: "6bed3042658b46b9a415cc902f0b3e7d",
        place: "12",
        at: "2026-11-23T04:54:32.319Z",
      },
    ],
    [`${run}/metrics/ks_psi_ratio`, "nan is no number", { value: null, non_finite: "NaN", raw_metric: "ks_psi_ratio" }],
    [`${run}/metrics/log_loss_hard`, "inf is no number", { value: null, non_finite: "Infinity" }],
    [`${run}/metrics/gain_vs_champion`, "-inf is no number", { value: null, non_finite: "-Infinity" }],
    [
      `${run}/metrics/slice_recall/age_band/65 plus`,
      "a slice in the path of the metric",
      {
        raw_metric: "slice_recall/age_band/65 plus",
        metric: "recall",
        slice: { age_band: "65 plus" },
        value: 0.16666666666666666,
        unit: "proportion",
        higher_is_better: true,
      },
    ],
    [
      `${run}/metrics/test_auc.country.DE`,
      "a slice behind dots",
      { metric: "roc_auc", split: "test", slice: { country: "DE" }, value: 0.6437476316786661 },
    ],
    [
      `${run}/metrics/eval_recall_score`,
      "the positives behind a recall, from the counts that MLflow's evaluator logged beside it",
      { metric: "recall", value: 0.225, n: 1500, trials: 40 },
    ],
    [`${run}/metrics/eval_precision_score`, "the predicted positives behind a precision", { n: 1500, trials: 42 }],
    [`${run}/metrics/eval_accuracy_score`, "the rows behind an accuracy", { n: 1500, trials: 1500 }],
    [`${run}/metrics/eval_roc_auc`, "no trials behind an area", { n: 1500, trials: null, value: 0.6011986301369863 }],
    [
      `${experiment}/1a07e39ac8744a27bade7e247fb22f7e/metrics/fold_auc`,
      "the fold of a nested run",
      { raw_metric: "fold_auc", value: 0.878, fold: 2, run: "1a07e39ac8744a27bade7e247fb22f7e" },
    ],
    [
      `${run}/meta.yaml`,
      "the run with the parameters, tags, inputs and outputs beside it",
      {
        kind: "run",
        format: "mlflow-run",
        run_id: "6bed3042658b46b9a415cc902f0b3e7d",
        status: "FINISHED",
        params: {
          decision_threshold: "0.5",
          features:
            "['amount', 'hour', 'n_tx_24h', 'merchant_risk', 'device_age_days', 'ip_distance_km', 'is_new_payee', 'age_band_code']",
          max_depth: "None",
          model_family: "decision_tree",
        },
        code_revision: "deadbeefcafe0123456789abcdef0123456789ab",
        inputs: [
          "fraud-test-2024-05@bcca66e0",
          "fraud-train-2024-05@f12ade8c",
          "dataset@7aee8b4a",
          "m-214fa2d7c8434efa9ec7c5652df80b90",
        ],
        outputs: ["m-214fa2d7c8434efa9ec7c5652df80b90"],
        at: "2026-11-23T04:54:35.833Z",
      },
    ],
    [`${experiment}/8209560922df421e93e4902216a648a1/meta.yaml`, "a failed run", { kind: "run", status: "FAILED" }],
    [
      `${experiment}/90bcb287e04a4d4f98ed87bb1a49dc07/meta.yaml`,
      "an unfinished run",
      { kind: "run", status: "RUNNING" },
    ],
    [
      `${experiment}/e597b84a0b814acf91186c15826e7eca/meta.yaml`,
      "a deleted run says that it is one",
      { kind: "run", status: "FINISHED", environment: { lifecycle_stage: "deleted" }, params: null },
    ],
    [
      `${run}/inputs/36bb5d74ea18d503cb2b92361b7dae90/meta.yaml`,
      "the role of a data set in a run",
      {
        kind: "dataset",
        name: "fraud-train-2024-05",
        role: "train",
        digest: "mlflow:f12ade8c",
        rows: 14000,
        location: "s3://acme-ml-datasets/fraud/2024-05/train.parquet",
        run: "6bed3042658b46b9a415cc902f0b3e7d",
      },
    ],
    [
      `${run}/inputs/178b83dc6661c63c11f1f766594b31a7/meta.yaml`,
      "data for evaluation is test data",
      { name: "fraud-test-2024-05", role: "test", digest: "mlflow:bcca66e0" },
    ],
    [
      `${experiment}/datasets/d7101b8509b910fc54503476800cfd23/meta.yaml`,
      "the data set itself, without a role",
      { kind: "dataset", name: "fraud-test-2024-05", role: null, digest: "mlflow:bcca66e0", rows: 6000, run: null },
    ],
    [
      `${model}/meta.yaml`,
      "a logged model under its name in the registry",
      {
        kind: "model",
        format: "mlflow-logged-model",
        name: "fraud-detector",
        version: "3",
        framework: "sklearn",
        run: "6bed3042658b46b9a415cc902f0b3e7d",
        created: "2026-11-23T04:54:32.471Z",
      },
    ],
    [
      `${model}/artifacts/MLmodel`,
      "the library that made the model, and when",
      {
        kind: "model",
        format: "mlflow-model",
        framework: "sklearn",
        created: "2026-11-23T04:54:32.555893Z",
        run: "6bed3042658b46b9a415cc902f0b3e7d",
        place: "/flavors/sklearn",
      },
    ],
    [
      `${model}/artifacts/MLmodel`,
      "the versions that it was made with",
      {
        kind: "run",
        run_id: "6bed3042658b46b9a415cc902f0b3e7d",
        environment: { mlflow_version: "3.17.2", python_version: "3.11.7", sklearn_version: "1.9.1" },
      },
    ],
    [
      `${model}/artifacts/MLmodel`,
      "the columns that it takes",
      {
        kind: "dataset",
        columns: [
          "amount",
          "hour",
          "n_tx_24h",
          "merchant_risk",
          "device_age_days",
          "ip_distance_km",
          "is_new_payee",
          "age_band_code",
        ],
      },
    ],
    [
      "models/fraud-detector/meta.yaml",
      "a registered model",
      { kind: "model", format: "mlflow-registered-model", name: "fraud-detector", version: null },
    ],
    [
      "models/fraud-detector/version-1/meta.yaml",
      "a version with its stage and alias",
      {
        kind: "model",
        format: "mlflow-model-version",
        name: "fraud-detector",
        version: "1",
        stage: "Production",
        aliases: ["champion"],
        run: "0db38d8ff00f4c889ca4a15f2549dc15",
      },
    ],
    ["models/fraud-detector/version-2/meta.yaml", "the stage `None` is none", { stage: null, aliases: ["challenger"] }],
    [
      "models/fraud-detector/version-2/tags/validation_status",
      "the state that a version was given",
      { kind: "approval", state: "pending", version: "2", place: "1" },
    ],
  ])("%s: %s", (path, _, expected) => expectFact(factsOf("3", path), expected));

  test.each<readonly [string, string, Expected]>([
    [`${earlier}/metrics/train_auc`, "a metric", { metric: "roc_auc", split: "train", value: 0.8758984000319726 }],
    [
      `${earlier}/meta.yaml`,
      "models that the run logged, from its tag",
      {
        kind: "run",
        outputs: ["runs:/d2f612f42b6d4b018afc648b5477cda1/model", "runs:/d2f612f42b6d4b018afc648b5477cda1/explainer"],
      },
    ],
    [
      `${earlier}/artifacts/model/MLmodel`,
      "a model below the run's artifacts",
      { kind: "model", framework: "sklearn", run: "d2f612f42b6d4b018afc648b5477cda1" },
    ],
    [
      "models/fraud-detector/version-1/meta.yaml",
      "a version",
      { version: "1", stage: "Production", aliases: ["champion"] },
    ],
    [
      "models/fraud-detector/version-3/meta.yaml",
      "a version without alias",
      { version: "3", stage: null, aliases: [] },
    ],
  ])("2.22.5, %s: %s", (path, _, expected) => expectFact(factsOf("2", path), expected));

  test.each([
    [`${experiment}/e597b84a0b814acf91186c15826e7eca/metrics/test_auc`, "a metric of a deleted run"],
    [`${model}/metrics/test_auc`, "a model's copy of what its run states"],
    [`${model}/metrics/val_loss`, "a model's copy of an earlier entry"],
    [`${model}/artifacts/input_example.json`, "rows that show what a model takes"],
    [`${run}/outputs/m-214fa2d7c8434efa9ec7c5652df80b90/meta.yaml`, "a link to a model"],
    [`${run}/params/max_depth`, "a parameter, which the run states"],
    [`${experiment}/meta.yaml`, "an experiment"],
  ])("%s states nothing: %s", (path) => {
    expect(factsOf("3", path)).toEqual([]);
    expect(stores.get("3")?.find(({ kind, source }) => kind === "file" && source.path === path)?.format).toMatch(
      /^mlflow-/,
    );
  });
});
