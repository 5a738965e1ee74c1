import { describe, expect, test } from "vitest";
import { readEvidence, readFiles } from "../read-evidence.js";
import { describeFixtures, expectFact, factsOfText } from "./described.js";

// Values and places were read off the answers of MLflow 3.17.2 over SQLite, and off the files its client wrote.
describeFixtures("mlflow-rest-runs", [
  [
    "mlflow/rest/runs-get-v3.json",
    "one run; the text NaN and the largest numbers stand for what is not finite",
    [
      {
        kind: "run",
        run_id: "e387e5534f624ba3966b28870587ce1f",
        status: "FINISHED",
        code_revision: "deadbeefcafe0123456789abcdef0123456789ab",
        at: "2026-11-23T05:01:56.436Z",
      },
      {
        kind: "measurement",
        raw_metric: "test_auc",
        metric: "roc_auc",
        split: "test",
        value: 0.6069809861650658,
        step: 0,
        run: "e387e5534f624ba3966b28870587ce1f",
        place: "/run/data/metrics/1/value",
      },
      { kind: "measurement", raw_metric: "ks_psi_ratio", value: null, non_finite: "NaN" },
      { kind: "measurement", raw_metric: "log_loss_hard", value: null, non_finite: "Infinity" },
      { kind: "measurement", raw_metric: "gain_vs_champion", value: null, non_finite: "-Infinity" },
      {
        kind: "measurement",
        raw_metric: "slice_recall/age_band/65 plus",
        metric: "recall",
        slice: { age_band: "65 plus" },
      },
      { kind: "measurement", raw_metric: "eval_recall_score", value: 0.225, n: 1500, trials: 40 },
      {
        kind: "dataset",
        name: "fraud-train-2024-05",
        role: "train",
        digest: "mlflow:f12ade8c",
        rows: 14000,
        run: "e387e5534f624ba3966b28870587ce1f",
      },
    ],
    [{ kind: "measurement", raw_metric: "log_loss_hard", non_finite: null }],
  ],
  [
    "mlflow/rest/runs-search-page1.json",
    "a page of runs without parameters",
    [
      { kind: "run", run_id: "ecebff08c0f54bdb9fbcd21587e1d188", status: "FINISHED", params: {} },
      { kind: "measurement", raw_metric: "precision_at_5/mean", value: 0.36, run: "dc9fc7f045ac42a8b05a101a921c6e2a" },
    ],
  ],
]);

describeFixtures("mlflow-rest-model-versions", [
  [
    "mlflow/rest/model-versions-search.json",
    "every version with its own stage and state",
    [
      { kind: "model", name: "fraud-detector", version: "1", stage: "Production", place: "/model_versions/0/version" },
      { kind: "model", name: "fraud-detector", version: "2", stage: null },
      { kind: "approval", state: "approved", version: "1" },
      { kind: "approval", state: "pending", version: "2" },
      { kind: "approval", state: "rejected", version: "3" },
    ],
    [{ kind: "model", version: "3", stage: "Production" }],
  ],
]);

describeFixtures("mlflow-rest-model-version", [
  [
    "mlflow/rest/registered-models-alias-champion.json",
    "the version behind an alias",
    [{ kind: "model", version: "1", aliases: ["champion"], run: "9ee71206a54e4b63a09bb6d148ae1502" }],
  ],
  [
    "mlflow/rest/model-versions-get-2.json",
    "a version that waits for its approval",
    [{ kind: "model", version: "2", aliases: ["challenger"], stage: null }],
    [{ kind: "approval", state: "approved" }],
  ],
]);

describeFixtures("mlflow-rest-registered-models", [
  [
    "mlflow/rest/registered-models-get.json",
    "a version that only an alias names is not lost",
    [
      { kind: "model", name: "fraud-detector", version: "1", stage: "Production", aliases: ["champion"] },
      { kind: "model", name: "fraud-detector", version: "2", aliases: ["challenger"] },
      { kind: "model", name: "fraud-detector", version: "3", stage: null, aliases: [] },
    ],
  ],
]);

describeFixtures("mlflow-rest-metric-history", [
  [
    "mlflow/rest/metrics-get-history-val_loss.json",
    "the last entry of a history",
    [{ kind: "measurement", metric: "loss", value: 0.4463747514223476, step: 11, place: "/metrics/11/value" }],
    [{ kind: "measurement", value: 0.43999999999999995 }],
  ],
]);

describeFixtures("mlflow-rest-error", [
  [
    "mlflow/rest/error-registered-models-get-missing.json",
    "an error is no evidence",
    [{ kind: "problem", problem: "unreadable", place: "/error_code" }],
    [{ kind: "model" }],
  ],
]);

