import { beforeAll, describe, expect, test } from "vitest";
import type { Fact } from "../../src/model/fact.js";
import { readEvidence, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText, type Expected } from "./described.js";

const repository = new URL("../fixtures/dvc/repository", import.meta.url).pathname;
let facts: readonly Fact[];
beforeAll(async () => {
  facts = await readEvidence(repository);
});
const factsOf = (path: string): readonly Fact[] =>
  facts.filter(({ source, kind }) => source.path === path && kind !== "file");

// Values were read off the repository that dvc 3.67.1 and dvclive 3.49.1 wrote.
describe("a repository of DVC", () => {
  test.each<readonly [string, string, Expected]>([
    [
      "metrics.json",
      "declared metrics",
      { format: "dvc-metrics", metric: "roc_auc", value: 0.8907678021602071, slice: {} },
    ],
    [
      "metrics.json",
      "a slice with the rows behind it",
      {
        raw_metric: "recall",
        slice: { slice: "18-24" },
        value: 0.5555555555555556,
        n: 472,
        place: "/slices/18-24/recall",
      },
    ],
    [
      "dvc.lock",
      "a stage with its parameters, inputs and outputs",
      {
        kind: "run",
        format: "dvc-lock",
        run_id: null,
        params: {
          features: '["amount","hour","n_tx_24h","merchant_risk","is_new_payee"]',
          "model.kind": "hgb",
          "model.C": 0.5,
          "model.threshold": 0.2,
          seed: 7,
        },
        inputs: ["data/test.csv", "data/train.csv", "src/train.py"],
        outputs: ["metrics.json", "model.json", "plots_alert_rate.csv"],
      },
    ],
    [
      "dvc.lock",
      "data with the digest of its content",
      {
        kind: "dataset",
        name: "test.csv",
        role: "test",
        location: "data/test.csv",
        digest: "md5:172b5eca5955a85a3474cda55f2f6662",
        rows: null,
        place: "/stages/train/deps/0/md5",
      },
    ],
    [
      "data/train.csv.dvc",
      "a followed file",
      {
        format: "dvc-file",
        kind: "dataset",
        location: "train.csv",
        digest: "md5:bb5789bfbe45cd92e4f52a9b4f83828c",
        role: "train",
      },
    ],
    [
      "dvc.yaml",
      "a declared model",
      { kind: "model", format: "dvc-yaml", name: "fraud-detector", framework: "scikit-learn" },
    ],
    ["params.yaml", "parameters", { kind: "run", format: "dvc-params" }],
    [
      "dvclive/params.yaml",
      "parameters that dvclive wrote",
      { kind: "run", params: { kind: "hgb", C: 0.5, threshold: 0.2 } },
    ],
    [
      "dvclive/metrics.json",
      "the last values",
      { format: "dvclive-metrics", metric: "roc_auc", value: 0.8907678021602071, step: 5 },
    ],
    ["dvclive/metrics.json", "a split", { raw_metric: "val.loss", split: "validation", value: 0.19166666666666668 }],
    ["dvclive/metrics.json", "the text nan is no number", { raw_metric: "psi_nan", value: null, non_finite: "NaN" }],
    [
      "dvclive/plots/metrics/train/loss.tsv",
      "a history",
      {
        format: "dvclive-history",
        raw_metric: "train/loss",
        split: "train",
        value: 0.08333333333333333,
        step: 5,
        place: "7",
      },
    ],
    ["artifacts.yaml", "described artifacts", { kind: "model", format: "gto-artifacts", name: "churn" }],
  ])("%s: %s", (path, _, expected) => expectFact(factsOf(path), expected));

  test("results of a pipeline are no data sets, and source code is none", () =>
    expect(factsOf("dvc.lock").flatMap((fact) => (fact.kind === "dataset" ? [fact.location] : []))).toEqual([
      "data/test.csv",
      "data/train.csv",
    ]));

  test("the step is no metric", () =>
    expect(facts.filter((fact) => fact.kind === "measurement" && /step/.test(fact.raw_metric))).toEqual([]));
});

describeFixtures("dvc-metrics-show", [
  [
    "dvc/dvc-metrics-show.json",
    "the working tree, whose key is empty",
    [
      {
        kind: "measurement",
        metric: "roc_auc",
        value: 0.8907678021602071,
        about: null,
        place: "//data/metrics.json/data/auc",
      },
      { kind: "measurement", raw_metric: "recall", slice: { slice: "65+" }, n: 292 },
      { kind: "measurement", raw_metric: "psi_nan", non_finite: "NaN" },
    ],
  ],
]);

