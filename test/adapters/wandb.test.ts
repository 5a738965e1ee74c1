import { describe, expect, test } from "vitest";
import { readEvidence, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

const offline = "offline-run-20261123_045439-mnv10a1b";

// Values were read off the files that W&B 0.16.6 and 0.31.0 wrote.
describeFixtures("wandb-summary", [
  [
    "wandb/summary-export-v1.json",
    "numbers, slices, what is not finite, and what was lost",
    [
      {
        kind: "measurement",
        raw_metric: "test/roc_auc",
        metric: "roc_auc",
        split: "test",
        value: 0.8984090788146273,
        at: "2026-11-23T04:54:39.818Z",
      },
      { kind: "measurement", raw_metric: "test.recall", metric: "recall", split: "test", value: 0.2913907284768212 },
      { kind: "measurement", raw_metric: "slice/65+", slice: { slice: "65+" }, value: 0.3888888888888889 },
      { kind: "measurement", raw_metric: "weird/nan", value: null, non_finite: "NaN" },
      { kind: "measurement", raw_metric: "weird/inf", value: null, non_finite: "Infinity" },
      { kind: "measurement", raw_metric: "weird/ninf", value: null, non_finite: "-Infinity" },
      { kind: "problem", problem: "wrong-type", place: "/val~1auc" },
    ],
    [
      { kind: "measurement", raw_metric: "passed_gate" },
      { kind: "measurement", raw_metric: "_timestamp" },
      { kind: "measurement", raw_metric: "_runtime" },
      { kind: "measurement", raw_metric: "epoch" },
    ],
  ],
  [
    `wandb/${offline}/files/wandb-summary.json`,
    "a summary that holds only W&B's own entry holds no metric",
    [{ kind: "problem", problem: "empty" }],
    [{ kind: "measurement" }],
  ],
]);

describeFixtures("wandb-metadata", [
  [
    `wandb/${offline}/files/wandb-metadata.json`,
    "when it began and with what, not who and where",
    [{ kind: "run", at: "2026-11-23T04:54:39.304058Z", status: null, code_revision: null }],
  ],
]);

describeFixtures("wandb-table", [
  [
    `wandb/${offline}/files/media/table/conf_mat_table_18_8c14346d76c0040043d6.table.json`,
    "a confusion matrix: its rows are cells, not predictions",
    [
      { kind: "table", columns: ["Actual", "Predicted", "nPredictions"], rows: 4, role: null },
      {
        kind: "measurement",
        metric: "confusion_matrix",
        unit: "count",
        value: 107,
        slice: { actual: "fraud", predicted: "legit" },
        place: "/data/2/2",
      },
    ],
  ],
]);

const wandb = new URL("../fixtures/wandb", import.meta.url).pathname;

describe("a folder of runs", () => {
  test("the run's id comes from its folder", async () => {
    const facts = await readEvidence(wandb);
    expectFact(facts, { kind: "run", format: "wandb-metadata", run_id: "mnv10a1b" });
  });

  test("a run folder without a summary says that it holds no metric", async () => {
    const facts = (await readEvidence(wandb)).filter(({ source }) => source.path.includes("045257"));
    expectFact(facts, { kind: "problem", problem: "empty", format: "wandb-requirements" });
    expect(facts.flatMap((fact) => (fact.kind === "run" ? [fact.environment?.["wandb"]] : []))).toEqual(["0.31.0"]);
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });

  test("requirements elsewhere are not W&B's", async () => {
    const facts = await readFiles({ "files/requirements.txt": "numpy==2.0.0\n" });
    expect(facts.map(({ format }) => format)).toEqual([null]);
  });
});

describe("other shapes of a summary", () => {
  const synced = "wandb/run-20220429_201936-3ojed7lz/files/wandb-summary.json";

  test("what define_metric keeps is another quantity than the last value", async () => {
    const summary = {
      "val/auc": { max: 0.91 },
      "val/loss": { min: 0.2, last: 0.3 },
      _step: 9,
      _runtime: 3,
      _timestamp: 1795409679.8,
    };
    const facts = await readFiles({ [synced]: JSON.stringify(summary) });
    expectFact(facts, {
      metric: "roc_auc",
      split: "validation",
      protocol: "max",
      value: 0.91,
      run: "3ojed7lz",
      place: "/val~1auc/max",
    });
    expectFact(facts, { metric: "loss", protocol: "min", value: 0.2 });
    expectFact(facts, { metric: "loss", protocol: null, value: 0.3 });
  });

  test("nested metrics are joined by dots, and media are none", async () => {
    const media = { _type: "table-file", nrows: 3 };
    const summary = { eval: { f1: 0.5 }, table: media, "system/gpu": 3, note: "0.9", _step: 1, _runtime: 1 };
    const facts = await readFiles({ [synced]: JSON.stringify(summary) });
    expect(facts.flatMap((fact) => (fact.kind === "measurement" ? [[fact.raw_metric, fact.value]] : []))).toEqual([
      ["eval.f1", 0.5],
    ]);
  });

  test("the trainer of Transformers tells the mean loss of a training beside that of its last steps", async () => {
    const summary = { train_loss: 2.2, train_runtime: 556.3, "train/loss": 1.3, _step: 18, _runtime: 597 };
    const facts = await readFiles({ [synced]: JSON.stringify(summary) });
    expectFact(facts, { raw_metric: "train_loss", split: "train", protocol: "mean", value: 2.2 });
    expectFact(facts, { raw_metric: "train/loss", split: "train", protocol: null, value: 1.3 });
    const another = await readFiles({ [synced]: '{"train_loss": 3.4, "_step": 49, "_runtime": 1}' });
    expectFact(another, { raw_metric: "train_loss", split: "train", protocol: null, value: 3.4 });
  });

  test("a per cent that the tool wrote stays one, and is said to be a guess", async () => {
    const summary = { "Validation/accuracy": 68.17555147058823, "Validation/step": 792, _step: 863, _runtime: 21 };
    const facts = await readFiles({ [synced]: JSON.stringify(summary) });
    expectFact(facts, { metric: "accuracy", value: 68.17555147058823, unit: "percent", unit_guessed: true });
    expect(facts.filter((fact) => fact.kind === "measurement")).toHaveLength(1);
  });
});

test("a configuration gives parameters and versions, wrapped or not", async () => {
  const config = `wandb_version: 1

_wandb:
  desc: null
  value:
    cli_version: 0.12.15
    framework: huggingface
    t: {1: [3, 11]}
lr:
  desc: null
  value: 0.001
model:
  desc: null
  value: {family: lr, layers: [2, 3]}
`;
  const facts = await readFiles({ "run-20220429_201936-3ojed7lz/files/config.yaml": config });
  expectFact(facts, {
    kind: "run",
    format: "wandb-config",
    run_id: "3ojed7lz",
    params: { lr: 0.001, "model.family": "lr", "model.layers": "[2,3]" },
    environment: { cli_version: "0.12.15", framework: "huggingface" },
  });
});

test("any other configuration is not W&B's", async () => {
  const facts = await factsOfText("config.yaml", "lr: 0.001\nmodel: {value: 3}\n");
  expect(facts.filter(({ format }) => format === "wandb-config")).toEqual([]);
});

test("a manifest gives digests of content, and an address is none", async () => {
  const contents = {
    "data/train.csv": { digest: "p2CAkFFUORlnZ7rUI2dOSQ==", size: 31 },
    "model.onnx": { digest: "ILP1vKRh4x0M2YteRGWycQ==", size: 31 },
    "s3/test.parquet": {
      digest: "https://models.example.com/test.parquet",
      ref: "https://models.example.com/test.parquet",
    },
    "metrics.json": { digest: "IAyMJ8a0/MkqKjh5tMyx4g==", size: 31 },
  };
  const facts = await factsOfText("manifest.json", JSON.stringify({ version: 1, storagePolicy: "p", contents }));
  expectFact(facts, {
    kind: "dataset",
    role: "train",
    digest: "md5:a7608090515439196767bad423674e49",
  });
  expectFact(facts, { kind: "model", artifact_digest: "md5:20b3f5bca461e31d0cd98b5e4465b271" });
  expectFact(facts, {
    kind: "dataset",
    name: "s3/test.parquet",
    digest: null,
    location: "https://models.example.com/test.parquet",
  });
  expect(facts.filter(({ kind }) => kind === "dataset")).toHaveLength(2);
});

test("a history gives the value at the greatest step", async () => {
  const lines = [
    {
      _step: 0,
      _runtime: 1,
      _timestamp: 1795409679,
      "val/loss": 0.7,
      epoch: 0,
      "train/learning_rate": 0.1,
      "lr-Adam": 0.1,
    },
    { _step: 2, _runtime: 3, _timestamp: 1795409681, "val/loss": 0.5 },
    { _step: 1, _runtime: 2, _timestamp: 1795409680, "val/loss": 0.6, "val/auc": 0.8 },
  ];
  const facts = await factsOfText("wandb-history.jsonl", lines.map((line) => JSON.stringify(line)).join("\n"));
  expectFact(facts, { metric: "loss", value: 0.5, step: 2, place: "2", at: "2026-11-23T04:54:41Z" });
  expectFact(facts, { metric: "roc_auc", value: 0.8, step: 1, place: "3" });
  expect(facts.filter((fact) => fact.kind === "measurement")).toHaveLength(2);
});

test("a summary without W&B's own entry is known by its name and the time of its last step", async () => {
  const facts = await factsOfText("wandb-summary.json", '{"val/dice": 0.56, "_timestamp": 1724342095.72}');
  expect(facts.flatMap((fact) => (fact.kind === "measurement" ? [fact.raw_metric] : []))).toEqual(["val/dice"]);
});
