import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

// Shapes are those of the platforms' documentation and schemas; see each adapter's `definedAt`.

const json = (value: unknown): string => JSON.stringify(value);

const formatOf = async (name: string, text: string): Promise<string | null> =>
  ofKind(await factsOfText(name, text), "file")[0]?.format ?? null;

describe("charts that a run of Azure ML logs", () => {
  // The example of "Log an accuracy table" in its documentation: [TP, FP, TN, FN] of each threshold, by class.
  const table = (thresholds: readonly number[]): string =>
    json({
      schema_type: "accuracy_table",
      schema_version: "1.0.1",
      data: {
        probability_tables: [
          [
            [82, 118, 0, 0],
            [75, 31, 87, 7],
            [0, 0, 118, 82],
          ],
          [
            [118, 82, 0, 0],
            [107, 7, 75, 11],
            [0, 0, 82, 118],
          ],
        ],
        percentile_tables: [],
        probability_thresholds: thresholds,
        class_labels: ["no", "yes"],
      },
    });

  test("an accuracy table: the counts at 0.5, and the rates that they give", async () => {
    const facts = await factsOfText("accuracy_table.json", table([0, 0.5, 1]));
    const ofYes = { slice: { class: "yes" }, threshold: 0.5, n: 200 };
    expectFact(facts, {
      format: "azureml-metrics",
      metric: "false_negatives",
      value: 11,
      ...ofYes,
      place: "/data/probability_tables/1/1/3",
    });
    expectFact(facts, { metric: "recall", value: 107 / 118, trials: 118, ...ofYes });
    expectFact(facts, { metric: "precision", value: 107 / 114, trials: 114, ...ofYes });
    expectFact(facts, { metric: "fpr", value: 7 / 82, trials: 82, ...ofYes });
  });

  test("without that threshold nothing is said of another", async () => {
    expect(ofKind(await factsOfText("t.json", table([0, 0.4, 1])), "measurement")).toEqual([]);
  });

  test("residuals, and predictions that are bins alone", async () => {
    const residuals = { bin_edges: [-100, 0, 100], bin_counts: [88, 20], mean: -2, stddev: 10.5, res_count: 108 };
    const text = json({ schema_type: "residuals", schema_version: "1.0.0", data: residuals });
    expectFact(await factsOfText("residuals.json", text), {
      metric: "residual_mean",
      value: -2,
      n: 108,
      place: "/data/mean",
    });
    const bins = json({ schema_type: "predictions", schema_version: "1.0.0", data: { bin_averages: [0.25] } });
    expect(await formatOf("predictions.json", bins)).toBe("azureml-metrics");
    expect(await formatOf("x.json", json({ schema_type: "avro", schema_version: 1, data: {} }))).toBe(null);
  });
});

describe("rows of the Azure AI Evaluation library", () => {
  const row = (relevance: number | null, result: string): string =>
    json({
      "inputs.query": "q",
      "outputs.relevance.relevance": relevance,
      "outputs.relevance.relevance_reason": "because",
      "outputs.relevance.relevance_result": result,
      "outputs.relevance.relevance_threshold": 3,
      "outputs.f1_score.f1_score": 0.5,
    });

  test("the mean of the scores and the share that passed", async () => {
    const facts = await factsOfText("instance_results.jsonl", `${row(4, "pass")}\n${row(2, "fail")}\n`);
    expectFact(facts, {
      format: "azure-ai-evaluation-rows",
      raw_metric: "outputs.relevance.relevance",
      metric: "relevance",
      value: 3,
      n: 2,
      protocol: "mean",
    });
    expectFact(facts, { metric: "pass_rate", value: 0.5, trials: 2, protocol: "relevance" });
    expectFact(facts, { metric: "f1", value: 0.5, n: 2 });
    expect(ofKind(facts, "measurement")).toHaveLength(3);
  });

  test("a row that was not scored is told", async () => {
    const facts = await factsOfText("r.jsonl", `${row(4, "pass")}\n${row(null, "fail")}\n`);
    expectFact(facts, { raw_metric: "outputs.relevance.relevance", value: 4, n: 1 });
    expectFact(facts, { kind: "check", passed: false, observed: 1, expected: 2 });
  });
});

