import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

const schema = (kind: string): string => `$schema: https://azuremlschemas.azureedge.net/latest/${kind}.schema.json\n`;

describe("azureml-asset", () => {
  test("a model with its version, stage and tags", async () => {
    const facts = await factsOfText(
      "model.yml",
      `${schema("model")}name: credit\nversion: 3\ntype: mlflow_model\npath: ./model\nstage: Production\ndescription: Scores applications for credit.\ntags: {owner: risk}\n`,
    );
    expectFact(facts, {
      format: "azureml-asset",
      kind: "model",
      name: "credit",
      version: "3",
      framework: "mlflow_model",
      stage: "Production",
    });
    expectFact(facts, { kind: "card", field: "tags.owner", value: "risk", place: "/tags/owner" });
  });

  test("a job with its parameters, environment and data", async () => {
    const facts = await factsOfText(
      "job.yml",
      `${schema("commandJob")}command: python train.py\nenvironment: azureml:sklearn@latest\ninputs:\n  lr: 0.1\n  data: {type: uri_file, path: "azureml:credit:2"}\n`,
    );
    expectFact(facts, { kind: "run", params: { lr: "0.1" }, environment: { environment: "azureml:sklearn@latest" } });
    expectFact(facts, { kind: "dataset", name: "data", location: "azureml:credit:2", place: "/inputs/data" });
  });

  test("a pipeline with its steps", async () => {
    const facts = await factsOfText(
      "pipeline.yml",
      `${schema("pipelineJob")}jobs:\n  train: {inputs: {rows: {path: "azureml:r:1"}}}\n`,
    );
    expectFact(facts, { kind: "dataset", location: "azureml:r:1", place: "/jobs/train/inputs/rows" });
  });

  test("a job of automated learning with its data, its metric and what it predicts", async () => {
    const facts = await factsOfText(
      "automl.yml",
      "$schema: https://azuremlsdk2.blob.core.windows.net/preview/0.0.1/autoMLJob.schema.json\n" +
        "type: automl\ntask: classification\nprimary_metric: accuracy\ntarget_column_name: churned\n" +
        "training_data: {path: ./train, type: mltable}\ntest_data: {path: ./test, type: mltable}\n",
    );
    expectFact(facts, {
      kind: "run",
      params: { task: "classification", primary_metric: "accuracy", target_column_name: "churned" },
    });
    expectFact(facts, { kind: "dataset", role: "train", location: "./train", place: "/training_data" });
    expectFact(facts, { kind: "dataset", role: "test", location: "./test", place: "/test_data" });
  });

  test("a component is known, and states nothing of a run", async () => {
    const facts = await factsOfText("train.yml", `${schema("commandComponent")}name: train\nversion: 1\n`);
    expect(facts.map(({ kind, format }) => [kind, format])).toEqual([["file", "azureml-asset"]]);
  });

  test("a data asset", async () => {
    const facts = await factsOfText("data.yml", `${schema("data")}name: rows\nversion: 7\npath: ./rows.csv\n`);
    expectFact(facts, { kind: "dataset", name: "rows", version: "7", location: "./rows.csv" });
  });

  const dumped =
    "description: d\nname: fraud\npath: azureml://jobs/j/outputs/model\nproperties: {}\ntags:\n  stage: staging\n";

  test("a model, a data asset and a job as azure-ai-ml 1.35.2 dumps them, without a schema", async () => {
    const model = await factsOfText("model.yml", `${dumped}type: mlflow_model\nversion: '4'\n`);
    expectFact(model, { format: "azureml-asset", kind: "model", name: "fraud", version: "4", stage: "staging" });
    const data = await factsOfText("data.yml", `${dumped}type: uri_file\nversion: '3'\n`);
    expectFact(data, { format: "azureml-asset", kind: "dataset", name: "fraud", version: "3" });
    const job = await factsOfText(
      "job.yml",
      "component:\n  command: python evaluate.py\n  environment: azureml:env:1\n  inputs:\n    n: {default: '3', type: integer}\n  is_deterministic: true\n  type: command\ncompute: azureml:cpu\nenvironment: azureml:env:1\ninputs:\n  d: {path: 'azureml:payments:3', type: uri_file}\n  n: 3\ntype: command\n",
    );
    expectFact(job, { kind: "run", params: { n: "3" }, environment: { environment: "azureml:env:1" } });
    expectFact(job, { kind: "dataset", name: "d", location: "azureml:payments:3" });
  });

  test.each([
    ["a file of another kind with those keys", `${dumped}type: docker\nversion: '4'\n`],
    ["a part of one", "name: x\ntype: mlflow_model\nversion: 1\n"],
    ["a step of something else", "type: command\ncommand: make\ncomponent: build\n"],
    ["compute", `${schema("amlCompute")}name: cpu\n`],
    ["another schema", "$schema: https://example.org/model.schema.json\nname: x\n"],
  ])("%s is none", async (_, text) => {
    expect((await factsOfText("a.yml", text)).filter(({ format }) => format === "azureml-asset")).toEqual([]);
  });
});