describeFixtures("dvc-metrics-diff", [
  [
    "dvc/dvc-metrics-diff.json",
    "the new values",
    [
      { kind: "measurement", raw_metric: "auc", value: 0.8907678021602071, place: "/metrics.json/auc/new" },
      {
        kind: "measurement",
        raw_metric: "slices.65+.recall",
        metric: "recall",
        slice: { slice: "65+" },
        value: 0.3333333333333333,
      },
    ],
    [
      { kind: "measurement", raw_metric: "auc", value: 0.02740468563253362 },
      { kind: "measurement", value: 0.8633631165276735 },
    ],
  ],
  [
    "dvc/dvc-metrics-diff-all.json",
    "neither steps nor counts of rows",
    [{ kind: "measurement", raw_metric: "psi_nan", non_finite: "NaN" }],
    [
      { kind: "measurement", raw_metric: "step" },
      { kind: "measurement", raw_metric: "slices.65+.n" },
    ],
  ],
]);

describeFixtures("dvc-params-diff", [
  [
    "dvc/dvc-params-diff.json",
    "the new parameters",
    [{ kind: "run", params: { "model.kind": "hgb" } }],
    [{ kind: "measurement" }],
  ],
]);

const lock = (stages: string): string => `schema: '2.0'\nstages:\n${stages}`;

describe("other shapes", () => {
  test("several revisions: the working tree is the subject", async () => {
    const revision = (auc: number): object => ({ data: { "m.json": { data: { auc } } } });
    const text = JSON.stringify({
      workspace: revision(0.9),
      main: revision(0.8),
      old: { error: { type: "E", msg: "gone" } },
    });
    const shown = await factsOfText("show.json", text);
    expectFact(shown, { metric: "roc_auc", value: 0.9, about: null });
    expectFact(shown, { metric: "roc_auc", value: 0.8, about: "main" });
    expectFact(shown, { kind: "problem", problem: "unreadable", place: "/old/error" });
  });

  test("a difference of experiments gives the new metrics and parameters", async () => {
    const text = JSON.stringify({
      metrics: { "m.json": { auc: { old: 0.8, new: 0.9, diff: 0.1 } } },
      params: { "params.yaml": { lr: { old: 0.1, new: 0.2 } } },
    });
    const read = await factsOfText("diff.json", text);
    expectFact(read, { format: "dvc-exp-diff", metric: "roc_auc", value: 0.9, place: "/metrics/m.json/auc/new" });
    expectFact(read, { kind: "run", params: { lr: 0.2 } });
  });

  test("a model is known by its digest, and a path seen with two digests is told twice", async () => {
    const text = lock(`  train:
    cmd: python train.py
    deps:
    - {path: data/raw/, md5: aa.dir, size: 1}
    outs:
    - {path: models/model.pkl, md5: bb, size: 1}
    - {path: data/features/, md5: cc.dir, size: 1}
  evaluate:
    cmd: python evaluate.py
    deps:
    - {path: data/features/, md5: dd.dir, size: 1}
    - {path: models/model.pkl, md5: bb, size: 1}
`);
    const read = await factsOfText("dvc.lock", text);
    expectFact(read, { kind: "model", artifact_digest: "md5:bb" });
    expect(read.flatMap((fact) => (fact.kind === "dataset" ? [[fact.location, fact.digest]] : []))).toEqual([
      ["data/raw/", "md5:aa.dir"],
      ["data/features/", "md5:cc.dir"],
      ["data/features/", "md5:dd.dir"],
    ]);
    expect(read.filter(({ kind }) => kind === "run")).toHaveLength(2);
  });

  test("an etag of a cloud is no digest of the content", async () => {
    const text = "outs:\n- path: data.csv\n  etag: 08a7d49fa3adaeff021001\n  size: 54686\n";
    expectFact(await factsOfText("data.csv.dvc", text), {
      kind: "dataset",
      location: "data.csv",
      digest: null,
      rows: null,
    });
  });

  test("a template in a declared path stands for anything", async () => {
    const read = await readFiles({
      "dvc.yaml":
        "stages:\n  eval:\n    foreach: [a, b]\n    do:\n      cmd: run\n      metrics:\n      - results/${item}/scores.json\n",
      "results/a/scores.json": '{"accuracy": 0.5}',
      "results/scores.json": '{"threshold_kept": 0.5}',
    });
    expectFact(read, { format: "dvc-metrics", metric: "accuracy", value: 0.5 });
    expect(
      read.filter(({ source, format }) => source.path === "results/scores.json" && format === "dvc-metrics"),
    ).toEqual([]);
  });

  test("parameters without a pipeline beside them are not DVC's", async () => {
    const read = await readFiles({ "params.yaml": "lr: 0.1\n" });
    expect(read.filter(({ format }) => format === "dvc-params")).toEqual([]);
  });

  test("a curve of dvclive gives no number, its confusion matrix a table", async () => {
    const curve = { roc: [{ fpr: 0, tpr: 0, threshold: 2 }] };
    const pairs = [
      { actual: "0", predicted: "0" },
      { actual: "1", predicted: "0" },
    ];
    expect((await factsOfText("roc.json", JSON.stringify(curve))).map(({ kind, format }) => [kind, format])).toEqual([
      ["file", "dvclive-plot"],
    ]);
    expectFact(await factsOfText("cm.json", JSON.stringify(pairs)), { kind: "table", role: "predictions", rows: 2 });
  });

  test("a pipeline holds no values", async () => {
    const read = await factsOfText("dvc.yaml", "stages:\n  train:\n    cmd: python train.py\n    metrics: [m.json]\n");
    expect(read.map(({ kind, format }) => [kind, format])).toEqual([["file", "dvc-yaml"]]);
  });

  test("a merge that left a key twice is told", async () => {
    const read = await factsOfText("dvc.yaml", "stages: {train: {cmd: a}}\nmetrics: [a.json]\nmetrics: [b.json]\n");
    expectFact(read, { kind: "problem", problem: "duplicate-key" });
  });
});