describeFixtures("mlflow-evaluation", [
  [
    "mlflow/client/evaluate_result_v1-logreg.json",
    "an evaluation with the counts behind its rates",
    [
      { kind: "measurement", raw_metric: "eval_recall_score", metric: "recall", value: 0.025, n: 1500, trials: 40 },
      { kind: "measurement", raw_metric: "eval_precision_score", value: 0.3333333333333333, n: 1500, trials: 3 },
    ],
  ],
  [
    "mlflow/client/genai_evaluate_metrics.json",
    "means over answers, with their run",
    [{ kind: "measurement", raw_metric: "exact/mean", value: 0.5, run: "a4cb7256f80243d391be9e82e8085b60" }],
  ],
]);

describeFixtures("mlflow-search-runs", [
  [
    "mlflow/client/search_runs.csv",
    "a row for each run; empty cells are not stated",
    [
      { kind: "run", run_id: "90bcb287e04a4d4f98ed87bb1a49dc07", status: "RUNNING", place: "2" },
      {
        kind: "measurement",
        raw_metric: "train_auc",
        value: 0.61,
        run: "90bcb287e04a4d4f98ed87bb1a49dc07",
        place: "2",
      },
      { kind: "measurement", raw_metric: "fold_auc", value: 0.878, fold: 2, run: "1a07e39ac8744a27bade7e247fb22f7e" },
      { kind: "measurement", raw_metric: "slice_recall/country/DE", metric: "recall", slice: { country: "DE" } },
    ],
    [{ kind: "measurement", value: 0, raw_metric: "test_auc" }],
  ],
]);

describeFixtures("mlflow-validation", [
  [
    "mlflow/client/validation_v3-tree.txt",
    "each failed threshold is a failed check",
    [
      {
        kind: "check",
        name: "eval_roc_auc value threshold",
        passed: false,
        observed: 0.6011986301369863,
        expected: 0.85,
        place: "1",
      },
      { kind: "check", name: "eval_roc_auc minimum absolute change", passed: false, expected: 0.005 },
      {
        kind: "check",
        name: "eval_recall_score value threshold",
        passed: false,
        observed: 0.225,
        expected: 0.3,
        place: "2",
      },
    ],
  ],
]);

describeFixtures("mlflow-table", [
  [
    "mlflow/client/eval_results_table.json",
    "answers and scores are a table, not numbers of the model",
    [
      {
        kind: "table",
        role: "predictions",
        rows: 25,
        columns: ["user_id", "targets", "predictions", "precision_at_5/score", "recall_at_5/score", "ndcg_at_5/score"],
      },
    ],
    [{ kind: "measurement", metric: "recall_at_5" }],
  ],
]);

test("how long each answer took does not make a table of answers one of results", async () => {
  const table = {
    columns: ["inputs", "ground_truth", "outputs", "latency", "token_count", "answer_correctness/v1/score"],
    data: [["a", "b", "c", 31.3, 314, 4]],
  };
  const facts = await readFiles({ "eval_results_table.json": JSON.stringify(table) });
  expectFact(facts, { kind: "table", format: "mlflow-table", rows: 1, role: "predictions" });
});

test.each(["rest/experiments-search.json", "rest/artifacts-list.json", "client/artifacts_metadata.json"])(
  "%s is known, and states nothing",
  async (file) => {
    const facts = await readEvidence(new URL(`../fixtures/mlflow/${file}`, import.meta.url).pathname);
    expect(facts.map(({ kind, format }) => [kind, format?.split("-")[0]])).toEqual([["file", "mlflow"]]);
  },
);

const run = (info: object, data: object): string =>
  JSON.stringify({ runs: [{ info: { run_id: "abc", experiment_id: "1", status: "FINISHED", ...info }, data }] });