describe("Vertex AI", () => {
  const evaluation = (more: object): string =>
    json({
      name: "projects/1/locations/us-central1/models/2/evaluations/3",
      metricsSchemaUri: "gs://google-cloud-aiplatform/schema/modelevaluation/classification_metrics_1.0.0.yaml",
      metrics: {
        auPrc: 0.95,
        auRoc: 0.97,
        logLoss: 0.2,
        confidenceMetrics: [
          { confidenceThreshold: 0.4, recall: 1 },
          { confidenceThreshold: 0.5, recall: 0.9, recallAt1: 0.8, truePositiveCount: "90", maxPredictions: 10000 },
        ],
        confusionMatrix: {
          annotationSpecs: [
            { id: "1", displayName: "no" },
            { id: "2", displayName: "yes" },
          ],
          rows: [
            [92, 8],
            [10, 90],
          ],
        },
      },
      createTime: "2022-01-01T00:00:00.000Z",
      modelExplanation: { meanAttributions: [{ featureAttributions: { age: 0.3 } }] },
      ...more,
    });

  test("areas, what holds at the threshold 0.5, the matrix and the attributions", async () => {
    const facts = await factsOfText("evaluation.json", evaluation({}));
    expectFact(facts, {
      format: "vertex-model-evaluation",
      metric: "average_precision",
      value: 0.95,
      at: "2022-01-01T00:00:00Z",
    });
    expectFact(facts, { metric: "recall", value: 0.9, threshold: 0.5, place: "/metrics/confidenceMetrics/1/recall" });
    expectFact(facts, { metric: "true_positives", value: 90, threshold: 0.5 });
    expectFact(facts, { metric: "confusion_matrix", value: 10, slice: { actual: "yes", predicted: "no" } });
    expectFact(facts, { kind: "attribution", feature: "age", importance: 0.3 });
    expect(ofKind(facts, "measurement").some(({ value }) => value === 1 || value === 0.8 || value === 10000)).toBe(
      false,
    );
  });

  test("a slice is told, and errors in per cent are", async () => {
    const facts = await factsOfText(
      "slice.json",
      evaluation({
        slice: { dimension: "annotationSpec", value: "cat" },
        metrics: { rootMeanSquaredError: 2.5, meanAbsolutePercentageError: 12.5, rSquared: "NaN" },
      }),
    );
    expectFact(facts, { metric: "rmse", value: 2.5, slice: { annotationSpec: "cat" } });
    expectFact(facts, { metric: "mape", value: 12.5, unit: "percent" });
    expectFact(facts, { metric: "r2", value: null, non_finite: "NaN" });
  });
});

describe("Katib", () => {
  const experiment = (objective: string, status: string): string =>
    `apiVersion: kubeflow.org/v1beta1\nkind: Experiment\nmetadata: {name: random}\nspec:\n  objective:\n    ${objective}\n  algorithm: {algorithmName: random}\nstatus:\n${status}`;
  const best = [
    "  conditions:",
    '  - {type: Running, status: "False"}',
    '  - {type: Succeeded, status: "True"}',
    "  currentOptimalTrial:",
    "    bestTrialName: random-abc",
    "    observation:",
    "      metrics:",
    '      - {latest: "0.977707", max: "0.979498", min: "0.957105", name: Validation-accuracy}',
    "    parameterAssignments:",
    '    - {name: lr, value: "0.022"}',
    "",
  ].join("\n");

  test.each([
    ["{type: maximize, objectiveMetricName: Validation-accuracy}", "max", 0.979498, true],
    [
      "{type: maximize, objectiveMetricName: Validation-accuracy, metricStrategies: [{name: Validation-accuracy, value: latest}]}",
      "latest",
      0.977707,
      true,
    ],
    ["{type: minimize, objectiveMetricName: Validation-accuracy}", "min", 0.957105, false],
  ])("the best trial, by the strategy of %s", async (objective, protocol, value, better) => {
    const facts = await factsOfText("experiment.yaml", experiment(objective, best));
    expectFact(facts, {
      format: "katib-experiment",
      kind: "run",
      run_id: "random-abc",
      status: "Succeeded",
      params: { lr: 0.022 },
      place: "/status/currentOptimalTrial",
    });
    expectFact(facts, {
      metric: "accuracy",
      value,
      protocol,
      higher_is_better: better,
      run: "random-abc",
      split: "validation",
    });
  });

  test("a trial of its own; an experiment without one states nothing", async () => {
    const trial =
      'apiVersion: kubeflow.org/v1beta1\nkind: Trial\nmetadata: {name: t1}\nspec: {objective: {type: minimize, objectiveMetricName: loss}, parameterAssignments: [{name: opt, value: sgd}]}\nstatus: {observation: {metrics: [{name: loss, latest: "0.3", min: "0.2", max: "0.9"}]}}\n';
    const facts = await factsOfText("trial.yaml", trial);
    expectFact(facts, { kind: "run", run_id: "t1", params: { opt: "sgd" } });
    expectFact(facts, { metric: "loss", value: 0.2, protocol: "min", place: "/status/observation/metrics/0/min" });
    const none = await factsOfText("e.yaml", experiment("{type: maximize}", "  trials: 0\n"));
    expect(none.map(({ kind, format }) => [kind, format])).toEqual([["file", "katib-experiment"]]);
  });
});