describe("azure-ai-evaluation", () => {
  const result = (metrics: string, rows = '[{"inputs.query": "q", "outputs.relevance.relevance": 4}]'): string =>
    `{"rows": ${rows}, "metrics": ${metrics}, "studio_url": null}`;

  test("metrics with their evaluator and the rows behind them", async () => {
    const facts = await factsOfText(
      "eval.json",
      result('{"relevance.gpt_relevance": 4.0, "f1_score.f1_score": 0.5, "violence.violence_defect_rate": 0.25}'),
    );
    expectFact(facts, {
      format: "azure-ai-evaluation",
      raw_metric: "relevance.gpt_relevance",
      value: 4,
      n: 1,
      protocol: "relevance",
      place: "/metrics/relevance.gpt_relevance",
    });
    expectFact(facts, { metric: "f1", value: 0.5, protocol: null });
    expectFact(facts, { raw_metric: "violence.violence_defect_rate", higher_is_better: false });
  });

  test("the share that passed has the score that it takes as its threshold, and the threshold is no metric", async () => {
    const facts = await factsOfText(
      "eval.json",
      result('{"relevance.relevance": 3.5, "relevance.binary_aggregate": 0.75, "relevance.relevance_threshold": 3.0}'),
    );
    expectFact(facts, { metric: "pass_rate", value: 0.75, threshold: 3, protocol: "relevance" });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });

  test("a metric that could not be computed has no value", async () => {
    const facts = await factsOfText("eval.json", result('{"relevance.relevance": NaN}'));
    expectFact(facts, { value: null, non_finite: "NaN" });
    expectFact(facts, { kind: "problem", problem: "non-finite" });
  });

  test("an evaluation over nothing says so", async () => {
    expectFact(await factsOfText("eval.json", result("{}", "[]")), {
      kind: "problem",
      problem: "empty",
      place: "/rows",
    });
  });

  test("rows and metrics of something else are not read as such", async () => {
    const facts = await factsOfText("x.json", '{"rows": [{"a": 1}], "metrics": {"accuracy": 0.5}}');
    expect(ofKind(facts, "measurement").filter(({ format }) => format === "azure-ai-evaluation")).toEqual([]);
  });
});

test("a confusion matrix that a run logged has its classes and counts below `data`", async () => {
  const data = {
    class_labels: ["no", "yes"],
    matrix: [
      [71, 9],
      [5, 27],
    ],
  };
  const logged = { schema_type: "confusion_matrix", schema_version: "1.0.0", data };
  const facts = await factsOfText("logged.json", JSON.stringify(logged));
  expectFact(facts, {
    kind: "measurement",
    metric: "confusion_matrix",
    value: 9,
    slice: { actual: "no", predicted: "yes" },
    place: "/data/matrix/0/1",
  });
  const renamed = JSON.stringify({ ...logged, data: { ...data, class_labels: ["no"] } });
  expect(ofKind(await factsOfText("logged.json", renamed), "measurement")).toEqual([]);
});

describe("what Azure ML serves and watches", () => {
  test("a deployment: its model, instances, probes and what it collects", async () => {
    const facts = await factsOfText(
      "deployment.yml",
      `${schema("managedOnlineDeployment")}name: blue\nendpoint_name: credit\nmodel: azureml:credit:3\ninstance_type: Standard_DS3_v2\ninstance_count: 2\nliveness_probe: {period: 10}\ndata_collector: {collections: {model_inputs: {enabled: "True"}, model_outputs: {enabled: "False"}}}\n`,
    );
    expectFact(facts, {
      format: "azureml-deployment",
      kind: "rollout",
      resources: { instance_type: "Standard_DS3_v2", instance_count: 2 },
      probes: ["liveness"],
      logging: "model_inputs",
      place: "/endpoint_name",
    });
    expectFact(facts, { kind: "model", name: "credit", version: "3", place: "/model" });
  });

  test("an endpoint: shares by name, and none of the new one, which the file does not name", async () => {
    const facts = await factsOfText(
      "endpoint.yml",
      `${schema("managedOnlineEndpoint")}name: credit\ntraffic: {blue: 90, green: 10}\n`,
    );
    expectFact(facts, { kind: "rollout", strategy: "canary", steps: ["blue 90 %", "green 10 %"], traffic: null });
    const mirrored = await factsOfText(
      "endpoint.yml",
      `${schema("managedOnlineEndpoint")}traffic: {blue: 100}\nmirror_traffic: {green: 5}\n`,
    );
    expectFact(mirrored, { strategy: "shadow", steps: ["blue 100 %", "green mirrors 5 %"] });
  });

  test("a deployment may name its model by a label", async () => {
    const facts = await factsOfText(
      "deployment.yml",
      `${schema("managedOnlineDeployment")}endpoint_name: credit\nmodel: azureml:credit-risk@latest\n`,
    );
    expectFact(facts, { kind: "model", name: "credit-risk", version: null, aliases: ["latest"], place: "/model" });
  });

  test("the limits of a monitor are watched, and nothing has passed them", async () => {
    const signals =
      "drift: {type: data_drift, metric_thresholds: {numerical: {jensen_shannon_distance: 0.01}}}, quality: {type: data_quality}";
    const facts = await factsOfText(
      "monitor.yml",
      `$schema: http://azureml/sdk-2-0/Schedule.json\ncreate_monitor:\n  monitoring_signals: {${signals}}\n`,
    );
    expectFact(facts, { kind: "check", name: "drift.numerical.jensen_shannon_distance", passed: null, expected: 0.01 });
    expectFact(facts, { kind: "check", name: "quality", passed: null, message: "data_quality" });
    expect(ofKind(facts, "drift")).toEqual([]);
  });

  test("what a scorecard is to show is no importance", async () => {
    const facts = await factsOfText(
      "scorecard.json",
      '{"FeatureImportance": {"top_n": 6}, "Metrics": {"accuracy_score": {}}}',
    );
    expect(ofKind(facts, "attribution")).toEqual([]);
  });
});
