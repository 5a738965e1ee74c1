import { describe, expect, test } from "vitest";
import { ofKind, readFiles } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const series = (values: readonly unknown[], steps: readonly number[]) => ({
  steps,
  timestamps: steps.map((step) => `2024-06-11T09:0${String(step)}:00`),
  values,
});

// In the form of sacred 0.8's file storage.
describe("a run of Sacred", () => {
  const run = {
    artifacts: ["model.pkl"],
    command: "main",
    experiment: {
      name: "fraud",
      dependencies: ["numpy==1.26.4", "torch==2.2.0"],
      repositories: [{ commit: "a".repeat(40), dirty: false, url: "git@example.com:a/b.git" }],
    },
    host: { hostname: "h", python_version: "3.11.8" },
    result: 0.85,
    status: "COMPLETED",
    stop_time: "2024-06-11T09:02:00",
  };
  const files = {
    "runs/7/run.json": JSON.stringify(run),
    "runs/7/config.json": JSON.stringify({ seed: 3, model: { hidden: 64 } }),
    "runs/7/metrics.json": JSON.stringify({
      "val.accuracy": series([0.8, 0.9, 0.85], [0, 2, 1]),
      train_loss: series([0.5, { dtype: "float64", "py/object": "numpy.float64", value: 0.3 }], [0, 1]),
    }),
  };

  test("its metrics are the values at the greatest step", async () => {
    const facts = await readFiles(files);
    const where = { format: "sacred-metrics", run: "7" };
    expectFact(facts, {
      ...where,
      metric: "accuracy",
      value: 0.9,
      step: 2,
      split: "validation",
      place: "/val.accuracy/values/1",
      at: "2024-06-11T09:02:00Z",
    });
    expectFact(facts, { ...where, metric: "loss", value: 0.3, split: "train", place: "/train_loss/values/1/value" });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });

  test("its status, commit, packages and parameters", async () => {
    const facts = await readFiles(files);
    expectFact(facts, {
      format: "sacred-run",
      run_id: "7",
      status: "COMPLETED",
      code_revision: "a".repeat(40),
      environment: { python: "3.11.8", numpy: "1.26.4", torch: "2.2.0" },
      outputs: ["model.pkl"],
    });
    expectFact(facts, { format: "sacred-config", run_id: "7", params: { seed: 3, "model.hidden": 64 } });
  });

  test("a config.json without a run beside it is anything", async () => {
    const facts = await factsOfText("config.json", '{"seed": 3}');
    expect(facts).toMatchObject([{ kind: "file", format: null }]);
  });
});

describe("hyperparameters of Lightning", () => {
  test("are a run's, which the folder names", async () => {
    const facts = await readFiles({ "lightning_logs/version_2/hparams.yaml": "lr: 0.001\nmodel:\n  depth: 3\n" });
    expectFact(facts, { format: "lightning-hparams", run_id: "version_2", params: { lr: 0.001, "model.depth": 3 } });
  });

  test("elsewhere such a file may be anything", async () => {
    expect(await readFiles({ "conf/hparams.yaml": "lr: 0.001\n" })).toMatchObject([{ format: null }]);
  });
});

test("a log that Keras wrote as CSV is a table, another log is not", async () => {
  const facts = await factsOfText("training.log", "epoch,accuracy,val_accuracy\n0,0.5,0.4\n1,0.8,0.75\n");
  expectFact(facts, { metric: "accuracy", split: "validation", value: 0.75, step: 1, place: "3" });
  expect(await factsOfText("server.log", "epoch 1, accuracy 0.5\n")).toMatchObject([{ format: null }]);
});

describe("the monitor of Stable-Baselines3", () => {
  const head = '#{"t_start": 1718000000.5, "env_id": "CartPole-v1"}\nr,l,t\n';

  test("gives the mean of the last 100 episodes, and the steps so far", async () => {
    const rows = Array.from({ length: 150 }, (_, index) => `${String(index < 50 ? 1000 : 10)}.0,20,${String(index)}.5`);
    const facts = await factsOfText("0.monitor.csv", `${head}${rows.join("\n")}\n`);
    const shared = { format: "stable-baselines-monitor", n: 100, step: 3000, dataset: "CartPole-v1", place: "152" };
    expectFact(facts, { ...shared, raw_metric: "r", value: 10, at: "2024-06-10T06:13:20.500Z" });
    expectFact(facts, { ...shared, raw_metric: "l", value: 20 });
    expect(ofKind(facts, "problem")).toEqual([]);
  });

  test("without an episode it states nothing", async () => {
    expect(await factsOfText("monitor.csv", head)).toMatchObject([{ kind: "file", facts: 0 }]);
  });
});