describe("answers of other shapes", () => {
  test("a deleted run gives no number", async () => {
    const text = run({ lifecycle_stage: "deleted" }, { metrics: [{ key: "acc", value: 0.9, timestamp: 1, step: 0 }] });
    const facts = await factsOfText("runs.json", text);
    expectFact(facts, { kind: "run", run_id: "abc", environment: { lifecycle_stage: "deleted" } });
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });

  test("the Python client's records are read as REST's lists are", async () => {
    const text = JSON.stringify([
      {
        info: { run_id: "abc", experiment_id: "1", status: "FINISHED" },
        data: { metrics: { val_f1: 0.5 }, params: { C: "1.0", fold: "1" }, tags: { "mlflow.parentRunId": "p" } },
      },
    ]);
    const facts = await factsOfText("runs.json", text);
    expectFact(facts, {
      kind: "measurement",
      metric: "f1",
      value: 0.5,
      run: "abc",
      fold: 1,
      place: "/0/data/metrics/val_f1",
    });
    expectFact(facts, { kind: "run", params: { C: "1.0", fold: "1" } });
  });

  test("a failed run that the Python client wrote down alone is known as failed", async () => {
    const text = JSON.stringify({
      info: { run_id: "abc", experiment_id: "1", status: "FAILED", lifecycle_stage: "active" },
      data: { metrics: { test_auc: 0.99 }, params: {}, tags: {} },
      inputs: { dataset_inputs: [] },
    });
    const facts = await factsOfText("run.json", text);
    expectFact(facts, { kind: "run", run_id: "abc", status: "FAILED", place: "/info/run_id" });
    expectFact(facts, { kind: "measurement", value: 0.99, run: "abc", place: "/data/metrics/test_auc" });
  });

  test("of a deleted run that the Python client wrote down alone no metric is read", async () => {
    const info = { run_id: "abc", experiment_id: "1", status: "FINISHED", lifecycle_stage: "deleted" };
    const facts = await factsOfText("run.json", JSON.stringify({ info, data: { metrics: { test_auc: 0.99 } } }));
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });

  test("a history of several runs gives the latest of each", async () => {
    const entry = (run_id: string, value: number, step: number): object => ({
      key: "acc",
      value,
      timestamp: 5,
      step,
      run_id,
    });
    const metrics = [entry("a", 0.1, 0), entry("a", 0.2, 1), entry("b", 0.3, 4), entry("b", 0.4, 2)];
    const facts = await factsOfText("history.json", JSON.stringify({ metrics }));
    const measured = facts.flatMap((fact) => (fact.kind === "measurement" ? [[fact.run, fact.value]] : []));
    expect(measured).toEqual([
      ["a", 0.2],
      ["b", 0.3],
    ]);
  });

  test("a logged model's metrics say on which data they were taken", async () => {
    const metrics = [
      { key: "r2_score", value: 0.58, timestamp: 1795410119335, step: 0, dataset_name: "edtech-eval", run_id: "abc" },
    ];
    const info = { model_id: "m-1", experiment_id: "2", source_run_id: "abc", creation_timestamp_ms: 1795410119014 };
    const facts = await factsOfText("models.json", JSON.stringify({ models: [{ info, data: { metrics } }] }));
    expectFact(facts, { kind: "measurement", metric: "r2", value: 0.58, dataset: "edtech-eval", run: "abc" });
    expectFact(facts, { kind: "model", run: "abc", created: "2026-11-23T05:01:59.014Z" });
  });

  test("a number written as text is a problem, not a number", async () => {
    const text = run({}, { metrics: [{ key: "acc", value: "0.9", timestamp: 1, step: 0 }] });
    const facts = await factsOfText("runs.json", text);
    expectFact(facts, { kind: "problem", problem: "wrong-type", place: "/runs/0/data/metrics/0/value" });
    expectFact(facts, { kind: "measurement", raw_metric: "acc", value: null });
  });

  test("a dump that breaks off gives no number", async () => {
    const path = new URL("../fixtures/mlflow/client/runs_to_dictionary.json", import.meta.url).pathname;
    const facts = await readEvidence(path);
    expectFact(facts, { kind: "problem", problem: "truncated", format: "mlflow-rest-runs" });
    expect(facts.filter(({ kind }) => kind === "measurement")).toEqual([]);
  });

  test("a SARIF report, which has runs of its own, is not MLflow's", async () => {
    const text = JSON.stringify({ version: "2.1.0", runs: [{ tool: { driver: { name: "t" } }, results: [] }] });
    const facts = await factsOfText("report.json", text);
    expect(facts.filter(({ format }) => format?.startsWith("mlflow"))).toEqual([]);
  });
});

describe("what a run gave out", () => {
  const history = JSON.stringify([{ run_id: "a", artifact_path: "classifier", flavors: {} }]);
  const run = (outputs: object): string =>
    JSON.stringify({
      run: {
        info: { run_id: "a", experiment_id: "1", status: "FINISHED", lifecycle_stage: "active" },
        data: { metrics: [], params: [], tags: [{ key: "mlflow.log-model.history", value: history }] },
        ...outputs,
      },
    });

  test.each([
    ["before MLflow 3 is its models' paths, from the tag that keeps them", {}, ["runs:/a/classifier"]],
    ["since MLflow 3 is its logged models", { outputs: { model_outputs: [{ model_id: "m-1" }] } }, ["m-1"]],
  ])("%s", async (_, outputs, expected) => {
    expectFact(await factsOfText("run.json", run(outputs)), { kind: "run", run_id: "a", outputs: expected });
  });
});
