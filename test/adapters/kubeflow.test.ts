import { describe, expect, test } from "vitest";
import { readEvidence, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Values were read off the files that kfp 2.17.0 and the registry's client wrote.
describeFixtures("kfp-executor-output", [
  [
    "kubeflow/evaluate/executor_output.json",
    "metrics of artifacts and of parameters, and the confusion matrix",
    [
      {
        kind: "measurement",
        raw_metric: "auc",
        metric: "roc_auc",
        value: 0.8984090788146273,
        place: "/parameterValues/auc",
      },
      {
        kind: "measurement",
        raw_metric: "recall",
        value: 0.2913907284768212,
        place: "/artifacts/metrics/artifacts/0/metadata/recall",
      },
      {
        kind: "measurement",
        raw_metric: "confusion_matrix",
        unit: "count",
        value: 107,
        slice: { actual: "fraud", predicted: "legit" },
        place: "/artifacts/cls/artifacts/0/metadata/confusionMatrix/rows/1/row/0",
      },
    ],
    [
      { kind: "measurement", raw_metric: "passed" },
      { kind: "measurement", value: 1_000_000 },
    ],
  ],
  [
    "kubeflow/load-predictions/executor_output.json",
    "data with rows and digest; a parameter that is no metric is left",
    [
      {
        kind: "dataset",
        name: "preds",
        rows: 6000,
        digest: "sha256:a3176ecff0ec72589a08ca3b1cd95fc8448d15b235b8f6f8e248e15f71853c59",
        location: "s3://acme-ml-datasets/fraud/2024-05/test.csv",
        role: "test",
      },
    ],
    [{ kind: "measurement", value: 6000 }],
  ],
]);

describeFixtures("kfp-metrics", [
  [
    "kubeflow/mlpipeline-metrics.json",
    "PERCENTAGE is a display, the number a fraction",
    [
      { kind: "measurement", raw_metric: "recall", value: 0.33112582781456956, unit: "proportion" },
      { kind: "measurement", raw_metric: "roc-auc", metric: "roc_auc", value: 0.9358066528607936 },
    ],
    [{ kind: "measurement", unit: "percent" }],
  ],
]);

describeFixtures("kubeflow-model-registry", [
  [
    "kubeflow/registry/model_version_list.json",
    "versions with the stage and approval of their custom properties",
    [
      { kind: "model", version: "v1", stage: "production", place: "/items/0/customProperties/stage/string_value" },
      { kind: "model", version: "v3", stage: "rejected" },
      { kind: "measurement", raw_metric: "roc_auc", value: 0.9358066528607936, version: "v2" },
      { kind: "approval", state: "approved", version: "v1" },
      { kind: "approval", state: "not approved", version: "v2" },
    ],
    [
      { kind: "measurement", raw_metric: "test_rows" },
      { kind: "approval", state: "approved", version: "v2" },
    ],
  ],
  ["kubeflow/registry/registered_model.json", "a model", [{ kind: "model", name: "fraud-detector", version: null }]],
  [
    "kubeflow/registry/metric-v1-recall.json",
    "a metric, whose time is text of milliseconds",
    [{ kind: "measurement", metric: "recall", value: 0.2913907284768212, step: 0, at: "2024-06-11T09:00:00Z" }],
    [{ kind: "measurement", value: 1_718_096_400_000 }],
  ],
  [
    "kubeflow/registry/model_artifact_list.json",
    "artifacts with their framework",
    [{ kind: "model", name: "fraud-detector-v1", framework: "sklearn" }],
  ],
]);

test.each(["component-evaluate.yaml", "registry/inference_service.json"])(
  "%s is known, and states nothing",
  async (file) => {
    const facts = await readEvidence(new URL(`../fixtures/kubeflow/${file}`, import.meta.url).pathname);
    expect(facts.map(({ kind, format }) => [kind, format === null])).toEqual([["file", false]]);
  },
);

describe("other shapes", () => {
  test("an artifact's own type decides where it is written", async () => {
    const artifact = (schemaTitle: string, metadata: object): object => ({
      artifacts: [{ name: "a", type: { schemaTitle }, uri: "gs://b/a", metadata }],
    });
    const text = JSON.stringify({
      parameterValues: {},
      artifacts: {
        scores: artifact("system.Metrics", { gain: 0.1 }),
        data: artifact("system.Dataset", { accuracy: 1, rows: 5 }),
        model: artifact("system.Model", { framework: "xgboost", f1: 0.5 }),
      },
    });
    const facts = await factsOfText("executor_output.json", text);
    expectFact(facts, { kind: "measurement", raw_metric: "gain", value: 0.1 });
    expectFact(facts, { kind: "dataset", rows: 5, location: "gs://b/a" });
    expectFact(facts, { kind: "model", framework: "xgboost" });
    expectFact(facts, { kind: "measurement", metric: "f1", value: 0.5 });
    expect(facts.filter(({ kind }) => kind === "measurement")).toHaveLength(2);
  });

  test("outputs of TensorFlow Extended are not read as Kubeflow's", async () => {
    const metadata = { blessed: 1, tfx_version: "1.16.0" };
    const text = JSON.stringify({ artifacts: { blessing: { artifacts: [{ name: "b", uri: "gs://b", metadata }] } } });
    const facts = await readFiles({ "executor_output.json": text });
    expect(facts.filter(({ format, kind }) => format?.startsWith("kfp") || kind === "measurement")).toEqual([]);
  });

  test("a matrix of version 1 stands in the document as text", async () => {
    const output = {
      type: "confusion_matrix",
      format: "csv",
      storage: "inline",
      source: "yes,yes,10\nyes,no,2\nno,no,7\n",
    };
    const facts = await factsOfText("mlpipeline-ui-metadata.json", JSON.stringify({ outputs: [output] }));
    expectFact(facts, {
      kind: "measurement",
      value: 2,
      slice: { actual: "yes", predicted: "no" },
      format: "kfp-ui-metadata",
    });
    expect(facts.filter(({ kind }) => kind === "measurement")).toHaveLength(3);
  });

  test("quotes around classes are not theirs, and the schema says which column was predicted", async () => {
    const schema = [{ name: "predicted" }, { name: "target" }, { name: "count" }];
    const source = '"a, b","no",3\nno,no,7';
    const output = { type: "confusion_matrix", storage: "inline", schema, source };
    const facts = await factsOfText("mlpipeline-ui-metadata.json", JSON.stringify({ outputs: [output] }));
    expectFact(facts, { value: 3, slice: { actual: "no", predicted: "a, b" }, place: "/outputs/0/source" });
  });

  test("the only table of metrics on a page of Markdown is read, several are not", async () => {
    const page = (source: string) => ({ outputs: [{ type: "markdown", storage: "inline", source }] });
    const table = "# Test\n\n| metric | value |\n|---|---|\n| accuracy | 0.91 |\n| f1 | **0.88** |\n\nAUC: 0.93\n";
    const facts = await factsOfText("mlpipeline-ui-metadata.json", JSON.stringify(page(table)));
    expectFact(facts, { kind: "measurement", metric: "accuracy", value: 0.91, place: "/outputs/0/source" });
    expectFact(facts, { kind: "measurement", metric: "f1", value: 0.88 });
    const twice = await factsOfText("mlpipeline-ui-metadata.json", JSON.stringify(page(table + table)));
    expect(twice.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });

  test("matrices of slices are of their slices", async () => {
    const matrix = (count: number) => ({
      confusionMatrix: {
        annotationSpecs: [{ displayName: "no" }, { displayName: "yes" }],
        rows: [{ row: [count, 2] }],
      },
    });
    const metadata = {
      evaluationSlices: [
        { slice: "country=US", sliceClassificationMetrics: matrix(10) },
        { slice: "overall", sliceClassificationMetrics: matrix(30) },
      ],
    };
    const facts = await factsOfText(
      "executor_output.json",
      JSON.stringify({ artifacts: { sliced: { artifacts: [{ name: "sliced", uri: "gs://b/s", metadata }] } } }),
    );
    expectFact(facts, { value: 10, slice: { country: "US", actual: "no", predicted: "no" } });
    expectFact(facts, { value: 30, slice: { actual: "no", predicted: "no" } });
    const alone = await factsOfText("sliced.json", JSON.stringify(metadata));
    expectFact(alone, {
      format: "kfp-classification-metrics",
      value: 10,
      slice: { country: "US", actual: "no", predicted: "no" },
    });
  });

  test("metadata of classification metrics on its own", async () => {
    const confusionMatrix = {
      annotationSpecs: [{ displayName: "dog" }, { displayName: "cat" }],
      rows: [{ row: [2, 6] }, { row: [3, 5] }],
    };
    const facts = await factsOfText("metrics.json", JSON.stringify({ confusionMatrix }));
    expectFact(facts, { format: "kfp-classification-metrics", value: 6, slice: { actual: "dog", predicted: "cat" } });
  });

  test("a workflow of Argo holds no values", async () => {
    const facts = await factsOfText("workflow.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Workflow\nspec: {}\n");
    expect(facts.map(({ kind, format }) => [kind, format])).toEqual([["file", "argo-workflow"]]);
  });
});

// Written by kfp 2.17.3 on its local runner.
describeFixtures("kfp-executor-output", [
  [
    "kubeflow/evaluate-model/executor_output.json",
    "an artifact with a framework is a model, whatever was noted of it",
    [
      { kind: "model", framework: "sklearn" },
      { kind: "measurement", metric: "accuracy", value: 0.9, place: "/artifacts/model/artifacts/0/metadata/accuracy" },
      { kind: "measurement", metric: "accuracy", value: 92.5, unit: "percent" },
      { kind: "dataset", name: "data", rows: 10 },
    ],
    [{ kind: "measurement", raw_metric: "threshold" }],
  ],
]);

test("a metric that protobuf's JSON has as the text NaN is told, not left out", async () => {
  const artifact = {
    uri: "gs://b/m",
    metadata: { log_loss: "NaN", auc: 0.9 },
    type: { schemaTitle: "system.Metrics" },
  };
  const output = { parameterValues: {}, artifacts: { metrics: { artifacts: [artifact] } } };
  const facts = await factsOfText("executor_output.json", JSON.stringify(output));
  expectFact(facts, { kind: "measurement", raw_metric: "log_loss", value: null, non_finite: "NaN" });
  expectFact(facts, { kind: "measurement", metric: "roc_auc", value: 0.9 });
});
