import { describe, expect, test } from "vitest";
import { ofKind } from "../read-evidence.js";
import { expectFact, factsOfText } from "./described.js";

describe("Clarify", () => {
  const analysis = (...metrics: readonly object[]): string =>
    JSON.stringify({
      version: "1.0",
      post_training_bias_metrics: {
        label: "default",
        facets: { age_band: [{ value_or_threshold: "65+", metrics }] },
        label_value_or_threshold: "1",
      },
    });

  test("a metric that could not be computed is null with the reason, not zero", async () => {
    const failed = { name: "FT", description: "Flip Test (FT)", value: null, error: "no numeric columns" };
    const facts = await factsOfText("analysis.json", analysis(failed));
    expectFact(facts, { kind: "measurement", raw_metric: "FT", value: null, slice: { age_band: "65+" } });
    const [problem] = ofKind(facts, "problem");
    expect(problem?.message).toContain("no numeric columns");
  });

  test("a metric that was computed is of its facet", async () => {
    const facts = await factsOfText("analysis.json", analysis({ name: "DI", description: "d", value: 0.71 }));
    expectFact(facts, { kind: "measurement", raw_metric: "DI", value: 0.71, slice: { age_band: "65+" } });
  });
});

test("Model Monitor's deviation over samples of the same rows is no standard error", async () => {
  const written = {
    dataset: { item_count: 500, evaluation_time: "2026-01-01T00:00:00Z" },
    regression_metrics: { mae: { value: 0.37, standard_deviation: 0.0038 } },
  };
  const facts = await factsOfText("statistics.json", JSON.stringify(written));
  expectFact(facts, { kind: "measurement", metric: "mae", value: 0.37, n: 500, standard_error: null, interval: null });
});

test.each<readonly [string, readonly object[], boolean]>([
  ["none", [], true],
  ["one", [{ feature_name: "age", constraint_check_type: "completeness_check", description: "0.9 < 1.0" }], false],
])("constraints of Model Monitor of which %s is violated", async (_, violations, passed) => {
  const facts = await factsOfText("constraint_violations.json", JSON.stringify({ violations }));
  const [suite] = ofKind(facts, "check");
  expect(suite).toMatchObject({ name: "constraints", suite: true, passed, observed: violations.length });
});

describe("jobs of SageMaker", () => {
  test("what a training job ended with, by the set that its name begins with", async () => {
    const job = {
      TrainingJobName: "xgb-1",
      TrainingJobStatus: "Completed",
      HyperParameters: { max_depth: "5" },
      FinalMetricDataList: [
        { MetricName: "validation:auc", Value: 0.93, Timestamp: "2024-01-01T00:00:00Z" },
        { MetricName: "train:auc", Value: 0.97, Timestamp: "2024-01-01T00:00:00Z" },
      ],
      TrainingEndTime: "2024-01-01T00:10:00Z",
    };
    const facts = await factsOfText("training-job.json", JSON.stringify(job));
    expectFact(facts, {
      format: "sagemaker-job",
      kind: "run",
      run_id: "xgb-1",
      status: "Completed",
      params: { max_depth: "5" },
    });
    expectFact(facts, {
      metric: "roc_auc",
      raw_metric: "validation:auc",
      value: 0.93,
      split: "validation",
      run: "xgb-1",
      place: "/FinalMetricDataList/0/Value",
    });
  });

  test("a search lists its training jobs, each a run with the objective's last value", async () => {
    const tried = (name: string, status: string, value: number | null) => ({
      TrainingJobName: name,
      TrainingJobStatus: status,
      TunedHyperParameters: { eta: "0.1" },
      ...(value === null
        ? {}
        : {
            FinalHyperParameterTuningJobObjectiveMetric: {
              Type: "Minimize",
              MetricName: "validation:rmse",
              Value: value,
            },
          }),
    });
    const jobs = { TrainingJobSummaries: [tried("t-1", "Completed", 0.4), tried("t-2", "Failed", null)] };
    const facts = await factsOfText("jobs.json", JSON.stringify(jobs));
    const format = "sagemaker-tuning-job";
    expectFact(facts, { format, kind: "run", run_id: "t-2", status: "Failed", params: { eta: "0.1" } });
    expectFact(facts, { metric: "rmse", value: 0.4, split: "validation", run: "t-1", higher_is_better: false });
    expect(facts.filter(({ kind }) => kind === "measurement")).toHaveLength(1);
    const search = {
      HyperParameterTuningJobName: "t",
      HyperParameterTuningJobStatus: "Completed",
      BestTrainingJob: tried("t-1", "Completed", 0.4),
    };
    const best = await factsOfText("search.json", JSON.stringify(search));
    const place = "/BestTrainingJob/FinalHyperParameterTuningJobObjectiveMetric/Value";
    expectFact(best, { format, metric: "rmse", value: 0.4, run: "t-1", place });
  });

  test("every candidate of Autopilot that is listed is a run", async () => {
    const candidate = (name: string, value: number) => ({
      CandidateName: name,
      CandidateStatus: "Completed",
      FinalAutoMLJobObjectiveMetric: { Type: "Maximize", MetricName: "validation:f1", Value: value },
    });
    const facts = await factsOfText(
      "candidates.json",
      JSON.stringify({ Candidates: [candidate("a", 0.6), candidate("b", 0.5)] }),
    );
    expectFact(facts, {
      metric: "f1",
      value: 0.5,
      run: "b",
      place: "/Candidates/1/FinalAutoMLJobObjectiveMetric/Value",
    });
    expectFact(facts, { kind: "run", run_id: "a" });
  });

  test("the best candidate of Autopilot: its metrics, else its objective", async () => {
    const candidate = {
      CandidateName: "c1",
      CandidateStatus: "Completed",
      FinalAutoMLJobObjectiveMetric: { MetricName: "validation:f1", Value: 0.88 },
    };
    const objective = await factsOfText("candidate.json", JSON.stringify(candidate));
    expectFact(objective, { metric: "f1", value: 0.88, split: "validation", run: "c1" });
    const metrics = [{ MetricName: "F1", Value: 0.87, Set: "Validation", StandardMetricName: "F1" }];
    const job = {
      AutoMLJobName: "a",
      BestCandidate: { ...candidate, CandidateProperties: { CandidateMetrics: metrics } },
    };
    const facts = await factsOfText("job.json", JSON.stringify(job));
    expectFact(facts, {
      metric: "f1",
      value: 0.87,
      place: "/BestCandidate/CandidateProperties/CandidateMetrics/0/Value",
    });
  });
});