// Printed by DVC 3.67.1.
describeFixtures("dvc-exp-show", [
  [
    "dvc/exp-show.json",
    "the working tree is the subject; a revision and an experiment say which they are",
    [
      { kind: "measurement", metric: "roc_auc", value: 0.92, about: null, at: null },
      { kind: "measurement", metric: "recall", value: 0.4, n: 30, slice: { slice: "DE" }, about: null },
      { kind: "measurement", value: 0.905, about: "master", at: "2026-03-01T10:00:00Z" },
      { kind: "measurement", value: 0.91, about: "bigger" },
      {
        kind: "run",
        params: { seed: 7, "model.C": 2 },
        inputs: ["data/train.csv", "train.py"],
        outputs: ["model.pkl", "data/train.csv"],
      },
      {
        kind: "dataset",
        location: "data/train.csv",
        digest: "md5:e5ebd4c02cefbe7955977c67ada242b7",
        place: "/0/data/deps/data~1train.csv/hash",
      },
      { kind: "model", artifact_digest: "md5:ae9428e8e0ee0c47b6cdeb1036a3e0c9" },
    ],
    [
      { kind: "measurement", value: 0.905, about: null },
      { kind: "measurement", value: 0.91, about: null },
    ],
  ],
]);

test("DVC 2 prints a record of revisions, each with the experiments upon it", async () => {
  const data = (auc: number, name?: string): object => ({
    data: { timestamp: null, params: {}, queued: false, metrics: { "metrics.json": { data: { auc } } }, name },
  });
  const text = JSON.stringify({
    workspace: { baseline: data(0.91) },
    "3f6f27": { baseline: data(0.88, "main"), abc: data(0.93, "exp-1") },
  });
  const read = await factsOfText("experiments.json", text);
  expect(read.flatMap((fact) => (fact.kind === "measurement" ? [[fact.value, fact.about]] : []))).toEqual([
    [0.91, null],
    [0.88, "main"],
    [0.93, "exp-1"],
  ]);
});

test("before DVC 2 files and metrics stand below the revision without more", async () => {
  const text = '{"working tree": {"metrics.json": {"auc": 0.91}}, "HEAD": {"metrics.json": {"auc": 0.88}}}';
  const read = await factsOfText("show.json", text);
  expectFact(read, { format: "dvc-metrics-show", metric: "roc_auc", value: 0.91, about: null });
  expectFact(read, { metric: "roc_auc", value: 0.88, about: "HEAD" });
});

describeFixtures("dvc-exp-diff", [
  [
    "dvc/exp-diff.json",
    "new values of metrics and parameters",
    [
      { kind: "measurement", metric: "roc_auc", value: 0.92 },
      { kind: "run", params: { "model.C": 2 } },
    ],
    [{ kind: "measurement", value: 0.905 }],
  ],
]);