test("a table of metrics that stands in the output viewers of Kubeflow Pipelines 1", async () => {
  const table = (header: readonly string[], source: string) => ({
    type: "table",
    storage: "inline",
    format: "csv",
    header,
    source,
  });
  const outputs = [
    table(["metric", "value"], "accuracy,0.91\nf1,0.88\n"),
    table(["id", "text"], "1,a\n2,b\n"),
    { type: "roc", storage: "inline", format: "csv", source: "0.0,0.0,2.0\n" },
    { type: "web-app", storage: "gcs", source: "gs://x/y.html" },
  ];
  const facts = await factsOfText("mlpipeline-ui-metadata.json", json({ outputs, version: 1 }));
  expectFact(facts, { format: "kfp-ui-metadata", metric: "f1", value: 0.88, place: "/outputs/0/source" });
  expect(ofKind(facts, "measurement")).toHaveLength(2);
});

describe("Weights & Biases", () => {
  test("a sweep's configuration is known, and that of one of its runs has the run's id", async () => {
    const sweep =
      "program: train.py\nmethod: bayes\nmetric: {name: val_loss, goal: minimize}\nparameters:\n  lr: {min: 0.1, max: 1}\n";
    expect(await formatOf("sweep.yaml", sweep)).toBe("wandb-sweep");
    expect(await formatOf("x.yaml", "method: bayes\nparameters: {lr: 0.1}\n")).not.toBe("wandb-sweep");
    const facts = await factsOfText("wandb/sweep-x1/config-a1b2c3d4.yaml", "wandb_version: 1\n\nlr:\n  value: 0.01\n");
    expectFact(facts, { format: "wandb-config", kind: "run", run_id: "a1b2c3d4", params: { lr: 0.01 } });
  });

  test("the table of runs: names that are metrics, of each run", async () => {
    const text = [
      '"Name","State","Notes","User","Tags","Created","Runtime","Sweep","lr","val_acc","epoch"',
      '"run-1","finished","-","me","","2024-01-01T00:00:00.000Z","100","","0.1","0.91","9"',
      '"run-2","crashed","-","me","","2024-01-01T00:00:00.000Z","10","","0.2","",""',
    ].join("\n");
    const facts = await factsOfText("wandb_export_2024.csv", text);
    expectFact(facts, { format: "wandb-export", kind: "run", run_id: "run-2", status: "crashed", place: "3" });
    expect(ofKind(facts, "measurement").map(({ raw_metric: raw, value, run }) => [raw, value, run])).toEqual([
      ["val_acc", 0.91, "run-1"],
    ]);
  });

  test("a chart's table: the last value of each run's series", async () => {
    const text = [
      '"Step","a - val_acc","a - val_acc__MIN","a - val_acc__MAX","b - val_acc","b - val_acc__MIN","b - val_acc__MAX"',
      '"0","0.5","0.4","0.6","0.7","0.7","0.7"',
      '"1","0.6","0.6","0.6","","",""',
    ].join("\n");
    const facts = await factsOfText("wandb_export.csv", text);
    expectFact(facts, { format: "wandb-export", metric: "accuracy", value: 0.6, run: "a", step: 1, place: "3" });
    expectFact(facts, { metric: "accuracy", value: 0.7, run: "b", step: 0, place: "2" });
    expect(ofKind(facts, "measurement")).toHaveLength(2);
  });
});

test("BigQuery ML: every number is text", async () => {
  const row = {
    precision: "0.82",
    recall: "0.75",
    accuracy: "0.88",
    f1_score: "0.78",
    log_loss: "0.31",
    roc_auc: "NaN",
  };
  const facts = await factsOfText("evaluation.json", json([row]));
  expectFact(facts, { format: "bigquery-ml-evaluation", metric: "recall", value: 0.75, place: "/0/recall" });
  expectFact(facts, { metric: "roc_auc", value: null, non_finite: "NaN" });
  expect(ofKind(facts, "problem").map(({ problem }) => problem)).toEqual(["non-finite"]);
  expect(await formatOf("x.json", json([{ ...row, recall: 0.75 }]))).not.toBe("bigquery-ml-evaluation");
});
