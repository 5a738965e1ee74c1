import { beforeAll, describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { readEvidence, readFiles } from "../read-evidence.js";
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

const meta = (more: string): string =>
  `artifact_uri: file:///a\nexperiment_id: '0'\nlifecycle_stage: active\nrun_id: abc\nstatus: 3\nend_time: null\n${more}`;

const latest = async (history: string): Promise<readonly Fact[]> =>
  (await readFiles({ "0/abc/meta.yaml": meta(""), "0/abc/metrics/acc": history })).filter(
    ({ source, kind }) => source.path === "0/abc/metrics/acc" && kind !== "file",
  );

// MLflow takes the greatest of (step, time, value); see FileStore._get_metric_from_file.
describe("the latest entry of a history", () => {
  test.each<readonly [string, string, Expected]>([
    ["a later step below an earlier one", "2 0.2 5\n9 0.9 1\n", { value: 0.2, step: 5, place: "1" }],
    ["the later of one step", "5 0.5 0\n7 0.7 0\n6 0.6 0\n", { value: 0.7, place: "2" }],
    ["the greater of one moment", "5 0.5 0\n5 0.6 0\n5 0.4 0", { value: 0.6, place: "2" }],
    [
      "two columns, as before 1.0",
      "1535000000 0.5\n1535000001 0.6\n",
      { value: 0.6, step: 0, at: "2018-08-23T04:53:21Z" },
    ],
    [
      "a data set behind the step",
      "1795409672306 0.5 3 fraud-test bcca66e0\n",
      { value: 0.5, step: 3, dataset: "fraud-test" },
    ],
    ["carriage returns", "5 0.5 0\r\n6 1e-05 1\r\n", { value: 1e-5, step: 1, place: "2" }],
    ["a negative step", "5 0.5 -1\n", { value: 0.5, step: -1 }],
  ])("%s", async (_, history, expected) => expectFact(await latest(history), { kind: "measurement", ...expected }));

  test.each([
    ["text", "accuracy: 0.9\n"],
    ["a value that is no number", "5 high 0\n"],
    ["a mark of a merge", "5 0.5 0\n<<<<<<< HEAD\n"],
    ["a fourth column alone", "5 0.5 0 rest\n"],
  ])("%s is a problem on its line", async (_, history) =>
    expectFact(await latest(history), {
      kind: "problem",
      problem: "unreadable",
      place: String(history.split("\n").length - 1),
    }),
  );

  test("an empty history is a problem", async () =>
    expectFact(await latest("\n"), { kind: "problem", problem: "empty" }));
});

describe("traps of the store", () => {
  test("a digest that YAML takes for a number stays what was written", async () => {
    const facts = await readFiles({
      "0/datasets/d/meta.yaml":
        "digest: 1234e567\nname: sales\nprofile: '{\"num_rows\": 3}'\nschema: '{}'\nsource: '{}'\nsource_type: local\n",
    });
    expectFact(facts, { kind: "dataset", digest: "mlflow:1234e567", name: "sales", rows: 3 });
  });

  test("a deleted version states nothing", async () => {
    const facts = await readFiles({
      "models/m/version-1/meta.yaml": "creation_timestamp: 1\ncurrent_stage: Deleted_Internal\nname: m\nversion: 1\n",
    });
    expect(facts.filter(({ kind }) => kind === "model")).toEqual([]);
  });

  test.each([
    ["the moved folder of an experiment", ".trash/0/abc", "active"],
    ["a deleted run", "0/abc", "deleted"],
  ])("%s gives no number", async (_, folder, stage) => {
    const facts = await readFiles({
      [`${folder}/meta.yaml`]: meta("").replace("active", stage),
      [`${folder}/metrics/acc`]: "5 0.5 0\n",
      [`${folder}/inputs/i/meta.yaml`]:
        "destination_id: d\ndestination_type: RUN\nsource_id: d\nsource_type: DATASET\ntags: {}\n",
    });
    expect(facts.filter(({ kind }) => kind === "measurement" || kind === "dataset")).toEqual([]);
  });

  test("a model's copy counts where its run is not there", async () => {
    const facts = await readFiles({
      "0/models/m-1/meta.yaml":
        "artifact_location: a\ncreation_timestamp: 1\nexperiment_id: '0'\nmodel_id: m-1\nsource_run_id: abc\n",
      "0/models/m-1/metrics/acc": "1795409672306 0.5 2 abc fraud-test bcca66e0\n",
    });
    expectFact(facts, { kind: "measurement", value: 0.5, step: 2, run: "abc", dataset: "fraud-test" });
  });

  test("a metric named by a country is read whatever its ending", async () => {
    const facts = await readFiles({
      "0/abc/meta.yaml": meta(""),
      "0/abc/metrics/test_auc.country.PT": "5 0.5 0\n",
      "0/abc/metrics/test_auc.country.MD": "5 0.6 0\n",
    });
    expectFact(facts, { metric: "roc_auc", slice: { country: "PT" }, value: 0.5 });
    expectFact(facts, { metric: "roc_auc", slice: { country: "MD" }, value: 0.6 });
  });

  test("counts of another evaluation give no trials", async () => {
    const facts = await readFiles({
      "0/abc/meta.yaml": meta(""),
      "0/abc/metrics/recall_score": "5 0.5 0\n",
      "0/abc/metrics/example_count": "5 100 0\n",
      "0/abc/metrics/true_positives": "5 3 0\n",
      "0/abc/metrics/false_negatives": "5 1 0\n",
    });
    expectFact(facts, { metric: "recall", value: 0.5, n: 100, trials: null });
  });

  test("a folder of metrics without a run is none of MLflow's", async () => {
    const facts = await readFiles({ "docs/metrics/acc": "5 0.5 0\n" });
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });
});