test("Neptune's table of runs: settings, metrics without their namespace, and what failed", async () => {
  const table = [
    "sys/id,sys/state,sys/creation_time,metrics/val/acc,parameters/lr,train/loss,monitoring/cpu,sys/failed",
    "PRJ-1,inactive,2024-06-11 09:00:00+00:00,0.91,0.001,0.2,55,False",
    "PRJ-2,inactive,2024-06-12 09:00:00+00:00,,0.1,,55,True",
  ].join("\n");
  const facts = await factsOfText("runs.csv", table);
  expectFact(facts, { format: "neptune-runs", run_id: "PRJ-1", status: "inactive", params: { lr: 0.001 } });
  expectFact(facts, { kind: "run", run_id: "PRJ-2", status: "FAILED", at: "2024-06-12T09:00:00Z" });
  const place = "2";
  expectFact(facts, {
    metric: "accuracy",
    raw_metric: "metrics/val/acc",
    value: 0.91,
    split: "validation",
    run: "PRJ-1",
    place,
  });
  expectFact(facts, { metric: "loss", raw_metric: "train/loss", split: "train", run: "PRJ-1" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

test("Guild's comparison: flags before the step, scalars behind it", async () => {
  const table = [
    "run,operation,started,time,status,label,lr,accuracy_target,step,train_loss,val_acc",
    "abc123,train,2024-06-11 09:00:00,0:01:00,completed,x,0.01,0.95,100,0.2,0.9",
    "def456,train,2024-06-11 10:00:00,0:01:00,error,y,0.1,0.95,,,",
  ].join("\n");
  const facts = await factsOfText("compare.csv", table);
  const params = { lr: 0.01, accuracy_target: 0.95 };
  expectFact(facts, { format: "guild-compare", run_id: "abc123", status: "completed", params });
  expectFact(facts, { metric: "accuracy", value: 0.9, split: "validation", step: 100, run: "abc123", place: "2" });
  expectFact(facts, { kind: "run", run_id: "def456", status: "error" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

describe("ClearML", () => {
  test("the last values: a series names the part of the data, or the metric", async () => {
    const last = (value: number) => ({ last: value, min: 0, max: 1 });
    const scalars = {
      accuracy: { validation: last(0.9) },
      loss: { loss: last(0.2) },
      Summary: { test_auc: last(0.93) },
    };
    const facts = await factsOfText("scalars.json", JSON.stringify(scalars));
    const format = "clearml-scalars";
    expectFact(facts, {
      format,
      metric: "accuracy",
      split: "validation",
      value: 0.9,
      place: "/accuracy/validation/last",
    });
    expectFact(facts, { metric: "loss", raw_metric: "loss", value: 0.2 });
    expectFact(facts, { metric: "roc_auc", split: "test", raw_metric: "Summary/test_auc", value: 0.93 });
  });

  test("the series as they were reported", async () => {
    const series = { name: "train", x: [0, 10], y: [0.9, 0.4] };
    const facts = await factsOfText("scalars.json", JSON.stringify({ loss: { train: series } }));
    expectFact(facts, { metric: "loss", split: "train", value: 0.4, step: 10, place: "/loss/train/y/1" });
  });
});

test("Comet's points: the last of each metric, and none of the machine", async () => {
  const point = (name: string, value: string, step: number, context: string | null = null) =>
    JSON.stringify({
      metricName: name,
      metricValue: value,
      timestamp: 1718000000000 + step * 1000,
      step,
      runContext: context,
      experimentKey: "abc",
    });
  const lines = [
    point("val_acc", "0.9", 2),
    point("val_acc", "0.8", 1),
    point("loss", "0.3", 2, "train"),
    point("sys.cpu", "3", 2),
  ];
  const facts = await factsOfText("metrics.jsonl", lines.join("\n"));
  const run = "abc";
  expectFact(facts, {
    format: "comet-metrics",
    metric: "accuracy",
    value: 0.9,
    step: 2,
    split: "validation",
    run,
    place: "1",
  });
  expectFact(facts, { metric: "loss", split: "train", value: 0.3, at: "2024-06-10T06:13:22Z" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
  const listed = await factsOfText("metrics.json", `[${lines.join(",")}]`);
  expectFact(listed, { metric: "accuracy", value: 0.9, place: "/0/metricValue" });
});
